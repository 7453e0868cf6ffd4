-- Linked schools whose calendars a feed shows as well: their hosts (JSON); how things stood when they were last asked; and
-- what each of them said its state was (JSON, by host).
ALTER TABLE feed ADD COLUMN away TEXT NOT NULL DEFAULT '[]';
ALTER TABLE feed ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN parts TEXT NOT NULL DEFAULT '{}';
