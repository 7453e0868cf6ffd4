/** A person, child or circle as a round mark: the same tone and initial everywhere, on every device. */
import { html } from "../lib/htm.js";

export const TONES = 12;
const SHOWN = 4;

/** The tone of a name, 0 to 11: only the name decides. @param {string} name */
export function toneOf(name) {
  let sum = 7;
  for (const symbol of name) sum = (sum * 31 + (symbol.codePointAt(0) ?? 0)) % 9973;
  return sum % TONES;
}

/** The initial of a name; a group's short name stays whole. @param {string} name */
export function initialOf(name) {
  const plain = name.trim().replace(/^(juf|meester|meneer|mevrouw|het|de|alle|the|all)\s+/i, "");
  return /^\d\S?$/.test(plain) ? plain : ([...plain][0] ?? "?").toUpperCase();
}

/** `tone`: what decides the tone, if not the name. @param {{name: string, tone?: string, small?: boolean, large?: boolean}} props */
export function Avatar({ name, tone = name, small = false, large = false }) {
  return html`<span class=${`avatar tone-${toneOf(tone)} ${small ? "small" : ""} ${large ? "large" : ""}`} aria-hidden="true">${initialOf(name)}</span>`;
}

/** Some in a row, overlapping; the rest as a number. @param {{names: string[]}} props */
export function Avatars({ names }) {
  const shown = names.length > SHOWN ? names.slice(0, SHOWN - 1) : names;
  const rest = names.length - shown.length;
  return html`<span class="avatars">${shown.map((name) => html`<${Avatar} key=${name} name=${name} small />`)}
    ${rest > 0 && html`<span class="avatar small rest" aria-hidden="true">+${Math.min(rest, 99)}</span>`}</span>`;
}
