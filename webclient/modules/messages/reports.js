/** What was reported to the office: each message as its author signed it, or the word that this can't be shown. */
import { html } from "../../lib/htm.js";
import { useEffect, useState } from "../../lib/hooks.js";
import { RECORD, readHead } from "../../crypto/heads.js";
import { unb64 } from "../../crypto/encoding.js";
import { checkRecord, openCopy } from "../../crypto/envelope.js";
import { Attached } from "../../ui/attached.js";
import { filesOf } from "../../ui/files.js";
import { t, when } from "../../ui/locale.js";
import { directory } from "../groups/names.js";
import { refName } from "./names.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("../../sync/types.js").Item} Item */

/** @param {{here: Session}} props */
export function Reports({ here }) {
  const own = here.seat({ role: "office" });
  const found = own ? here.replica.ofKind("complaint").sort((a, b) => b.head.time - a.head.time) : [];
  return found.length ? html`<section class="card stack"><h2>${t("reports")}</h2><p class="muted small">${t("reports-why")}</p>
    <ul class="stack">${found.map((item) => html`<${ReportLine} key=${item.id} here=${here} item=${item} />`)}</ul></section>` : null;
}

/** @param {{here: Session, item: Item}} props */
function ReportLine({ here, item }) {
  const [shown, setShown] = useState(/** @type {{seat: string, text: string, files: import("../../sync/blobs.js").Part[]} | null} */ (null));
  const [failed, setFailed] = useState(false);
  useEffect(() => void openComplaint(here, item).then(setShown, () => setFailed(true)), [item.id]);
  const known = directory(here);
  return html`<li class="stack"><span><strong>${t("report-by", { name: refName(here, item.head.seat, known) })}</strong> <span class="muted small">${when(item.head.time)}</span></span>
    ${item.body.why && html`<p>${item.body.why}</p>`}
    ${shown && html`<blockquote class="quote">${shown.text}<${Attached} parts=${shown.files} /><footer class="muted small">${t("report-signed", { name: refName(here, shown.seat, known) })}</footer></blockquote>`}
    ${failed && html`<p class="stop">${t("report-false")}</p>`}</li>`;
}

/** Who wrote a reported message, its text and its files; throws if it is not theirs. The same as `sync/client/complaints.py`. @param {Session} session @param {Item} item @returns {Promise<{seat: string, text: string, files: import("../../sync/blobs.js").Part[]}>} */
export async function openComplaint(session, { body }) {
  const { key, ...copy } = body.copy;
  const { seat: id } = readHead(copy.head, RECORD);
  const seat = session.replica.trust.seat(id);
  if (!seat.person) for (const circle of seat.circles) await session.readers(circle); // brings the proof of who sits there
  checkRecord(session.replica.trust.seat(id).sign, copy);
  const message = JSON.parse(new TextDecoder().decode(openCopy(unb64(key), copy)));
  return { seat: id, text: message.text, files: filesOf(message) };
}
