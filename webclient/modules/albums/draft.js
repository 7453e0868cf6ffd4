/** A draft: photos are chosen and sent, it is said who is on them, and then they are published, all at once. */
import { html } from "../../lib/htm.js";
import { useState } from "../../lib/hooks.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { FilePicker } from "../../ui/filepicker.js";
import { t } from "../../ui/locale.js";
import { Page } from "../../ui/page.js";
import { PICTURES, VIDEOS } from "../../ui/pictures.js";
import { sendFiles } from "../../ui/sending.js";
import { outbox, session, uploading, version } from "../../ui/state.js";
import { Banner } from "../../ui/status.js";
import { Thumbs } from "../../ui/thumbs.js";
import { ChosenBar, useChosen } from "./chosen.js";
import { Look } from "./look.js";
import { album, draftsOf, heldOf, namesOf, newId } from "./model.js";
import { PublishSheet } from "./publish.js";
import { thumbOf } from "./thumbs.js";
import { makerSeat } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Album} Album */

/** @param {{params: Record<string, string>}} props */
export function DraftView({ params }) {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const one = album(here, params.id) ?? begun(here, params.id);
  if (!one?.acts) return html`<${Page} title=${t("album-gone")} back="/albums"><p>${t("album-gone-text")}</p><//>`;
  return html`<${Page} title=${one.whole.title} back=${one.items.length ? `/albums/${one.id}` : "/albums"} wide actions=${html`<${ButtonLink} kind="quiet" icon="edit" href=${`/albums/${one.id}/edit`}>${t("edit")}<//>`}>
    <div class=${draftsOf(here, one).length ? "compact" : ""}><${FilePicker} text=${t("photos-drop")} choose=${t("choose-photos")} hint=${t("photos-hint")} accept=${`${PICTURES},${VIDEOS}`} camera onFiles=${(/** @type {File[]} */ files) => send(here, one, files)} /></div>
    <${Drafts} here=${here} one=${one} /><//>`;
}

/** Each file with ids of its own, so that it is there once however often it is tried. @param {Session} here @param {Album} one @param {File[]} files */
function send(here, one, files) {
  const seat = makerSeat(here, one.whole.circle).id;
  const whole = newId();
  const ids = files.map(() => ({ photo: newId(), record: newId() }));
  return sendFiles(files, seat, (part, at) => {
    const body = { ...part, photo: ids[at].photo, album: one.id, at: files[at].lastModified, caption: "", marks: [], name: namedPlainly(part) };
    return { type: "albums.photo", data: { record: ids[at].record, whole, seat, body } };
  });
}

/** What a file was called at home is nobody's business, and often somebody's name. @param {import("../../sync/blobs.js").Part} part */
function namedPlainly({ type }) {
  return type.startsWith("video/") ? `video.${type === "video/webm" ? "webm" : "mp4"}` : "foto.jpg";
}

/** An album that was made here and is not sent yet: photos can be chosen for it already. @param {Session} here @param {string} id @returns {Album | null} */
function begun(here, id) {
  const body = outbox.value?.waiting.find((intent) => intent.type === "albums.draft" && intent.data.body.album === id)?.data.body;
  return body ? { id, items: [], draft: null, whole: body, published: 0, group: "", acts: true } : null;
}

/** @param {{here: Session, one: Album}} props */
function Drafts({ here, one }) {
  void version.value;
  const [at, setAt] = useState(-1);
  const [publishing, setPublishing] = useState(false);
  const [chosen, choose, setChosen] = useChosen(new Set());
  const photos = draftsOf(here, one);
  const names = namesOf(here, one);
  const why = heldOf(here, one, photos);
  const items = photos.map((photo, index) => thumbOf(photo, { at: index + 1, names: photo.marks.map((child) => names.get(child) ?? ""), sign: why.get(photo.id) || (photo.marks.length ? "marked" : "") }));
  if (!photos.length) return uploading.value.state ? null : html`<p class="muted">${t("album-draft-empty")}</p>`;
  const waits = [...why.values()].filter((one) => one === "consent").length;
  return html`<${Banner}><p>${t("album-draft-said")}</p><//>
    ${waits > 0 && html`<${Banner} kind="care"><p>${t("album-waits", { count: waits })}</p><//>`}
    <p class="muted small">${t("album-draft-how")}</p>
    <${Thumbs} label=${one.whole.title} items=${items} onOpen=${setAt} chosen=${chosen} onChoose=${choose} />
    ${chosen?.size ? html`<${ChosenBar} here=${here} one=${one} photos=${photos} chosen=${chosen} setChosen=${setChosen} onLook=${setAt} />`
      : html`<div class="album-bar no-print" role="group" aria-label=${t("album-publish")}><${Button} kind="quiet" onPress=${() => setChosen(new Set(photos.map((photo) => photo.id)))}>${t("album-choose-all")}<//>
        <${Button} onPress=${() => setPublishing(true)}>${t("album-publish")}<//></div>`}
    ${publishing && html`<${PublishSheet} here=${here} one=${one} photos=${photos} onClose=${() => setPublishing(false)} />`}
    ${at >= 0 && at < photos.length && html`<${Look} here=${here} one=${one} photos=${photos} at=${at} onMove=${setAt} may=${photos} names=${names} onClose=${() => setAt(-1)} />`}`;
}
