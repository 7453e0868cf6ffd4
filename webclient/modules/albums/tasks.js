/** Photos that a family had taken away, for staff: what waits to be seen to, and what they do with it. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { b64 } from "../../crypto/encoding.js";
import { fresh } from "../../crypto/random.js";
import { Button, ButtonLink } from "../../ui/button.js";
import { Drawn } from "../../ui/drawn.js";
import { Icon } from "../../ui/icon.js";
import { date, t } from "../../ui/locale.js";
import { opened } from "../../ui/opened.js";
import { Page } from "../../ui/page.js";
import { ReaderLine } from "../../ui/readers.js";
import { Sheet } from "../../ui/sheet.js";
import { outbox, session, uploads, version } from "../../ui/state.js";
import { Empty } from "../../ui/status.js";
import { audienceOf } from "../news/audience.js";
import { children } from "../people/model.js";
import { DAYS, downloaded, familiesOf, isUnderWay, tasks } from "./takedown.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./takedown.js").Task} Task */
const DAY = 24 * 3_600_000;

export function TasksView() {
  void version.value;
  const here = /** @type {Session} */ (session.value);
  const found = tasks(here);
  const names = new Map(children(here).map((child) => [child.circle, child.first]));
  return html`<${Page} title=${t("album-tasks")} back="/albums">${found.length
    ? html`<div class="stack"><p>${t("tasks-text")}</p>${found.map((task) => html`<${TaskCard} key=${`${task.photo} ${task.child}`} here=${here} task=${task} name=${names.get(task.child) ?? ""} />`)}</div>`
    : html`<${Empty} title=${t("tasks-none")} text=${t("tasks-none-text")} />`}<//>`;
}

/** @param {{here: Session, task: Task, name: string}} props */
function TaskCard({ here, task, name }) {
  void version.value;
  const [sure, setSure] = useState("");
  const { photo, child, item } = task;
  const families = familiesOf(downloaded(here, photo, child));
  const until = task.since + DAYS * DAY;
  const add = (/** @type {string} */ type) => outbox.value?.add(type, { photo, child, since: task.settled, record: b64(fresh(16)) });
  return html`<article class="card task"><${Picture} part=${item.body} />
    <div class="stack"><h2>${t(task.marked ? "task-marked" : "task-unmarked", { child: name })}</h2>
      <p class="row"><span class=${`tag ${until < Date.now() ? "stop" : "care"}`}>${t(until < Date.now() ? "task-late" : "task-until", { day: date(until) })}</span>
        ${families > 0 && html`<span class="tag">${t("task-families", { count: families })}</span>`}</p>
      <${ReaderLine} audience=${audienceOf(here, child)} />
      ${isSoon(task) ? html`<p role="status"><span class="tag good">${t("task-soon")}</span></p>` : html`<div class="row">
        ${item.body.seconds ? html`<p class="muted small">${t("task-film")}</p>` : html`<${ButtonLink} icon="edit" href=${`/albums/tasks/${photo}/${child}`}>${t("task-hide")}<//>`}
        <${Button} kind="secondary" onPress=${() => setSure("kept")}>${t("task-kept", { child: name })}<//><${Button} kind="quiet" icon="bin" onPress=${() => setSure("shred")}>${t("task-shred")}<//></div>`}</div>
    ${sure && html`<${Sheet} title=${t(sure === "kept" ? "task-kept" : "task-shred", { child: name })} onClose=${() => setSure("")}
      actions=${html`<${Button} kind="danger" onPress=${() => (setSure(""), add(sure === "kept" ? "albums.give-back" : "albums.shred"))}>${t(`task-${sure}-sure`)}<//>`}><p>${t(`task-${sure}-text`, { child: name })}</p><//>`}</article>`;
}

/** Whether something is under way with its photo. @param {{photo: string, child: string}} task */
export function isSoon(task) {
  return isUnderWay([...(outbox.value?.waiting ?? []), ...(uploads.value?.rows ?? []).map((row) => row.upload.then)], task);
}

/** The whole picture, or of a film the small one. @param {{part: any}} props */
function Picture({ part }) {
  const [data, setData] = useState(/** @type {Blob | null} */ (null));
  useEffect(() => void (part.seconds ? opened.small(part.thumb) : opened.whole(part)).then(setData, () => setData(null)), [part.blob]);
  return html`<div class="task-picture">${data ? html`<${Drawn} data=${data} label=${part.caption || t("task-picture")} />` : html`<${Icon} name="picture" size=${40} />`}</div>`;
}
