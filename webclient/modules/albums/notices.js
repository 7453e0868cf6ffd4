/** What a notification says of albums, in the worker that shows it. */
import { seatFor } from "./seats.js";

/** Only when photos are published: later changes of its words or order wake nobody. @type {import("../notices.js").Tell} */
function ofAlbum(session, { body, head, circle }) {
  if (body.published !== head.time || circle === head.seat || seatFor(session, body.circle)) return null;
  const group = session.replica.ofKind("profile", body.circle)[0]?.body.name ?? "";
  const title = /** @type {import("../notices.js").Words} */ (group ? ["notice-album-in", { group }] : ["notice-album", {}]);
  return { title, text: String(body.title), href: `/albums/${body.album}`, tag: `album ${body.album}` };
}

/** A photo that was saved, and that its family asks to throw away; said once, though two of the staff ask. @type {import("../notices.js").Tell} */
function ofErase(session, { body }) {
  const album = session.replica.ofKind("album").find((item) => item.body.album === body.album)?.body.title ?? "";
  return { title: ["notice-erase", {}], text: String(album), href: "/albums/erase", tag: `erase ${body.photo}` };
}

/** @type {Record<string, import("../notices.js").Tell>} */
export const albumsNotices = { album: ofAlbum, erase: ofErase };
