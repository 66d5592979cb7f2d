package native

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"
)

// cells writes the table of a panel.
func (b *book) cells(d drawn) error {
	t := d.table
	if err := b.file.SetCellStr(t.sheet, cell(1, t.top), t.title); err != nil {
		return err
	}
	for i, name := range t.labels {
		if err := b.file.SetCellStr(t.sheet, cell(1, t.top+1+i), name); err != nil {
			return err
		}
	}
	for j, c := range t.columns {
		if err := b.column(t, j+2, c, b.Style.Text); err != nil {
			return err
		}
	}
	if err := b.helpers(t); err != nil {
		return err
	}
	if err := b.heads(t); err != nil {
		return err
	}
	if err := b.file.SetColWidth(t.sheet, "A", "A", labelWidth(t)); err != nil {
		return err
	}
	if len(t.columns) > 0 {
		if err := b.file.SetColWidth(t.sheet, "B", letter(len(t.columns)+1), 11); err != nil {
			return err
		}
	}
	if err := b.file.SetRowHeight(t.sheet, t.top, headPoints); err != nil {
		return err
	}
	return b.tints(d)
}

// heads gives the names of a table their look: each stands where its values do.
func (b *book) heads(t *table) error {
	for i, side := range []string{"left", "right"} {
		id, err := b.style("head "+side, &excelize.Style{
			Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Horizontal: side, Vertical: "center"},
			Border: []excelize.Border{{Type: "bottom", Color: "595959", Style: 1}},
		})
		if err != nil {
			return err
		}
		if err := b.file.SetCellStyle(t.sheet, cell(1+i, t.top), cell(max(len(t.columns), i)+1, t.top), id); err != nil {
			return err
		}
	}
	return nil
}

// labelWidth returns the width of the first column in digits.
func labelWidth(t *table) float64 {
	w := 12.0
	for _, l := range t.labels {
		n := 2.0
		for _, r := range l {
			n++
			if r > 0x2e80 {
				n++
			}
		}
		w = math.Max(w, n)
	}
	return math.Min(w, 44)
}

// helpers writes what only the drawing needs, muted.
func (b *book) helpers(t *table) error {
	if len(t.helpers) == 0 {
		return nil
	}
	ink := b.Style.Muted
	head, err := b.style("helper", &excelize.Style{Font: &excelize.Font{Color: hex(ink)}, Alignment: &excelize.Alignment{WrapText: true, Horizontal: "right", Vertical: "center"}})
	if err != nil {
		return err
	}
	first := t.firstHelper()
	for j, c := range t.helpers {
		if err := b.column(t, first+j, c, ink); err != nil {
			return err
		}
	}
	last := first + len(t.helpers) - 1
	if err := b.file.SetCellStyle(t.sheet, cell(first, t.top), cell(last, t.top), head); err != nil {
		return err
	}
	return b.file.SetColWidth(t.sheet, letter(first), letter(last), helperWidth)
}

// helperWidth is the width of a helper in digits.
const helperWidth = 18

// column writes one column with its name. What is not known is an empty cell.
func (b *book) column(t *table, col int, c column, ink colour) error {
	if err := b.file.SetCellStr(t.sheet, cell(col, t.top), c.head); err != nil {
		return err
	}
	for i, v := range c.values {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		code := formatOf(v, c.digits)
		if c.signed[i] {
			code = fmt.Sprintf("+%[1]s;-%[1]s;%[1]s", code)
		}
		id, err := b.style(code+hex(ink), &excelize.Style{CustomNumFmt: &code, Font: &excelize.Font{Color: hex(ink)}})
		if err != nil {
			return err
		}
		at := cell(col, t.top+1+i)
		if err := b.file.SetCellFloat(t.sheet, at, v, -1, 64); err != nil {
			return err
		}
		if err := b.formula(t.sheet, at, c, i); err != nil {
			return err
		}
		if err := b.file.SetCellStyle(t.sheet, at, at, id); err != nil {
			return err
		}
	}
	return nil
}

// formula puts the formula of the i-th value, if it has one, over its number.
func (b *book) formula(sheet, at string, c column, i int) error {
	if c.formula == nil {
		return nil
	}
	if s := c.formula(i); s != "" {
		return b.file.SetCellFormula(sheet, at, s)
	}
	return nil
}

// tints colours the cells of a table of numbers by rules that Excel keeps: from
// the low to the high colour with the centre of the column between.
func (b *book) tints(d drawn) error {
	st := &b.Style
	for j, c := range d.centres {
		if math.IsNaN(c) {
			continue
		}
		area := fmt.Sprintf("%s:%s", cell(j+2, d.table.top+1), cell(j+2, d.table.top+d.table.rows()))
		err := b.file.SetConditionalFormat(d.table.sheet, area, []excelize.ConditionalFormatOptions{{
			Type: "3_color_scale", Criteria: "=",
			MinType: "min", MidType: "num", MaxType: "max", MidValue: number(c),
			MinColor: "#" + hex(blend(st.Mid, st.Low, st.Tint)), MidColor: "#" + hex(st.Mid), MaxColor: "#" + hex(blend(st.Mid, st.High, st.Tint)),
		}})
		if err != nil {
			return err
		}
	}
	return nil
}

// blend returns the colour between a and b, a at 0 and b at 1.
func blend(a, b colour, t float64) colour {
	at := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + 0.5) }
	return colour{R: at(a.R, b.R), G: at(a.G, b.G), B: at(a.B, b.B), A: 0xff}
}
