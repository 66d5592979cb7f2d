package data_test

import (
	"testing"

	"yunxing/data"
)

func TestParseForeignUnit(t *testing.T) {
	for _, tt := range []struct {
		symbol, want string
		dimension    data.Dimension
		factor       float64
	}{
		{"2011-12=100", "2011-12=100", data.IndexBase, 1},
		{"1993-94 = 100", "1993-94=100", data.IndexBase, 1},
		{"Index: 2015=100", "2015=100", data.IndexBase, 1},
		{"Index 2015 = 100", "2015=100", data.IndexBase, 1},
		{"Index:_2007_=_100", "2007=100", data.IndexBase, 1},
		{"base 100 en 2021", "2021=100", data.IndexBase, 1},
		{"Base: 2012 = 100", "2012=100", data.IndexBase, 1},
		{"(2010=100)", "2010=100", data.IndexBase, 1},
		{"2015＝100", "2015=100", data.IndexBase, 1},
		{"Indices", "index", data.IndexBase, 1},
		{"Índice", "Índice", data.IndexBase, 1},
		{"上年同月＝100", "上年同月=100", data.IndexBase, 1},
		{"% of GDP", "%", data.PerCent, 1},
		{"annual %", "%", data.PerCent, 1},
		{"Percentage change compared to same period in previous year", "%", data.PerCent, 1},
		{"percentage points", "百分点", data.PerPoint, 1},
		{"current US$", "current US$", "money-usd", 1},
		{"constant 2015 US$", "constant 2015 US$", "money-usd", 1},
		{"US$ million", "US$ million", "money-usd", 1e6},
		{"Rs. Crore", "Rs. Crore", "money-inr", 1e7},
		{"Thousand tonnes", "Thousand tonnes", data.Mass, 1e3},
		{"GWh", "GWh", data.Energy, 1e6},
	} {
		u, ok := data.ParseUnit(tt.symbol)
		if !ok || u != (data.Unit{Symbol: tt.want, Dimension: tt.dimension, Factor: tt.factor}) {
			t.Errorf("%q is read as the unit %+v, %v; it is %s of %s times %g", tt.symbol, u, ok, tt.want, tt.dimension, tt.factor)
		}
	}
	for _, s := range []string{"dollars", "million", "Energy", "Mining", "% points of nothing", "base year", "2011-12", "100", "in", "constant", "General Index", "Rs./Litre"} {
		if u, ok := data.ParseUnit(s); ok {
			t.Errorf("%q is no unit that is known, but is read as %+v", s, u)
		}
	}
}
