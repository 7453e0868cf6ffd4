/** Addresses: every screen has one, back always works, links are ordinary links. */
import { signal } from "../lib/signals.js";
import { shown } from "./state.js";

export { addressAt } from "../sync/away.js";

export const path = signal("/");
/** Addresses that the server answers itself, and files: the browser follows those. */
const SERVED = /^\/(api|feed|problems|\.well-known)\b|\.[a-z0-9]+$/;
/** What another school of the same account shows at an address. */
const BEYOND = /^\/at\/([^/]+)(\/.*)$/;

/** @typedef {{pattern: string, view: any, wide?: boolean}} Route */

/** The first route that fits an address, with its parameters (":id"). @template {{pattern: string}} R @param {R[]} routes @param {string} address @returns {{route: R, params: Record<string, string>} | null} */
export function match(routes, address) {
  for (const route of routes) {
    const params = fit(route.pattern.split("/"), address.replace(/\/+$/, "").split("/"));
    if (params) return { route, params };
  }
  return null;
}

/** Of which school an address is, and the address there; null if it is of the one that is shown. @param {string} address @param {string} [own] @returns {{host: string, href: string} | null} */
export function readAddress(address, own = location.host) {
  const [, host = "", href = ""] = BEYOND.exec(address) ?? [];
  return href ? { host: decoded(host) === own ? "" : decoded(host), href } : null;
}

/** Go to an address of this app. @param {string} address @param {{replace?: boolean}} [how] */
export function go(address, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"]({ school: shown.value }, "", address);
  path.value = location.pathname;
  scrollTo(0, 0);
}

/** Follow the browser's buttons and every link inside the app. */
export function startRouter() {
  path.value = location.pathname;
  addEventListener("popstate", () => (path.value = location.pathname));
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest?.("a[href]");
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.defaultPrevented;
    if (!(link instanceof HTMLAnchorElement) || !plain || link.origin !== location.origin || link.target || link.hash || link.download || SERVED.test(link.pathname)) return;
    event.preventDefault();
    go(link.pathname);
  });
}

/** @param {string[]} pattern @param {string[]} parts @returns {Record<string, string> | null} */
function fit(pattern, parts) {
  if (pattern.join("/") === "/" && parts.join("/") === "") return {};
  if (pattern.length !== parts.length) return null;
  /** @type {Record<string, string>} */
  const params = {};
  for (let at = 0; at < pattern.length; at++) {
    const name = pattern[at].startsWith(":") && pattern[at].slice(1);
    if (name) params[name] = decoded(parts[at]);
    else if (pattern[at] !== parts[at]) return null;
  }
  return params;
}

/** A part of an address as it was meant; as it stands where it can't be decoded. @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
