-- Which accounts may tell one event, each pair both ways: what a new report hangs together with is found from here. It follows from the accounts.
CREATE TABLE tie (
    account INTEGER NOT NULL REFERENCES account,
    other INTEGER NOT NULL REFERENCES account,
    score REAL NOT NULL,                -- natural log-odds that they tell one event
    PRIMARY KEY (account, other)
) STRICT, WITHOUT ROWID;

-- How far the desk believes a source, each time it said so; what holds stands in source.reliability.
CREATE TABLE source_letter (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    letter TEXT NOT NULL CHECK (letter IN ('A', 'B', 'C', 'D', 'E', 'F')),
    because TEXT NOT NULL
) STRICT;
CREATE TRIGGER source_letter_stays BEFORE UPDATE ON source_letter BEGIN SELECT RAISE (ABORT, 'what a desk said of a source never changes'); END;
CREATE TRIGGER source_letter_is_kept BEFORE DELETE ON source_letter BEGIN SELECT RAISE (ABORT, 'what a desk said of a source is never deleted'); END;

ALTER TABLE incident ADD COLUMN source_letter TEXT NOT NULL DEFAULT 'F';
ALTER TABLE incident ADD COLUMN item_digit INTEGER NOT NULL DEFAULT 6;

-- Rare words around the account, as hashes of sixteen bits: so short a hash stands for dozens of words, and nothing is filed or looked up under one.
ALTER TABLE account ADD COLUMN telling BLOB NOT NULL DEFAULT x'';
