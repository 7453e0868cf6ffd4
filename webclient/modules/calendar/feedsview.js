/** One's own calendar in a phone's calendar app: an address that shows it, made, copied, opened, and revoked with one tap. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { Button } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { Choice } from "../../ui/choice.js";
import { Check, Chips, Field } from "../../ui/field.js";
import { date, language, listed, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { Qr } from "../../ui/qr.js";
import { sources } from "../../ui/schools.js";
import { toast, version } from "../../ui/state.js";
import { Banner, Empty, ErrorNote } from "../../ui/status.js";
import { noon } from "../absences/days.js";
import { ownChildren } from "../people/model.js";
import { addresses, kept, newFeed, revoke, revoking } from "./feeds.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./feeds.js").Address} Address */
/** @typedef {import("./feeds.js").FeedAt} FeedAt */

const SCOPES = ["full", "public"];

/** Addresses belong to the account, so they are those of our own school, whichever is shown. */
export function FeedsView() {
  const own = ownSource();
  return own ? html`<${Feeds} here=${own.here} />` : html`<${Page} title=${t("feeds")} back="/calendar"><//>`;
}

/** @param {{here: Session}} props */
function Feeds({ here }) {
  void version.value;
  const found = addresses(here);
  const [there, setThere] = useState(/** @type {FeedAt[] | null} */ (null));
  useEffect(() => void kept().then(setThere, () => undefined), [found.length]);
  const [waiting, ending] = ["calendar.feed", "calendar.unfeed"].map((type) => (ownSource()?.outbox.waiting ?? []).filter((one) => one.type === type));
  const others = (there ?? []).filter((one) => !found.some((known) => known.id === one.id));
  return html`<${Page} title=${t("feeds")} back="/calendar"><div class="stack">
    <p>${t("feeds-why")}</p>
    ${found.map((one) => html`<${Card} key=${one.record} here=${here} address=${one} at=${there?.find((known) => known.id === one.id) ?? null} ending=${ending.some((its) => its.data.record === one.record)} />`)}
    ${waiting.map((one) => html`<section key=${one.id} class="card"><p class="muted">${t("feed-making")}</p></section>`)}
    ${others.map((one) => html`<${Other} key=${one.id} at=${one} gone=${() => setThere((there ?? []).filter((known) => known.id !== one.id))} />`)}
    ${!found.length && !waiting.length && !others.length && html`<${Empty} title=${t("feeds-empty")} text=${t("feeds-empty-text")} />`}
    <${Make} here=${here} first=${!found.length} /></div><//>`;
}

/** One address: what it shows, how to use it, and how to end it. @param {{here: Session, address: Address, at: FeedAt | null, ending: boolean}} props */
function Card({ here, address, at, ending }) {
  const others = othersHere();
  const url = `${location.origin}${address.path}`;
  const copy = () => navigator.clipboard.writeText(url).then(() => toast(t("feed-copied")));
  const end = () => carryOut("calendar.unfeed", revoking(address), { done: t("feed-revoked"), waits: t("feed-revoke-waits"), box: ownSource()?.outbox });
  if (ending) return html`<section class="card"><p class="muted">${t("feed-ending")}</p></section>`;
  return html`<section class="card stack feed"><div><h2>${address.label || t("feed-unnamed")}</h2><p class="muted">${[about(here, address.choices), ...others.filter((one) => address.away.some(({ host }) => host === one.host)).map((one) => one.name)].join(" · ")} · ${at?.fetched ? t("feed-fetched", { day: date(noon(at.fetched)) }) : t("feed-fetched-not")}</p></div>
    <p class="row"><a class="button primary" href=${url.replace(/^https?:/, "webcal:")}>${t("feed-open")}</a><${Button} kind="secondary" onPress=${copy}>${t("feed-copy")}<//></p>
    <details><summary>${t("feed-elsewhere")}</summary><div class="stack"><p>${t("feed-elsewhere-text")}</p><div class="carry"><${Qr} text=${url} label=${t("feed-qr")} /></div>
      <label class="field"><span>${t("feed-address")}</span><input class="input" readonly value=${url} onFocus=${(/** @type {any} */ event) => event.target.select()} /></label></div></details>
    <p class="row"><${Button} kind="danger" onPress=${end}>${t("feed-revoke")}<//></p></section>`;
}

