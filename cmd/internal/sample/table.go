package main

import (
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"
)

// ErrFigures says that a committed fact table does not have the agreed form.
var ErrFigures = errors.New("sample: malformed fact table")

//go:embed figures/*.csv
var figures embed.FS

// keyColumns is the number of columns in front of the periods of a fact table.
const keyColumns = 6

// Table is one committed fact table: series in rows, periods across.
type Table struct {
	// Periods holds the period of each column: 2013-09, 2013Q3, 2013, or
	// 2013-01/2013-02 for the merged first two months of current values.
	Periods []string
	Rows    []Row
}

// Row is one series of a Table.
type Row struct {
	// Label is the stub as a bureau prints it, with indents and 其中:.
	Label string
	// Region, Indicator, Item, Basis and Unit are the key of the series in the
	// collection the figures were taken from.
	Region, Indicator, Item, Basis, Unit string
	// Values holds the figures as printed, with the decimals they were
	// published with and perhaps a footnote mark; "" where none was published.
	Values []string
}

// readTable parses figures/NAME.csv.
func readTable(name string) (Table, error) {
	file, err := figures.Open("figures/" + name + ".csv")
	if err != nil {
		return Table{}, fmt.Errorf("sample: %w", err)
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return Table{}, fmt.Errorf("sample: %s: %w", name, err)
	}
	if len(records) < 2 || len(records[0]) <= keyColumns {
		return Table{}, fmt.Errorf("%w: %s: no series or no period", ErrFigures, name)
	}
	t := Table{Periods: records[0][keyColumns:]}
	for _, r := range records[1:] {
		t.Rows = append(t.Rows, Row{
			Label: r[0], Region: r[1], Indicator: r[2], Item: r[3], Basis: r[4], Unit: r[5],
			Values: r[keyColumns:],
		})
	}
	return t, nil
}

// at returns the printed figure of row in period, or "".
func (t Table) at(row Row, period string) string {
	for i, p := range t.Periods {
		if p == period {
			return row.Values[i]
		}
	}
	return ""
}

// name returns the label without indent and of-which word.
func (r Row) name() string {
	return strings.TrimPrefix(strings.TrimLeft(r.Label, "　"), "其中:")
}
