/** A file for each family in one go: many files, found by name, looked at in a table, each sent to one family only. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { Check, Chips, Field } from "../../ui/field.js";
import { FilePicker } from "../../ui/filepicker.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { sendFiles } from "../../ui/sending.js";
import { session, version } from "../../ui/state.js";
import { Banner, Progress } from "../../ui/status.js";
import { Table } from "../../ui/table.js";
import { groups } from "../people/model.js";
import { ready } from "./adding.js";
import { families } from "./audience.js";
import { matchFiles } from "./match.js";
import { makerSeat, newDocument, newId, tellsOf, titleOf, untilOf } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {ReturnType<typeof families>[0]} Family */
/** @typedef {{id: string, file: File, child: string}} Row */

export function EachView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const seat = makerSeat(here);
  const own = groups(here).filter((group) => here.seat({ circle: group.register }));
  const [chosen, setChosen] = useState("");
  const [rows, setRows] = useState(/** @type {Row[]} */ ([]));
  const [more, setMore] = useState({ title: "", text: "", until: "", log: true });
  const [sent, setSent] = useState(/** @type {string[]} */ ([]));
  const group = own.find((one) => one.group === chosen) ?? (own.length === 1 ? own[0] : null);
  const all = group && seat ? families(here, seat.id, group.register) : [];
  const add = (/** @type {File[]} */ files) => {
    const found = matchFiles(files.map((one) => one.name), all.map((one) => ({ id: one.id, number: one.number, first: one.names[0], last: one.names[1] })));
    setRows([...rows, ...files.map((file, at) => ({ id: newId(), file, child: found[at] }))]);
  };
  const send = () => {
    const going = rows.filter((row) => row.child);
    queue(here, going, all, more);
    setSent(going.map((row) => row.id));
  };
  return html`<${Page} title=${t("shelf-each")} back="/bookshelf" wide>${sent.length ? html`<${Sent} here=${here} ids=${sent} />` : html`<div class="stack"><p>${t("shelf-each-why")}</p>
    ${own.length > 1 && html`<${Chips} label=${t("shelf-each-group")} options=${own.map((one) => ({ value: one.group, text: one.name }))} chosen=${[group?.group ?? ""]} onToggle=${(/** @type {string} */ value) => (setChosen(value), setRows([]))} />`}
    ${group && html`<${FilePicker} text=${t("files-drop")} choose=${t("choose-files")} icon="page" hint=${t("shelf-each-hint")} onFiles=${add} />`}
    ${rows.length > 0 && html`<${Rows} rows=${rows} all=${all} onChange=${setRows} /><${More} more=${more} onChange=${setMore} /><${Sending} rows=${rows} all=${all} onSend=${send} />`}</div>`}<//>`;
}

/** @param {{rows: Row[], all: Family[], onChange: (rows: Row[]) => void}} props */
function Rows({ rows, all, onChange }) {
  const choose = (/** @type {Row} */ row, /** @type {string} */ child) => onChange(rows.map((one) => (one.id === row.id ? { ...one, child } : one)));
  const cell = (/** @type {Row} */ row, /** @type {string} */ key) => key === "file" ? row.file.name : html`<select class="input" aria-label=${t("shelf-each-for", { name: row.file.name })} value=${row.child} onChange=${(/** @type {any} */ event) => choose(row, event.target.value)}>
    <option value="">${t("shelf-each-nobody")}</option>${all.map((one) => html`<option key=${one.id} value=${one.id} selected=${one.id === row.child}>${one.names[2]}</option>`)}</select>`;
  const sorted = [...rows].sort((a, b) => Number(Boolean(a.child)) - Number(Boolean(b.child)));
  return html`<${Table} caption=${t("shelf-each-table")} columns=${[{ key: "file", text: t("file") }, { key: "child", text: t("shelf-each-family") }]} rows=${sorted} rowKey=${(/** @type {Row} */ row) => row.id} cell=${cell} />`;
}

/** @param {{more: {title: string, text: string, until: string, log: boolean}, onChange: (more: any) => void}} props */
function More({ more, onChange }) {
  const set = (/** @type {any} */ some) => onChange({ ...more, ...some });
  return html`<${Field} label=${t("shelf-each-title")} hint=${t("shelf-each-title-hint")} value=${more.title} onInput=${(/** @type {string} */ title) => set({ title })} />
    <${Field} label=${t("shelf-each-text")} value=${more.text} onInput=${(/** @type {string} */ text) => set({ text })} rows=${2} />
    <details><summary>${t("options")}</summary><div class="stack"><${Check} label=${t("shelf-log")} hint=${t("shelf-log-hint")} checked=${more.log} onChange=${(/** @type {boolean} */ log) => set({ log })} />
      <${Field} label=${t("shelf-until")} hint=${t("shelf-until-hint")} type="date" value=${more.until} onInput=${(/** @type {string} */ until) => set({ until })} /></div></details>`;
}

/** What is going to happen, by name where something is missing. @param {{rows: Row[], all: Family[], onSend: () => void}} props */
function Sending({ rows, all, onSend }) {
  const going = rows.filter((row) => row.child);
  const served = new Set(going.map((row) => row.child));
  const without = all.filter((one) => !served.has(one.id));
  const double = all.filter((one) => going.filter((row) => row.child === one.id).length > 1);
  const nobody = rows.length - going.length;
  return html`${nobody > 0 && html`<${Banner} kind="care"><p>${t("shelf-each-left", { count: nobody })}</p><//>`}
    ${double.length > 0 && html`<${Banner} kind="care"><p>${t("shelf-each-double", { names: double.map((one) => one.names[2]).join(", ") })}</p><//>`}
    ${without.length > 0 && html`<details><summary>${t("shelf-each-without", { count: without.length })}</summary><p>${without.map((one) => one.names[2]).join(", ")}</p></details>`}
    <${Button} big disabled=${!going.length} onPress=${onSend}>${t("shelf-each-send", { files: going.length, families: served.size })}<//>`;
}

/** How many are on the server, as they arrive. @param {{here: Session, ids: string[]}} props */
function Sent({ here, ids }) {
  void version.value;
  const done = ids.filter((id) => here.replica.items.has(id)).length;
  return html`<div class="stack"><${Progress} done=${done} total=${ids.length} label=${t("shelf-each-progress", { done, total: ids.length })} />
    <p>${t(done === ids.length ? "shelf-each-done" : "shelf-each-going")}</p></div>`;
}

/** Each file to its own family, and nobody else's. @param {Session} here @param {Row[]} rows @param {Family[]} all @param {{title: string, text: string, until: string, log: boolean}} more */
function queue(here, rows, all, more) {
  const until = untilOf(more.until);
  const places = new Map(all.map((one) => [one.id, one.place]));
  const seat = makerSeat(here)?.id ?? "";
  void sendFiles(rows.map((row) => row.file), seat, (part, at) => {
    const place = /** @type {import("./shelf.js").Place} */ (places.get(rows[at].child));
    const body = newDocument({ title: more.title.trim() || titleOf(rows[at].file.name), text: more.text.trim(), until, tells: tellsOf(here, place, more.log), file: part });
    return { type: "bookshelf.put", data: { id: rows[at].id, kind: "document", place, body } };
  }, ready);
}
