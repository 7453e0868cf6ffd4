-- What is taken back leaves the queue by its name.
CREATE INDEX push_job_topic ON push_job (topic);
-- Browsers in which a person was signed in before, by the hash of a cookie that outlives signing out: only there a
-- password opens an account. A device that is signed out from afar takes its browser with it.
CREATE TABLE browser (
  token TEXT NOT NULL, person TEXT NOT NULL REFERENCES person, seen INTEGER NOT NULL, PRIMARY KEY (person, token)
) WITHOUT ROWID;
ALTER TABLE device ADD COLUMN browser TEXT NOT NULL DEFAULT '';
-- Who wants an e-mail when no device can be told; `noted`: since when there is something (ms), `due`: when it is sent,
-- 0 = nobody waits; `sent`: the last one.
CREATE TABLE mail (
  person TEXT PRIMARY KEY REFERENCES person, address TEXT NOT NULL, due INTEGER NOT NULL, noted INTEGER NOT NULL,
  sent INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX mail_due ON mail (due) WHERE due > 0;
