/** The page in a takeout that anybody can read: no script, nothing from elsewhere; every word in it is escaped. The same as `sync/client/takeoutpage.py`. */
import { dayOf } from "../../sync/zone.js";

/** @typedef {Record<string, any>} Body */

const POLICY = "default-src 'none'; style-src 'none'; script-src 'none'";

/** The page of a takeout's `kring.json`. @param {Body} body @param {Record<string, string>} words @returns {string} */
export function page(body, words) {
  const name = escaped(`${words.title} ${body.school.name || body.school.host}`);
  const parts = [...body.children.map((/** @type {Body} */ one) => ofChild(one, words)), section(words.answers, body.answers.map(ofAnswer), words), section(words.lunch, ofLunch(body.lunch, words), words), section(words.threads, body.threads.map((/** @type {Body} */ one) => ofThread(one, words)), words)];
  return `<!doctype html><html lang="${words.language}"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${name}</title><h1>${name}</h1><p>${dayOf(body.made)}</p>${parts.join("")}</html>`;
}

/** @param {Body} one @param {Record<string, string>} words */
function ofChild(one, words) {
  const name = escaped([one.first, one.particle, one.last].filter(Boolean).join(" "));
  const days = (/** @type {Body} */ each) => escaped(`${each.from} – ${each.until}: ${each.reason ?? each.kind} ${each.note ?? ""}`);
  const told = (/** @type {string} */ title, /** @type {string} */ text, /** @type {string[]} */ files) => `<strong>${escaped(title)}</strong> ${escaped(text)}${links(files)}`;
  const parts = [
    section(words.absences, one.absences.map(days), words), section(words.leaves, one.leaves.map(days), words),
    section(words.talks, one.talks.map((/** @type {Body} */ each) => told(each.day, each.text, each.files)), words),
    section(words.book, one.book.map((/** @type {Body} */ each) => told(each.title, each.text, [each.file])), words),
    section(words.photos, one.photos.map((/** @type {Body} */ each) => told(each.album, each.caption, [each.file])), words),
  ];
  return `<h2>${name}</h2>${parts.join("")}`;
}

/** @param {Body} one @param {Record<string, string>} words */
function ofLunch({ lines, left, owed, refund, cents }, words) {
  const said = lines.map((/** @type {Body} */ each) => escaped(`${each.day}: ${each.strips > 0 ? "+" : ""}${each.strips}`));
  const what = owed ? "owed" : refund ? "refund" : "left";
  return lines.length ? [...said, escaped(`${words[what]}: ${owed || left} (€ ${(Math.abs(cents) / 100).toFixed(2)})`)] : [];
}

/** @param {Body} one */
function ofAnswer(one) {
  const said = one.answers.map((/** @type {Body} */ each) => `${each.question}: ${Array.isArray(each.answer) ? each.answer.join(", ") : typeof each.answer === "object" ? JSON.stringify(each.answer) : each.answer}`);
  return `<strong>${escaped(one.title)}</strong> ${escaped(said.join("; "))}`;
}

/** @param {Body} one @param {Record<string, string>} words */
function ofThread(one, words) {
  const said = one.messages.map((/** @type {Body} */ each) => `<li>${dayOf(each.at)} <em>${escaped(words[each.by])} ${escaped(each.of)}</em>: ${escaped(each.text)}${links(each.files)}</li>`);
  return `<strong>${escaped(one.title)}</strong><ul>${said.join("")}</ul>`;
}

/** @param {string} title @param {string[]} lines @param {Record<string, string>} words */
function section(title, lines, words) {
  const inside = lines.length ? `<ul>${lines.map((one) => `<li>${one}</li>`).join("")}</ul>` : `<p>${escaped(words.none)}</p>`;
  return `<h3>${escaped(title)}</h3>${inside}`;
}

/** @param {string[]} names */
function links(names) {
  return names.map((name) => ` <a href="${encodeURIComponent(name)}">${escaped(name)}</a>`).join("");
}

/** @param {unknown} text */
function escaped(text) {
  const signs = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" });
  return String(text).replace(/[&<>"']/g, (sign) => signs[sign]).replaceAll("\n", "<br>");
}