/** An address of which this person has only the right to end it: its place here is over. @param {{at: FeedAt, gone: () => void}} props */
function Other({ at, gone }) {
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const end = () => revoke(at.id).then(() => (gone(), toast(t("feed-revoked"))), setError);
  return html`<section class="card stack"><div><h2>${t("feed-other")}</h2><p class="muted">${t("feed-other-text", { day: date(at.created) })}</p></div>
    <${ErrorNote} error=${error} /><p class="row"><${Button} kind="danger" onPress=${end}>${t("feed-revoke")}<//></p></section>`;
}

/** Choose what a new address shows, and be told plainly what it means. @param {{here: Session, first: boolean}} props */
function Make({ here, first }) {
  const own = ownChildren(here);
  const others = othersHere();
  const [draft, setDraft] = useState({ label: "", scope: "full", children: /** @type {string[]} */ ([]), names: false, without: /** @type {string[]} */ ([]) });
  const set = (/** @type {Partial<typeof draft>} */ fields) => setDraft({ ...draft, ...fields });
  const toggle = (/** @type {string} */ child) => set({ children: !child ? [] : draft.children.includes(child) ? draft.children.filter((one) => one !== child) : [...draft.children, child] });
  const make = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const { scope, children, names, label } = draft;
    const hosts = others.map((one) => one.host).filter((host) => !draft.without.includes(host));
    const feed = newFeed(here, { scope, children, names: names && scope === "full" ? 1 : 0, language: language.value }, label.trim(), hosts);
    await carryOut("calendar.feed", feed, { done: t("feed-made"), box: ownSource()?.outbox });
    setDraft({ label: "", scope: "full", children: [], names: false, without: [] });
  };
  const inside = html`<form class="stack" onSubmit=${make}>
    <${Choice} label=${t("feed-scope")} options=${SCOPES.map((value) => ({ value, text: t(`feed-${value}`), hint: t(`feed-${value}-hint`) }))} chosen=${draft.scope} onChoose=${(/** @type {string} */ scope) => set({ scope })} />
    ${own.length > 1 && html`<${Chips} label=${t("feed-whose")} options=${[{ value: "", text: t("feed-all") }, ...own.map((child) => ({ value: child.circle, text: child.first }))]} chosen=${draft.children.length ? draft.children : [""]} onToggle=${toggle} />`}
    ${own.length > 0 && draft.scope === "full" && html`<${Check} label=${t("feed-names")} hint=${t("feed-names-hint")} checked=${draft.names} onChange=${(/** @type {boolean} */ names) => set({ names })} />`}
    ${others.map(({ host, name }) => html`<${Check} key=${host} label=${t("tell-feed-also", { school: name })} hint=${t("tell-feed-also-hint")} checked=${!draft.without.includes(host)}
      onChange=${(/** @type {boolean} */ on) => set({ without: on ? draft.without.filter((one) => one !== host) : [...draft.without, host] })} />`)}
    <${Field} label=${t("feed-label")} hint=${t("feed-label-hint")} value=${draft.label} onInput=${(/** @type {string} */ label) => set({ label })} />
    <${Banner} kind="care"><p><strong>${t("feed-care")}</strong><br />${t("feed-care-text")}</p><//>
    <${Button} type="submit" big>${t("feed-make")}<//></form>`;
  return first ? html`<section class="card stack"><h2>${t("feed-new")}</h2>${inside}</section>` : html`<details class="card"><summary>${t("feed-another")}</summary>${inside}</details>`;
}

/** Our own school, as it runs here. */
function ownSource() {
  return sources().find((one) => !one.host);
}

/** The linked schools where one reads. */
function othersHere() {
  return sources().filter((one) => one.host);
}

/** What an address shows, in a few words. @param {Session} here @param {Address["choices"]} choices */
function about(here, { scope, children, names }) {
  const first = new Map(ownChildren(here).map((child) => [child.circle, child.first]));
  const all = first.size > 1 ? t("feed-all") : "";
  const whose = children.length ? listed(children.flatMap((child) => first.get(child) ?? [])) : all;
  return [t(`feed-${scope}`), whose, names ? t("feed-with-names") : ""].filter(Boolean).join(" · ");
}
