/**
 * What was written here and is not there yet: with its files in the queue, or in the outbox. It is shown at its place, as on
 * its way or with what went wrong, so that nothing somebody wrote is lost in silence.
 */
import { html } from "../lib/htm.js";
import { sentOf } from "../sync/uploads.js";
import { Attached } from "./attached.js";
import { useHere } from "./attach.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";
import { wholePercent } from "./sizes.js";
import { outbox, uploading, uploads, version } from "./state.js";
import { ErrorNote } from "./status.js";

/** @typedef {import("../sync/blobs.js").Part} Part */
/** `upload`: the id under which its files wait, "" if they are there; `share`: how much of them is, in percent; `intent`: it was refused. @typedef {{data: any, upload: string, parts: Part[], share: number, error: any, intent: import("../sync/outbox.js").Intent | null}} Pending */

/** Everything of a type that is on its way, and what was refused. @param {string} type @returns {Pending[]} */
export function pending(type) {
  void version.value;
  void uploading.value;
  const rows = (uploads.value?.rows ?? []).filter((row) => row.upload.then.type === type);
  const intents = (outbox.value?.waiting ?? []).filter((intent) => intent.type === type);
  const failed = (outbox.value?.failed ?? []).filter(({ intent }) => intent.type === type);
  const there = { upload: "", parts: [], share: 100, error: null, intent: null };
  return [...rows.map((row) => ({ data: row.upload.then.data, upload: row.upload.id, parts: row.upload.parts, share: wholePercent(sentOf(row), row.size), error: row.error, intent: null })),
    ...intents.map(({ data }) => ({ ...there, data })), ...failed.map(({ intent, error }) => ({ ...there, data: intent.data, error, intent }))];
}

/** Once more: its files, or itself, with the same ids. @param {Pending} one */
async function again({ upload, intent }) {
  if (upload) return uploads.value?.resume();
  if (intent) await outbox.value?.again(intent);
}

/** Take back what is still in the queue. @param {string} upload @returns {Promise<boolean>} whether it was */
export async function stopPending(upload) {
  const waits = Boolean(upload) && (uploads.value?.rows ?? []).some((row) => row.upload.id === upload);
  if (waits) await uploads.value?.cancel(upload);
  return waits;
}

/** Its files, as they lie here, how far they are, and what can be done about it. @param {{one: Pending, onStop?: () => void}} props `onStop`: it is not sent after all */
export function PendingFiles({ one, onStop = () => undefined }) {
  const from = useHere(one.upload);
  const stop = async () => {
    if (one.intent) await outbox.value?.letGo(one.intent);
    else await stopPending(one.upload);
    onStop();
  };
  return html`<${Attached} parts=${one.parts} from=${from} /><${ErrorNote} error=${one.error} retry=${() => again(one)} />
    ${!one.error && html`<span class="muted small pending" role="status"><${Icon} name="upload" size=${16} />${one.parts.length && one.share < 100 ? t("sending-share", { share: one.share }) : t("sending")}</span>`}
    ${(one.upload || one.intent) && html`<div class="row"><${Button} kind="quiet" onPress=${stop}>${t("upload-cancel-this")}<//></div>`}`;
}
