/** Other schools: whom I let in from there, and who let me in; what each shows, and the way out. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { newToken } from "../../crypto/token.js";
import { Avatar } from "../../ui/avatar.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Field } from "../../ui/field.js";
import { date, t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { Qr } from "../../ui/qr.js";
import { outbox, session, toast, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { Details } from "./card.js";
import { contacts, contactSeats, partners, stayed } from "./contactseats.js";
import { placesFar } from "./elsewhere.js";
import { homeFor, HomeSwitch } from "./homeschool.js";
import { cards, ownPlaces, seeAs } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./contactseats.js").Contact} Contact */

const INVITE = "groups.contact";
const [END, LEAVE] = ["groups.contact-end", "groups.contact-leave"];

/** Whether there is anything to do with other schools: one is linked, or somebody is a contact. @param {Session} here */
export function mayKnowOthers(here) {
  return Boolean(here.replica.trust.peers.size || contacts(here).length || stayed(here).length || placesFar().some((one) => one.seat.role === "contact"));
}

export function AcrossView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const given = contacts(here);
  const making = coming(INVITE).filter(({ data }) => !given.some((one) => one.code === data.code));
  const got = placesFar().filter((one) => one.seat.role === "contact");
  const gone = stayed(here);
  const nobody = !given.length && !got.length && !making.length && !gone.length;
  return html`<${Page} title=${t("contact-schools")} back="/groups"><div class="stack"><p>${t("contact-why")}</p>
    ${got.map((place) => html`<${Got} key=${place.seat.id} place=${place} />`)}
    ${given.map((one) => html`<${Given} key=${one.seat.id} here=${here} contact=${one} />`)}
    ${gone.map((seat) => html`<${Stayed} key=${seat.id} here=${here} seat=${seat} />`)}
    ${making.map(({ id, data }) => html`<article class="card" key=${id}><h2>${data.name}</h2><p class="muted">${t("contact-coming")}</p></article>`)}
    ${nobody && html`<${Empty} title=${t("contact-empty")} text=${t("contact-empty-text")} />`}
    <${NewCode} here=${here} /></div><//>`;
}

/** Somebody at another school who let me in. @param {{place: ReturnType<typeof placesFar>[number]}} props */
function Got({ place: { here, box, seat, school } }) {
  const people = partners(here, seat);
  const named = people.map((one) => cards(here).get(one)?.get("name")).filter(Boolean).join(", ");
  const name = named || t("contact-parent", { school });
  const card = new Map(people.flatMap((one) => [...(cards(here).get(one) ?? [])]));
  const leaving = coming(LEAVE, box).some(({ data }) => data.seat === seat.id);
  return html`<${Person} name=${name} tag=${named && school} card=${card} none=${t("contact-shows-nothing")} mine=${seeAs(here, people[0] ?? "", seat.id)}>
    ${homeFor(here) && html`<${HomeSwitch} here=${here} box=${box} seat=${seat} name=${name} />`}
    ${!leaving && html`<${Over} text=${t("contact-leave")} name=${name} why=${t("contact-leave-why", { name })} onPress=${() => box.add(LEAVE, { seat: seat.id })} />`}<//>`;
}

/** Somebody of another school whom I let in. @param {{here: Session, contact: Contact}} props */
function Given({ here, contact: { seat, name, code, joined } }) {
  const called = cards(here).get(seat.id)?.get("name") || name || t("contact-about");
  const ending = coming(END).some(({ data }) => data.seat === seat.id);
  return html`<${Person} name=${called} tag=${joined ? "" : t("contact-not-yet")} card=${cards(here).get(seat.id) ?? new Map()} none=${joined ? t("contact-shows-nothing") : ""} mine=${seeAs(here, seat.id)}>
    ${!joined && code && html`<${Code} here=${here} code=${code} name=${called} deadline=${seat.deadline} />`}
    ${!ending && html`<${Over} text=${t("contact-end")} name=${called} why=${t("contact-end-why", { name: called })} onPress=${() => outbox.value?.add(END, { seat: seat.id })} />`}<//>`;
}

/** Somebody who left this school and whom I know by name. @param {{here: Session, seat: import("../../sync/seats.js").Seat}} props */
function Stayed({ here, seat }) {
  void version.value;
  const card = cards(here).get(seat.id) ?? new Map();
  return html`<${Person} name=${card.get("name") || t("contact-left-name")} tag=${t("contact-left")} card=${card} none=${t("contact-shows-nothing")} mine=${seeAs(here, seat.id)} />`;
}

