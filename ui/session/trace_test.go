package session_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"yunxing/data"
	"yunxing/ui/brief"
	"yunxing/ui/chart"
	"yunxing/ui/i18n"
	"yunxing/ui/session"
)

// traced follows the figures of reports and charts to their observations.
type traced struct{ *session.Session }

// isOfSources reports whether a published number rests on one observation and
// equals the figure of the sources that this names. What does not is an error.
func (s traced) isOfSources(t *testing.T, src sources, n data.Number) bool {
	t.Helper()
	obs, err := s.Trace(t.Context(), n)
	if err != nil {
		t.Fatal(err)
	}
	if len(obs) != 1 {
		t.Errorf("the published %v rests on %d observations", n.Value, len(obs))
		return false
	}
	f := s.fact(obs[0])
	v := src.of(f.indicator, f.region, f.item, f.period, f.basis)
	if !near(n.Value, v) {
		t.Errorf("%v of %v: the sources have %v for %+v", n.Value, obs[0].Source, v, f)
		return false
	}
	return true
}

// fact returns what the sources call an observation.
func (s traced) fact(o data.Observation) fact {
	c := s.Catalog()
	indicator, _ := c.Indicator(o.Key.Indicator)
	region, _ := c.Region(o.Key.Region)
	item, _ := c.Item(o.Key.Item)
	m, _ := o.Period.In(data.Monthly)
	f := fact{indicator: indicator.Zh, region: region.Zh, item: item.Zh, basis: basisOf(o.Key)}
	switch {
	case o.Key.Basis.Span == data.Cumulative:
		f.period = toMonth(m.Year(), m.Number())
	case o.Period.Freq() == data.Annual:
		f.period = strconv.Itoa(o.Period.Year())
	case o.Period.Freq() == data.Quarterly:
		f.period = fmt.Sprintf("%d-Q%d", o.Period.Year(), o.Period.Number())
	default:
		f.period = ofMonth(m.Year(), m.Number())
	}
	switch {
	case o.Key.Indicator == "investment":
		f.indicator = "固定资产投资"
	case o.Key.Indicator == "utilisation":
		f.indicator = "产能利用率"
	case o.Key.Basis.Measure == data.Rank:
		f.indicator = "规模以上工业增加值_增速位次(全国)"
	case o.Key.Item == "sme" && o.Key.Basis.Measure == data.Share:
		f.indicator, f.item = "规模以上工业增加值_占比", "规模以上中小企业"
	case o.Key.Item == "sme":
		f.item = "规模以上中小企业"
	}
	if name, ok := map[string]string{
		"climate utilities": "水电生产(电力热力燃气及水)", "investment utilities": utilities(o.Period.Year()),
		"utilisation steel-industry": "钢铁", "utilisation shipbuilding": "船舶", "output methanol": "甲醇",
	}[o.Key.Indicator+" "+o.Key.Item]; ok {
		f.item = name
	}
	return f
}

// basisOf returns what the sources call a basis.
func basisOf(k data.Key) string {
	b := k.Basis
	switch {
	case b.Measure == data.Growth && b.Span == data.Point:
		return "end_yoy"
	case b.Measure == data.Growth:
		return "cum_yoy"
	case b.Measure == data.Level && b.Span == data.Point:
		return "end_level"
	case b.Measure == data.Level:
		return "cum_level"
	case b.Measure == data.Index && k.Indicator == "ppi":
		return "idx_yoy"
	case b.Measure == data.Index:
		return "index"
	case b.Measure == data.Rank:
		return "rank"
	case k.Indicator == "utilisation":
		return "rate(年末)"
	}
	return "share"
}

// notLater fails if a figure rests on an observation of a time after the
// selection that is no target and no forecast.
func (s traced) notLater(t *testing.T, sel brief.Selection, refs []data.Ref, what string) {
	t.Helper()
	obs, err := s.Trace(t.Context(), data.Number{Refs: refs})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range obs {
		ahead := o.Key.Indicator == "iva_forecast" || o.Key.Indicator == "iva_target"
		if !o.Period.EndsBy(sel.Period) && !ahead {
			t.Errorf("%s %v: %s rests on %s of %v", sel.Region, sel.Period, what, o.Key.Indicator, o.Period)
		}
	}
}

// kinds returns the ids of the kinds of chart.
func kinds() []string {
	var out []string
	for _, k := range chart.All() {
		out = append(out, k.ID)
	}
	return out
}

// figureNotLater does the same for every value of a chart.
func (s traced) figureNotLater(t *testing.T, sel brief.Selection, kind string) {
	t.Helper()
	f, err := s.Figure(t.Context(), kind, sel, words(t, i18n.Chinese))
	if err != nil {
		if !errors.Is(err, brief.ErrAbsent) && !errors.Is(err, chart.ErrNothing) && !strings.Contains(err.Error(), "nine in ten") {
			t.Errorf("%s: %v", kind, err)
		}
		return
	}
	var b bytes.Buffer
	if err := f.CSV(&b, func(ref int64) string { return strconv.FormatInt(ref, 10) }); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[1:] {
		var refs []data.Ref
		for _, id := range strings.FieldsFunc(r[len(r)-1], func(r rune) bool { return r == ';' || r == ' ' }) {
			n, err := strconv.ParseInt(id, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			refs = append(refs, data.Ref(n))
		}
		s.notLater(t, sel, refs, kind+" "+r[2]+" "+r[3])
	}
}
