/** For the team, and for paper: whom to call for each child, who may fetch it, what it must not eat. */
import { html } from "../../lib/htm.js";
import { Button } from "../../ui/button.js";
import { date, t } from "../../ui/locale.js";
import { school, session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { Table } from "../../ui/table.js";
import { groups } from "../people/model.js";
import { families } from "./classlist.js";
import { linkOf } from "./fields.js";
import { Gone, GroupPage } from "./view.js";

/** @typedef {import("./classlist.js").Family} Family */

/** @param {{params: Record<string, string>}} props */
export function EmergencyView({ params }) {
  void version.value;
  const here = /** @type {any} */ (session.value);
  const group = groups(here).find((one) => one.group === params.id);
  if (!group || !here.replica.circles.get(group.register)?.reads) return html`<${Gone} />`;
  const rows = families(here, group);
  if (!rows.length) return html`<${GroupPage} group=${group}><${Empty} title=${t("emergency-empty")} text=${t("emergency-empty-text")} /><//>`;
  const columns = ["child", "numbers", "collectors", "allergies"].map((key) => ({ key, text: t(`emergency-${key}`) }));
  return html`<${GroupPage} group=${group} wide><div class="stack emergency"><div class="no-print stack"><${Banner} kind="care"><p>${t("emergency-why")}</p><//>
      <${Button} icon="print" onPress=${() => print()}>${t("print")}<//></div>
    <p class="print-only">${school.value?.name} · ${date(Date.now())}</p>
    <${Table} caption=${t("emergency-caption", { group: group.name })} columns=${columns} rows=${rows} rowKey=${(/** @type {Family} */ row) => row.child} cell=${cell} /></div><//>`;
}

/** @param {Family} row @param {string} key */
function cell(row, key) {
  if (key === "child") return html`<span>${row.name}${row.hidden && html`<br /><span class="tag care">${t("hidden-child")}</span>`}</span>`;
  if (key === "allergies") return row.card.get("allergies") ?? html`<${None} />`;
  const people = key === "collectors" ? row.collectors : row.adults.map((one) => ({ name: one.name, relation: one.relation, phone: one.phone || one.card.get("phone") || "" }));
  if (!people.length) return html`<${None} />`;
  return html`<ul class="numbers">${people.map((one) => html`<li key=${`${one.name} ${one.phone}`}><span>${[one.name, one.relation].filter(Boolean).join(", ")}</span> ${one.phone ? html`<a class="figures" href=${linkOf("phone", one.phone)}>${one.phone}</a>` : html`<span class="muted">${t("no-number")}</span>`}</li>`)}</ul>`;
}

/** Nothing that anybody shared: a dash for the eye, words for the ear. */
function None() {
  return html`<span class="muted" aria-hidden="true">–</span><span class="sr-only">${t("none-known")}</span>`;
}
