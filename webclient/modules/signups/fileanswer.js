/** A file as an answer: chosen on one's own device, sealed to those who organise and to one's home, and how organisers see it. */
import { html } from "../../lib/htm.js";
import { Attach, tagged } from "../../ui/attach.js";
import { Attached } from "../../ui/attached.js";
import { filesOf } from "../../ui/files.js";
import { t } from "../../ui/locale.js";
import { SaveButton } from "../../ui/savebutton.js";
import { saveAll } from "../../ui/saveall.js";

/** @typedef {import("../../sync/blobs.js").Part} Part */
/** @typedef {import("../../ui/attach.js").Files} Files */
/** @typedef {import("./rules.js").Question} Question */
/** @typedef {import("./rules.js").Row} Row */

/** `files`: those of the whole form; none where it is only looked at. @param {{question: Question, files?: Files}} props */
export function FileAnswer({ question, files }) {
  return html`<fieldset><legend>${question.label}</legend>${!question.required && html`<p class="hint muted">${t("signup-optional")}</p>`}
    ${files ? html`<${Attach} files=${tagged(files, question.id)} />` : html`<p class="muted">${t("attach-choose")}</p>`}</fieldset>`;
}

/** The values of a form with what its file questions have: each file says to which question it belongs. @param {Question[]} questions @param {Record<string, any>} values @param {Part[]} parts @returns {Record<string, any>} */
export function withFiles(questions, values, parts) {
  const asked = questions.filter((one) => one.kind === "file");
  return { ...values, ...Object.fromEntries(asked.map((one) => [one.id, parts.filter((part) => /** @type {any} */ (part).tag === one.id)])) };
}

/** The files of an answer that is there. @param {Question[]} questions @param {Record<string, any>} values @returns {Part[]} */
export function filesIn(questions, values) {
  return questions.filter((one) => one.kind === "file").flatMap((one) => filesOf({ files: values[one.id] }));
}

/** What was given to one question. @param {{question: Question, values: Record<string, any>}} props */
export function Given({ question, values }) {
  const parts = filesOf({ files: values[question.id] });
  return parts.length ? html`<${Attached} parts=${parts} />` : "–";
}

/** All files that came in, in one file, each with the name of whose it is. @param {{title: string, questions: Question[], rows: Row[]}} props */
export function SaveGiven({ title, questions, rows }) {
  const found = rows.flatMap((row) => filesIn(questions, row.values).map((part) => ({ part, name: [row.name, part.name ?? t("file")].filter(Boolean).join(" - "), time: row.at })));
  return found.length ? html`<${SaveButton} text=${t("signup-save-files", { count: found.length })} run=${(/** @type {import("../../ui/savebutton.js").Way} */ way) => saveAll(title, found, way)} />` : null;
}
