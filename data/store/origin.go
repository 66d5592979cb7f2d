package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"yunxing/data"
)

// An Origin is an imported sheet with those of the observations asked for that stand
// on it, the period of each, and what is printed around its tables, in the order of
// the sheet.
type Origin struct {
	File, Sheet string
	Refs        []data.Ref
	Periods     []data.Period
	Notes       []string
}

// originText groups observations by their sheets and reads the notes of the same
// import beside them.
const originText = `SELECT h.file, h.name, json_group_array(o.id), json_group_array(o.period),
	(SELECT json_group_array(n.text ORDER BY n.number) FROM note AS n
		WHERE n.batch = h.batch AND n.file = h.file AND n.sheet = h.name)
	FROM observation AS o JOIN sheet AS h ON h.id = o.sheet
	WHERE o.id IN (SELECT value FROM json_each(?))
	GROUP BY h.id ORDER BY h.id`

// Origins returns the sheets that refs stand on, in the order of import. References
// that the project does not hold are left out.
func (p *Project) Origins(ctx context.Context, refs []data.Ref) ([]Origin, error) {
	list, err := json.Marshal(refs)
	if err != nil {
		return nil, fmt.Errorf("store: find origins: %w", err)
	}
	rows, err := p.read.QueryContext(ctx, originText, string(list))
	if err != nil {
		return nil, wrap(ctx, "find origins", err)
	}
	defer rows.Close()
	var out []Origin
	for rows.Next() {
		o, err := scanOrigin(rows)
		if err != nil {
			return nil, wrap(ctx, "find origins", err)
		}
		out = append(out, o)
	}
	return out, wrap(ctx, "find origins", rows.Err())
}

// scanOrigin reads a row of originText.
func scanOrigin(rows *sql.Rows) (Origin, error) {
	var o Origin
	var ids, periods, notes []byte
	if err := rows.Scan(&o.File, &o.Sheet, &ids, &periods, &notes); err != nil {
		return o, err
	}
	var codes []int64
	if err := errors.Join(json.Unmarshal(ids, &o.Refs), json.Unmarshal(periods, &codes), json.Unmarshal(notes, &o.Notes)); err != nil {
		return o, err
	}
	for _, c := range codes {
		p, err := data.PeriodFromCode(c)
		if err != nil {
			return o, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		o.Periods = append(o.Periods, p)
	}
	return o, nil
}
