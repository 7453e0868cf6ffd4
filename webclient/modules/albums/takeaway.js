/** A parent who does not want a photo of their child to be shown. */
import { call } from "../../sync/http.js";

/** @typedef {import("../../sync/session.js").Session} Session */

/** Whether a child stands on a photo, as its guardians know. @param {Session} session @param {string} photo @param {string} child */
export function isIn(session, photo, child) {
  return session.replica.ofKind("mark", child).some((item) => item.body.photo === photo);
}

/** Have a photo withheld from everybody but the child's own adults and the staff. @param {Session} session @param {import("../../sync/types.js").Item} photo its record @param {string} child */
export async function takeAway(session, photo, child) {
  await call("POST", "/api/withholdings", { record: photo.id, circle: child });
  await session.sync();
}
