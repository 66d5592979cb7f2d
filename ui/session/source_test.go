package session_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A fact names one figure of the sources, in their own spelling.
type fact struct{ indicator, region, item, period, basis string }

// sources are the figures that the sample was made from, read here by
// themselves: nothing of the importer or the generator has a part in it.
type sources map[fact]string

// sharedData is where the sources are.
const sharedData = "../../../shared/data"

// readSources reads the sources, and skips the test where they are not at hand.
func readSources(t *testing.T) sources {
	t.Helper()
	out := sources{}
	for _, name := range []string{"figures", "national_iva_industry", "national_ppi", "national_products", "national_enterprise"} {
		f, err := os.Open(filepath.Join(sharedData, name+".csv"))
		if errors.Is(err, fs.ErrNotExist) {
			t.Skipf("no %s: the figures of the report cannot be compared with their sources", sharedData)
		}
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
		for _, r := range rows[1:] {
			out.add(r)
		}
	}
	return out
}

// add takes in one row: indicator, region, item, period, value, unit, basis,
// source, trust. Unverified compilations and breaks are no sources.
func (s sources) add(r []string) {
	if strings.HasPrefix(r[8], "compiled-unverified") || strings.Contains(r[8], "BREAK") || strings.Contains(r[8], "(low)") {
		return
	}
	f := fact{r[0], r[1], plain(r[2]), r[3], r[6]}
	if _, ok := s[f]; !ok {
		s[f] = r[4]
	}
}

// plain returns a name in one of its spellings: 及 and 和, with and without 的,
// signs and brackets, and the names that a branch had before.
func plain(name string) string {
	name = strings.NewReplacer("及", "和", "的", "", "、", "", "，", "", "(", "", ")", "").Replace(name)
	for now, names := range map[string][]string{
		"开采辅助活动":          {"开采专业和辅助性活动"},
		"石油加工炼焦和核燃料加工业":   {"石油煤炭和其他燃料加工业"},
		"计算机通信和其他电子设备制造业": {"通信设备计算机和其他电子设备制造业"},
		"电力热力生产和供应业":      {"电力热力生产与供应业"},
		"原铝电解铝":           {"电解铝"},
		"农用氮磷钾化学肥料折纯":     {"化肥"},
	} {
		for _, n := range names {
			if name == n {
				return now
			}
		}
	}
	return name
}

// of returns a figure, NaN where the sources have none.
func (s sources) of(indicator, region, item, period, basis string) float64 {
	raw, ok := s[fact{indicator, region, plain(item), period, basis}]
	if !ok {
		return math.NaN()
	}
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return math.NaN()
	}
	return v
}

// utilities returns what the sources call the section in tables of investment.
func utilities(year int) string {
	if year < 2012 {
		return "电力、燃气及水的生产和供应业"
	}
	return "电力、热力、燃气及水的生产和供应业"
}

// toMonth returns the period from January to a month as the sources write it.
func toMonth(year, month int) string {
	return strconv.Itoa(year) + "-01/" + ofMonth(year, month)
}

// ofMonth returns a month as the sources write it.
func ofMonth(year, month int) string {
	return strconv.Itoa(year) + "-" + strconv.Itoa(100 + month)[1:]
}
