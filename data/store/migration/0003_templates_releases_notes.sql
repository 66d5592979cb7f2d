-- What an import keeps for the next file of its kind: the text of a template for
-- each file. It is taken back with the import, and the one before is valid again.

CREATE TABLE template (
	batch  INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	number INTEGER NOT NULL, -- order within the batch
	name   TEXT    NOT NULL,
	body   TEXT    NOT NULL,
	PRIMARY KEY (batch, number)
) STRICT, WITHOUT ROWID;

-- The days of release among the observations of a batch, so that the days that there
-- are can be told without reading all observations.

CREATE TABLE release (
	batch   INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	vintage INTEGER NOT NULL,
	PRIMARY KEY (batch, vintage)
) STRICT, WITHOUT ROWID;

INSERT INTO release SELECT DISTINCT batch, vintage FROM observation WHERE vintage <> 0;

-- What is printed around tables: titles, notes and sources.

CREATE TABLE note (
	batch  INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	number INTEGER NOT NULL, -- order within the batch
	file   TEXT    NOT NULL,
	sheet  TEXT    NOT NULL,
	cell   TEXT    NOT NULL,
	title  INTEGER NOT NULL CHECK (title IN (0, 1)),
	text   TEXT    NOT NULL,
	PRIMARY KEY (batch, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX note_sheet ON note (file, sheet);
