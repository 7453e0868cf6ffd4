/** Locking anew after somebody left: what still waits for it, in words, and doing it now. */
import { html } from "../../lib/htm.js";
import { useEffect, useRef, useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { List, ListItem } from "../../ui/list.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { Banner, ErrorNote, Progress } from "../../ui/status.js";
import { children, groups } from "./model.js";
import { due, renew } from "./renewal.js";
import { Tabs } from "./view.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {"looking" | "found" | "running" | "stopped" | "done"} Phase */

export function RenewalView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const [state, setState] = useState({ phase: /** @type {Phase} */ ("looking"), waiting: /** @type {string[]} */ ([]), done: 0, total: 0, error: /** @type {unknown} */ (null) });
  const stop = useRef(false);
  const set = (/** @type {Partial<typeof state>} */ more) => setState((before) => ({ ...before, ...more }));
  const progress = (/** @type {number} */ done, /** @type {number} */ total) => set({ done, total });
  const look = () => due(here, progress, () => stop.current).then((waiting) => set({ phase: "found", waiting, done: 0 }), (error) => set({ phase: "found", error }));
  useEffect(() => (void look(), () => void (stop.current = true)), []);
  const run = async () => {
    stop.current = false;
    set({ phase: "running", done: 0, total: state.waiting.length, error: null });
    try {
      await renew(here, progress, () => stop.current);
      set({ phase: stop.current ? "stopped" : "done", waiting: await due(here) });
    } catch (error) {
      set({ phase: "stopped", error, waiting: await due(here).catch(() => state.waiting) });
    }
  };
  return html`<${Page} title=${t("tab-renewal")} wide><${Tabs} /><div class="stack"><p>${t("renewal-why")}</p><p class="muted">${t("renewal-by-itself")}</p><${ErrorNote} error=${state.error} />
    <${Now} state=${state} onRun=${run} onStop=${() => (stop.current = true)} />
    ${["found", "stopped"].includes(state.phase) && state.waiting.length > 0 && html`<${Waiting} here=${here} circles=${state.waiting} />`}</div><//>`;
}

/** @param {{state: {phase: Phase, waiting: string[], done: number, total: number, error: unknown}, onRun: () => any, onStop: () => void}} props */
function Now({ state, onRun, onStop }) {
  const count = state.waiting.length;
  if (state.phase === "looking") return html`<${Progress} done=${state.done} total=${state.total} label=${t("renewal-looking", { done: state.done, of: state.total })} />`;
  if (state.phase === "running") return html`<${Progress} done=${state.done} total=${state.total} label=${t("renewal-progress", { done: state.done, of: state.total })}><${Button} kind="secondary" onPress=${onStop}>${t("stop")}<//><//>`;
  if (!count) return state.error ? null : html`<${Banner} kind="good"><p>${t(state.phase === "done" ? "renewal-done" : "renewal-none")}</p><//>`;
  return html`<div class="stack">${state.phase === "stopped" && html`<${Banner}><p>${t("renewal-stopped", { count })}</p><//>`}
    <p><${Button} big onPress=${onRun}>${t(state.phase === "stopped" ? "resume" : "renewal-verb", { count })}<//></p></div>`;
}

/** @param {{here: Session, circles: string[]}} props */
function Waiting({ here, circles }) {
  const rows = [...new Map(circles.map((circle) => [circleName(here, circle), circle]))];
  return html`<section class="stack"><h2>${t("renewal-waiting")}</h2><${List} label=${t("renewal-waiting")}>
    ${rows.map(([name, circle]) => html`<${ListItem} key=${circle} mark=${name} tone=${circle} title=${name} />`)}<//></section>`;
}

/** What a circle is to the people of the office. @param {Session} here @param {string} circle @returns {string} */
export function circleName(here, circle) {
  const { charter } = here.replica.trust;
  const child = children(here).find((one) => one.circle === circle);
  if (child) return child.name;
  const group = groups(here).find((one) => [one.group, one.parents, one.quiet, one.team, one.register].includes(circle));
  if (group) return t(group.team === circle ? "circle-team" : group.register === circle ? "circle-register" : "group-people", { group: group.name });
  return t({ [charter.school]: "circle-school", [charter.staff]: "audience-staff", [charter.office]: "audience-office", [charter.desk]: "circle-desk" }[circle] ?? "circle-other");
}