/** @param {{name: string, tag: string, card: Map<string, string>, none: string, mine: Map<string, string>, children?: any}} props `mine`: what they see of me */
function Person({ name, tag, card, none, mine, children }) {
  const shown = new Map([...card].filter(([field]) => field !== "name"));
  return html`<article class="card stack across"><header class="row"><${Avatar} name=${name} /><h2>${name}</h2>${tag && html`<span class="tag">${tag}</span>`}</header>
    ${shown.size ? html`<${Details} card=${shown} child="" />` : none && html`<p class="muted">${none}</p>`}
    <p class="small">${mine.size ? t("contact-sees", { name, count: mine.size }) : t("contact-sees-nothing", { name })} <a href="/groups/share">${t("what-i-share")}</a></p>
    ${mine.size > 0 && !mine.has("name") && html`<p class="small muted">${t("contact-no-name", { name })}</p>`}
    ${children}</article>`;
}

/** The way out, asked once more. @param {{text: string, name: string, why: string, onPress: () => unknown}} props */
function Over({ text, name, why, onPress }) {
  const [asked, setAsked] = useState(false);
  if (!asked) return html`<p class="row"><${Button} kind="quiet" onPress=${() => setAsked(true)}>${text} <span class="sr-only">${name}</span><//></p>`;
  return html`<${Banner} kind="care"><p>${why}</p><p class="row"><${Button} kind="danger" onPress=${onPress}>${text}<//><${Button} kind="quiet" onPress=${() => setAsked(false)}>${t("contact-keep")}<//></p><//>`;
}

/** What is handed on: shown to be scanned, or sent as it is. @param {{here: Session, code: string, name: string, deadline: number}} props */
function Code({ here, code, name, deadline }) {
  const address = `${location.protocol}//${here.wire.host || location.host}/join#${code.replace(/\s/g, "")}`;
  const canSend = "share" in navigator;
  const hand = () => (canSend ? navigator.share({ text: t("contact-message", { code, address }) }) : navigator.clipboard.writeText(address).then(() => toast(t("contact-copied")))).catch(() => undefined);
  return html`<section class="stack"><p>${t("contact-hand-on", { name })}</p><${Qr} text=${address} label=${t("qr-label")} />
    <p class="code" data-testid="code">${code}</p><p class="small muted">${t("deadline", { date: date(deadline) })}</p>
    <p class="row"><${Button} kind="secondary" onPress=${hand}>${t(canSend ? "contact-send" : "contact-copy")}<//></p></section>`;
}

/** A code for one more person. @param {{here: Session}} props */
function NewCode({ here }) {
  const [name, setName] = useState("");
  const [allowed, setAllowed] = useState(true);
  const place = ownPlaces(here).find((seat) => seat.role === "guardian");
  const linked = here.replica.trust.peers.size > 0;
  useEffect(() => void (linked && here.wire.call("GET", "/api/peers").then((found) => setAllowed(found.contacts), () => undefined)), []);
  if (!place || !linked) return null;
  if (!allowed) return html`<p class="muted">${t("error-contacts-off")}</p>`;
  const make = async (/** @type {Event} */ event) => {
    event.preventDefault();
    if (!name.trim()) return;
    await outbox.value?.add(INVITE, { seat: place.id, name: name.trim(), code: newToken(), id: b64(fresh(16)) });
    setName("");
  };
  return html`<form class="card stack" onSubmit=${make}><h2>${t("contact-new")}</h2><p class="muted small">${t("contact-new-text")}</p>
    <${Field} label=${t("contact-name")} hint=${t("contact-name-hint")} value=${name} onInput=${setName} required /><p class="row"><${Button} type="submit">${t("contact-make")}<//></p></form>`;
}

/** What waits in an outbox. @param {string} type @param {import("../../sync/outbox.js").Outbox | null} [box] */
function coming(type, box = outbox.value) {
  return box?.waiting.filter((one) => one.type === type) ?? [];
}

/** On Groups, for who has anything to do with other schools. */
export function AcrossLink() {
  const here = /** @type {Session} */ (session.value);
  if (!mayKnowOthers(here) || !(ownPlaces(here).length || contactSeats(here).length)) return null;
  return html`<p class="row"><${ButtonLink} kind="secondary" icon="people" href="/groups/across">${t("contact-schools")}<//></p>`;
}
