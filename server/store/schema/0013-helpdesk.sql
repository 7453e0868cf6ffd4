-- Whether a linked school's server may ask how ours is: numbers, never contents. The office says so.
ALTER TABLE peer ADD COLUMN watches INTEGER NOT NULL DEFAULT 0;
