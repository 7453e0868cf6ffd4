/** The reader line: who can read this, under every item; a tap tells it in full. */
import { html } from "../lib/htm.js";
import { useEffect, useState } from "../lib/hooks.js";
import { Avatar, Avatars } from "./avatar.js";
import { listed, t } from "./locale.js";
import { Sheet } from "./sheet.js";

/** @typedef {{name: string, about: string, mark?: string}} Audience */

/**
 * `audience`: circles and people in words; `ask` gives the people one by one, for those who may know them.
 * @param {{audience: Audience[], ask?: (() => Promise<Audience[] | null>) | null}} props
 */
export function ReaderLine({ audience, ask = null }) {
  const [open, setOpen] = useState(false);
  const names = audience.map((one) => one.name);
  return html`<button type="button" class="readers" onClick=${() => setOpen(true)} aria-haspopup="dialog">
      <${Avatars} names=${audience.map((one) => one.mark ?? one.name)} /><span>${t("readers-only", { who: listed(names) })}</span>
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
    <p class="muted">${t("who-sees-why")}</p>
    <${WhoList} rows=${audience} />
    ${people && html`<h3>${t("who-sees-people", { count: people.length })}</h3><${WhoList} rows=${people} />`}
  <//>`;
}

/** @param {{rows: Audience[]}} props */
function WhoList({ rows }) {
  return html`<ul class="who">${rows.map((one) => html`<li key=${one.name + one.about}><${Avatar} name=${one.mark ?? one.name} />
    <span class="row-text"><strong>${one.name}</strong><span class="muted small">${one.about}</span></span></li>`)}</ul>`;
}
