/** What somebody shows, as it is read: a line for each detail, to call, to write, to keep. */
import { html } from "../../lib/htm.js";
import { Icon } from "../../ui/icon.js";
import { language, t } from "../../ui/locale.js";
import { Portrait } from "../../ui/portrait.js";
import { ofParent } from "./classlist.js";
import { isPicture, labelOf, linkOf, lookOf, OTHER_SCHOOL, shownValue } from "./fields.js";
import { download } from "./vcard.js";

/** @typedef {import("./classlist.js").Family} Family */
/** @typedef {import("./classlist.js").Adult} Adult */

/** A child with its parents; who shows nothing is a name beside the child's and no more. @param {{family: Family, group: string}} props */
export function FamilyCard({ family, group }) {
  const open = family.adults.filter((one) => ofParent(one.card).size || one.card.has("photo"));
  const quiet = family.adults.filter((one) => !open.includes(one)).map((one) => (one.helps ? `${one.name} (${t("class-parent")})` : one.name));
  return html`<article class="family"><header><${Portrait} value=${family.card.get("face")} name=${family.first} tone=${family.child} />
      <span class="words"><h2>${family.card.get("fullname") || family.name}</h2>${quiet.length > 0 && html`<p class="muted small">${quiet.join(" · ")}</p>`}${family.card.has(OTHER_SCHOOL) && html`<span class="tag">${t("two-goes")}</span>`}</span>${family.own && html`<span class="tag">${t("own-child")}</span>`}${family.hidden && html`<span class="tag care">${t("hidden-child")}</span>`}</header>
    <${Details} card=${new Map([...family.card].filter(([field]) => field !== "fullname" && field !== OTHER_SCHOOL))} child=${family.first} />
    ${open.length > 0 && html`<ul class="adults">${open.map((one) => html`<${AdultRow} key=${one.seat} adult=${one} first=${family.first} group=${group} />`)}</ul>`}</article>`;
}

/** @param {{adult: Adult, first: string, group: string}} props */
function AdultRow({ adult, first, group }) {
  const shown = ofParent(adult.card);
  const keep = () => download({ name: adult.name, note: t("contact-note", { child: first, group }), phone: shown.get("phone"), email: shown.get("email"), address: shown.get("address") });
  const some = ["phone", "email", "address"].some((field) => shown.has(field));
  return html`<li class="adult">${adult.card.has("photo") && html`<${Portrait} value=${adult.card.get("photo")} name=${adult.name} tone=${adult.seat} small />`}<strong>${adult.name}</strong>${adult.helps && html` <span class="tag good">${t("class-parent")}</span>`}
    <${Details} card=${shown} child=${first} />
    ${some && !adult.own && html`<button type="button" class="keep" onClick=${keep}><${Icon} name="contact" size=${20} />${t("keep-contact")} <span class="sr-only">${adult.name}</span></button>`}</li>`;
}

/** @param {{card: Map<string, string>, child: string}} props */
export function Details({ card, child }) {
  const lines = [...card].filter(([field]) => !isPicture(field));
  if (!lines.length) return null;
  return html`<dl class="details">${lines.map(([field, value]) => html`<${Line} key=${field} icon=${lookOf(field).icon} label=${labelOf(field, child)}
    value=${shownValue(field, value, language.value)} href=${linkOf(field, value)} told=${lookOf(field).ofChild || field.startsWith("free:")} />`)}</dl>`;
}

/** `told`: the label is said aloud and shown, since the value alone does not tell. @param {{icon: string, label: string, value: string, href: string, told?: boolean}} props */
function Line({ icon, label, value, href, told = false }) {
  return html`<div class="detail-line"><${Icon} name=${icon} size=${20} /><dt class=${told ? "muted small" : "sr-only"}>${label}</dt>
    <dd>${href ? html`<a href=${href}>${value}</a>` : value}</dd></div>`;
}
