/**
 * What ical.js, on which Thunderbird stands, makes of a calendar: `node expand.js FROM UNTIL < feed.ics` prints each day of
 * each event between two instants (ms) as JSON, by the file's own time zone.
 */
import { readFileSync } from "node:fs";
import ICAL from "../../webclient/node_modules/ical.js/dist/ical.js";

const [from, until] = process.argv.slice(2).map(Number);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
const series = events.filter((one) => !one.isRecurrenceException());
for (const one of events.filter((event) => event.isRecurrenceException())) series.find((event) => event.uid === one.uid).relateException(one);
process.stdout.write(JSON.stringify(series.flatMap(days)));

/** @param {ICAL.Event} event */
function days(event) {
  if (!event.isRecurring()) return within([shown(event, event.startDate, event.endDate)]);
  const found = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next; next = iterator.next()) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    found.push(shown(item, startDate, endDate));
  }
  return within(found);
}

/** @param {ICAL.Event} event @param {ICAL.Time} start @param {ICAL.Time} end */
function shown(event, start, end) {
  const day = (/** @type {ICAL.Time} */ time) => (time.isDate ? time.toString() : time.toUnixTime() * 1000);
  return { title: event.summary, start: day(start), end: day(end), sequence: event.sequence, at: start.toUnixTime() * 1000,
    status: event.component.getFirstPropertyValue("status"), place: event.location ?? "" };
}

/** @param {ReturnType<typeof shown>[]} found */
function within(found) {
  return found.filter((one) => one.at >= from && one.at < until);
}
