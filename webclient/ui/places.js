/** Where this person can go: the modules that they have, those that a phone's bar has room for first. */
import { sources } from "./schools.js";
import { modules, session } from "./state.js";

/** How many stand in a phone's bar, beside More. */
const IN_BAR = 5;

/**
 * The modules of this person, in order. Of who only speaks for the board at this school, those that say so (`speaks`); of who
 * does that elsewhere, at a server without groups, also those of people who work together (`plain`).
 * @returns {any[]}
 */
export function mine() {
  const roles = session.value?.roles() ?? new Set();
  const speaks = roles.size === 1 && roles.has("board");
  const fits = (/** @type {any} */ one) => !one.roles || one.roles.some((/** @type {string} */ role) => roles.has(role));
  const shows = (/** @type {any} */ one) => (speaks ? one.speaks : fits(one) && (!speaksFirst() || one.speaks || one.plain || !one.href));
  return modules.value.filter((one) => shows(one) && (!one.needed || one.needed()));
}

/** Whether what this person does here is to speak for the board: there is no group at this server, and they do so somewhere. */
export function speaksFirst() {
  const here = session.value;
  if (!here || here.replica.trust.groups.length) return here !== null && here.roles().size === 1 && here.roles().has("board");
  return sources().some((one) => one.here.seat({ role: "board" }) !== null);
}

/** Those with a place of their own, but More; `rest`: for which a phone's bar has no room. */
export function places() {
  const found = mine().filter((one) => one.href);
  const more = found.filter((one) => one.name === "more");
  const others = found.filter((one) => one.name !== "more");
  return { bar: others.slice(0, IN_BAR), rest: others.slice(IN_BAR), more };
}
