-- Private calendar addresses. The id is derived from the secret in the address, which is never here; `deposit` is sealed
-- under a key derived from it, and so is `kept`, the rendering as it was when the calendars stood at `tag`. `circles`
-- (JSON): the calendars it shows. `fetched`: the last day on which it was, not the time.
CREATE TABLE feed (
  id TEXT PRIMARY KEY, person TEXT NOT NULL REFERENCES person, created INTEGER NOT NULL,
  fetched TEXT NOT NULL DEFAULT '', version INTEGER NOT NULL, mark TEXT NOT NULL, circles TEXT NOT NULL,
  tag TEXT NOT NULL DEFAULT '', deposit BLOB NOT NULL, kept BLOB NOT NULL DEFAULT x''
);
CREATE INDEX feed_person ON feed (person);
