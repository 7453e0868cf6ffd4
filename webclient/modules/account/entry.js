/** Entering and leaving: from a session to a running app, and back to nothing. */
import { signal } from "../../lib/signals.js";
import { listen } from "../../sync/live.js";
import { Outbox } from "../../sync/outbox.js";
import { Uploads } from "../../sync/uploads.js";
import { openKept, resume, signOut } from "../../sync/account.js";
import { forget, resumeAway } from "../../sync/away.js";
import { evict } from "../../sync/blobs.js";
import { language } from "../../ui/locale.js";
import { opened } from "../../ui/opened.js";
import { keepReaching } from "../../ui/reach.js";
import { go } from "../../ui/router.js";
import { stopPreparing } from "../../ui/sending.js";
import { modules, online, outbox, school, session, uploading, uploads, vault, version } from "../../ui/state.js";

/** How long (ms) an app with a lock may be out of sight. */
const AWAY = 5 * 60_000;
/** How often (ms) what waits for a linked school is tried again: that our own answers says nothing about it. */
const AGAIN = 15_000;
/** What this browser keeps behind a lock, while it is closed. @type {import("../../lib/signals.js").Signal<import("../../sync/vault.js").Kept | null>} */
export const locked = signal(/** @type {any} */ (null));

/** @type {{stop: () => void} | null} */
let listening = null;
/** @type {() => void} */
let stopReaching = () => undefined;

/** Run the app for a session: outbox, live changes. @param {import("../../sync/session.js").Session} started @param {boolean} [away] at a linked school: our own only says when there is something */
export async function enter(started, away = false) {
  const all = await import("../all.js"); // late, so that the door opens before the house is furnished
  const box = new Outbox(started, all.CARRIERS);
  const changed = () => (version.value += 1);
  started.onChange(changed);
  box.listeners.add(changed);
  await box.load();
  const queue = new Uploads(started, box);
  queue.listeners.add(() => (uploading.value = queue.progress()));
  await queue.load();
  started.onAway = (files) => (opened.forget(files), evict(files));
  modules.value = all.MODULES;
  session.value = started;
  void vault.value?.put("self", "language", language.value);
  outbox.value = box;
  uploads.value = queue;
  changed();
  stopReaching = keepReaching(started, () => online.value, all.TOP_UPS);
  const hears = away ? /** @type {any} */ ({ sync: () => started.sync(), take: () => started.sync() }) : started;
  if (away) setInterval(() => void box.flush(), AGAIN);
  listening = listen(hears, {
    onState: (isOnline) => {
      online.value = isOnline;
      if (isOnline) void Promise.all([box.flush(), queue.flush()]);
    },
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
  const away = await resumeAway(own, kept, seed);
  if (!away) return enter(await resume(own, kept, seed));
  school.value = { name: away.school.name, host: away.school.host, founded: true };
  await enter(away.session, true);
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
  stopReaching();
  listening?.stop();
  listening = null;
  stopPreparing();
  uploads.value?.stop();
  uploads.value = null;
  opened.clear();
  await outbox.value?.finish();
  if (vault.value) await forget(vault.value);
  if (vault.value) await (tell ? signOut(vault.value) : vault.value.wipe());
  session.value = null;
  locked.value = null;
  outbox.value = null;
  online.value = true;
  go("/", { replace: true });
}
