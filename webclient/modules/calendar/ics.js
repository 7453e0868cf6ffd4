/**
 * One event as a file for a phone's own calendar (RFC 5545), made here: what is in it leaves this device only by a
 * person's hand. The same event again has the same UID and a higher SEQUENCE, so a phone replaces it.
 */
import { escaped, folded } from "../../ui/contentline.js";
import { occurrences } from "../../sync/occurrences.js";
import { dayOf, instant, timeOf } from "../../sync/zone.js";

/** @typedef {Record<string, any>} Body */

const HOUR = 3_600_000;
const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE`.split("\n");

/** The text of the file. @param {string} id record id @param {string} host @param {Body} body @param {number} now ms @returns {string} */
export function ics(id, host, body, now) {
  const common = [`UID:${id}@${host}`, `DTSTAMP:${utc(now)}`, `SEQUENCE:${Number(body.version ?? 0)}`];
  const moved = body.repeat ? occurrences(body, "0000-01-01", "9999-12-31").filter((one) => body.moved?.[one.original] || body.dropped?.includes(one.original)) : [];
  const events = [vevent(common, body, { ...body, cancelled: Boolean(body.cancelled) }, rule(body)), ...moved.map((at) => vevent(common, body, at, [`RECURRENCE-ID${stamp(at.original, body.start)}`]))];
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kring//NL", "METHOD:PUBLISH", ...ZONE, ...events.flat(), "END:VCALENDAR"];
  return lines.map((line) => `${folded(line.replace(/\p{Cc}/gu, ""))}\r\n`).join("");
}

/** A name for the file. @param {string} title */
export function fileName(title) {
  return `${title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "kring"}.ics`;
}

/** Hand it to the browser. @param {string} text @param {string} name */
export function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {string[]} common @param {Body} body @param {Body} at its day and times @param {string[]} more @returns {string[]} */
function vevent(common, body, { day, until, start, end, place, cancelled }, more) {
  const last = until || day;
  const ends = start ? end && `DTEND${stamp(last, end)}` : `DTEND${stamp(later(last), "")}`;
  return [
    "BEGIN:VEVENT", ...common, ...more, `DTSTART${stamp(day, start)}`, ends, `SUMMARY:${escaped(String(body.title))}`,
    place && `LOCATION:${escaped(place)}`, body.text && `DESCRIPTION:${escaped(body.text)}`, `STATUS:${cancelled ? "CANCELLED" : "CONFIRMED"}`,
    `TRANSP:${start ? "OPAQUE" : "TRANSPARENT"}`, "END:VEVENT",
  ].filter((line) => typeof line === "string" && line !== "");
}

/** How it repeats, and the days left out. @param {Body} body @returns {string[]} */
function rule({ repeat, except, dropped, start }) {
  if (!repeat) return [];
  const every = /** @type {Record<string, string>} */ ({ week: "WEEKLY", month: "MONTHLY", year: "YEARLY" })[repeat.every];
  const until = start ? utc(instant(repeat.until, "24:00") - 1000) : compact(repeat.until);
  return [`RRULE:FREQ=${every};INTERVAL=${Math.max(1, Number(repeat.step))};UNTIL=${until}`, ...(except ?? []).filter((/** @type {string} */ day) => !dropped?.includes(day)).map((/** @type {string} */ day) => `EXDATE${stamp(day, start)}`)];
}

/**
 * A day, or a moment of it on the school's clock, as the value of a property. A time that does not exist is an hour later;
 * one that comes twice is said in UTC, as programs take now the one and now the other. @param {string} day @param {string | undefined} time
 */
function stamp(day, time) {
  if (!time) return `;VALUE=DATE:${compact(day)}`;
  const at = instant(day, time);
  return timeOf(at + HOUR) === timeOf(at) ? `:${utc(at)}` : `;TZID=Europe/Amsterdam:${compact(dayOf(at))}T${timeOf(at).replace(":", "")}00`;
}

/** @param {string} day */
function compact(day) {
  return day.replaceAll("-", "");
}

/** @param {number} at ms */
function utc(at) {
  return `${new Date(at).toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
}

/** The day after. @param {string} day */
function later(day) {
  return new Date(Date.parse(day) + 24 * 3600 * 1000).toISOString().slice(0, 10);
}
