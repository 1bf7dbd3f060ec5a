-- Which accounts may tell one event, each pair both ways: what a new report hangs together with is found from here. It follows from the accounts.
CREATE TABLE tie (
    account INTEGER NOT NULL REFERENCES account,
    other INTEGER NOT NULL REFERENCES account,
    score REAL NOT NULL,                -- natural log-odds that they tell one event
    PRIMARY KEY (account, other)
) STRICT, WITHOUT ROWID;

-- Proposed by the program: the best reliability among those who tell it, and how likely it is (Admiralty code); a person's own are corrections.
ALTER TABLE incident ADD COLUMN source_letter TEXT NOT NULL DEFAULT 'F';
ALTER TABLE incident ADD COLUMN item_digit INTEGER NOT NULL DEFAULT 6;

-- Rare words around the account, as hashes of sixteen bits: so short a hash stands for dozens of words, and nothing is filed or looked up under one.
ALTER TABLE account ADD COLUMN telling BLOB NOT NULL DEFAULT x'';
