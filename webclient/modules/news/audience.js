/** Who can read an item, in words: from the circle it lies in, or from the letter's own recipients. */
import { t } from "../../ui/locale.js";
import { fullName, groups, isBoards, nameOf } from "../people/model.js";

/** @typedef {import("../../sync/session.js").Session} Session */
/** @typedef {{name: string, about: string, mark?: string}} Audience */

/** The circles that read a circle, in words. @param {Session} session @param {string} circle @returns {Audience[]} */
export function audienceOf(session, circle) {
  const { charter } = session.replica.trust;
  if (circle === charter.school) return [{ name: t("audience-school"), about: t("audience-school-about") }, { name: t("audience-staff"), about: t("audience-staff-about") }];
  const group = groups(session).find((one) => one.group === circle);
  if (group) return [
    { name: t("audience-group", { group: group.name }), about: t("audience-families", { group: group.name }), mark: group.name },
    { name: t("audience-team", { group: group.name }), about: t("audience-team-about") }, { name: t("audience-office"), about: t("audience-office-about") }];
  if (isBoards(session, circle)) return [{ name: t("audience-school"), about: t("audience-school-about") }, { name: t("audience-staff"), about: t("audience-staff-about") }, { name: t("role-board"), about: t("board-audience-about") }];
  const child = session.replica.ofKind("profile", circle)[0];
  if (child) return [
    { name: child.body.first, about: t("audience-guardians", { name: child.body.first }) },
    { name: t("audience-team", { group: (child.body.groups ?? []).join(", ") }), about: t("audience-team-about") }, { name: t("audience-office"), about: t("audience-office-about") }];
  return [{ name: t("audience-you"), about: "" }];
}

/** The circles of several, each once. @param {Session} session @param {string[]} circles @returns {Audience[]} */
export function audienceOfAll(session, circles) {
  const all = circles.flatMap((circle) => audienceOf(session, circle));
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

/**
 * The people behind the circles' own reader lists, for who may know them (managers and writers); null for others.
 * It walks the signed lists down to the seats: whoever is not in here holds no key.
 * @param {Session} session @param {string[]} circles @returns {(() => Promise<Audience[] | null>) | null}
 */
export function peopleOf(session, circles) {
  if (!circles.every((circle) => session.seat({ circle }))) return null;
  return async () => {
    const seats = new Set(/** @type {string[]} */ ([]));
    for (const circle of circles) await walk(session, circle, seats);
    return [...seats].map((seat) => describe(session, seat)).sort((a, b) => a.name.localeCompare(b.name));
  };
}

/** @param {Session} session @param {string} circle @param {Set<string>} seats */
async function walk(session, circle, seats) {
  if (session.replica.trust.seats.has(circle)) return void seats.add(circle);
  const readers = await session.readers(circle).catch(() => []);
  for (const reader of readers) if (reader.ref.startsWith("c:")) await walk(session, reader.ref.slice(2), seats);
}

/** @param {Session} session @param {string} id @returns {Audience} */
function describe(session, id) {
  const seat = session.replica.trust.seats.get(id);
  const child = session.replica.ofKind("pupil").find((item) => item.body.guardians.some((/** @type {any} */ one) => one.seat === id));
  const about = child ? t("guardian-of", { name: fullName(/** @type {any} */ (child.body)) }) : t(`role-${seat?.role ?? "guardian"}`);
  return { name: nameOf(session, id) || t(`role-${seat?.role ?? "guardian"}`), about: seat?.person ? about : `${about} · ${t("not-joined")}` };
}
