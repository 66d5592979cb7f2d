package brief

import (
	"context"
	"slices"

	"yunxing/data"
)

// Revisions are the releases of one series.
type Revisions struct {
	Days []data.Date // days of releases that said anything of the periods
	Rows []Revised   // the periods, in order
}

// Revised is one period: what each release said of it, not known where it did not
// say anything yet.
type Revised struct {
	Period data.Period
	Values []data.Number // one for each day
	First  data.Number
	Latest data.Number
}

// mostReleases is how many releases are looked back on.
const mostReleases = 12

// Revisions answers how the growth of value added was revised: what each release
// said of the periods of this year and the one before.
func (d Desk) Revisions(ctx context.Context) (Revisions, error) {
	q := d.growthQuery("iva", data.TotalItem)
	var out Revisions
	if d.earlier.Days == nil {
		a := d.absent(q)
		a.Within = Releases
		return out, a
	}
	days, err := d.earlier.Days(ctx)
	if err != nil {
		return out, err
	}
	if n := len(days); n > mostReleases {
		days = days[n-mostReleases:]
	}
	for _, day := range days {
		if !d.sel.AsOf.IsZero() && day.Compare(d.sel.AsOf) > 0 {
			continue
		}
		then := d
		then.reader = d.earlier.On(day)
		s, ok, err := then.find(ctx, q)
		if err != nil {
			return Revisions{}, err
		}
		if ok && out.add(s, d.year()) {
			out.Days = append(out.Days, day)
		}
	}
	slices.SortFunc(out.Rows, func(a, b Revised) int { return a.Period.Compare(b.Period) })
	if len(out.Days) < 2 || !slices.ContainsFunc(out.Rows, Revised.Changed) {
		a := d.absent(q)
		a.Within = Releases
		return Revisions{}, a
	}
	return out, nil
}

// add adds what one release says. It reports false where that is what the release
// before said.
func (r *Revisions) add(s data.Series, year int) bool {
	n := len(r.Days)
	said := map[data.Period]data.Number{}
	fresh := false
	for i, v := range s.Points {
		at := s.Start.Add(i)
		if !v.Known() || at.Year() < year-1 {
			continue
		}
		said[at] = v
		row := slices.IndexFunc(r.Rows, func(x Revised) bool { return x.Period == at })
		fresh = fresh || row < 0 || r.Rows[row].Latest.Value != v.Value
	}
	if !fresh {
		return false
	}
	for at, v := range said {
		i := slices.IndexFunc(r.Rows, func(x Revised) bool { return x.Period == at })
		if i < 0 {
			i = len(r.Rows)
			r.Rows = append(r.Rows, Revised{Period: at, First: v, Values: unknown(n)})
		}
		r.Rows[i].Values, r.Rows[i].Latest = append(r.Rows[i].Values, v), v
	}
	for i := range r.Rows {
		if len(r.Rows[i].Values) == n {
			r.Rows[i].Values = append(r.Rows[i].Values, data.NotKnown())
		}
	}
	return true
}

// unknown returns n numbers that are not known.
func unknown(n int) []data.Number {
	out := make([]data.Number, n)
	for i := range out {
		out[i] = data.NotKnown()
	}
	return out
}

// Changed reports whether the latest release says otherwise than the first.
func (r Revised) Changed() bool { return r.First.Value != r.Latest.Value }
