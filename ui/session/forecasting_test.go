package session_test

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yunxing/ui/session"
)

// TestForecastEncoding fails where a table that a spreadsheet wrote in GB 18030 has its
// names told in another encoding than the rest of the answer.
func TestForecastEncoding(t *testing.T) {
	table := "series_id,period,value\n工业,2013,1\n工业,2014,2\n工业,2015,—\n工业,2016,4\n"
	in, err := simplifiedchinese.GB18030.NewEncoder().String(table)
	if err != nil {
		t.Fatal(err)
	}
	var plain, out strings.Builder
	o := session.ForecastOptions{Method: "naive", Horizon: 1, Levels: []float64{80}}
	if _, err := session.Forecast(context.Background(), strings.NewReader(table), &plain, o); err != nil {
		t.Fatal(err)
	}
	if _, err := session.Forecast(context.Background(), strings.NewReader(in), &out, o); err != nil {
		t.Fatal(err)
	}
	if out.String() != plain.String() || !strings.Contains(out.String(), "工业,2017,4") {
		t.Errorf("%q, and %q in UTF-8", out.String(), plain.String())
	}
}
