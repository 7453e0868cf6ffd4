/** Using a letter: the link by which a seat passes from the printed token to a person, once. */
import { Epoch, grant, readersHash, sealHistory, signLink } from "../crypto/circle.js";
import { b64 } from "../crypto/encoding.js";
import { fresh } from "../crypto/random.js";
import { redeemReaders } from "./trust.js";

/**
 * The link that gives a seat to a person, signed by the token's own key: the seat's second epoch.
 * @param {import("../crypto/token.js").Token} token @param {string} seat @param {import("../crypto/identity.js").Identity} identity
 * @param {{id: string, box: Uint8Array, hash: string}} person @param {number} now
 */
export function redeem(token, seat, identity, person, now) {
  const first = new Epoch(token.seatSeed);
  const second = new Epoch(fresh(32));
  const readers = redeemReaders(person);
  const head = {
    author: "invitation", box: second.public, circle: seat, closed: [], epoch: 2, kind: "seat", managers: [], n: 2, open: 1,
    previous: seat, readers: readersHash(readers), seat: "", sort: "redeem", time: now, writers: ["self"],
  };
  const link = signLink(token.signing, head);
  const grants = { [`p:${person.id}`]: grant(second, b64(identity.box.public)) };
  return { ...link, readers, grants, history: sealHistory(second, first, seat, 2) };
}
