-- Kring, schema 1: one school. Contents are sealed before they come here; what stands in the clear is who is in
-- which circle, kinds, sizes and times.

CREATE TABLE schema_version (n INTEGER PRIMARY KEY, name TEXT NOT NULL, applied INTEGER NOT NULL, sha256 TEXT NOT NULL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- One number for everything that is delivered, assigned inside the committing transaction.
CREATE TABLE sequence (n INTEGER NOT NULL);
INSERT INTO sequence VALUES (0);

-- The school log: one hash chain of all acts. `mac` belongs to invitations; `circles` (JSON) to those as well:
-- readers of these circles may see the statement of a guardian's invitation.
CREATE TABLE act (
  n INTEGER PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL UNIQUE, tip TEXT NOT NULL, kind TEXT NOT NULL,
  head TEXT NOT NULL, signature TEXT NOT NULL, public INTEGER NOT NULL, circles TEXT NOT NULL
);
CREATE INDEX act_seq ON act (seq);

-- A seat is the place that one letter gives. `ended_n` is the act that ended it, -1 while it lasts.
CREATE TABLE seat (
  id TEXT PRIMARY KEY, n INTEGER NOT NULL, role TEXT NOT NULL, circles TEXT NOT NULL, issuer TEXT NOT NULL,
  locator TEXT NOT NULL UNIQUE, invited TEXT NOT NULL, mac TEXT NOT NULL, deadline INTEGER NOT NULL,
  starts INTEGER NOT NULL, ends INTEGER NOT NULL, ended INTEGER NOT NULL DEFAULT 0,
  ended_n INTEGER NOT NULL DEFAULT -1, person TEXT NOT NULL DEFAULT '', link TEXT NOT NULL DEFAULT '',
  redeemed INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX seat_person ON seat (person);

CREATE TABLE person (id TEXT PRIMARY KEY, statements TEXT NOT NULL, sign TEXT NOT NULL, box TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE account (person TEXT PRIMARY KEY REFERENCES person, name TEXT NOT NULL, folded TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE lock (
  id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person, kind TEXT NOT NULL, salt TEXT NOT NULL,
  ops INTEGER NOT NULL, mem INTEGER NOT NULL, login TEXT NOT NULL, wrapped TEXT NOT NULL, UNIQUE (person, kind)
) WITHOUT ROWID;
-- A signed-in browser or client; only the hash of its cookie is kept.
CREATE TABLE device (
  id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person, token TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  created INTEGER NOT NULL, seen INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX device_person ON device (person);

-- The newest state of each circle: its newest link, and the place and tip of its log.
CREATE TABLE circle (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, n INTEGER NOT NULL, hash TEXT NOT NULL, epoch INTEGER NOT NULL,
  place INTEGER NOT NULL, tip TEXT NOT NULL, head TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX circle_kind ON circle (kind);
CREATE TABLE link (
  circle TEXT NOT NULL, n INTEGER NOT NULL, place INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL UNIQUE,
  tip TEXT NOT NULL, epoch INTEGER NOT NULL, head TEXT NOT NULL, signature TEXT NOT NULL, history TEXT NOT NULL,
  PRIMARY KEY (circle, n)
) WITHOUT ROWID;
CREATE INDEX link_seq ON link (circle, seq);
-- The newest reader list, and who is manager or writer ("self" resolved to the circle's own id).
CREATE TABLE reader (
  circle TEXT NOT NULL, ref TEXT NOT NULL, box TEXT NOT NULL, hash TEXT NOT NULL, starts INTEGER NOT NULL,
  ends INTEGER NOT NULL, PRIMARY KEY (circle, ref)
) WITHOUT ROWID;
CREATE INDEX reader_ref ON reader (ref);
CREATE TABLE writer (circle TEXT NOT NULL, ref TEXT NOT NULL, PRIMARY KEY (ref, circle)) WITHOUT ROWID;
CREATE TABLE grants (
  circle TEXT NOT NULL, epoch INTEGER NOT NULL, ref TEXT NOT NULL, sealed TEXT NOT NULL,
  PRIMARY KEY (circle, epoch, ref)
) WITHOUT ROWID;

-- Records. A replaced or deleted one keeps its place and hash and loses the rest. `held`: not shown to others
-- before this time (ms), 0 = shown.
CREATE TABLE record (
  circle TEXT NOT NULL, place INTEGER NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, tip TEXT NOT NULL,
  id TEXT NOT NULL, revision INTEGER NOT NULL, author TEXT NOT NULL, seat TEXT NOT NULL, kind TEXT NOT NULL,
  letter INTEGER NOT NULL, held INTEGER NOT NULL, current INTEGER NOT NULL,
  head TEXT NOT NULL, body TEXT NOT NULL, signature TEXT NOT NULL, boxes TEXT NOT NULL, PRIMARY KEY (circle, place)
) WITHOUT ROWID;
CREATE INDEX record_seq ON record (circle, seq);
CREATE UNIQUE INDEX record_id ON record (id, revision);
CREATE INDEX record_held ON record (held) WHERE held > 0;
-- A letter is delivered to the circles it is sealed to.
CREATE TABLE delivery (
  ref TEXT NOT NULL, seq INTEGER NOT NULL, circle TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (ref, seq, place)
) WITHOUT ROWID;

-- What a person reaches, worked out from the reader lists whenever they change. Level 2: reads; 1: link heads only.
CREATE TABLE reach (
  person TEXT NOT NULL, circle TEXT NOT NULL, level INTEGER NOT NULL, since INTEGER NOT NULL, starts INTEGER NOT NULL,
  ends INTEGER NOT NULL, PRIMARY KEY (person, circle)
) WITHOUT ROWID;
CREATE INDEX reach_since ON reach (person, since);
CREATE INDEX reach_circle ON reach (circle);
CREATE TABLE departure (person TEXT NOT NULL, seq INTEGER NOT NULL, circle TEXT NOT NULL, PRIMARY KEY (person, seq, circle))
  WITHOUT ROWID;
