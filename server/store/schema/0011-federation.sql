-- Linked schools. `n`: the place of the `peer` act in our log; `key` and `key_n`: their server key, and the place in
-- their log of the root's statement for it; `life`, `sent`: our incarnation, and the newest number given to a parcel
-- in it; `due`, `tries`: when to speak to them again; `skew`: how far (ms) their clock is ahead of ours; `restored`:
-- when (ms) we last saw that they were put back from a backup.
CREATE TABLE peer (
  root TEXT PRIMARY KEY, host TEXT NOT NULL UNIQUE, n INTEGER NOT NULL, name TEXT NOT NULL DEFAULT '',
  key TEXT NOT NULL DEFAULT '', key_n INTEGER NOT NULL DEFAULT -1, incarnation TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL DEFAULT 'new', life TEXT NOT NULL, sent INTEGER NOT NULL DEFAULT 0,
  due INTEGER NOT NULL DEFAULT 0, tries INTEGER NOT NULL DEFAULT 0, heard INTEGER NOT NULL DEFAULT 0,
  skew INTEGER NOT NULL DEFAULT 0, restored INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
-- What waits for a linked school, or was settled (ms) not long ago and is kept in case they are put back.
CREATE TABLE parcel (
  id INTEGER PRIMARY KEY, root TEXT NOT NULL REFERENCES peer ON DELETE CASCADE, life TEXT NOT NULL, n INTEGER NOT NULL,
  body TEXT NOT NULL, settled INTEGER NOT NULL DEFAULT 0, UNIQUE (root, life, n)
);
CREATE INDEX parcel_waiting ON parcel (root, id) WHERE settled = 0;
CREATE INDEX parcel_settled ON parcel (settled) WHERE settled > 0;
-- The newest parcel taken from a school, by its incarnation.
CREATE TABLE taken (root TEXT NOT NULL, life TEXT NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (root, life)) WITHOUT ROWID;
-- Which of our people read at which linked school, and how often it said that there is something new for them.
CREATE TABLE away (
  person TEXT NOT NULL, root TEXT NOT NULL, moved INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (person, root)
) WITHOUT ROWID;
-- A person whose account is at a linked school: that school's root key; '' for our own.
ALTER TABLE person ADD COLUMN home TEXT NOT NULL DEFAULT '';
CREATE INDEX person_home ON person (home) WHERE home <> '';
