-- A library as first shipped. Days count from 1970-01-01; spans count code points, [start, stop).
-- Lists of words are not checked here: SQLite builds a table for each such check of each row. The log finds what is not as written.
-- There is no table of persons, and none may come: their words are cut from the report when the gate asks.

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                 -- as it first named itself
    key TEXT NOT NULL UNIQUE,           -- where its spellings meet
    reliability TEXT NOT NULL DEFAULT 'F' CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F'))
) STRICT;

CREATE TABLE original (
    id INTEGER PRIMARY KEY,             -- also the id of the report read from it
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    format TEXT NOT NULL,
    origin TEXT NOT NULL,
    bytes BLOB NOT NULL                 -- zstd
) STRICT;

CREATE TABLE report (
    id INTEGER PRIMARY KEY REFERENCES original,
    source INTEGER NOT NULL REFERENCES source,
    external_id TEXT NOT NULL,
    url TEXT NOT NULL,
    publisher TEXT NOT NULL,            -- as this report names it
    published_day INTEGER,
    published_second INTEGER CHECK (published_second IS NULL OR published_day IS NOT NULL),
    language TEXT NOT NULL,             -- as its frame says
    detected TEXT NOT NULL,             -- as its words say
    was_read INTEGER NOT NULL CHECK (was_read IN (0, 1)),
    country TEXT NOT NULL,              -- the one its places are in most often, or empty
    received_at TEXT NOT NULL,
    words BLOB NOT NULL,                -- MinHash signature
    text_begin INTEGER NOT NULL,
    document BLOB NOT NULL              -- title and text, zstd with the original as its prefix
) STRICT;

CREATE TABLE mention (
    report INTEGER NOT NULL REFERENCES report,
    ordinal INTEGER NOT NULL,
    layer TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    name TEXT NOT NULL CHECK (layer <> 'person' OR name = ''),
    PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,        -- SHA-256 over all that follows: the same place is kept once
    gazetteer_id TEXT NOT NULL,
    name TEXT NOT NULL,
    name_ar TEXT NOT NULL,
    country TEXT NOT NULL,
    admin1 TEXT NOT NULL,
    admin1_code TEXT NOT NULL,
    admin2 TEXT NOT NULL,
    lat REAL,
    lon REAL,
    population INTEGER NOT NULL,
    kind TEXT NOT NULL,
    precision INTEGER NOT NULL CHECK (precision BETWEEN 1 AND 6)
) STRICT;

CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report,
    kind TEXT NOT NULL,
    background INTEGER NOT NULL CHECK (background IN (0, 1)),
    confidence REAL NOT NULL,
    denied INTEGER NOT NULL CHECK (denied IN (0, 1)),
    date_start TEXT,
    date_end TEXT,
    date_precision TEXT NOT NULL,
    date_text TEXT NOT NULL,
    date_from INTEGER,                  -- the span of date_text
    date_to INTEGER,
    perpetrator_text TEXT NOT NULL,
    perpetrator TEXT NOT NULL,          -- canonical name, or empty
    perpetrator_status TEXT NOT NULL,
    perpetrator_from INTEGER,
    perpetrator_to INTEGER,
    weapon TEXT,
    weapon_class TEXT,
    weapon_from INTEGER,
    weapon_to INTEGER,
    places INTEGER NOT NULL,            -- how many rows hang on this one, so that none is looked for in vain
    targets INTEGER NOT NULL,
    tolls INTEGER NOT NULL,
    attributions INTEGER NOT NULL
) STRICT;
CREATE INDEX account_by_report ON account (report);

