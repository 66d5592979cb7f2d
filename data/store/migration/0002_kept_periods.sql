-- Days, weeks and fiscal years may be stored too. A check cannot be altered in
-- place, and the observations refer to the table, so its text is replaced; the rows
-- stay as they are.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema
SET sql = replace(sql, 'CHECK (freq IN (1, 4, 12))', 'CHECK (freq IN (1, 4, 12, 52, 101, 255))')
WHERE type = 'table' AND name = 'series';
PRAGMA writable_schema = RESET;

-- Makes every connection read the schema again.
CREATE TABLE schema_changed (x INTEGER) STRICT;
DROP TABLE schema_changed;
