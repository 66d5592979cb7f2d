package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"yunxing/data"
)

// Save stores an import: its observations, in the order given, and what was found
// wrong with it. b says where it came from and when; an observation that states no
// vintage takes that of b. It returns the number of the batch.
//
// All is stored or nothing: on an error, or when ctx ends, the project is as it
// was. prog counts observations. ErrObservation tells of one that cannot be
// stored: without a period, of another frequency than its key, infinite, or at a
// cell not in the form B4.
func (p *Project) Save(ctx context.Context, b Batch, obs iter.Seq[data.Observation], problems []data.Problem, prog *data.Progress) (int64, error) {
	tx, err := p.write.BeginTx(ctx, nil)
	if err != nil {
		return 0, wrap(ctx, "save import", err)
	}
	defer tx.Rollback()
	id, err := insertBatch(ctx, tx, b)
	if err != nil {
		return 0, err
	}
	if err := insertProblems(ctx, tx, id, problems); err != nil {
		return 0, err
	}
	if err := insertTemplates(ctx, tx, id, b.Templates); err != nil {
		return 0, err
	}
	if err := insertNotes(ctx, tx, id, b.Notes); err != nil {
		return 0, err
	}
	s := newSaver(ctx, tx, id, b.Vintage)
	defer s.close()
	if err := s.all(obs, prog); err != nil {
		return 0, err
	}
	if err := s.releases(); err != nil {
		return 0, err
	}
	if err := summarize(ctx, tx, slices.Sorted(maps.Values(s.series))); err != nil {
		return 0, err
	}
	if _, err := tx.ExecContext(ctx, "UPDATE batch SET observations = ? WHERE id = ?", s.n, id); err != nil {
		return 0, wrap(ctx, "save import", err)
	}
	return id, wrap(ctx, "save import", tx.Commit())
}

// insertBatch stores b and returns its number.
func insertBatch(ctx context.Context, tx *sql.Tx, b Batch) (int64, error) {
	done, err := tx.ExecContext(ctx, "INSERT INTO batch (file, hash, at, vintage) VALUES (?, ?, ?, ?)",
		b.File, b.Hash, b.At.UTC().Format(time.RFC3339Nano), dayCode(b.Vintage))
	if err != nil {
		return 0, wrap(ctx, "save import", err)
	}
	id, err := done.LastInsertId()
	return id, wrap(ctx, "save import", err)
}

// blockRows is the number of observations stored by one statement, which is about
// twice as fast as one by one.
const blockRows = 100

// columns is the number of columns of an observation that are stored.
const columns = 14

// A saver writes the observations of one batch. It keeps the numbers of the
// series, sheets and terms that it has met.
type saver struct {
	ctx     context.Context // of the one call of Save
	tx      *sql.Tx
	stmts   map[string]*sql.Stmt // by their text
	batch   int64
	vintage data.Date
	series  map[data.Key]int64
	sheets  map[[2]string]int64
	terms   map[string]int64
	days    map[data.Date]int64
	args    []any // of the block that is being filled
	n       int
}

// newSaver returns a saver for a batch that is already stored.
func newSaver(ctx context.Context, tx *sql.Tx, batch int64, vintage data.Date) *saver {
	return &saver{
		ctx: ctx, tx: tx, stmts: map[string]*sql.Stmt{}, batch: batch, vintage: vintage,
		series: map[data.Key]int64{}, sheets: map[[2]string]int64{}, terms: map[string]int64{}, days: map[data.Date]int64{},
		args: make([]any, 0, blockRows*columns),
	}
}

// all stores observations in blocks.
func (s *saver) all(obs iter.Seq[data.Observation], prog *data.Progress) error {
	for o := range obs {
		if err := s.add(o); err != nil {
			return err
		}
		if len(s.args) == blockRows*columns {
			if err := s.flush(prog); err != nil {
				return err
			}
		}
	}
	return s.flush(prog)
}

// flush stores the block as far as it is filled.
func (s *saver) flush(prog *data.Progress) error {
	n := len(s.args) / columns
	if n == 0 {
		return nil
	}
	stmt, err := s.prepare(insertText(n))
	if err == nil {
		_, err = stmt.ExecContext(s.ctx, s.args...)
	}
	s.args = s.args[:0]
	prog.Add(int64(n))
	return wrap(s.ctx, "save observations", err)
}

// prepare returns the statement with the given text.
func (s *saver) prepare(text string) (*sql.Stmt, error) {
	if stmt, ok := s.stmts[text]; ok {
		return stmt, nil
	}
	stmt, err := s.tx.PrepareContext(s.ctx, text)
	if err == nil {
		s.stmts[text] = stmt
	}
	return stmt, err
}

