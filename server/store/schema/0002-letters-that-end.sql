-- A letter that was taken back, replaced for fewer, or is over: whoever got it through `ref` is told to forget it.
CREATE TABLE withdrawal (
  ref TEXT NOT NULL, seq INTEGER NOT NULL, circle TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (ref, seq, circle, place)
) WITHOUT ROWID;
-- Letters with an end: their ciphertext is dropped at this time (ms).
CREATE TABLE expiry (
  until INTEGER NOT NULL, circle TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (until, circle, place)
) WITHOUT ROWID;
-- What was written for later and has been shown since: it keeps its number in the log, and is sent again under this one.
CREATE TABLE released (
  circle TEXT NOT NULL, seq INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (circle, seq, place)
) WITHOUT ROWID;
