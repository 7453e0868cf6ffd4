/** What can be shared: how each detail is asked for, called and shown. Some are a parent's own, some are their child's. */
import { t } from "../../ui/locale.js";
import { HOME } from "./model.js";

/** @typedef {{type: string, autocomplete: string, icon: string, ofChild: boolean, rows?: number}} Look */

/** The details in the order in which they are asked for. */
export const ASKED = ["name", "phone", "email", "address", "photo", "face", "birthday", "fullname", "allergies"];
/** That the child goes to another school too; it has a tick of its own. */
export const OTHER_SCHOOL = "otherschool";
const FREE = "free:";
const PICTURE = "picture";
/** @type {Record<string, Look>} */
const LOOKS = {
  name: { type: "text", autocomplete: "name", icon: "people", ofChild: false },
  phone: { type: "tel", autocomplete: "tel", icon: "phone", ofChild: false },
  email: { type: "email", autocomplete: "email", icon: "mail", ofChild: false },
  address: { type: "text", autocomplete: "street-address", icon: "home", ofChild: false, rows: 2 },
  photo: { type: PICTURE, autocomplete: "off", icon: "picture", ofChild: false },
  face: { type: PICTURE, autocomplete: "off", icon: "picture", ofChild: true },
  birthday: { type: "date", autocomplete: "off", icon: "cake", ofChild: true },
  fullname: { type: "text", autocomplete: "off", icon: "tag", ofChild: true },
  allergies: { type: "text", autocomplete: "off", icon: "care", ofChild: true, rows: 2 },
  home: { type: "text", autocomplete: "off", icon: "pin", ofChild: false },
  [OTHER_SCHOOL]: { type: "text", autocomplete: "off", icon: "groups", ofChild: true },
};

/** @param {string} field @returns {Look} */
export function lookOf(field) {
  return LOOKS[field] ?? { type: "text", autocomplete: "off", icon: "tag", ofChild: false };
}

/** Whether the value of a detail is a picture. @param {string} field */
export function isPicture(field) {
  return lookOf(field).type === PICTURE;
}

/** What a detail is called. @param {string} field @param {string} child first name */
export function labelOf(field, child) {
  return field.startsWith(FREE) ? field.slice(FREE.length) : t(`field-${field}`, { child });
}

/** The field of a label of one's own; "" for no label. @param {string} label */
export function freeField(label) {
  return label.trim() ? `${FREE}${label.trim()}` : "";
}

/** A value as it is read: a birthday in words, a contact's own school in a sentence. @param {string} field @param {string} value @param {string} language */
export function shownValue(field, value, language) {
  if (field === HOME) return t("contact-home", { school: value });
  if (field !== "birthday" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return new Intl.DateTimeFormat(language, { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" }).format(Date.parse(value));
}

/** Where a tap on a value leads: to call, to write; "" for nowhere. @param {string} field @param {string} value */
export function linkOf(field, value) {
  if (field === "phone") return `tel:${value.replace(/[^\d+*#]/g, "")}`;
  return field === "email" ? `mailto:${encodeURIComponent(value).replace(/%40/g, "@")}` : "";
}

/** Where a detail stands among the others: one of one's own comes last. @param {string} field */
export function rank(field) {
  const at = ASKED.indexOf(field);
  return at < 0 ? ASKED.length : at;
}
