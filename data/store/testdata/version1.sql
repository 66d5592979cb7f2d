-- A project file of version 1, as released, with every kind of content. Never edited.
PRAGMA application_id = 0x59756e78;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE batch (
	id           INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice
	file         TEXT    NOT NULL,
	hash         TEXT    NOT NULL,
	at           TEXT    NOT NULL, -- RFC 3339, UTC
	vintage      INTEGER NOT NULL,
	observations INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "batch" VALUES(1,'内蒙古.xlsx','c0ffee','2013-10-20T08:00:00Z',20131019,7);
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
INSERT INTO "observation" VALUES(1,1,103079239268,20131018,1,1,12,28,17.2,1,1,1,1,'17.2①',2);
INSERT INTO "observation" VALUES(2,2,103079239263,20131019,1,2,7,3,NULL,1,4,0,3,'…',4);
INSERT INTO "observation" VALUES(3,3,107374206557,20131019,1,2,5,3,100.0,1,0,0,3,'',4);
INSERT INTO "observation" VALUES(4,4,8589936605,20131019,1,2,4,3,-0.04,1,0,0,3,'',4);
INSERT INTO "observation" VALUES(5,5,34359746422,20131019,1,2,4,3,1.0e+300,-2,0,0,3,'',4);
INSERT INTO "observation" VALUES(6,6,8589934593,20131019,1,3,0,0,NULL,0,4,0,5,'',5);
INSERT INTO "observation" VALUES(7,2,103079239262,20131019,1,2,1048576,16384,5.0,1,5,0,6,'',4);
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
INSERT INTO "problem" VALUES(1,1,'unit.unknown','内蒙古.xlsx','增长','AB12',1,'标准桶');
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
INSERT INTO "series" VALUES(1,'iva','15','煤炭开采和洗选业',12,2,1,3,3,2010,'修订前',1,24164,24164);
INSERT INTO "series" VALUES(2,'profit','CN','total',12,1,0,0,1,0,'',2,24158,24158);
INSERT INTO "series" VALUES(3,'profit','CN','total',12,0,0,0,1,0,'',1,24157,24157);
INSERT INTO "series" VALUES(4,'profit','CN','total',1,1,0,0,1,0,'',1,2013,2013);
INSERT INTO "series" VALUES(5,'profit','CN','total',4,1,0,0,1,0,'',1,8054,8054);
INSERT INTO "series" VALUES(6,'','','',1,0,0,0,0,0,'',1,NULL,NULL);
CREATE TABLE setting (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('target','13');
CREATE TABLE sheet (
	id    INTEGER PRIMARY KEY,
	batch INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	file  TEXT    NOT NULL,
	name  TEXT    NOT NULL,
	UNIQUE (batch, file, name)
) STRICT;
INSERT INTO "sheet" VALUES(1,1,'内蒙古.xlsx','增长');
INSERT INTO "sheet" VALUES(2,1,'全国.xlsx','效益');
INSERT INTO "sheet" VALUES(3,1,'','');
CREATE TABLE term (
	id    INTEGER PRIMARY KEY,
	batch INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
	text  TEXT    NOT NULL,
	UNIQUE (batch, text)
) STRICT;
INSERT INTO "term" VALUES(1,1,'%');
INSERT INTO "term" VALUES(2,1,'规模以上工业增加值');
INSERT INTO "term" VALUES(3,1,'亿元');
INSERT INTO "term" VALUES(4,1,'利润总额');
INSERT INTO "term" VALUES(5,1,'');
INSERT INTO "term" VALUES(6,1,'标准桶');
CREATE INDEX observation_version ON observation (series, period, vintage);
CREATE INDEX observation_batch ON observation (batch);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('batch',1);
INSERT INTO "sqlite_sequence" VALUES('observation',7);
COMMIT;
