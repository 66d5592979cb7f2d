-- The first project file. Never edit a migration that was released; add one.
--
-- Enumerations are stored as the numbers of package data, periods by their code,
-- days as yyyymmdd with 0 for unknown. NULL as a value means missing, and nothing
-- else does.

PRAGMA application_id = 0x59756e78; -- "Yunx"

CREATE TABLE batch (
	id           INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice
	file         TEXT    NOT NULL,
	hash         TEXT    NOT NULL,
	at           TEXT    NOT NULL, -- RFC 3339, UTC
	vintage      INTEGER NOT NULL,
	observations INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Where the observations of a batch stand.
CREATE TABLE sheet (
	id    INTEGER PRIMARY KEY,
	batch INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	file  TEXT    NOT NULL,
	name  TEXT    NOT NULL,
	UNIQUE (batch, file, name)
) STRICT;

-- Texts that many observations of a batch share: printed indicators and units.
CREATE TABLE term (
	id    INTEGER PRIMARY KEY,
	batch INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	text  TEXT    NOT NULL,
	UNIQUE (batch, text)
) STRICT;

CREATE TABLE series (
	id           INTEGER PRIMARY KEY,
	indicator    TEXT    NOT NULL,
	region       TEXT    NOT NULL,
	item         TEXT    NOT NULL,
	freq         INTEGER NOT NULL CHECK (freq IN (1, 4, 12)),
	span         INTEGER NOT NULL,
	measure      INTEGER NOT NULL,
	reference    INTEGER NOT NULL,
	price        INTEGER NOT NULL,
	base         INTEGER NOT NULL,
	coverage     TEXT    NOT NULL,
	-- What is stored of it, kept up to date with each batch: how many observations,
	-- and the ordinals of the first and last period with a value.
	observations INTEGER NOT NULL DEFAULT 0,
	first        INTEGER,
	last         INTEGER,
	-- in the order of the keys
	UNIQUE (indicator, region, item, measure, span, reference, price, base, coverage, freq DESC)
) STRICT;

-- The id is what a derived number refers to; it is never given twice and rises in
-- the order of import. sheet, unit and printed are not declared as references:
-- they live and die with the batch, and checking them would read this table once
-- for every sheet and term that goes.
CREATE TABLE observation (
	id       INTEGER PRIMARY KEY AUTOINCREMENT,
	series   INTEGER NOT NULL REFERENCES series (id),
	period   INTEGER NOT NULL,
	vintage  INTEGER NOT NULL,
	batch    INTEGER NOT NULL REFERENCES batch (id),
	sheet    INTEGER NOT NULL,
	cell_row INTEGER NOT NULL, -- counted from 1; 0 where there is no cell
	cell_col INTEGER NOT NULL,
	value    REAL,
	digits   INTEGER NOT NULL,
	status   INTEGER NOT NULL,
	break    INTEGER NOT NULL CHECK (break IN (0, 1)),
	unit     INTEGER NOT NULL,
	raw      TEXT    NOT NULL,
	printed  INTEGER NOT NULL
) STRICT;

CREATE INDEX observation_version ON observation (series, period, vintage);
CREATE INDEX observation_batch ON observation (batch);

CREATE TABLE problem (
	batch  INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	number INTEGER NOT NULL, -- order within the batch
	code   TEXT    NOT NULL,
	file   TEXT    NOT NULL,
	sheet  TEXT    NOT NULL,
	cell   TEXT    NOT NULL,
	doubt  INTEGER NOT NULL CHECK (doubt IN (0, 1)),
	detail TEXT    NOT NULL,
	PRIMARY KEY (batch, number)
) STRICT, WITHOUT ROWID;

-- What changes a number or a picture, such as a target.
CREATE TABLE setting (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
