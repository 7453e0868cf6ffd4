/**
 * The reader line: who can read this, under every item; a tap tells it in full.
 *
 * The circles stand inside a closed ring: whoever is not in it can't read it. The words never say more than is true:
 * they name the circles, and the people only to those who may know them.
 */
import { html } from "../lib/htm.js";
import { useEffect, useState } from "../lib/hooks.js";
import { Around } from "./around.js";
import { Avatar, Avatars } from "./avatar.js";
import { Icon } from "./icon.js";
import { listed, t } from "./locale.js";
import { SearchBox } from "./search.js";
import { Sheet } from "./sheet.js";

const MANY = 12;
const NAMED = 3;

/** @typedef {{name: string, about: string, mark?: string}} Audience */

/**
 * `audience`: circles and people in words; `ask` gives the people one by one, for those who may know them.
 * @param {{audience: Audience[], ask?: (() => Promise<Audience[] | null>) | null}} props
 */
export function ReaderLine({ audience, ask = null }) {
  const [open, setOpen] = useState(false);
  return html`<button type="button" class="readers" onClick=${() => setOpen(true)} aria-haspopup="dialog">
      <span class="ring-around"><${Avatars} names=${audience.map(markOf)} /></span>
      <span class="words">${t("readers-only", { who: summary(audience.map((one) => one.name)) })}</span><${Icon} name="forward" size=${18} />
    </button>
    ${open && html`<${WhoSeesThis} audience=${audience} ask=${ask} onClose=${() => setOpen(false)} />`}`;
}

/** @param {{audience: Audience[], ask: (() => Promise<Audience[] | null>) | null, onClose: () => void}} props */
export function WhoSeesThis({ audience, ask, onClose }) {
  const [people, setPeople] = useState(/** @type {Audience[] | null} */ (null));
  useEffect(() => {
    if (ask) void ask().then(setPeople, () => setPeople(null));
  }, []);
  return html`<${Sheet} title=${t("who-sees-this")} onClose=${onClose}>
    <${Around} marks=${audience.map(markOf)} note />
    <p class="muted">${t("who-sees-why")}</p>
    <${WhoList} rows=${audience} />
    ${people?.length ? html`<${People} people=${people} />` : null}
  <//>`;
}

/** The people one by one; with a search box where there are many. @param {{people: Audience[]}} props */
function People({ people }) {
  const [sought, setSought] = useState("");
  const words = sought.trim().toLowerCase();
  const shown = people.filter((one) => `${one.name} ${one.about}`.toLowerCase().includes(words));
  return html`<h3>${t("who-sees-people", { count: people.length })}</h3>
    ${people.length > MANY && html`<${SearchBox} label=${t("search-people")} value=${sought} onInput=${setSought} />`}<${WhoList} rows=${shown} />`;
}

/** @param {{rows: Audience[]}} props */
function WhoList({ rows }) {
  return html`<ul class="who">${rows.map((one, at) => html`<li key=${`${at} ${one.name}`}><${Avatar} name=${markOf(one)} />
    <span class="row-text"><strong>${one.name}</strong><span class="muted small">${one.about}</span></span></li>`)}</ul>`;
}

/** A few names in full, of many the first and how many more: the sheet has them all. @param {string[]} names */
function summary(names) {
  return listed(names.length > NAMED + 1 ? [...names.slice(0, NAMED), t("readers-more", { count: names.length - NAMED })] : names);
}

/** @param {Audience} one */
function markOf(one) {
  return one.mark ?? one.name;
}
