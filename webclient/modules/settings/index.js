/** More: language, looks, devices, a next letter, signing out. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { call } from "../../sync/http.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Chips } from "../../ui/field.js";
import { language, LANGUAGES, loadLocale, t, when } from "../../ui/locale.js";
import { install, installable } from "../../ui/install.js";
import { List, ListItem } from "../../ui/list.js";
import { Page } from "../../ui/page.js";
import { places } from "../../ui/places.js";
import { countAt, countOf, sources } from "../../ui/schools.js";
import { beside, session, shown, toast, unsent, version } from "../../ui/state.js";
import { Banner, ErrorNote } from "../../ui/status.js";
import { chosenTheme, useTheme } from "../../ui/theme.js";
import { leave } from "../account/entry.js";
import { everySchool, showSchool } from "../account/schools.js";
import { isContactOnly } from "../groups/contactseats.js";
import { hats } from "../people/model.js";
import { AddDeviceView } from "./adddevice.js";
import { AppLock, Passkey } from "./lock.js";
import { Notices } from "./notices.js";
import { PasswordView, SheetView } from "./recovery.js";

export function MoreView() {
  const [theme, setTheme] = useState(chosenTheme());
  const pick = (/** @type {string} */ value) => (useTheme(value), setTheme(value));
  return html`<${Page} title=${t("more")}><div class="stack"><${Rest} /><${Schools} /><${Install} />
    <section class="card stack"><h2>${session.value?.name}</h2><${Hats} />
      <div class="row"><${ButtonLink} kind="secondary" icon="scan" href="/join">${t("use-letter")}<//><${ButtonLink} kind="secondary" icon="print" href="/sheet">${t("sheet-new")}<//><${ButtonLink} kind="secondary" icon="edit" href="/password">${t("password-new")}<//>
        ${["guardian", "informed"].some((role) => session.value?.roles().has(role)) && html`<${ButtonLink} kind="secondary" icon="people" href="/diary">${t("diary")}<//>`}
        ${session.value?.roles().has("admin") && !session.value.roles().has("office") && html`<${ButtonLink} kind="secondary" icon="link" href="/schools">${t("tab-schools")}<//>`}</div></section><${Moving} />
    <section class="card stack"><${Chips} label=${t("language")} options=${LANGUAGES.map((one) => ({ value: one, text: t(`language-${one}`) }))} chosen=${[language.value]} onToggle=${loadLocale} />
      <${Chips} label=${t("theme")} options=${["", "light", "dark"].map((one) => ({ value: one, text: t(`theme-${one || "device"}`) }))} chosen=${[theme]} onToggle=${pick} /></section>
    <${Notices} /><${AppLock} /><${Passkey} /><${Devices} /><section class="card stack"><h2>${t("sign-out")}</h2><p>${t("sign-out-why")}</p>
      ${unsent.value > 0 && html`<${Banner} kind="care"><p>${t("sign-out-waiting", { count: unsent.value })}</p><//>`}
      <${Button} kind="danger" onPress=${() => leave()}>${t("sign-out")}<//></section></div><//>`;
}

/** The way to the home screen, where there is one. */
function Install() {
  const how = installable();
  if (how !== "ask" && how !== "hand") return null;
  return html`<section class="card stack"><h2>${t("install")}</h2><p>${t(how === "ask" ? "install-text" : "install-hand")}</p>${how === "ask" && html`<p class="row"><${Button} onPress=${install}>${t("install-verb")}<//></p>`}</section>`;
}

/** On a phone: the modules for which the bar has no room. */
function Rest() {
  void version.value;
  const { rest } = places();
  return rest.length ? html`<div class="only-phone"><${List} label=${t("navigation")}>${rest.map((one) => html`<${ListItem} key=${one.href} title=${t(one.name)} href=${one.href} unread=${countOf(one) > 0} />`)}<//></div>` : null;
}

/** Which school is shown, for who reads at more than one. */
function Schools() {
  if (!beside.value.length) return null;
  const counts = new Map(sources().map((of) => [of.host, countAt(of)]));
  const options = everySchool().filter((one) => !isContactOnly(one.session)).map((one) => ({ value: one.host, text: nameWith(one.name, counts.get(one.host)) }));
  if (options.length < 2) return null;
  return html`<section class="card stack"><${Chips} label=${t("school-shown")} options=${options} chosen=${[shown.value]} onToggle=${(/** @type {string} */ host) => showSchool(host)} /></section>`;
}

/** @param {string} name @param {number} [count] what is new there */
function nameWith(name, count = 0) {
  return count ? `${name} · ${t("two-new", { count })}` : name;
}

/** For a parent: taking everything along, a child that leaves, and an account that moves. */
function Moving() {
  void version.value;
  if (!session.value?.roles().has("guardian")) return null;
  return html`<section class="card stack"><h2>${t("move-page")}</h2><div class="row"><${ButtonLink} kind="secondary" icon="download" href="/takeout">${t("move-takeout")}<//><${ButtonLink} kind="secondary" icon="forward" href="/moving">${t("move-leaves")}<//><${ButtonLink} kind="secondary" icon="device" href="/moving/home">${t("move-home")}<//></div></section>`;
}

/** In which roles this person is here: somebody may be a teacher and a parent in one account. */
function Hats() {
  const here = /** @type {import("../../sync/session.js").Session} */ (session.value);
  const found = hats(here);
  return html`<ul class="devices" aria-label=${t("your-roles")}>${found.map((one) => html`<li key=${one.role + one.about}><span class="tag">${t(`role-${one.role}`)}</span> ${one.about}</li>`)}</ul>`;
}

function Devices() {
  const [devices, setDevices] = useState(/** @type {any[]} */ ([]));
  const [error, setError] = useState(/** @type {unknown} */ (null));
  const load = () => call("GET", "/api/devices").then((answer) => setDevices(answer.devices), setError);
  useEffect(() => void load(), []);
  const end = (/** @type {string} */ id) => call("DELETE", `/api/devices/${id}`).then(() => {
    setError(null);
    toast(t("device-ended"));
    return load();
  }, setError);
  return html`<section class="card stack"><h2>${t("devices")}</h2><${ErrorNote} error=${error} /><ul class="devices">${devices.map((one) => html`<li key=${one.id}>
    <span><strong>${one.name || t("device-unnamed")}</strong> ${one.current && html`<span class="tag good">${t("device-this")}</span>`}<br /><span class="muted small">${t("device-seen", { when: when(one.seen) })}</span></span>
    ${!one.current && html`<${Button} kind="secondary" onPress=${() => end(one.id)}>${t("device-end")}<//>`}</li>`)}</ul>
    <p class="row"><${ButtonLink} kind="secondary" icon="plus" href="/device">${t("device-add")}<//></p></section>`;
}

export const settings = { name: "more", icon: "more", href: "/more", speaks: true, routes: [{ pattern: "/more", view: MoreView }, { pattern: "/sheet", view: SheetView }, { pattern: "/password", view: PasswordView }, { pattern: "/device", view: AddDeviceView }] };
