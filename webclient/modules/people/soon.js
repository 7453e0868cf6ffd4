/**
 * What the office does to a place, a child or a linked school and can't undo afterwards: as intents, which wait a moment for
 * somebody to think again, and are done though the app is closed. Each looks again whether there is still something to do.
 */
import { carrySoon, going } from "../../ui/carried.js";
import { endContact } from "../groups/contactseats.js";
import { endAdult } from "./adults.js";
import { leave, protect } from "./enrolment.js";
import { unlink } from "./linking.js";
import { endSeat } from "./places.js";

/** What the outbox carries out. @type {Record<string, import("../../sync/outbox.js").Carry>} */
export const carriers = {
  "people.protect": (here, { data }) => protect(here, data.on),
  "people.leave": (here, { data }) => leave(here, data.on),
  "people.end": async (here, { data: { on, number, key } }) => {
    if (here.replica.trust.hasEnded(on)) return;
    await (number ? endAdult(here, number, key) : endSeat(here, on));
  },
  "people.contacts-end": async (here, { data }) => {
    for (const seat of data.seats) await endContact(here, seat);
  },
  "people.unlink": async (here, { data }) => {
    if (here.replica.trust.peers.has(data.on)) await unlink(here, data.on);
  },
};

/** Say what will be done, do it when nobody took it back, and say so once it is done. @param {string} what @param {{on: string} & Record<string, any>} data @param {string} doing @param {string} done */
export function doSoon(what, data, doing, done) {
  return carrySoon(`people.${what}`, data, { doing, done });
}

/** Whether that is asked for and not done yet; screens don't offer it twice. @param {string} what @param {string} on */
export function isSoon(what, on) {
  return going(`people.${what}`).some((data) => data.on === on);
}
