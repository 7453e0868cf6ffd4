/** The app's own files, kept from the first visit on: the service worker was not there yet when they came. */

const CACHE = "kring-files-1";

/** Register the service worker, and hand it what this page has loaded so far. */
export async function keepFiles() {
  if (!("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("/sw.js", { type: "module" });
  const files = performance.getEntriesByType("resource").map((entry) => entry.name).filter(isFile);
  const cache = await caches.open(CACHE);
  const missing = await Promise.all([...new Set([`${location.origin}/`, ...files])].map(async (file) => ((await cache.match(file)) ? "" : file)));
  await Promise.all(missing.filter(Boolean).map((file) => cache.add(file === `${location.origin}/` ? "/" : file).catch(() => undefined)));
}

/** @param {string} address */
function isFile(address) {
  const url = new URL(address);
  return url.origin === location.origin && !/^\/(api|\.well-known|problems)\b/.test(url.pathname);
}
