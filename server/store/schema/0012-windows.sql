-- From when on a circle has a reader (a number of the sequence), kept while it stays on the list; and from when on
-- somebody gets a circle's records of kinds that those who come later do not get the past of. 0: from the beginning.
ALTER TABLE reader ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reach ADD COLUMN opened INTEGER NOT NULL DEFAULT 0;
