/** The app on the home screen: asked by the browser where it can, explained where only the person can; and its badge. */
import { signal } from "../lib/signals.js";

/** What the browser would show; null where it does not ask. @type {import("../lib/signals.js").Signal<any>} */
const asked = signal(/** @type {any} */ (null));

/** Keep what the browser offers for when the person wants it. */
export function watchInstall() {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    asked.value = event;
  });
  addEventListener("appinstalled", () => (asked.value = null));
}

/** How it can be put on the home screen here: `ask` the browser, by `hand` (iPhone, iPad), or it `is` there; "" for neither. @returns {"ask" | "hand" | "is" | ""} */
export function installable() {
  if (matchMedia("(display-mode: standalone)").matches || "standalone" in navigator && navigator.standalone) return "is";
  if (asked.value) return "ask";
  return /iPhone|iPad/.test(navigator.userAgent) ? "hand" : "";
}

/** Let the browser ask. */
export async function install() {
  await asked.value?.prompt();
  asked.value = null;
}

/** How much is new, on the app's icon. @param {number} count */
export function showBadge(count) {
  if ("setAppBadge" in navigator) void (count ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => undefined);
}
