package stats

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"yunxing/data"
)

// A node is a part of a formula.
type node interface {
	// value returns what it comes to at p. The error is that of its bases.
	value(env *environment, p data.Period) (quantity, error)
	// write returns its text, with a text for each leaf.
	write(each func(*leaf) string) string
	children() []node
}

// A quantity is a number with what decides what may be done to it. A bare one is a
// ratio, whose basis tells its span alone, or a constant, which is of no time.
type quantity struct {
	number   data.Number
	basis    data.Basis
	unit     data.Unit
	bare     bool
	constant bool
}

// An environment is what a formula is worked out in: the series of its leaves at a
// place, and the terms met on the way.
type environment struct {
	series map[*leaf]data.Series
	terms  []Term
	filled map[*leaf][]string // the numbers of a leaf, in the order in which they are met
}

// next returns the next number of a leaf.
func (e *environment) next(l *leaf) string {
	if len(e.filled[l]) == 0 {
		return l.String()
	}
	text := e.filled[l][0]
	e.filled[l] = e.filled[l][1:]
	return text
}

// leavesOf returns the leaves of a formula from left to right.
func leavesOf(n node) []*leaf {
	if l, ok := n.(*leaf); ok {
		return []*leaf{l}
	}
	var out []*leaf
	for _, c := range n.children() {
		out = append(out, leavesOf(c)...)
	}
	return out
}

// A constant is a number in a formula.
type constant float64

func (c constant) value(*environment, data.Period) (quantity, error) {
	return quantity{number: exact(float64(c)), bare: true, constant: true}, nil
}

func (c constant) write(func(*leaf) string) string {
	return strconv.FormatFloat(float64(c), 'f', -1, 64)
}

func (c constant) children() []node { return nil }

// A leaf is a published series in a formula.
type leaf struct {
	symbol       string // as it is written
	indicator    string
	region, item string // "" where left open
	measure      []data.Measure
	span         []data.Span
	reference    data.Reference
}

// String returns the leaf as it is written.
func (l *leaf) String() string { return l.symbol }

func (l *leaf) value(env *environment, p data.Period) (quantity, error) {
	s := env.series[l]
	t := term(l.symbol, s, p)
	env.terms = append(env.terms, t)
	env.filled[l] = append(env.filled[l], written(t.Number))
	return quantity{number: t.Number, basis: s.Key.Basis, unit: s.Unit}, nil
}

func (l *leaf) write(each func(*leaf) string) string { return each(l) }

func (l *leaf) children() []node { return nil }

// place returns where the series of l stands that is used at a place.
func (l *leaf) place(at placeOf) placeOf {
	if l.region != "" {
		at.region = l.region
	}
	if l.item != "" {
		at.item = l.item
	}
	return at
}

// find returns the series of l by place, those of a region where l says it or else one
// is asked for. It refuses where the words of l leave more than one kind of series
// open.
func (l *leaf) find(ctx context.Context, r data.Reader, region string) (map[placeOf]data.Series, error) {
	var out map[placeOf]data.Series
	var kinds []string
	for _, m := range l.measure {
		for _, s := range l.span {
			series, err := found(ctx, r, data.Query{Indicator: l.indicator, Region: cmp.Or(l.region, region), Item: l.item, Measure: m, Span: s, Reference: l.reference})
			if err != nil {
				return nil, err
			}
			if len(series) == 0 {
				continue
			}
			out = series
			kinds = append(kinds, l.symbol+"."+m.String()+"."+s.String())
		}
	}
	switch len(kinds) {
	case 0:
		return nil, &FormulaError{Err: ErrEmpty, Part: l.symbol}
	case 1:
		return out, nil
	}
	return nil, &FormulaError{Err: ErrAmbiguous, Part: l.symbol, Choices: kinds}
}

// A shifted is a part of a formula at another time.
type shifted struct {
	function string
	of       node
	periods  int // 0 for a year
}

func (s shifted) value(env *environment, p data.Period) (quantity, error) {
	if s.periods == 0 {
		return s.of.value(env, p.YearAgo())
	}
	return s.of.value(env, p.Add(-s.periods))
}

func (s shifted) write(each func(*leaf) string) string {
	inner := s.of.write(each)
	if _, isLeaf := s.of.(*leaf); isLeaf && inner != s.of.(*leaf).String() {
		return inner // a number stands for the time it is of
	}
	if s.periods == 0 {
		return s.function + "(" + inner + ")"
	}
	return s.function + "(" + inner + ", " + strconv.Itoa(s.periods) + ")"
}

func (s shifted) children() []node { return []node{s.of} }

// A call is a function of parts of a formula.
type call struct {
	function string
	of       []node
	apply    func(of []quantity) (quantity, error)
}

func (c call) value(env *environment, p data.Period) (quantity, error) {
	of := make([]quantity, len(c.of))
	for i, n := range c.of {
		var err error
		if of[i], err = n.value(env, p); err != nil {
			return quantity{}, err
		}
	}
	out, err := c.apply(of)
	if err != nil {
		return quantity{}, &FormulaError{Err: err, Part: c.write((*leaf).String)}
	}
	return out, nil
}

func (c call) write(each func(*leaf) string) string {
	texts := make([]string, len(c.of))
	for i, n := range c.of {
		texts[i] = n.write(each)
	}
	return c.function + "(" + strings.Join(texts, ", ") + ")"
}

func (c call) children() []node { return slices.Clone(c.of) }

// A binary is a sign between two parts of a formula.
type binary struct {
	sign string
	a, b node
}

func (n binary) value(env *environment, p data.Period) (quantity, error) {
	a, err := n.a.value(env, p)
	if err != nil {
		return quantity{}, err
	}
	b, err := n.b.value(env, p)
	if err != nil {
		return quantity{}, err
	}
	out, err := operate(n.sign, a, b)
	if err != nil {
		return quantity{}, &FormulaError{Err: err, Part: n.write((*leaf).String)}
	}
	return out, nil
}

func (n binary) write(each func(*leaf) string) string {
	return bracketed(n.a, each, n.sign, false) + " " + n.sign + " " + bracketed(n.b, each, n.sign, true)
}

func (n binary) children() []node { return []node{n.a, n.b} }

// bracketed returns the text of an operand, in brackets where it would else be read
// another way.
func bracketed(n node, each func(*leaf) string, sign string, right bool) string {
	text := n.write(each)
	inner, ok := n.(binary)
	if !ok {
		if strings.HasPrefix(text, "−") && right {
			return "(" + text + ")"
		}
		return text
	}
	weak := inner.sign == "+" || inner.sign == "−"
	if strong := sign == "·" || sign == "/"; strong && weak || right && (sign == "−" && weak || sign == "/") {
		return "(" + text + ")"
	}
	return text
}
