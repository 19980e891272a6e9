-- Content: where the bytes of each digest lie.
CREATE TABLE packs (
    number  INTEGER PRIMARY KEY,
    length  INTEGER NOT NULL, -- known end; anything behind it was never acknowledged
    entries INTEGER NOT NULL,
    bytes   INTEGER NOT NULL  -- before compression
) STRICT;

CREATE TABLE content (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    pack   INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    length INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The roll: numbered without gaps, never changed.
CREATE TABLE acts (
    number          INTEGER PRIMARY KEY,
    time            INTEGER NOT NULL, -- milliseconds since 1970-01-01 UTC
    act             TEXT NOT NULL,
    key             TEXT NOT NULL,
    "right"         TEXT NOT NULL,
    office          TEXT NOT NULL,
    document_number TEXT NOT NULL,
    kind            TEXT NOT NULL,
    published       TEXT,
    title           TEXT NOT NULL,
    language        TEXT NOT NULL,
    format          TEXT NOT NULL,
    format_version  TEXT NOT NULL,
    origin_path     TEXT NOT NULL,
    origin_entry    TEXT,
    origin_offset   INTEGER NOT NULL,
    source          BLOB NOT NULL REFERENCES content (digest),
    record          BLOB NOT NULL REFERENCES content (digest),
    findings        BLOB NOT NULL REFERENCES content (digest),
    finding_count   INTEGER NOT NULL
) STRICT;
CREATE INDEX acts_by_key ON acts (key, number);

CREATE TABLE attachments (
    act        INTEGER NOT NULL REFERENCES acts (number),
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    digest     BLOB NOT NULL REFERENCES content (digest),
    PRIMARY KEY (act, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER acts_without_gaps BEFORE INSERT ON acts
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM acts)
BEGIN SELECT RAISE(ABORT, 'acts are numbered without gaps'); END;
CREATE TRIGGER acts_keep BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;
CREATE TRIGGER acts_stay BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END;
CREATE TRIGGER attachments_only_new BEFORE INSERT ON attachments
WHEN NEW.act IS NOT (SELECT max(number) FROM acts)
    OR NEW.position IS NOT (SELECT coalesce(max(position) + 1, 0) FROM attachments WHERE act = NEW.act)
BEGIN SELECT RAISE(ABORT, 'attachments come with their act'); END;
CREATE TRIGGER attachments_keep BEFORE UPDATE ON attachments
BEGIN SELECT RAISE(ABORT, 'an act is never changed'); END;
CREATE TRIGGER attachments_stay BEFORE DELETE ON attachments
BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END;

-- Input files that were read to their end; forgetting them costs time only.
CREATE TABLE sources (
    digest    BLOB PRIMARY KEY CHECK (length(digest) = 32),
    path      TEXT NOT NULL,
    documents INTEGER NOT NULL,
    time      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A follower of the roll: the current version of each document. `first` is the document's first act.
CREATE TABLE documents (
    first           INTEGER PRIMARY KEY,
    act             INTEGER NOT NULL,
    versions        INTEGER NOT NULL,
    key             TEXT NOT NULL UNIQUE,
    "right"         TEXT NOT NULL,
    office          TEXT NOT NULL,
    document_number TEXT NOT NULL,
    kind            TEXT NOT NULL,
    published       TEXT,
    title           TEXT NOT NULL,
    language        TEXT NOT NULL,
    finding_count   INTEGER NOT NULL,
    compact_key     TEXT NOT NULL, -- letters and digits only
    compact_number  TEXT NOT NULL
) STRICT;
CREATE INDEX documents_in_order ON documents (published DESC, key);
CREATE INDEX documents_by_compact_key ON documents (compact_key);
CREATE INDEX documents_by_compact_number ON documents (compact_number);
CREATE INDEX documents_with_findings ON documents (finding_count) WHERE finding_count > 0;

CREATE TABLE title_words (
    word     TEXT NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (word, document)
) STRICT, WITHOUT ROWID;
