/**
 * What stands on the lock screen, for the page and for the push worker. While somebody asks which notifications stand
 * there, Chromium forgets one that is just being shown: it is seen, but it can't be found again, and a tap on it leads
 * nowhere. So they take turns.
 */
import { inTurn as takeTurn } from "../sync/turns.js";

const LOCK = "kring.notices";
/** How long (ms) to wait for one's turn. */
const LONGEST = 10_000;

/** Show or look, while nobody else does. @template T @param {() => Promise<T>} act @returns {Promise<T>} */
export function inTurn(act) {
  return takeTurn(navigator.locks, LOCK, LONGEST, act);
}

/** Take off what need not stand there any more. @param {ServiceWorkerRegistration} registration @param {(tag: string) => boolean} gone */
export function takeOff(registration, gone) {
  return inTurn(async () => {
    for (const one of await registration.getNotifications()) if (gone(one.tag)) one.close();
  });
}
