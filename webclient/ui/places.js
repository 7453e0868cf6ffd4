/** Where this person can go: the modules that they have, those that a phone's bar has room for first. */
import { modules, session } from "./state.js";

/** How many stand in a phone's bar, beside More. */
const IN_BAR = 5;

/** The modules of this person, in order: of who only speaks for the board at this school, those that say so. @returns {any[]} */
export function mine() {
  const roles = session.value?.roles() ?? new Set();
  const speaks = roles.size === 1 && roles.has("board");
  return modules.value.filter((one) => (speaks ? one.speaks : !one.roles || one.roles.some((/** @type {string} */ role) => roles.has(role))) && (!one.needed || one.needed()));
}

/** Those with a place of their own, but More; `rest`: for which a phone's bar has no room. */
export function places() {
  const found = mine().filter((one) => one.href);
  const more = found.filter((one) => one.name === "more");
  const others = found.filter((one) => one.name !== "more");
  return { bar: others.slice(0, IN_BAR), rest: others.slice(IN_BAR), more };
}
