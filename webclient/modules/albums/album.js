/** One album: its photos in rows, one over the whole screen, and what may be done with them. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { noon } from "../absences/days.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { carryOut } from "../../ui/carried.js";
import { date, t, when } from "../../ui/locale.js";
import { Chips } from "../../ui/field.js";
import { Menu } from "../../ui/menu.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { go } from "../../ui/router.js";
import { outbox, session, version } from "../../ui/state.js";
import { Banner, Empty } from "../../ui/status.js";
import { Thumbs } from "../../ui/thumbs.js";
import { audienceOfAll, peopleOf } from "../news/audience.js";
import { ownChildren } from "../people/model.js";
import { ChosenBar, useChosen } from "./chosen.js";
import { Download } from "./download.js";
import { Downloaders } from "./downloaders.js";
import { Look } from "./look.js";
import { album, downloadable, isWithheld, namesOf, photosOf } from "./model.js";
import { thumbOf } from "./thumbs.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Album} Album */
/** @typedef {import("./model.js").Photo} Photo */

/** @param {{params: Record<string, string>}} props */
export function AlbumView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const one = album(here, params.id);
  if (!one) return html`<${Page} title=${t("album-gone")} back="/albums"><p>${t("album-gone-text")}</p><//>`;
  const waits = (outbox.value?.waiting ?? []).some((intent) => intent.type === "albums.publish" && intent.data.album === one.id);
  return html`<${Page} title=${one.whole.title} back="/albums" wide actions=${one.acts && html`<${StaffActions} one=${one} />`}>
    ${waits && html`<${Banner}><p>${t("album-publishing")}</p><//>`}
    ${one.items.length ? html`<${Shown} here=${here} one=${one} />`
      : !waits && html`<${Empty} title=${t("album-not-yet")} text=${t("album-not-yet-text")}><${ButtonLink} href=${`/albums/${one.id}/draft`}>${t("album-to-draft")}<//><//>`}<//>`;
}

/** @param {{one: Album}} props */
function StaffActions({ one }) {
  const [sure, setSure] = useState(false);
  const remove = async () => {
    await carryOut("albums.delete", { album: one.id }, { done: t("album-deleted") });
    go("/albums", { replace: true });
  };
  if (sure) return html`<${Button} kind="danger" onPress=${remove}>${t("album-delete-sure")}<//><${Button} kind="secondary" onPress=${() => setSure(false)}>${t("album-keep")}<//>`;
  return html`<${ButtonLink} icon="plus" href=${`/albums/${one.id}/draft`}>${t("album-add")}<//>
    <${Menu} items=${[{ text: t("album-edit"), icon: "edit", run: () => go(`/albums/${one.id}/edit`) }, { text: t("album-delete"), icon: "bin", danger: true, run: () => setSure(true) }]} />`;
}

/** @param {{here: Session, one: Album}} props */
function Shown({ here, one }) {
  void version.value;
  const [at, setAt] = useState(-1);
  const [chosen, choose, setChosen] = useChosen();
  const [child, setChild] = useState("");
  const all = photosOf(here, one);
  const own = ownChildren(here).filter((other) => all.some((photo) => photo.marks.includes(other.circle)));
  const photos = child ? all.filter((photo) => photo.marks.includes(child)) : all;
  const may = downloadable(here, one, photos);
  const names = namesOf(here, one);
  const items = photos.map((photo, index) => thumbOf(photo, { at: index + 1, sign: isWithheld(photo) ? "withheld" : "", names: photo.marks.map((child) => names.get(child) ?? "").filter(Boolean) }));
  const circles = one.items.map((item) => item.circle);
  return html`<div class="album-about"><p class="muted">${[one.group && t("group-people", { group: one.group }), one.whole.day && date(noon(one.whole.day)), t("album-photos", { count: all.length }), t("album-since", { when: when(one.published) })].filter(Boolean).join(" · ")}</p>
      ${one.whole.text && html`<p class="prose">${one.whole.text}</p>`}
      <${ReaderLine} audience=${audienceOfAll(here, circles)} ask=${peopleOf(here, circles)} /></div>
    ${own.length > 0 && one.whole.scope === "all" && html`<${Chips} label=${t("album-of")} options=${[{ value: "", text: t("album-all") }, ...own.map((other) => ({ value: other.circle, text: other.first }))]} chosen=${[child]} onToggle=${setChild} />`}
    <div class="row album-tools no-print"><${Download} one=${one} photos=${may} all=${photos.length} />
      ${one.acts && html`<${Button} kind="quiet" icon="check" onPress=${() => setChosen(chosen ? null : new Set())}>${t(chosen ? "album-choose-stop" : "album-choose")}<//>`}</div>
    <${Thumbs} label=${one.whole.title} items=${items} onOpen=${setAt} chosen=${chosen} onChoose=${choose} />
    ${chosen && html`<${ChosenBar} here=${here} one=${one} photos=${photos} chosen=${chosen} setChosen=${setChosen} onLook=${setAt} />`}
    ${at >= 0 && at < photos.length && html`<${Look} here=${here} one=${one} photos=${photos} at=${at} onMove=${setAt} may=${may} names=${names} onClose=${() => setAt(-1)} />`}
    <p class="muted small album-rules">${t(one.whole.scope === "own" ? "album-scope-own-said" : "album-newcomers")} ${one.whole.until && t("album-until-said", { day: date(noon(one.whole.until)) })}</p>
    ${one.acts && html`<${Downloaders} here=${here} one=${one} />`}`;
}
