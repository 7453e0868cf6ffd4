-- Sealed files. Their bytes lie in the storage under `name`, which is random and never used twice; here is who began
-- which, for which circle, and how many bytes are safely there (`at`). `touched` (ms): the last sign of life, for what
-- no record lists yet.
CREATE TABLE blob (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, person TEXT NOT NULL, circle TEXT NOT NULL, size INTEGER NOT NULL,
  at INTEGER NOT NULL, complete INTEGER NOT NULL, touched INTEGER NOT NULL, attached INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX blob_loose ON blob (touched) WHERE attached = 0;
CREATE INDEX blob_person ON blob (person) WHERE attached = 0;
-- Which records list a blob; `blob.attached` says whether any does.
CREATE TABLE attachment (
  blob TEXT NOT NULL REFERENCES blob, circle TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (blob, circle, place)
) WITHOUT ROWID;
CREATE INDEX attachment_record ON attachment (circle, place);
-- Names that are dead: nothing lists them and nothing ever will. The clean-up removes these and nothing else.
CREATE TABLE litter (name TEXT PRIMARY KEY, size INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER blob_gone AFTER DELETE ON blob BEGIN INSERT INTO litter VALUES (old.name, old.size); END;
-- How many bytes all of them may come to, for the quota.
CREATE TABLE blob_total (bytes INTEGER NOT NULL);
INSERT INTO blob_total VALUES (0);
CREATE TRIGGER blob_more AFTER INSERT ON blob BEGIN UPDATE blob_total SET bytes = bytes + new.size; END;
CREATE TRIGGER blob_less AFTER DELETE ON blob BEGIN UPDATE blob_total SET bytes = bytes - old.size; END;
