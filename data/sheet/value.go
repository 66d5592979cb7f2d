package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"

	"yunxing/data"
)

// textCell returns a cell with a text, an empty one for an empty text.
func textCell(s string) data.Cell {
	c := data.Cell{Text: s, Digits: -1}
	if s != "" {
		c.Kind = data.TextCell
	}
	return c
}

// dateCell returns the cell of a moment such as 2013-10-18 or
// 2013-10-18T00:00:00.000. What is no day since 1900 stays a text.
func dateCell(s string) data.Cell {
	c := textCell(s)
	day, clock, timed := strings.Cut(strings.TrimSuffix(s, "Z"), "T")
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || t.Year() < 1900 {
		return c
	}
	if timed && strings.Trim(clock, "0:.") != "" {
		if moment, err := time.Parse("2006-01-02T15:04:05", day+"T"+clock); err == nil {
			t = moment
		}
	} else {
		c.Text = day
	}
	const base = 25569 // days from 1899-12-30 to 1970-01-01
	c.Kind, c.Value = data.DateCell, base+float64(t.Unix())/86400
	return c
}

// setNumber makes c a number or a date if its text is one.
func setNumber(c *data.Cell, f format, date1904 bool) {
	if v, err := strconv.ParseFloat(c.Text, 64); err == nil {
		setValue(c, v, f, date1904)
	}
}

// setValue makes c the number or date v.
func setValue(c *data.Cell, v float64, f format, date1904 bool) {
	c.Kind, c.Value, c.Digits, c.Percent = data.NumberCell, v, f.digits, f.percent
	if f.date {
		c.Kind = data.DateCell
		if date1904 {
			c.Value += 1462
		}
		if c.Time().IsZero() {
			c.Kind, c.Value = data.NumberCell, v
		}
	}
}

// shownNumber returns the cell of a number v whose page shows it as text, or false
// if the text is not v rounded, such as a date. A text tells the decimals.
func shownNumber(v float64, text string) (data.Cell, bool) {
	s := strings.NewReplacer(",", "", " ", "", "\u00a0", "").Replace(text)
	bare, percent := strings.CutSuffix(s, "%")
	shown, err := strconv.ParseFloat(bare, 64)
	if err != nil || math.IsInf(v, 0) || math.IsNaN(v) || strings.ContainsAny(bare, "eExXpPnN") {
		return data.Cell{}, false
	}
	_, frac, _ := strings.Cut(bare, ".")
	scaled := v
	if percent {
		scaled = v * 100
	}
	half := 0.5 * math.Pow10(-len(frac))
	if len(frac) > 15 || math.Abs(scaled-shown) > half*(1+1e-9)+1e-12*math.Abs(shown) {
		return data.Cell{}, false
	}
	c := data.Cell{Text: strconv.FormatFloat(v, 'f', -1, 64), Value: v, Kind: data.NumberCell, Digits: int8(len(frac)), Percent: percent}
	return c, true
}

// raised returns s as superscript, and lowered as subscript, as far as Unicode has
// the characters: 12.3 with a raised 1 must never become 12.31.
func raised(s string) string {
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹",
		"+", "⁺", "-", "⁻", "(", "⁽", ")", "⁾").Replace(s)
}

func lowered(s string) string {
	return strings.NewReplacer("0", "₀", "1", "₁", "2", "₂", "3", "₃", "4", "₄", "5", "₅", "6", "₆", "7", "₇", "8", "₈", "9", "₉",
		"+", "₊", "-", "₋", "(", "₍", ")", "₎").Replace(s)
}
