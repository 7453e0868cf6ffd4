/** "Who reads along": who reads of a child now, from the circle's own list, and every change of that since the beginning. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { Avatar } from "../../ui/avatar.js";
import { List, ListItem } from "../../ui/list.js";
import { listed, t, when } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { session, version } from "../../ui/state.js";
import { cards } from "../groups/model.js";
import { labelOf } from "../groups/fields.js";
import { lines, nested } from "./diary.js";
import { children, groups, nameOf } from "./model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {{name: string, about: string}} ReaderRow */

/** @param {{params: Record<string, string>}} props */
export function DiaryView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const child = children(here).find((one) => one.circle === params.circle);
  if (!child) return html`<${Page} title=${t("nothing-here")} back="/"><p>${t("nothing-here-text")}</p><//>`;
  const found = lines(here, child.circle);
  return html`<${Page} title=${t("diary-title", { child: child.first })} back="/"><div class="stack"><p>${t("diary-why", { child: child.first })}</p>
    <section class="stack"><h2>${t("diary-now")}</h2><${Readers} key=${`${version.value}`} here=${here} child=${child} /></section>
    <section class="stack"><h2>${t("diary-changes")}</h2><ol class="diary">${found.map((one, at) => html`<${Line} key=${`${at} ${one.time}`} here=${here} child=${child.first} one=${one} />`)}</ol><p class="muted small">${t("diary-proof")}</p></section></div><//>`;
}

/** The own children, each with its diary. */
export function DiariesView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const family = here.replica.seats().filter((seat) => seat.role === "guardian" || seat.role === "informed");
  const staff = here.roles().has("office") || here.roles().has("teacher");
  const own = children(here).filter((child) => !staff || family.some((seat) => seat.circles.includes(child.circle)));
  return html`<${Page} title=${t("diary")} back="/more">${own.length ? html`<${List} label=${t("diary")}>
      ${own.map((child) => html`<${ListItem} key=${child.circle} href=${`/child/${child.circle}/diary`} mark=${child.first} tone=${child.circle} title=${child.first} about=${t("diary-title", { child: child.first })} />`)}<//>`
    : html`<p>${t("nothing-here-text")}</p>`}<//>`;
}

/** @param {{here: Session, child: string, one: import("./diary.js").Line}} props */
function Line({ here, child, one }) {
  const group = one.group || groupOf(here, one.circle);
  const who = one.who || t("diary-somebody");
  return html`<li class=${["joined", "changed", "moved"].includes(one.what) ? "more" : ""}><span>${t(`diary-${one.what}`, { who, child, group, field: one.field ? labelOf(one.field, child) : "", role: t(`adult-${one.role || "guardian"}`) })}</span>
    <span class="muted small">${[when(one.time), signed(here, one.by)].filter(Boolean).join(" · ")}</span></li>`;
}

/** Who did it, in words; "" for what no person did. @param {Session} here @param {string} by a seat */
function signed(here, by) {
  if (!by) return "";
  const role = t(`role-${here.replica.trust.seats.get(by)?.role ?? "office"}`);
  const name = nameOf(here, by);
  return name ? `${name} (${role})` : role;
}

/** Who is on the circle's own list; who may not see that list, sees which circles are. @param {{here: Session, child: {circle: string, first: string, groups: string[]}}} props */
function Readers({ here, child }) {
  const [people, setPeople] = useState(/** @type {ReaderRow[] | null} */ (null));
  useEffect(() => void adults(here, child).then(setPeople, () => setPeople([{ name: t("audience-guardians", { name: child.first }), about: "" }])), []);
  const staff = nested(here, child.circle).map(({ circle, what }) => staffRow(here, circle, what));
  return html`<ul class="who" aria-busy=${people ? undefined : "true"}>${[...(people ?? []), ...staff].map((one, at) => html`<li key=${`${at} ${one.name}`}><${Avatar} name=${one.name} />
    <span class="row-text"><strong>${one.name}</strong><span class="muted small">${one.about}</span></span></li>`)}</ul>`;
}

/** @param {Session} here @param {{circle: string, first: string}} child @returns {Promise<ReaderRow[]>} */
async function adults(here, child) {
  const readers = await here.readers(child.circle);
  const shown = cards(here);
  const staff = new Set(nested(here, child.circle).map((one) => one.circle));
  const rows = readers.map((reader) => reader.ref.slice(2)).filter((id) => !staff.has(id)).map((id) => ({ id, seat: here.replica.trust.seats.get(id) }));
  const live = rows.filter(({ seat }) => !seat?.ended && !(seat?.ends && seat.ends <= Date.now()));
  const own = (/** @type {(typeof rows)[0]} */ row) => row.seat?.person === here.person;
  return live.sort((a, b) => Number(own(b)) - Number(own(a))).map((row) => {
    if (!row.seat) return { name: t("diary-unknown"), about: t("diary-unknown-about") };
    const name = own(row) ? t("diary-you") : nameOf(here, row.id) || shown.get(row.id)?.get("name") || t("diary-other", { child: child.first });
    return { name, about: [t(`adult-${row.seat.role}`), row.seat.person ? "" : t("not-joined")].filter(Boolean).join(" · ") };
  });
}

/** @param {Session} here @param {string} circle @param {string} what @returns {ReaderRow} */
function staffRow(here, circle, what) {
  if (what === "office") return { name: t("audience-office"), about: t("audience-office-about") };
  const group = groupOf(here, circle);
  const names = here.replica.ofKind("profile", here.replica.trust.charter.school).filter((item) => item.body.title?.split(", ").includes(group)).map((item) => item.body.name);
  return { name: t("audience-team", { group }), about: names.length ? listed(names) : t("audience-team-about") };
}

/** The name of the group whose team a circle is; "" for others. @param {Session} here @param {string} circle */
function groupOf(here, circle) {
  return groups(here).find((one) => one.team === circle)?.name ?? "";
}

/** The diary has an address for everybody who reads of a child, and no place in the bar. */
export const diary = { name: "diary", href: "", icon: "", routes: [{ pattern: "/diary", view: DiariesView }, { pattern: "/child/:circle/diary", view: DiaryView }] };
