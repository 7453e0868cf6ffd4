/** Entering and leaving: from a session to a running app, and back to nothing. */
import { listen } from "../../sync/live.js";
import { Outbox } from "../../sync/outbox.js";
import { resume, signOut } from "../../sync/account.js";
import { language } from "../../ui/locale.js";
import { keepReaching } from "../../ui/reach.js";
import { go } from "../../ui/router.js";
import { modules, online, outbox, session, vault, version } from "../../ui/state.js";

/** @type {{stop: () => void} | null} */
let listening = null;
/** @type {() => void} */
let stopReaching = () => undefined;

/** Run the app for a session: outbox, live changes. @param {import("../../sync/session.js").Session} started */
export async function enter(started) {
  const all = await import("../all.js"); // late, so that the door opens before the house is furnished
  const box = new Outbox(started, all.CARRIERS);
  const changed = () => (version.value += 1);
  started.onChange(changed);
  box.listeners.add(changed);
  await box.load();
  modules.value = all.MODULES;
  session.value = started;
  void vault.value?.put("self", "language", language.value);
  outbox.value = box;
  changed();
  stopReaching = keepReaching(started, () => online.value, all.TOP_UPS);
  listening = listen(started, {
    onState: (isOnline) => {
      online.value = isOnline;
      if (isOnline) void box.flush();
    },
    onSignedOut: () => void leave(false),
  });
}

/** Go on with the session that this browser kept; false if nobody is signed in. */
export async function enterKept() {
  const kept = vault.value && (await resume(vault.value));
  if (kept) await enter(kept);
  return Boolean(kept);
}

/** Leave and wipe this browser; `tell` the server where it does not know yet. @param {boolean} [tell] */
export async function leave(tell = true) {
  stopReaching();
  listening?.stop();
  listening = null;
  if (vault.value) await (tell ? signOut(vault.value) : vault.value.wipe());
  session.value = null;
  outbox.value = null;
  online.value = true;
  go("/", { replace: true });
}
