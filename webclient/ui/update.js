/** A newer version of the app on the server: told once, taken when the person wants. */
import { signal } from "../lib/signals.js";

/** True once another service worker has taken over from the one this page began with. */
export const outdated = signal(false);

/** Watch until the returned function is called; the first worker of a browser is no news. */
export function watchUpdates() {
  const workers = navigator.serviceWorker;
  if (!workers?.controller) return () => undefined;
  const taken = () => (outdated.value = true);
  workers.addEventListener("controllerchange", taken);
  return () => workers.removeEventListener("controllerchange", taken);
}
