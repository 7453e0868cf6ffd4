/** What is being sent, on every screen while there is something: how far, pause, stop; and each file by itself in a sheet. */
import { html } from "../lib/htm.js";
import { useEffect, useState } from "../lib/hooks.js";
import { sentOf } from "../sync/uploads.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { errorText, t } from "./locale.js";
import { preparing, refused, stopPreparing } from "./sending.js";
import { Sheet } from "./sheet.js";
import { sizeText, wholePercent } from "./sizes.js";
import { uploading, uploads } from "./state.js";
import { Banner } from "./status.js";

export function UploadBar() {
  const [open, setOpen] = useState(false);
  const { files, done, failed, size, sent, state } = uploading.value;
  const making = preparing.value;
  useStay(making.total > 0);
  if (!state && !making.total && !refused.value.length) return null;
  const said = making.total ? t("upload-preparing", { at: making.done + 1, count: making.total }) : t(`upload-${state || "sending"}`, { done, count: state === "failed" ? failed : files, share: wholePercent(sent, size) });
  return html`<section class="uploadbar no-print" aria-label=${t("uploads")}>
    <span class="sr-only" role="status">${state === "sending" || making.total ? t("uploads") : said}</span><${RefusedNote} />
    ${(state || making.total > 0) && html`<div class=${`line ${state === "failed" ? "stop" : ""}`}><button type="button" class="words" aria-haspopup="dialog" onClick=${() => setOpen(true)}>
        <${Icon} name="upload" size=${20} /><span>${said}</span></button>
      ${state && html`<${PauseButton} state=${state} />`}</div>
      <progress max=${making.total || size || 1} value=${making.total ? making.done : sent} aria-label=${t("uploads")}></progress>
      ${making.total > 0 && html`<p class="small muted">${t("upload-stay")}</p>`}`}
    ${open && html`<${UploadSheet} onClose=${() => setOpen(false)} />`}</section>`;
}

/** @param {{state: string}} props */
function PauseButton({ state }) {
  const goes = state === "sending" || state === "waiting";
  return html`<${Button} kind="quiet" icon=${goes ? "pause" : "play"} onPress=${() => (goes ? uploads.value?.pause() : uploads.value?.resume())}>${t(goes ? "upload-pause" : state === "failed" ? "try-again" : "upload-resume")}<//>`;
}

/** @param {{onClose: () => void}} props */
function UploadSheet({ onClose }) {
  void uploading.value;
  const rows = uploads.value?.rows ?? [];
  const cancelAll = async () => {
    stopPreparing();
    await uploads.value?.cancel();
    onClose();
  };
  return html`<${Sheet} title=${t("uploads")} onClose=${onClose} actions=${html`<${Button} kind="danger" onPress=${cancelAll}>${t("upload-cancel-all")}<//>`}>
    <p class="muted">${t("upload-safe")}</p>
    <ul class="uploads">${rows.map((row) => html`<${Row} key=${row.upload.id} row=${row} />`)}</ul><//>`;
}

/** @param {{row: import("../sync/uploads.js").Row}} props */
function Row({ row }) {
  const [part, ...more] = row.upload.parts;
  const name = part.name ?? t("file");
  return html`<li><span class="row-text"><strong>${more.length ? t("file-and-more", { name, count: more.length }) : name}</strong>
      <span class=${`small ${row.error ? "error" : "muted"}`}>${row.error ? errorText(row.error) : t("upload-row", { share: wholePercent(sentOf(row), row.size), size: sizeText(row.size) })}</span></span>
    <button type="button" class="tool" aria-label=${t("upload-cancel", { name })} onClick=${() => uploads.value?.cancel(row.upload.id)}><${Icon} name="close" size=${20} /></button></li>`;
}

/** Which files were not taken, and why; gone once read. */
function RefusedNote() {
  const files = refused.value;
  if (!files.length) return null;
  return html`<${Banner} kind="stop"><${Icon} name="alert" /><div class="row-text"><strong>${t("refused-files", { count: files.length })}</strong>
      ${files.slice(0, 3).map((one, at) => html`<span class="small" key=${at}>${one.name}: ${errorText(one.error)}</span>`)}
      ${files.length > 3 && html`<span class="small">${t("refused-more", { count: files.length - 3 })}</span>`}</div>
    <${Button} kind="secondary" onPress=${() => (refused.value = [])}>${t("understood")}<//><//>`;
}

/** The browser asks before the app is closed while files are not safe yet. @param {boolean} needed */
function useStay(needed) {
  useEffect(() => {
    if (!needed) return;
    const ask = (/** @type {Event} */ event) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [needed]);
}