CREATE TABLE account_place (
    account INTEGER NOT NULL REFERENCES account,
    ordinal INTEGER NOT NULL,
    place INTEGER NOT NULL REFERENCES place,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (account, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_target (
    account INTEGER NOT NULL REFERENCES account,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    class TEXT,
    start INTEGER,
    stop INTEGER,
    PRIMARY KEY (account, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_toll (
    account INTEGER NOT NULL REFERENCES account,
    target INTEGER NOT NULL,            -- ordinal of the target whose own number it is; -1 for the whole account
    what TEXT NOT NULL,                 -- killed, injured, abducted, arrested, perpetrators_killed
    low INTEGER NOT NULL,
    high INTEGER,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (account, target, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_attribution (
    account INTEGER NOT NULL REFERENCES account,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (account, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_evidence (
    account INTEGER NOT NULL REFERENCES account,
    ordinal INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (account, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE tally (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report,
    quantity INTEGER NOT NULL,
    unit TEXT NOT NULL,
    scope_place TEXT NOT NULL,
    scope INTEGER REFERENCES place,
    period_start TEXT,
    period_end TEXT,
    period_precision TEXT NOT NULL,
    first_day INTEGER,
    last_day INTEGER,
    period_text TEXT NOT NULL,
    claimant TEXT NOT NULL,
    claimant_name TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL
) STRICT;
CREATE INDEX tally_by_report ON tally (report);

CREATE TABLE pattern (
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES report,
    what TEXT NOT NULL,
    place TEXT NOT NULL,
    period TEXT NOT NULL,
    claimant TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL
) STRICT;
CREATE INDEX pattern_by_report ON pattern (report);

CREATE TABLE block_key (
    key INTEGER NOT NULL,
    account INTEGER NOT NULL REFERENCES account,
    PRIMARY KEY (key, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    standing INTEGER NOT NULL DEFAULT 1 CHECK (standing IN (0, 1)),   -- 0: its accounts are all elsewhere now
    accepted INTEGER NOT NULL DEFAULT 0 CHECK (accepted IN (0, 1)),
    withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)), -- the row stays as its tombstone
    corrections INTEGER NOT NULL DEFAULT 0,
    conflicts INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT 'other_violence',
    date_start TEXT,
    date_end TEXT,
    date_precision TEXT NOT NULL DEFAULT 'unknown',
    first_day INTEGER,
    last_day INTEGER,
    place INTEGER REFERENCES place,
    country TEXT NOT NULL DEFAULT '',
    admin1_code TEXT NOT NULL DEFAULT '',
    perpetrator TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'unknown',
    target_class TEXT,
    killed_low INTEGER, killed_high INTEGER,
    injured_low INTEGER, injured_high INTEGER,
    abducted_low INTEGER, abducted_high INTEGER,
    arrested_low INTEGER, arrested_high INTEGER,
    perpetrators_killed_low INTEGER, perpetrators_killed_high INTEGER,
    grade TEXT NOT NULL DEFAULT 'weak',
    grade_rule TEXT NOT NULL DEFAULT '',
    independent_sources INTEGER NOT NULL DEFAULT 0,
    background_only INTEGER NOT NULL DEFAULT 0 CHECK (background_only IN (0, 1))
) STRICT;
-- Most questions are about the newest months: the last day first keeps their rows together.
CREATE INDEX incident_by_day ON incident (last_day, first_day) WHERE last_day IS NOT NULL;

CREATE TABLE incident_account (
    account INTEGER PRIMARY KEY REFERENCES account,
    incident INTEGER NOT NULL REFERENCES incident
) STRICT;
CREATE INDEX incident_account_by_incident ON incident_account (incident);

CREATE TABLE conflict (
    incident INTEGER NOT NULL REFERENCES incident,
    ordinal INTEGER NOT NULL,
    version INTEGER NOT NULL,
    account INTEGER NOT NULL REFERENCES account,
    field TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (incident, ordinal, version, account)
) STRICT, WITHOUT ROWID;

-- Fields set by a person; they stand above what the accounts say.
CREATE TABLE correction (
    incident INTEGER NOT NULL REFERENCES incident,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (incident, field)
) STRICT, WITHOUT ROWID;

CREATE TABLE forward (
    incident INTEGER PRIMARY KEY REFERENCES incident,
    target INTEGER NOT NULL REFERENCES incident
) STRICT;

-- A person has said that the accounts on side 0 and on side 1 of one decision tell different events.
CREATE TABLE different (
    account INTEGER NOT NULL REFERENCES account,
    decision INTEGER NOT NULL,
    side INTEGER NOT NULL CHECK (side IN (0, 1)),
    PRIMARY KEY (account, decision)
) STRICT, WITHOUT ROWID;
CREATE INDEX different_by_decision ON different (decision, side);

-- What the program found when it compared two accounts.
CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES account,
    against INTEGER NOT NULL REFERENCES account,
    joined INTEGER NOT NULL CHECK (joined IN (0, 1))
) STRICT;
CREATE INDEX judgement_by_account ON judgement (account);
CREATE INDEX judgement_by_against ON judgement (against);

CREATE TABLE reason (
    judgement INTEGER NOT NULL REFERENCES judgement,
    ordinal INTEGER NOT NULL,
    what TEXT NOT NULL,
    words TEXT NOT NULL,
    weight REAL NOT NULL,
    PRIMARY KEY (judgement, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,               -- new, join, merge, split, set, accept, withdraw, undo
    incident INTEGER NOT NULL REFERENCES incident,
    other INTEGER REFERENCES incident,  -- the second incident of a merge or a split
    undoes INTEGER REFERENCES revision,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    because TEXT NOT NULL
) STRICT;
CREATE INDEX revision_by_incident ON revision (incident);
CREATE INDEX revision_by_other ON revision (other) WHERE other IS NOT NULL;
CREATE INDEX revision_by_undone ON revision (undoes) WHERE undoes IS NOT NULL;

-- What a revision changed, so that it can be taken back: what stood before, what stood after.
CREATE TABLE revision_effect (
    revision INTEGER NOT NULL REFERENCES revision,
    ordinal INTEGER NOT NULL,
    what TEXT NOT NULL,                 -- account, forward, field, accepted, withdrawn, apart
    subject INTEGER NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (revision, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE refusal (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    place TEXT NOT NULL,
    why TEXT NOT NULL,
    UNIQUE (place, why)
) STRICT;

CREATE TABLE edition (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL,
    area TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
CREATE INDEX edition_by_month ON edition (month, area);

CREATE TABLE edition_line (
    edition INTEGER NOT NULL REFERENCES edition,
    ordinal INTEGER NOT NULL,
    incident INTEGER NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (edition, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One entry for every change: ids, kinds and hashes, never text.
CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    subject INTEGER NOT NULL,
    extent INTEGER NOT NULL,            -- of a document: how many of its accounts the entry covers
    content BLOB NOT NULL,              -- SHA-256 of what was written
    hash BLOB NOT NULL                  -- SHA-256 of the hash before and of this entry
) STRICT;

CREATE VIRTUAL TABLE incident_point USING rtree (id, south, north, west, east);
-- Words of the reports; a report never changes, so the index needs no copy of its text. It is brought up to date in
-- batches and before every search, because one large step costs far less than many small ones.
CREATE VIRTUAL TABLE report_words USING fts5 (words, content = '', columnsize = 0, tokenize = 'sitrep');
CREATE TABLE searchable (up_to INTEGER NOT NULL) STRICT;   -- one row: the last report whose words are in the index
INSERT INTO searchable VALUES (0);

CREATE TRIGGER original_stays BEFORE UPDATE ON original BEGIN SELECT RAISE (ABORT, 'originals never change'); END;
CREATE TRIGGER original_is_kept BEFORE DELETE ON original BEGIN SELECT RAISE (ABORT, 'originals are never deleted'); END;
CREATE TRIGGER report_stays BEFORE UPDATE ON report BEGIN SELECT RAISE (ABORT, 'reports never change'); END;
CREATE TRIGGER report_is_kept BEFORE DELETE ON report BEGIN SELECT RAISE (ABORT, 'reports are never deleted'); END;
CREATE TRIGGER account_stays BEFORE UPDATE ON account BEGIN SELECT RAISE (ABORT, 'accounts never change'); END;
CREATE TRIGGER account_is_kept BEFORE DELETE ON account BEGIN SELECT RAISE (ABORT, 'accounts are never deleted'); END;
CREATE TRIGGER incident_is_kept BEFORE DELETE ON incident BEGIN SELECT RAISE (ABORT, 'incidents are withdrawn, never deleted'); END;
CREATE TRIGGER revision_stays BEFORE UPDATE ON revision BEGIN SELECT RAISE (ABORT, 'revisions never change'); END;
CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision BEGIN SELECT RAISE (ABORT, 'revisions are never deleted'); END;
CREATE TRIGGER effect_stays BEFORE UPDATE ON revision_effect BEGIN SELECT RAISE (ABORT, 'revisions never change'); END;
CREATE TRIGGER effect_is_kept BEFORE DELETE ON revision_effect BEGIN SELECT RAISE (ABORT, 'revisions are never deleted'); END;
CREATE TRIGGER log_stays BEFORE UPDATE ON log BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
CREATE TRIGGER log_is_kept BEFORE DELETE ON log BEGIN SELECT RAISE (ABORT, 'the log is append-only'); END;
