/** A talk for a phone's own calendar: its time and place, and no child's name: that file leaves Kring by a person's hand. */
import { t } from "../../ui/locale.js";
import { fileName, ics, save } from "../calendar/ics.js";
import { appointmentOf, lateness } from "./rounds.js";
import { placeName } from "./words.js";

/** @param {import("../../sync/session.js").Session} session @param {import("./rounds.js").Talk} talk */
export function saveTalk(session, { item, table, slot }) {
  if (!slot) return;
  const { room } = appointmentOf(session, item.id);
  const version = item.head.revision + lateness(session, table.id, slot);
  const body = { title: t("talk"), place: room || placeName(table.body, item.body.mode), day: slot.day, start: slot.start, end: slot.end, text: "", version };
  save(ics(`talk-${item.id}`, location.host, body, Date.now()), fileName(t("talk")));
}
