/** Notifications on this device: turning them on and off, and what was read is no longer shown. */
import { b64, unb64 } from "../crypto/encoding.js";
import { call } from "../sync/http.js";
import { takeOff } from "./lockscreen.js";
import { go } from "./router.js";
import { vault } from "./state.js";

const WORKER = "/push.worker.js";
const SCOPE = "/push/";

/** Whether this browser can be told at all; on an iPhone only once the app stands on the home screen. */
export function canBeTold() {
  return "serviceWorker" in navigator && "PushManager" in self && "Notification" in self;
}

/** @typedef {{off: string[], daily: string[], hour: number, quiet: string[], muted: string[]}} Chosen */
/** `schools`: what was chosen for linked schools, by host; for others the same holds. @typedef {Chosen & {schools: Record<string, Chosen>}} Choices */

/** What this device chose; null: it is not told. @returns {Promise<{key: string, choices: Choices | null}>} */
export function askChoices() {
  return call("GET", "/api/push");
}

/** Be told from now on, as chosen; throws where the person or the browser does not allow it. @param {string} key @param {Choices} choices */
export async function beTold(key, choices) {
  if ((await Notification.requestPermission()) !== "granted") throw Object.assign(new Error("permission"), { code: "no-permission" });
  const registration = await navigator.serviceWorker.register(WORKER, { type: "module", scope: SCOPE, updateViaCache: "none" });
  await isActive(registration);
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: /** @type {BufferSource} */ (unb64(key)) });
  const part = (/** @type {PushEncryptionKeyName} */ name) => b64(new Uint8Array(subscription.getKey(name) ?? new ArrayBuffer(0)));
  await call("PUT", "/api/push", { endpoint: subscription.endpoint, p256dh: part("p256dh"), auth: part("auth"), choices });
}

/** Be told no more. */
export async function beLeftAlone() {
  await call("DELETE", "/api/push");
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

/** Whether the words stand on the lock screen, or only that there is something. @param {boolean} neutral */
export async function keepNeutral(neutral) {
  await vault.value?.put("self", "notices", { neutral });
}

/** Whoever opens it here need not be told of it any more. @param {string} tag */
export async function wasRead(tag) {
  const registration = "serviceWorker" in navigator ? await navigator.serviceWorker.getRegistration(SCOPE) : null;
  if (registration) await takeOff(registration, (one) => one === tag);
}

/** A notification that was tapped opens its page in this window; the address says of which school it is. */
export function followNotices() {
  navigator.serviceWorker?.addEventListener("message", (event) => event.data?.open && go(String(event.data.open)));
}

/** @param {ServiceWorkerRegistration} registration */
async function isActive(registration) {
  const worker = registration.installing ?? registration.waiting;
  if (registration.active || !worker) return;
  await new Promise((resolve) => worker.addEventListener("statechange", () => worker.state === "activated" && resolve(null)));
}
