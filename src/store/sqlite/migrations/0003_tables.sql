-- Rows of event tables: each row is an original and a report of its own; the table they came from is told once.
-- A later version of a row is another report of the same source with the same external id; which version stands is what the revisions say.

CREATE TABLE import (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    provider TEXT NOT NULL,             -- whose table it is; also the publisher of its rows
    format TEXT NOT NULL,               -- ACLED, UCDP GED …, or mapped
    origin TEXT NOT NULL,               -- the file as named
    columns TEXT NOT NULL,              -- its header row as it stands, or the usual one of a table without
    may_repeat INTEGER NOT NULL CHECK (may_repeat IN (0, 1))  -- its rows may tell one event twice
) STRICT;
ALTER TABLE report ADD COLUMN import INTEGER REFERENCES import;
CREATE INDEX report_by_row ON report (source, external_id) WHERE import IS NOT NULL;
CREATE INDEX report_by_import ON report (import) WHERE import IS NOT NULL;
CREATE TRIGGER import_stays BEFORE UPDATE ON import BEGIN SELECT RAISE (ABORT, 'imports never change'); END;
CREATE TRIGGER import_is_kept BEFORE DELETE ON import BEGIN SELECT RAISE (ABORT, 'imports are taken back, never deleted'); END;
CREATE INDEX effect_out ON revision_effect (subject) WHERE what = 'account' AND after IS NULL;

-- The estimate that a table calls its best, beside the range.
ALTER TABLE incident ADD COLUMN killed_best INTEGER;
