package sheet

import (
	"context"
	"encoding/binary"
	"errors"
	"math"
	"strconv"
	"unicode/utf16"

	"yunxing/data"
)

// Types of records of a BIFF8 stream.
const (
	recFormula    = 0x0006
	recEOF        = 0x000a
	recDate1904   = 0x0022
	recFilePass   = 0x002f
	recContinue   = 0x003c
	recBoundSheet = 0x0085
	recMulRK      = 0x00bd
	recRString    = 0x00d6
	recXF         = 0x00e0
	recMerged     = 0x00e5
	recSST        = 0x00fc
	recLabelSST   = 0x00fd
	recNumber     = 0x0203
	recLabel      = 0x0204
	recBoolErr    = 0x0205
	recString     = 0x0207
	recRow        = 0x0208
	recRK         = 0x027e
	recFormat     = 0x041e
	recBOF        = 0x0809
)

// A record is one record of the stream.
type record struct {
	kind   uint16
	offset int // of its data
	data   []byte
}

// u16 and u32 return a number at an offset of the data, and zero beyond its end.
func (r record) u16(at int) int {
	if at < 0 || at+2 > len(r.data) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(r.data[at:]))
}

func (r record) u32(at int) uint32 {
	if at < 0 || at+4 > len(r.data) {
		return 0
	}
	return binary.LittleEndian.Uint32(r.data[at:])
}

// f64 returns a floating-point number at an offset, and NaN beyond its end.
func (r record) f64(at int) float64 {
	if at < 0 || at+8 > len(r.data) {
		return math.NaN()
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(r.data[at:]))
}

// maxRecords bounds the records of a stream.
const maxRecords = 6 << 20

// errRecords reports more records than a workbook should have.
var errRecords = errors.New("sheet: too many records")

// records divides a stream. A record that is cut off ends it with an error.
func records(b []byte) ([]record, error) {
	var out []record
	for p := 0; p+4 <= len(b); {
		kind := binary.LittleEndian.Uint16(b[p:])
		n := int(binary.LittleEndian.Uint16(b[p+2:]))
		if kind == 0 && n == 0 {
			return out, nil
		}
		if p+4+n > len(b) {
			return out, errBIFF
		}
		if len(out) == maxRecords {
			return out, errRecords
		}
		out = append(out, record{kind, p + 4, b[p+4 : p+4+n]})
		p += 4 + n
	}
	return out, nil
}

// A book is a workbook of Excel 97 to 2003 while it is read.
type book struct {
	name     string
	records  []record
	strings  []string
	formats  map[int]format
	styles   []xlsxStyle
	date1904 bool
	sheets   []boundSheet
	fill     *filler // of the sheet that is read
	budget   budget
}

// A boundSheet is an entry of the list of sheets.
type boundSheet struct {
	offset int
	hidden bool
	name   string
}

// readBook reads the workbook stream.
func readBook(ctx context.Context, name string, b []byte) ([]*data.Grid, error) {
	recs, cut := records(b)
	k := &book{name: name, records: recs, formats: map[int]format{}, budget: budget{name: name}}
	if len(recs) == 0 || recs[0].kind != recBOF {
		return nil, damaged(name, errBIFF)
	}
	if recs[0].u16(0) != 0x600 {
		return nil, &Error{OldWorkbook, name, "it is a workbook of Excel 95 or earlier; open it in a spreadsheet program and save it as .xlsx", nil}
	}
	switch {
	case errors.Is(cut, errRecords):
		return nil, tooLarge(name, cut)
	case cut != nil:
		return nil, damaged(name, cut)
	}
	if err := k.decrypt(); err != nil {
		return nil, &Error{Password, name, "it is encrypted; open it with its password and save it without", err}
	}
	rest, err := k.globals()
	if err != nil {
		return nil, damaged(name, err)
	}
	return k.readSheets(ctx, rest)
}

