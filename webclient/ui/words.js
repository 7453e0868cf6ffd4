/** The words of the app (Fluent), for pages and workers alike: no document is needed to read them. */
import { FluentBundle, FluentResource } from "../lib/fluent.js";

export const LANGUAGES = ["nl", "en"];
/** @type {Map<string, FluentBundle>} */
const bundles = new Map();

/** Fetch the words of a language, once. @param {string} chosen */
export async function loadWords(chosen) {
  if (bundles.has(chosen)) return;
  const text = await (await fetch(`/locales/${chosen}.ftl`)).text();
  const bundle = new FluentBundle(chosen, { useIsolating: false });
  const errors = bundle.addResource(new FluentResource(text));
  if (errors.length) console.warn("locale", chosen, errors.length);
  bundles.set(chosen, bundle);
}

/** The text of a key in a language that is loaded; the key itself where a text is missing. @param {string} chosen @param {string} key @param {Record<string, string | number>} [values] @returns {string} */
export function tIn(chosen, key, values = {}) {
  const bundle = bundles.get(chosen);
  const message = bundle?.getMessage(key);
  return bundle && message?.value ? bundle.formatPattern(message.value, values) : key;
}

/** Whether there is a text for a key. @param {string} chosen @param {string} key */
export function hasIn(chosen, key) {
  return Boolean(bundles.get(chosen)?.hasMessage(key));
}
