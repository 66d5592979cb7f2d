package forecast

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"yunxing/data"
)

// TestReadSeries fails if the long form is misread: order, gaps, marks for
// missing values, or which series carries the fault.
func TestReadSeries(t *testing.T) {
	in := "\ufeffperiod,series_id,note,value\n" +
		"2013Q3,b,x,3\n2013-09,a,x,9\n2013Q1,b,x,1\n2013-11,a,x,NA\n2013-12,a,x,\n" +
		"2012,c,x,5\n2013,c,x,6\n2012,c,x,5\n" +
		"2012,d,x,5\n2013Q1,d,x,6\nsoon,e,x,1\n2013,f,x,1 000\n2013,g,x,1e999\n2013年1-9月,h,x,1\n"
	got, err := ReadSeries(strings.NewReader(in))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		id     string
		start  data.Period
		values []float64
		err    error
	}{
		{"b", data.Quarter(2013, 1), []float64{1, math.NaN(), 3}, nil},
		{"a", data.Month(2013, 9), []float64{9, math.NaN(), math.NaN(), math.NaN()}, nil},
		{"c", data.Period{}, nil, ErrDuplicate},
		{"d", data.Period{}, nil, ErrMixed},
		{"e", data.Period{}, nil, ErrPeriod},
		{"f", data.Period{}, nil, ErrValue},
		{"g", data.Period{}, nil, ErrScale},
		{"h", data.Period{}, nil, ErrPeriod},
	} {
		s := got[i]
		if s.ID != want.id || !errors.Is(s.Err, want.err) || (want.err == nil && s.Err != nil) {
			t.Errorf("series %d: %s, %v; want %s, %v", i, s.ID, s.Err, want.id, want.err)
		}
		if want.err == nil && (s.Start != want.start || fmt.Sprint(s.Values) != fmt.Sprint(want.values)) {
			t.Errorf("%s: from %v %v, want from %v %v", s.ID, s.Start, s.Values, want.start, want.values)
		}
	}
	for _, bad := range []string{"", "id,period,value\n", "series_id;period;value\n"} {
		if _, err := ReadSeries(strings.NewReader(bad)); !errors.Is(err, ErrHeader) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}

// ExampleWriteForecasts shows the table of projected periods.
func ExampleWriteForecasts() {
	in := "series_id,period,value\nx,2012Q1,4\nx,2012Q2,6\nx,2012Q3,4\nx,2012Q4,6\nx,2013Q1,4\ny,2012,1\n"
	series, err := ReadSeries(strings.NewReader(in))
	if err != nil {
		fmt.Println(err)
	}
	levels, _ := ParseLevels("80, 99.5")
	var rows []ForecastRow
	var out bytes.Buffer
	for _, s := range series {
		r, err := ForecastSeries(context.Background(), Mean{}, s, 2, levels)
		if err != nil {
			fmt.Fprintln(&out, Refused(s.ID, err))
		}
		rows = append(rows, r...)
	}
	_ = WriteForecasts(&out, levels, rows)
	fmt.Print(out.String())
	// Output:
	// y: too-short: too few observations: 1, at least 2 are needed
	// series_id,period,mean,lo80,hi80,lo99.5,hi99.5,method
	// x,2013Q2,4.8,2.96015247113,6.63984752887,-1.91708204049,11.5170820405,mean
	// x,2013Q3,4.8,2.96015247113,6.63984752887,-1.91708204049,11.5170820405,mean
}

// ExampleWriteYears shows the table of projected years.
func ExampleWriteYears() {
	in := "series_id,period,value\n"
	for i, v := range []float64{20, 25, 26, 29, 22, 27.5, 28.6, 31.9, 24.2} {
		in += fmt.Sprintf("x,%v,%v\n", data.Quarter(2011, 1).Add(i), v)
	}
	in += "done,2012,7\ndone,2013,8\n"
	series, _ := ReadSeries(strings.NewReader(in))
	var rows []YearRow
	for _, s := range series {
		r, err := YearSeries(context.Background(), AutoYear{}, s, DefaultLevels())
		if err != nil {
			fmt.Println(Refused(s.ID, err))
			continue
		}
		rows = append(rows, r)
	}
	var out bytes.Buffer
	_ = WriteYears(&out, DefaultLevels(), rows)
	fmt.Print(out.String())
	// Output:
	// series_id,year,known,total,lo80,hi80,lo95,hi95,growth,growth_lo80,growth_hi80,method
	// x,2013,1,121,121,121,121,121,10,10,10,ratio3
	// done,2013,1,8,8,8,8,8,14.2857142857,14.2857142857,14.2857142857,auto
}

// TestParseLevels fails if a level out of range or given twice is taken.
func TestParseLevels(t *testing.T) {
	for _, bad := range []string{"", "0", "100", "x", "80,80", "-5", "NaN"} {
		if l, err := ParseLevels(bad); err == nil {
			t.Errorf("%q gives %v", bad, l)
		}
	}
}
