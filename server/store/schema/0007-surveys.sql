-- Anonymous surveys. Nothing leads from who asked for a ballot to what was answered: no time, no order, no shared value.
-- `key`: the secret scalar that ballots are made with, '' once the survey has closed; `issued`: how many ballots were
-- given out; `stopped`: put back from a backup, which does not say who has had one, so it gives out no more.
CREATE TABLE survey (
  id TEXT PRIMARY KEY, circle TEXT NOT NULL, unit TEXT NOT NULL, closes INTEGER NOT NULL, key TEXT NOT NULL,
  public TEXT NOT NULL, issued INTEGER NOT NULL DEFAULT 0, stopped INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
-- Who has had a ballot: a home with its members, a person or a child, and the hash of what was asked, so that the same
-- asking gets the same answer. Emptied when the survey closes, and never in a backup.
CREATE TABLE survey_issue (
  survey TEXT NOT NULL, holder TEXT NOT NULL, asked TEXT NOT NULL, PRIMARY KEY (survey, holder)
) WITHOUT ROWID;
-- What was answered, all of one length, laid out anew in the order of the random serials with every vote.
CREATE TABLE survey_vote (
  survey TEXT NOT NULL, serial BLOB NOT NULL, answer BLOB NOT NULL, PRIMARY KEY (survey, serial)
) WITHOUT ROWID;
