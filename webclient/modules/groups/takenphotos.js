/** For a child's family: the photos that were taken away, and what became of them. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { Drawn } from "../../ui/drawn.js";
import { Icon } from "../../ui/icon.js";
import { date, t } from "../../ui/locale.js";
import { opened } from "../../ui/opened.js";
import { version } from "../../ui/state.js";
import { toldOf } from "../albums/takedown.js";

/** @typedef {import("../albums/takedown.js").Told} Told */

/** @param {{here: import("../../sync/session.js").Session, child: {circle: string, first: string}}} props */
export function TakenPhotos({ here, child }) {
  void version.value;
  const found = toldOf(here, child.circle);
  if (!found.length) return null;
  return html`<section class="stack taken-photos"><h2>${t("taken-photos")}</h2><ul class="list">${found.map((one) => html`<${Row} key=${one.photo} here=${here} one=${one} child=${child} />`)}</ul></section>`;
}

/** @param {{here: import("../../sync/session.js").Session, one: Told, child: {first: string}}} props */
function Row({ here, one, child }) {
  const album = here.replica.ofKind("album").find((item) => item.body.album === one.album)?.body.title ?? t("album-gone");
  return html`<li class="item"><${Small} part=${one.item?.body.thumb} /><span class="words"><span class="title">${album}</span>
    <span class="about">${t(`taken-${one.done || "waits"}`, { child: child.first })}</span>
    ${one.families > 0 && html`<span class="about">${t("taken-families", { count: one.families })}</span>`}<span class="about">${date(one.at)}</span></span></li>`;
}

/** A small picture, where there is one. @param {{part?: import("../../sync/blobs.js").Part}} props */
export function Small({ part }) {
  const [data, setData] = useState(/** @type {Blob | null} */ (null));
  useEffect(() => {
    if (part) void opened.small(part).then(setData, () => setData(null));
  }, [part?.blob]);
  return html`<span class="small-picture" aria-hidden="true">${part && data ? html`<${Drawn} data=${data} />` : html`<${Icon} name="picture" />`}</span>`;
}