// close frees the statements.
func (s *saver) close() {
	for _, stmt := range s.stmts {
		stmt.Close()
	}
}

// insertText returns the statement that stores n observations.
func insertText(n int) string {
	row := "(?" + strings.Repeat(", ?", columns-1) + ")"
	return "INSERT INTO observation (series, period, vintage, batch, sheet, cell_row, cell_col, " +
		"value, digits, status, break, unit, raw, printed) VALUES " + row + strings.Repeat(", "+row, n-1)
}

// add appends o to the block.
func (s *saver) add(o data.Observation) error {
	s.n++
	if err := check(o); err != nil {
		return fmt.Errorf("%w (number %d, at %v)", err, s.n, o.Source)
	}
	row, col, err := cellCode(o.Source.Cell)
	if err != nil {
		return fmt.Errorf("%w (number %d, in %s)", err, s.n, o.Source.File)
	}
	series, err := s.seriesID(o.Key)
	if err != nil {
		return err
	}
	sheet, err := s.sheetID(o.Source)
	if err != nil {
		return err
	}
	unit, err := s.termID(o.Unit.Symbol)
	if err != nil {
		return err
	}
	printed, err := s.termID(o.Printed)
	if err != nil {
		return err
	}
	s.args = append(s.args, series, o.Period.Code(), s.day(o.Vintage), s.batch, sheet, row, col,
		null(o.Value), int64(o.Digits), int64(o.Status), o.Break, unit, o.Raw, printed)
	return nil
}

// check returns an error for what no reader could make sense of later.
func check(o data.Observation) error {
	switch _, err := data.PeriodFromCode(o.Period.Code()); {
	case err != nil:
		return fmt.Errorf("%w: no period", ErrObservation)
	case o.Key.Freq != o.Period.Freq():
		return fmt.Errorf("%w: %v in a series of %d periods a year", ErrObservation, o.Period, o.Key.Freq)
	case math.IsInf(o.Value, 0):
		return fmt.Errorf("%w: infinite value", ErrObservation)
	case o.Status > data.Doubtful:
		return fmt.Errorf("%w: status %v", ErrObservation, o.Status)
	}
	return nil
}

// day returns the code of the vintage of an observation that states d.
func (s *saver) day(d data.Date) int64 {
	if d.IsZero() {
		d = s.vintage
	}
	c, ok := s.days[d]
	if !ok {
		c = dayCode(d)
		s.days[d] = c
	}
	return c
}

// releases stores the days of release that were met.
func (s *saver) releases() error {
	for _, code := range slices.Sorted(maps.Values(s.days)) {
		if code == 0 {
			continue
		}
		if _, err := s.tx.ExecContext(s.ctx, "INSERT OR IGNORE INTO release (batch, vintage) VALUES (?, ?)", s.batch, code); err != nil {
			return wrap(s.ctx, "save releases", err)
		}
	}
	return nil
}

// seriesID returns the number of the series k, which it stores if it is new.
func (s *saver) seriesID(k data.Key) (int64, error) {
	if id, ok := s.series[k]; ok {
		return id, nil
	}
	const text = `INSERT INTO series (indicator, region, item, freq, span, measure, reference, price, base, coverage)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT DO UPDATE SET freq = freq RETURNING id`
	id, err := s.insert(text, keyArgs(k)...)
	if err == nil {
		s.series[k] = id
	}
	return id, err
}

// sheetID returns the number of the sheet of a source.
func (s *saver) sheetID(src data.Source) (int64, error) {
	key := [2]string{src.File, src.Sheet}
	if id, ok := s.sheets[key]; ok {
		return id, nil
	}
	id, err := s.insert("INSERT INTO sheet (batch, file, name) VALUES (?, ?, ?) RETURNING id", s.batch, src.File, src.Sheet)
	if err == nil {
		s.sheets[key] = id
	}
	return id, err
}

// termID returns the number of a text.
func (s *saver) termID(text string) (int64, error) {
	if id, ok := s.terms[text]; ok {
		return id, nil
	}
	id, err := s.insert("INSERT INTO term (batch, text) VALUES (?, ?) RETURNING id", s.batch, text)
	if err == nil {
		s.terms[text] = id
	}
	return id, err
}

// insert runs a statement that returns a number.
func (s *saver) insert(text string, args ...any) (id int64, err error) {
	stmt, err := s.prepare(text)
	if err == nil {
		err = stmt.QueryRowContext(s.ctx, args...).Scan(&id)
	}
	return id, wrap(s.ctx, "save observations", err)
}
