/** Photos as small pictures: what each is called, and the sign over it; the same object as long as nothing changed. */
import { listed, t } from "../../ui/locale.js";

/** @typedef {import("./model.js").Photo} Photo */
/** @typedef {import("../../ui/thumbs.js").Thumb} Thumb */

/** @type {WeakMap<import("../../sync/types.js").Item, {key: string, thumb: Thumb}>} */
const kept = new WeakMap();
/** @type {Record<string, string>} */
const SIGNS = { consent: "alert", nobody: "alert", marked: "check", withheld: "eye" };

/** @param {Photo} photo @param {{at: number, sign?: string, names?: string[]}} more `sign`: "consent", "nobody", "marked", "withheld" or ""; `names`: who is on it @returns {Thumb} */
export function thumbOf(photo, { at, sign = "", names = [] }) {
  const text = [photo.caption || t("album-photo", { at }), names.length ? listed(names) : "", sign ? t(`album-sign-${sign}`) : ""].filter(Boolean).join(". ");
  const key = `${sign} ${text}`;
  const before = kept.get(photo.item);
  if (before?.key === key) return before.thumb;
  const thumb = { id: photo.id, small: photo.part.thumb, text, seconds: photo.part.seconds ?? 0, sign: SIGNS[sign] ?? "" };
  kept.set(photo.item, { key, thumb });
  return thumb;
}
