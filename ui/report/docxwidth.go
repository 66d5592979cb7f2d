package report

// Room that the text of a cell takes, in twentieths of a point: what a Latin
// character of its face needs, bold ones included, and the margins of a cell.
const (
	roomPerCharacter = 116
	roomOfMargins    = 170
)

// widths returns the widths of the columns, which fill the type area. Every column
// first gets what it cannot do without, its longest word or figure; what is left
// goes to those that would set their text in fewer lines, and then to all alike.
func (t *Table) widths() []int {
	need, want := make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	for i, c := range t.Columns {
		need[i] = roomOfMargins + roomPerCharacter*max(longestWord(c.Title), 3)
		want[i] = roomOfMargins + roomPerCharacter*max(breadth(c.Title)/2, 6) // a title may take two lines
		for _, r := range t.Rows {
			if i < len(r.Cells) {
				unbroken, whole := r.Cells[i].room(i, r.Indent)
				need[i] = max(need[i], unbroken)
				want[i] = max(want[i], whole)
			}
		}
		want[i] = max(want[i], need[i])
	}
	return filled(shared(need, want))
}

// room returns the least width of a cell in column i, and the width at which it
// takes one line.
func (c Cell) room(i, indent int) (unbroken, whole float64) {
	other := float64(roomOfMargins)
	if i == 0 {
		other += float64(indent * indentStep)
	}
	if c.Number != nil {
		other += roomPerCharacter * markBreadth
	}
	return other + roomPerCharacter*longestWord(c.Text), other + roomPerCharacter*breadth(c.Text)
}

// shared returns widths between need and want, or in proportion beyond, that add
// up to the type area.
func shared(need, want []float64) []float64 {
	needs, wants := total(need), total(want)
	out := make([]float64, len(need))
	for i := range out {
		switch {
		case needs >= typeWidth:
			out[i] = need[i] * typeWidth / needs
		case wants > typeWidth:
			out[i] = need[i] + (want[i]-need[i])*(typeWidth-needs)/(wants-needs)
		default:
			out[i] = want[i] * typeWidth / wants
		}
	}
	return out
}

// filled returns widths as whole numbers; the first takes what rounding leaves.
func filled(widths []float64) []int {
	out := make([]int, len(widths))
	rest := typeWidth
	for i, w := range widths {
		out[i] = int(w)
		rest -= out[i]
	}
	out[0] += rest
	return out
}

// markBreadth is room for a mark behind a figure, in Latin characters.
const markBreadth = 1.5

// longestWord returns the breadth of the longest piece of s that no line break
// should cut. Chinese breaks anywhere, but no more than four characters should
// have to stand below each other.
func longestWord(s string) float64 {
	var most, word float64
	for _, r := range s {
		switch {
		case r >= firstHan:
			word = 0
			most = max(most, min(breadth(s), 8))
		case r == ' ' || r == '-' || r == '/':
			word = 0
		default:
			word++
			most = max(most, word)
		}
	}
	return most
}

// firstHan is the first of the characters that are twice as wide as Latin ones.
const firstHan = 0x2E80

// breadth returns the width of s in Latin characters; a Chinese one takes two.
func breadth(s string) float64 {
	n := float64(len([]rune(s)))
	for _, r := range s {
		if r >= firstHan {
			n++
		}
	}
	return n
}

// total returns the sum of widths.
func total(widths []float64) float64 {
	var out float64
	for _, w := range widths {
		out += w
	}
	return out
}

// sum returns the total of ns.
func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}
