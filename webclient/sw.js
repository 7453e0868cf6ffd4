/** The service worker: the app's own files, so that it opens without a network. Nothing of /api is ever kept here. */
const CACHE = "kring-files-1";
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === worker.location.origin && event.request.method === "GET" && !/^\/(api|\.well-known|feed|problems)\b/.test(url.pathname);
  if (ours) event.respondWith(answer(event.request));
});

/** Fresh from the network while there is one, else as it was. @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = request.mode === "navigate" ? "/" : request.url;
  try {
    const fresh = await fetch(request);
    if (fresh.ok) await cache.put(kept, fresh.clone());
    return fresh;
  } catch {
    return (await cache.match(kept)) ?? Response.error();
  }
}
