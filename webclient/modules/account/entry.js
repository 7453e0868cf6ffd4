/** Entering and leaving: from a session to a running app, and back to nothing. */
import { signal } from "../../lib/signals.js";
import { listen } from "../../sync/live.js";
import { Identity } from "../../crypto/identity.js";
import { openKept, resume, signOut } from "../../sync/account.js";
import { choose, chosen, forget, resumeAway, schools } from "../../sync/away.js";
import { language } from "../../ui/locale.js";
import { opened } from "../../ui/opened.js";
import { go, readAddress } from "../../ui/router.js";
import { stopPreparing } from "../../ui/sending.js";
import { modules, online, session, vault } from "../../ui/state.js";
import { begin, clear, ears, stop } from "./schools.js";

/** How long (ms) an app with a lock may be out of sight. */
const AWAY = 5 * 60_000;
/** Where letters are used: that begins at our own school. */
const LETTERS = "/join";
/** What this browser keeps behind a lock, while it is closed. @type {import("../../lib/signals.js").Signal<import("../../sync/vault.js").Kept | null>} */
export const locked = signal(/** @type {any} */ (null));

/** @type {{stop: () => void} | null} */
let listening = null;

/** Run the app for a session: outbox, live changes. @param {import("../../sync/session.js").Session} started @param {{host: string, name: string}} [which] a linked school; our own, if none is named */
export async function enter(started, which = { host: "", name: "" }) {
  const all = await import("../all.js"); // late, so that the door opens before the house is furnished
  modules.value = all.MODULES;
  await begin(started, which, all);
  void vault.value?.put("self", "language", language.value);
  listening = listen(ears, {
    onState: (isOnline) => void (online.value = isOnline),
    onSignedOut: () => void leave(false),
  });
}

/** Go on with the session that this browser kept, if there is one; with a lock on it, wait for the PIN. */
export async function enterKept() {
  const kept = await vault.value?.recall();
  if (kept?.lock) locked.value = kept;
  else if (kept?.seed) await enterAs(kept, kept.seed);
}

/** Go on at the school that this window shows. @param {import("../../sync/vault.js").Kept} kept @param {Uint8Array} seed */
async function enterAs(kept, seed) {
  const own = /** @type {import("../../sync/vault.js").Vault} */ (vault.value);
  const beyond = readAddress(location.pathname);
  if (beyond) go(beyond.href, { replace: true });
  if (beyond || location.pathname === LETTERS) choose(beyond?.host ?? "");
  const away = (await schools(own)).find((one) => one.host === chosen());
  if (away) await enter(await resumeAway(away, new Identity(seed), kept), away);
  else await enter(await resume(own, kept, seed));
}

/** Go on behind the lock; false if it does not open. @param {string} secret the PIN, or what the passkey gave */
export async function enterUnlocked(secret) {
  const kept = /** @type {import("../../sync/vault.js").Kept} */ (locked.value);
  const seed = await openKept(kept, secret).catch(() => null);
  if (!seed) return false;
  await enterAs(kept, seed);
  locked.value = null;
  return true;
}

/** An app with a lock closes it when nobody looked at it for a while. */
export function closeWhenAway() {
  let since = 0;
  document.addEventListener("visibilitychange", async () => {
    const away = document.visibilityState === "visible" && since > 0 ? Date.now() - since : 0;
    since = document.visibilityState === "hidden" ? Date.now() : 0;
    if (away > AWAY && session.value && (await vault.value?.recall())?.lock) location.reload();
  });
}

/** Leave and wipe this browser; `tell` the server where it does not know yet. @param {boolean} [tell] */
export async function leave(tell = true) {
  listening?.stop();
  listening = null;
  stopPreparing();
  opened.clear();
  await stop();
  if (vault.value) await forget(vault.value);
  if (vault.value) await (tell ? signOut(vault.value) : vault.value.wipe());
  clear();
  locked.value = null;
  online.value = true;
  go("/", { replace: true });
}
