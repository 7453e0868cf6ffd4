/** Whoever is being blocked is not heard on this device from the press on, though the word still waits to be sent. */
import { going } from "../../ui/carried.js";
import { samePeople } from "../groups/model.js";
import { threads } from "./model.js";

/** The threads that are shown. @param {import("../../sync/session.js").Session} here @returns {import("./model.js").Thread[]} */
export function shownThreads(here) {
  const leaving = samePeople(here, going("contacts.block").map((one) => one.seat));
  return threads(here).filter((one) => !leaving.has(one.item.head.seat));
}
