package stats

import "context"

// Lacks returns the needs of m that no series of any region answers. A
// measure without lacks may still give no figures, where its needs do not meet.
func (m Measure) Lacks(ctx context.Context, in Input) ([]Need, error) {
	in = m.usual(in)
	var out []Need
	for i, need := range m.Needs {
		q := m.query(i, in)
		q.Region = "" // what is measured against another region needs that of the other
		all, err := in.Reader.Series(ctx, q)
		if err != nil {
			return nil, err
		}
		if len(all) == 0 {
			need.Query = q
			out = append(out, need)
		}
	}
	return out, nil
}

// Lacking returns the needs of every measure that lacks any, by its id.
func Lacking(ctx context.Context, in Input) (map[string][]Need, error) {
	in.Reader = &memory{from: in.Reader}
	out := map[string][]Need{}
	for _, m := range All() {
		lacks, err := m.Lacks(ctx, in)
		if err != nil {
			return nil, err
		}
		if len(lacks) > 0 {
			out[m.ID] = lacks
		}
	}
	return out, nil
}
