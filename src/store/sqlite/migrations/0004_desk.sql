-- The desk in the browser: who works at it and what they keep beside the record. Times of expiry are seconds since 1970.
-- None of this is about the persons that reports speak of: desk_user holds the desk's own staff.

CREATE TABLE desk_user (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    role TEXT NOT NULL,                 -- monitor, editor, source_keeper, auditor
    password TEXT NOT NULL,             -- argon2id with salt and cost, as libsodium writes it
    disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    created_at TEXT NOT NULL,
    last_seen_at TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE desk_session (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),   -- of the cookie: who reads the file cannot sign in with it
    user INTEGER NOT NULL REFERENCES desk_user,
    csrf TEXT NOT NULL,
    expires INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_token (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    created_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires INTEGER NOT NULL,
    last_used_at TEXT
) STRICT;

CREATE TABLE desk_view (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    owner TEXT NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    page TEXT NOT NULL,
    query TEXT NOT NULL,                -- JSON, as the page keeps it
    columns TEXT NOT NULL               -- JSON array
) STRICT;

CREATE TABLE desk_feed (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    publisher TEXT NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    fetched_at TEXT,
    last_result TEXT
) STRICT;

CREATE TABLE source_group (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE source_remark (
    source INTEGER PRIMARY KEY REFERENCES source,
    group_id INTEGER REFERENCES source_group,
    note TEXT NOT NULL DEFAULT ''
) STRICT;

-- Spellings of places of the gazetteer, and places of the desk's own ("desk:7").
CREATE TABLE desk_spelling (
    id INTEGER PRIMARY KEY,
    gazetteer_id TEXT NOT NULL,
    name TEXT NOT NULL,
    spelling TEXT NOT NULL,
    language TEXT NOT NULL,
    place INTEGER REFERENCES place,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (gazetteer_id, spelling)
) STRICT;

CREATE TABLE desk_actor (
    name TEXT PRIMARY KEY,
    parent TEXT NOT NULL,
    side TEXT NOT NULL,
    names_en TEXT NOT NULL,             -- JSON arrays
    names_ar TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE second_reading (
    id INTEGER PRIMARY KEY,
    incident INTEGER NOT NULL REFERENCES incident,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    first_by TEXT NOT NULL,
    readings TEXT NOT NULL,             -- JSON: [[field, first, second], …]
    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    note TEXT NOT NULL,
    decided_by TEXT
) STRICT;
CREATE INDEX second_reading_by_incident ON second_reading (incident);

CREATE TABLE unsure_pair (
    who TEXT NOT NULL,
    a INTEGER NOT NULL,
    b INTEGER NOT NULL,
    PRIMARY KEY (who, a, b)
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_month (
    month TEXT PRIMARY KEY,
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    closed_by TEXT,
    closed_at TEXT,
    closed_revision INTEGER NOT NULL DEFAULT 0,
    foreword_en TEXT NOT NULL DEFAULT '',
    foreword_ar TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE TABLE edition_release (
    edition INTEGER PRIMARY KEY REFERENCES edition,
    stage TEXT NOT NULL,                -- provisional, final
    who TEXT NOT NULL,
    data_version TEXT NOT NULL
) STRICT;
CREATE TABLE edition_file (
    edition INTEGER NOT NULL REFERENCES edition,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    bytes BLOB NOT NULL,
    PRIMARY KEY (edition, name)
) STRICT;

-- What people change beside the incidents: users, letters of sources, groups, spellings, closings, releases. Each is in the log.
CREATE TABLE desk_change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    because TEXT NOT NULL
) STRICT;
CREATE TRIGGER desk_change_stays BEFORE UPDATE ON desk_change BEGIN SELECT RAISE (ABORT, 'changes never change'); END;
CREATE TRIGGER desk_change_is_kept BEFORE DELETE ON desk_change BEGIN SELECT RAISE (ABORT, 'changes are never deleted'); END;
CREATE TRIGGER edition_file_stays BEFORE UPDATE ON edition_file BEGIN SELECT RAISE (ABORT, 'what was released stays as it was'); END;
CREATE TRIGGER edition_file_is_kept BEFORE DELETE ON edition_file BEGIN SELECT RAISE (ABORT, 'what was released is kept'); END;

-- The register of sources, the count of what was not read and the sources of each month, without a walk over the texts.
CREATE INDEX report_frame ON report (source, published_day, was_read);
