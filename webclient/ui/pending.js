/** What was written here and is not there yet: with its files in the queue, or in the outbox. It is shown at its place as on its way. */
import { html } from "../lib/htm.js";
import { sentOf } from "../sync/uploads.js";
import { Attached } from "./attached.js";
import { useHere } from "./attach.js";
import { Icon } from "./icon.js";
import { t } from "./locale.js";
import { wholePercent } from "./sizes.js";
import { outbox, uploading, uploads, version } from "./state.js";

/** @typedef {import("../sync/blobs.js").Part} Part */
/** `upload`: the id under which its files wait, "" if they are there; `share`: how much of them is, in percent. @typedef {{data: any, upload: string, parts: Part[], share: number, error: any}} Pending */

/** Everything of a type that is on its way. @param {string} type @returns {Pending[]} */
export function pending(type) {
  void version.value;
  void uploading.value;
  const rows = (uploads.value?.rows ?? []).filter((row) => row.upload.then.type === type);
  const intents = (outbox.value?.waiting ?? []).filter((intent) => intent.type === type);
  return [...rows.map((row) => ({ data: row.upload.then.data, upload: row.upload.id, parts: row.upload.parts, share: wholePercent(sentOf(row), row.size), error: row.error })),
    ...intents.map((intent) => ({ data: intent.data, upload: "", parts: [], share: 100, error: null }))];
}

/** Take back what is still in the queue. @param {string} upload @returns {Promise<boolean>} whether it was */
export async function stopPending(upload) {
  const waits = Boolean(upload) && (uploads.value?.rows ?? []).some((row) => row.upload.id === upload);
  if (waits) await uploads.value?.cancel(upload);
  return waits;
}

/** Its files, as they lie here, and how far they are. @param {{one: Pending}} props */
export function PendingFiles({ one }) {
  const from = useHere(one.upload);
  return html`<${Attached} parts=${one.parts} from=${from} />
    <span class="muted small pending" role="status"><${Icon} name="upload" size=${16} />${one.parts.length && one.share < 100 ? t("sending-share", { share: one.share }) : t("sending")}</span>`;
}
