-- What can be had: a record whose author offers slots. What a slot is stands sealed in that record; here are opaque ids
-- and numbers. `seq`: when something about it changed last. Times in ms, 0 = none.
CREATE TABLE offer (
  id TEXT PRIMARY KEY, circle TEXT NOT NULL, seq INTEGER NOT NULL, opens INTEGER NOT NULL, early INTEGER NOT NULL,
  closes INTEGER NOT NULL, unit TEXT NOT NULL, most INTEGER NOT NULL, waits INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX offer_circle ON offer (circle, seq);
CREATE TABLE slot (
  offer TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, capacity INTEGER NOT NULL, PRIMARY KEY (offer, id)
) WITHOUT ROWID;
-- Who has what, in the order of asking (`turn`). `record`: the letter that says so to those it concerns, '' for a hold,
-- which ends by itself at `until`. `unit`: who counts as one. A letter that waits for another slot has two rows.
CREATE TABLE claim (
  turn INTEGER PRIMARY KEY AUTOINCREMENT, offer TEXT NOT NULL, slot TEXT NOT NULL, record TEXT NOT NULL,
  person TEXT NOT NULL, unit TEXT NOT NULL, child TEXT NOT NULL, count INTEGER NOT NULL, state TEXT NOT NULL,
  at INTEGER NOT NULL, until INTEGER NOT NULL
);
CREATE INDEX claim_slot ON claim (offer, slot, state, turn);
CREATE INDEX claim_unit ON claim (offer, unit);
CREATE INDEX claim_record ON claim (record) WHERE record <> '';
CREATE INDEX claim_until ON claim (until) WHERE until > 0;
