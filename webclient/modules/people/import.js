/** Taking in a roster: look first, then make; it can be stopped and gone on with, and nobody is notified. */
import { html } from "../../lib/htm.js";
import { useRef, useState } from "../../lib/hooks.js";
import { parseRoster } from "../../sync/roster.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session } from "../../ui/state.js";
import { Banner, ErrorNote, Progress } from "../../ui/status.js";
import { importRoster } from "./enrolment.js";
import { Tabs } from "./view.js";

/** @typedef {import("../../sync/roster.js").Roster} Roster */

export function ImportView() {
  const [found, setFound] = useState(/** @type {Roster | null} */ (null));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const read = async (/** @type {File | undefined} */ file) => {
    if (!file) return;
    setError(null);
    try {
      setFound(parseRoster(new Uint8Array(await file.arrayBuffer())));
    } catch (/** @type {any} */ problem) {
      setFound(null);
      setError({ code: `roster-${problem.code}` });
    }
  };
  return html`<${Page} title=${t("tab-import")} wide><${Tabs} /><div class="stack"><p>${t("import-why")}</p><${ErrorNote} error=${error} />
    <${Drop} onFile=${read} />${found && html`<${Preview} key=${found.children.length} found=${found} />`}</div><//>`;
}

/** @param {{onFile: (file: File | undefined) => void}} props */
function Drop({ onFile }) {
  const [over, setOver] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  const drop = (/** @type {DragEvent} */ event) => (event.preventDefault(), setOver(false), onFile(event.dataTransfer?.files[0]));
  const drag = (/** @type {DragEvent} */ event) => (event.preventDefault(), setOver(true));
  return html`<div class=${`drop ${over ? "over" : ""}`} onDragOver=${drag} onDragLeave=${() => setOver(false)} onDrop=${drop}>
    <p>${t("import-drop")}</p><input ref=${input} type="file" accept=".csv,text/csv" class="sr-only" aria-label=${t("import-choose")} onChange=${(/** @type {any} */ event) => onFile(event.target.files[0])} />
    <${Button} kind="secondary" onPress=${() => input.current?.click()}>${t("import-choose")}<//></div>`;
}

/** What is in the file, what was left out, and making it. @param {{found: Roster}} props */
function Preview({ found }) {
  const here = /** @type {any} */ (session.value);
  const known = new Set(here.replica.ofKind("roster").map((/** @type {any} */ item) => item.body.number));
  const [state, setState] = useState({ fresh: found.children.filter((child) => !known.has(child.number)).length, running: false, done: 0, total: 0, finished: false, error: /** @type {unknown} */ (null) });
  const stop = useRef(false);
  const run = async () => {
    stop.current = false;
    setState((before) => ({ ...before, running: true, error: null }));
    try {
      await importRoster(here, found.children, (done, total) => setState((before) => ({ ...before, done, total })), () => stop.current);
      setState((before) => ({ ...before, running: false, finished: !stop.current }));
    } catch (error) {
      setState((before) => ({ ...before, running: false, error }));
    }
  };
  const guardians = found.children.reduce((sum, child) => sum + child.guardians.length, 0);
  return html`<section class="card stack"><h2>${t("import-found")}</h2>
      <p class="figures">${t("import-counts", { children: found.children.length, groups: found.groups.length, guardians, fresh: state.fresh })}</p>
      <${ErrorNote} error=${state.error} />
      ${state.finished ? html`<${Banner} kind="good"><p>${t("import-done")}</p><${ButtonLink} kind="secondary" href="/people/letters">${t("tab-letters")}<//><//>`
        : state.running ? html`<${Progress} done=${state.done} total=${state.total} label=${t("import-progress", { done: state.done, of: state.total })}><${Button} kind="secondary" onPress=${() => (stop.current = true)}>${t("stop")}<//><//>`
        : html`<p><${Button} big disabled=${!state.fresh} onPress=${run}>${state.done ? t("resume") : t("import-verb", { count: state.fresh })}<//></p>`}</section>
    ${found.problems.length > 0 && html`<section class="card stack"><h2>${t("import-problems", { count: found.problems.length })}</h2><p class="muted">${t("import-problems-text")}</p>
      <ul class="families">${found.problems.slice(0, 200).map((one) => html`<li key=${one.line}><span class="figures">${t("line", { line: one.line })}</span><span>${t(`roster-problem-${one.reason}`)} <strong>${one.column}</strong> ${one.value}</span></li>`)}</ul></section>`}`;
}
