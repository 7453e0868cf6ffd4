/** A person, child or circle as a round mark: the same colour and initial everywhere. */
import { html } from "../lib/htm.js";

const TONES = 12;

/** The tone of a name: stable, and the same on every device. @param {string} name */
export function toneOf(name) {
  let sum = 7;
  for (const symbol of name) sum = (sum * 31 + (symbol.codePointAt(0) ?? 0)) % 9973;
  return sum % TONES;
}

/** The initial of a name; a group's short name stays whole. @param {string} name */
export function initialOf(name) {
  const plain = name.replace(/^(juf|meester|meneer|mevrouw|het|de|alle|the|all)\s+/i, "");
  return /^\d\S?$/.test(plain) ? plain : ([...plain][0] ?? "?").toUpperCase();
}

/** @param {{name: string, tone?: string, small?: boolean}} props */
export function Avatar({ name, tone = name, small = false }) {
  return html`<span class=${`avatar tone-${toneOf(tone)} ${small ? "small" : ""}`} aria-hidden="true">${initialOf(name)}</span>`;
}

/** @param {{names: string[]}} props */
export function Avatars({ names }) {
  return html`<span class="avatars">${names.slice(0, 4).map((name) => html`<${Avatar} key=${name} name=${name} small />`)}</span>`;
}
