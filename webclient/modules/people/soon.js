/** Done in a moment, unless somebody takes it back: what can't be undone afterwards has its way back before. */
import { signal } from "../../lib/signals.js";
import { errorText, t } from "../../ui/locale.js";
import { toast } from "../../ui/state.js";

/** How long (ms) there is a way back. */
const UNDO = 6000;

/** What is about to happen, by a name that says on what; screens don't offer it twice. */
export const soon = signal(/** @type {string[]} */ ([]));

/** Say what will be done, do it when nobody took it back, and say that it is done. @param {string} name @param {string} text @param {() => Promise<unknown>} run @param {string} after */
export function doSoon(name, text, run, after) {
  soon.value = [...soon.value, name];
  const settle = () => (soon.value = soon.value.filter((one) => one !== name));
  const timer = setTimeout(() => void run().then(() => toast(after), (error) => toast(errorText(error))).finally(settle), UNDO);
  toast(text, { action: t("undo"), run: () => (clearTimeout(timer), settle()) });
}