// readSheets reads the sheets that follow the globals, in the order of the list.
func (k *book) readSheets(ctx context.Context, recs []record) ([]*data.Grid, error) {
	byOffset := map[int]*data.Grid{}
	for i := 0; i < len(recs); {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		end := substream(recs, i)
		g := &data.Grid{File: k.name, HiddenRows: map[int]bool{}}
		if recs[i].kind == recBOF {
			if recs[i].u16(2) == 0x10 { // a worksheet, not a chart
				if err := k.sheet(g, recs[i+1:end]); err != nil {
					return nil, err
				}
			}
			byOffset[recs[i].offset-4] = g
		}
		i = end
	}
	var out []*data.Grid
	for _, s := range k.sheets {
		g := byOffset[s.offset]
		if g == nil {
			return nil, &Error{Truncated, k.name, "a sheet of it is missing; fetch it again", errBIFF}
		}
		g.Sheet, g.Hidden = s.name, s.hidden
		out = append(out, g)
	}
	return out, nil
}

// substream returns where the stream that begins at i ends; charts inside of it
// have streams of their own.
func substream(recs []record, i int) int {
	depth := 0
	for ; i < len(recs); i++ {
		switch recs[i].kind {
		case recBOF:
			depth++
		case recEOF:
			if depth--; depth <= 0 {
				return i + 1
			}
		}
	}
	return i
}

// globals reads what holds for all sheets and returns the records after it.
func (k *book) globals() ([]record, error) {
	var xfs []record
	for i := 0; i < len(k.records); i++ {
		r := k.records[i]
		switch r.kind {
		case recDate1904:
			k.date1904 = r.u16(0) == 1
		case recBoundSheet:
			if len(r.data) < 8 {
				return nil, errBIFF
			}
			name, _ := flatString(r.data[7:], int(r.data[6]))
			k.sheets = append(k.sheets, boundSheet{int(r.u32(0)), r.data[4]&3 != 0, name})
		case recSST:
			parts := [][]byte{r.data}
			for i+1 < len(k.records) && k.records[i+1].kind == recContinue {
				i++
				parts = append(parts, k.records[i].data)
			}
			strs, err := readStrings(parts)
			if err != nil {
				return nil, err
			}
			k.strings = strs
		case recFormat:
			if len(r.data) >= 5 {
				code, _ := flatString(r.data[4:], r.u16(2))
				k.formats[r.u16(0)] = parseFormat(code)
			}
		case recXF:
			xfs = append(xfs, r)
		case recEOF:
			k.readStyles(xfs)
			return k.records[i+1:], nil
		}
	}
	return nil, errBIFF
}

// readStyles turns XF records into styles.
func (k *book) readStyles(xfs []record) {
	for _, r := range xfs {
		id := r.u16(2)
		f, ok := k.formats[id]
		if !ok {
			f = builtin(id)
		}
		st := xlsxStyle{format: f}
		if len(r.data) > 8 {
			st.indent = int8(r.data[8] & 0x0f)
		}
		k.styles = append(k.styles, st)
	}
}

// style returns the style with an index.
func (k *book) style(i int) xlsxStyle {
	if i < len(k.styles) {
		return k.styles[i]
	}
	return xlsxStyle{format: general()}
}

// set puts a cell into the sheet that is read.
func (k *book) set(row, col int, c data.Cell) error {
	if row > 65535 || col > 255 {
		return errBIFF
	}
	return k.fill.set(row, col, c)
}

// number puts a number with the style xf into the sheet.
func (k *book) number(row, col, xf int, v float64) error {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	st := k.style(xf)
	c := data.Cell{Text: strconv.FormatFloat(v, 'f', -1, 64), Indent: st.indent}
	setNumber(&c, st.format, k.date1904)
	return k.set(row, col, c)
}

// text puts a text with the style xf into the sheet, an empty one as nothing.
func (k *book) text(row, col, xf int, s string) error {
	if s == "" {
		return nil
	}
	return k.set(row, col, data.Cell{Text: s, Kind: data.TextCell, Digits: -1, Indent: k.style(xf).indent})
}

// utf16String returns the text in b, two bytes to a unit.
func utf16String(b []byte) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(u))
}
