-- Where a signed-in device is told that something is new: an address at its browser's push service and the keys to seal
-- to, which modules it wants to hear of, and since when (ms) its service refuses, 0 = it answers.
CREATE TABLE subscription (
  device TEXT PRIMARY KEY REFERENCES device ON DELETE CASCADE, person TEXT NOT NULL, endpoint TEXT NOT NULL,
  p256dh TEXT NOT NULL, auth TEXT NOT NULL, choices TEXT NOT NULL, failing INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX subscription_person ON subscription (person);
-- What waits to be told, from when on (`due`, ms); the payload is ciphertext and its place.
CREATE TABLE push_job (
  id INTEGER PRIMARY KEY, device TEXT NOT NULL, payload TEXT NOT NULL, topic TEXT NOT NULL, urgent INTEGER NOT NULL,
  created INTEGER NOT NULL, due INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX push_job_due ON push_job (due);
CREATE INDEX push_job_device ON push_job (device);
