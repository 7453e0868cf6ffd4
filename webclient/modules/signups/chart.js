/** What was answered, as bars: drawn by the browser's own meters, read out by their words. */
import { html } from "../../lib/htm.js";
import { t } from "../../ui/locale.js";

/** @typedef {import("./rules.js").Question} Question */

/** `act`: what stands beside a bar, such as a way to write to those who said so. @param {{questions: Question[], counts: Record<string, Record<string, number>>, act?: ((question: Question, key: string, text: string) => any) | null}} props */
export function Chart({ questions, counts, act = null }) {
  return html`<div class="stack charts">${questions.map((one) => html`<section key=${one.id} class="stack-small"><h3>${one.label}</h3><${Bars} one=${one} counts=${counts[one.id] ?? {}} act=${act} /></section>`)}</div>`;
}

/** @param {{one: Question, counts: Record<string, number>, act: ((question: Question, key: string, text: string) => any) | null}} props */
function Bars({ one, counts, act }) {
  const rows = rowsOf(one, counts);
  const most = Math.max(1, ...rows.map((row) => row.most));
  return html`<ul class="bars tally">${rows.map(({ key, text, count, most: own }) => html`<li key=${key}><span>${text}</span><meter min="0" max=${own || most} value=${Math.min(count, own || most)} aria-label=${text}></meter>
    <span class="figures">${one.slots?.some((slot) => slot.id === key && slot.capacity) ? t("signup-of", { count, all: own }) : count}</span>${act && count > 0 && act(one, key, text)}</li>`)}</ul>`;
}

/** One bar for each choice, those nobody made too. @param {Question} one @param {Record<string, number>} counts @returns {{key: string, text: string, count: number, most: number}[]} */
export function rowsOf(one, counts) {
  const row = (/** @type {string} */ key, /** @type {string} */ text, most = 0) => ({ key, text, count: counts[key] ?? 0, most });
  const highest = Math.max(0, ...Object.values(counts));
  if (one.kind === "drivers") return [...(one.slots ?? []).map((slot) => row(slot.id, slot.text || t("signup-seats-found"), slot.capacity || highest)), ...["drive", "ride", "self"].map((key) => row(key, t(`signup-${key}`), highest))];
  if (one.slots) return one.slots.map((slot) => row(slot.id, slot.text, slot.capacity || highest));
  if (one.kind === "yesno") return [row("1", t("signup-yes"), highest), row("0", t("signup-no"), highest)];
  if (one.kind === "consent") return [row("1", t("signup-agree"), highest), row("0", t("signup-disagree"), highest)];
  if (one.kind === "number") return [row("sum", t("signup-sum"), highest)];
  if (one.options) return one.options.map((option) => row(option.id, option.text, highest));
  return [row("given", t("signup-given"), highest)];
}
