-- Ids of private calendar addresses that were revoked: a device that has not heard of it yet can't bring one back.
CREATE TABLE feed_ended (id TEXT PRIMARY KEY) WITHOUT ROWID;
