/** The end of things: the pack that parents keep before the year is over, and albums whose last day has come. */
import { t } from "../../ui/locale.js";
import { dayOf } from "../absences/days.js";
import { ownChildren } from "../people/model.js";
import { albums, downloadable, photosOf } from "./model.js";
import { onItems, wholeOf } from "./writing.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {import("./model.js").Album} Album */

const FROM = "06-15";
const LAST = "07-31";

/** What this person may keep, by album, and how much of it they have not downloaded yet. @param {Session} session @returns {{album: Album, photos: import("./model.js").Photo[], left: number}[]} */
export function yearPack(session) {
  const own = session.own();
  const letters = session.replica.ofKind("fetched").filter((item) => own.has(item.head.seat));
  return albums(session).filter((one) => one.items.length).map((one) => {
    const photos = downloadable(session, one, photosOf(session, one));
    const had = new Set(letters.filter((item) => item.body.album === one.id).flatMap((item) => item.body.photos));
    return { album: one, photos, left: photos.filter((photo) => !had.has(photo.id)).length };
  }).filter((row) => row.photos.length);
}

/** From 15 June parents are asked to keep the year's photos. @param {Session} session @param {number} now ms @returns {import("../today/plan.js").Due[]} */
export function due(session, now) {
  const [year, day] = [dayOf(now).slice(0, 4), dayOf(now).slice(5)];
  if (day < FROM || day > LAST || !ownChildren(session).length) return [];
  const left = yearPack(session).reduce((sum, row) => sum + (row.album.acts ? 0 : row.left), 0);
  const until = Date.parse(`${year}-${LAST}T20:00:00Z`);
  return left ? [{ id: `albums-year-${year}`, text: t("albums-keep-year"), about: t("album-photos", { count: left }), href: "/albums/year", child: "", until }] : [];
}

/** Albums whose last day is over are shredded by whoever of the staff is here first, unless a colleague moved that day. @param {Session} session @param {number} [now] ms */
export async function topUp(session, now = Date.now()) {
  const isOver = (/** @type {Album} */ one) => Boolean(one.whole.until) && one.whole.until < dayOf(now);
  const stays = (/** @type {string} */ id) => albums(session).some((one) => one.id === id && !isOver(one));
  for (const one of albums(session).filter((other) => other.acts && other.items.length && isOver(other)))
    await onItems(session, wholeOf(session, one.id), (batch, item) => stays(one.id) || batch.delete(item));
}
