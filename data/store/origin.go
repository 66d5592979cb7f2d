package store

import (
	"context"
	"encoding/json"
	"fmt"

	"yunxing/data"
)

// An Origin is an imported sheet with those of the observations asked for that stand
// on it, and what is printed around its tables, in the order of the sheet.
type Origin struct {
	File, Sheet string
	Refs        []data.Ref
	Notes       []string
}

// originText groups observations by their sheets and reads the notes of the same
// import beside them.
const originText = `SELECT h.file, h.name, json_group_array(o.id),
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
		var o Origin
		var ids, notes []byte
		if err := rows.Scan(&o.File, &o.Sheet, &ids, &notes); err != nil {
			return nil, wrap(ctx, "find origins", err)
		}
		if err := json.Unmarshal(ids, &o.Refs); err != nil {
			return nil, wrap(ctx, "find origins", err)
		}
		if err := json.Unmarshal(notes, &o.Notes); err != nil {
			return nil, wrap(ctx, "find origins", err)
		}
		out = append(out, o)
	}
	return out, wrap(ctx, "find origins", rows.Err())
}
