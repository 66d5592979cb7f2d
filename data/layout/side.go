package layout

import (
	"strings"
	"unicode/utf8"

	"yunxing/data"
)

// A place is a label and where it stands.
type place struct {
	row, col int
	*label
}

// A side is what the labels of one row, of one column, or of the lines around a
// table say about its figures.
type side struct {
	places     []place
	when       when
	reading    reading
	units      []data.Unit // the nearest first
	indicators []string
	printed    string
	region     string
	item       string
	known      bool
	unknown    []string // names that the catalogue does not explain
	coverage   string
	freq       data.Frequency
}

// newSide puts together the labels of a path, the outermost first.
func (p *parser) newSide(path []place) *side {
	path = withoutTwins(path)
	s := &side{places: path}
	var unknown []string
	for i := len(path) - 1; i >= 0; i-- {
		l := path[i].label
		s.when.add(l)
		s.reading = s.reading.with(l.reading)
		s.reading.several = s.reading.several || l.reading.several
		s.units = append(s.units, l.units...)
		s.name(l)
		if l.rest != "" {
			unknown = append([]string{l.rest}, unknown...)
		}
		if s.coverage == "" {
			s.coverage = l.coverage
		}
		if s.freq == 0 {
			s.freq = l.freq
		}
	}
	s.unknown = unknown
	p.rejoin(s)
	return s
}

// name notes the names of a label, those of inner labels before.
func (s *side) name(l *label) {
	if len(s.indicators) == 0 && len(l.indicators) > 0 {
		s.indicators, s.printed = l.indicators, l.printed
	}
	if s.region == "" {
		s.region = l.region
	}
	if s.item == "" && l.item != "" {
		s.item, s.known = l.item, l.known
	}
}

// rejoin reads names that are split over the cells of a heading, such as 营业 above
// 收入, as one.
func (p *parser) rejoin(s *side) {
	if p.rejoinSplit(s) || len(s.unknown) < 2 {
		return
	}
	l := p.parse(strings.Join(s.unknown, ""))
	if l.rest == "" && l.named() {
		s.unknown = nil
		s.name(l)
	}
}

// rejoinSplit reads a name of which one part is a name itself, such as 利润 above 总额,
// as one, if the parts are short and the whole of them is an indicator.
func (p *parser) rejoinSplit(s *side) bool {
	if len(s.unknown) != 1 || len(s.indicators) == 0 && s.item == "" {
		return false
	}
	whole, parts := "", 0
	for _, at := range s.places {
		if !at.named() || at.region != "" {
			continue
		}
		if !hasHan(at.text) || utf8.RuneCountInString(at.printed) > 6 {
			return false
		}
		whole += at.printed
		parts++
	}
	l := p.parse(whole)
	if parts < 2 || l.rest != "" || l.item != "" || len(l.indicators) != 1 {
		return false
	}
	s.indicators, s.printed, s.item, s.known, s.unknown = l.indicators, l.printed, "", false, nil
	return true
}

// empty reports whether s says nothing.
func (s *side) empty() bool {
	for _, p := range s.places {
		if !p.blank() {
			return false
		}
	}
	return true
}

// named reports whether s names what its figures are of.
func (s *side) named() bool { return len(s.indicators) > 0 || s.region != "" || s.item != "" }

// wordsOnly reports whether s only says how to read a figure.
func (s *side) wordsOnly() bool {
	return len(s.indicators) == 0 && s.item == "" && len(s.unknown) == 0 && (s.reading.measured || s.reading.changed || s.reading.odd || s.reading.lag != 0 || s.reading.back != 0)
}
