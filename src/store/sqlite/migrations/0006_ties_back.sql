-- A tie stands once, under the newer account, so that a report's ties are written side by side. The way back from the older account is an index of its own,
-- brought up to date in batches: up to the account named here.
CREATE TABLE tie_back (
    account INTEGER NOT NULL REFERENCES account,
    newer INTEGER NOT NULL REFERENCES account,
    score REAL NOT NULL,
    PRIMARY KEY (account, newer)
) STRICT, WITHOUT ROWID;
INSERT INTO tie_back SELECT account, other, score FROM tie WHERE account < other;
DELETE FROM tie WHERE account < other;
CREATE TABLE tie_back_state (up_to INTEGER NOT NULL) STRICT;
INSERT INTO tie_back_state SELECT coalesce(max(account), 0) FROM tie;
