-- What a family had taken away: a record that is withheld for a child's circle is served, with its files, only to those
-- who reach that circle. `person` and `at` (ms): who asked, and when.
CREATE TABLE withholding (
  record TEXT NOT NULL, circle TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (record, circle)
) WITHOUT ROWID;
CREATE INDEX withholding_circle ON withholding (circle);
