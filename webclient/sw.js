/**
 * The service worker: the app's own files, so that it opens at once and without a network. Each release is kept whole and
 * apart; a page never gets files of two. Nothing of /api is ever kept here.
 */
import { FILES, RELEASE } from "./release.js";

/** Where the system hands over what another app shares (`share_target` of the manifest). */
const SHARE = "/messages/share";
/** How long (ms) shared files are kept for the page that was opened for them; they are never written down. */
const PATIENCE = 240_000;
const CACHE = `kring-${RELEASE}`;
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener("install", (event) => event.waitUntil(keep().then(() => worker.skipWaiting())));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOthers().then(() => worker.clients.claim())));
/** What another app shared last, in memory only. @type {File[]} */
let shared = [];
let taken = () => {};

worker.addEventListener("message", (event) => {
  if (event.data !== "shared files") return;
  event.ports[0]?.postMessage(shared.splice(0));
  taken();
});
worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const ours = url.origin === worker.location.origin && event.request.method === "GET" && !/^\/(api|\.well-known|feed|problems)\b/.test(url.pathname);
  if (event.request.method === "POST" && url.origin === worker.location.origin && url.pathname === SHARE) event.respondWith(share(event));
  if (ours) event.respondWith(answer(event.request, url));
});

/** What was shared goes on in the fragment, with how many files it has: the server never hears of it. They wait here for the page, which asks for them. @param {FetchEvent} event */
async function share(event) {
  const form = await event.request.formData();
  shared = form.getAll("files").filter((file) => file instanceof File && file.size > 0).map((file) => /** @type {File} */ (file));
  if (shared.length) event.waitUntil(new Promise((resolve) => (taken = () => resolve(undefined), setTimeout(resolve, PATIENCE)))); // a worker without work is stopped
  const text = ["title", "text", "url"].map((name) => String(form.get(name) ?? "").trim()).filter(Boolean).join("\n");
  return Response.redirect(`${SHARE}#${shared.length}&${encodeURIComponent(text)}`, 303);
}

/** Fetch all files of this release; what the browser's own cache still has is only asked about. */
async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
}

/** Earlier releases go, once this one is whole. */
async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("kring-") && name !== CACHE).map((name) => caches.delete(name)));
}

/** As it is kept; what belongs to no release comes from the network. @param {Request} request @param {URL} url */
async function answer(request, url) {
  const page = request.mode === "navigate" && !/\.\w+$/.test(url.pathname);
  const cache = await caches.open(CACHE);
  return (await cache.match(page ? "/" : url.pathname)) ?? fetch(request);
}
