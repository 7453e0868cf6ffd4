/** The app's own files are kept by the service worker, from the first visit on. */

/** Register it; it fetches the files of its release by itself, after the page has started. */
export async function keepFiles() {
  if ("serviceWorker" in navigator) await navigator.serviceWorker.register("/sw.js", { type: "module", updateViaCache: "none" });
}
