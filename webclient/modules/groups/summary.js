/** What a parent shares, at a glance: nothing, or how many details and with whom; and the ways on from there. */
import { html } from "../../lib/htm.js";
import { Around } from "../../ui/around.js";
import { ButtonLink } from "../../ui/button.js";
import { t } from "../../ui/locale.js";
import { session } from "../../ui/state.js";
import { readersOf, refsOf } from "./audience.js";
import { shown } from "./choices.js";
import { labelOf, rank } from "./fields.js";
import { ownPlaces } from "./model.js";
import { childOf } from "./names.js";

const FREE_CHAIRS = 7;

export function Summary() {
  const here = /** @type {any} */ (session.value);
  const open = ownPlaces(here).flatMap((seat) => [...shown(here, seat).values()].filter((one) => one.letter).map((one) => ({ ...one, seat })));
  const marks = [...new Set(open.flatMap((one) => readersOf(here, refsOf(one.letter), one.wide).map((row) => row.mark ?? row.name)))];
  open.sort((a, b) => rank(a.field) - rank(b.field));
  const names = [...new Set(open.map((one) => labelOf(one.field, childOf(here, one.seat)?.first ?? "")))];
  return html`<section class="card summary"><${Around} marks=${marks} free=${marks.length ? 0 : FREE_CHAIRS} size=${112} note=${marks.length > 0} />
    <div class="stack"><h2>${t(open.length ? "sharing-some" : "sharing-none", { count: names.length })}</h2>
      <p class="muted">${open.length ? names.join(", ") : t("sharing-none-text")}</p></div>
    <div class="row ways"><${ButtonLink} href="/groups/share">${t("what-i-share")}<//><${ButtonLink} kind="secondary" href="/groups/see">${t("see-as")}<//><${ButtonLink} kind="secondary" href="/groups/consents">${t("consents")}<//></div></section>`;
}
