package stats

import (
	"errors"
	"slices"
	"strings"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"

	"yunxing/data"
)

// This file reads formulas. The grammar is that of expr-lang/expr, of which only the
// arithmetic is taken.

// parseFormula returns the tree of a formula.
func parseFormula(text string, c *data.Catalog) (node, error) {
	tree, err := parser.Parse(text)
	if err != nil {
		part := text
		if at := (&file.Error{}); errors.As(err, &at) {
			part = behind(text, at.From)
			if strings.Contains(at.Message, "EOF") {
				return nil, &FormulaError{Err: ErrUnfinished, Part: text}
			}
		}
		return nil, &FormulaError{Err: ErrSyntax, Part: part}
	}
	return formulaParser{text: []rune(text), catalog: c}.node(tree.Node)
}

// behind returns text from the i-th character on, the whole where nothing is there.
func behind(text string, i int) string {
	runes := []rune(text)
	if i < 0 || i >= len(runes) {
		return text
	}
	return string(runes[i:])
}

// A formulaParser turns the tree of the library into ours.
type formulaParser struct {
	text    []rune
	catalog *data.Catalog
}

// node returns n as a part of a formula.
func (p formulaParser) node(n ast.Node) (node, error) {
	switch n := n.(type) {
	case *ast.IntegerNode:
		return constant(n.Value), nil
	case *ast.FloatNode:
		return constant(n.Value), nil
	case *ast.UnaryNode:
		return p.unary(n)
	case *ast.BinaryNode:
		return p.binary(n)
	case *ast.IdentifierNode, *ast.StringNode, *ast.MemberNode:
		return p.leaf(n)
	case *ast.CallNode:
		if name, ok := n.Callee.(*ast.IdentifierNode); ok {
			return p.call(name.Value, n.Arguments)
		}
	case *ast.BuiltinNode:
		return p.call(n.Name, n.Arguments)
	}
	return nil, &FormulaError{Err: ErrSyntax, Part: behind(string(p.text), n.Location().From)}
}

// unary returns a sign before a part.
func (p formulaParser) unary(n *ast.UnaryNode) (node, error) {
	of, err := p.node(n.Node)
	if err != nil || n.Operator == "+" {
		return of, err
	}
	if c, ok := of.(constant); ok && n.Operator == "-" {
		return -c, nil
	}
	if n.Operator != "-" {
		return nil, &FormulaError{Err: ErrSyntax, Part: n.Operator}
	}
	return binary{"·", constant(-1), of}, nil
}

// binary returns a sign between two parts.
func (p formulaParser) binary(n *ast.BinaryNode) (node, error) {
	signs := map[string]string{"+": "+", "-": "−", "*": "·", "/": "/"}
	sign, ok := signs[n.Operator]
	if !ok {
		return nil, &FormulaError{Err: ErrSyntax, Part: n.Operator, Choices: []string{"+", "-", "*", "/"}}
	}
	a, err := p.node(n.Left)
	if err != nil {
		return nil, err
	}
	b, err := p.node(n.Right)
	if err != nil {
		return nil, err
	}
	return binary{sign, a, b}, nil
}

// formulaFunctions are the functions of a formula with the arguments that they take.
var formulaFunctions = []string{"lag(x, n)", "yearago(x)", "mean(g₁, g₂, …)", "deflate(g, i)", "abs(x)"}

// call returns a function of parts.
func (p formulaParser) call(name string, arguments []ast.Node) (node, error) {
	of := make([]node, len(arguments))
	for i, a := range arguments {
		var err error
		if of[i], err = p.node(a); err != nil {
			return nil, err
		}
	}
	wrong := &FormulaError{Err: ErrArguments, Part: name, Choices: formulaFunctions}
	switch name {
	case "lag":
		if len(of) != 2 {
			return nil, wrong
		}
		n, ok := of[1].(constant)
		if !ok || n < 1 || n != constant(int(n)) || n > mostLag {
			return nil, wrong
		}
		return shifted{name, of[0], int(n)}, nil
	case "yearago":
		if len(of) != 1 {
			return nil, wrong
		}
		return shifted{name, of[0], 0}, nil
	case "mean":
		if len(of) < 2 {
			return nil, wrong
		}
		return call{name, of, growthMean}, nil
	case "deflate":
		if len(of) != 2 {
			return nil, wrong
		}
		return call{name, of, deflatedOf}, nil
	case "abs":
		if len(of) != 1 {
			return nil, wrong
		}
		return call{name, of, absOf}, nil
	}
	return nil, &FormulaError{Err: ErrFunction, Part: name, Choices: formulaFunctions}
}

// mostLag bounds how many periods a formula looks back.
const mostLag = 1000

// leaf returns an indicator with what follows it.
func (p formulaParser) leaf(n ast.Node) (node, error) {
	words, err := p.words(n)
	if err != nil {
		return nil, err
	}
	l := &leaf{symbol: strings.Join(words, "."), indicator: words[0]}
	ind, ok := p.catalog.FindIndicator(words[0])
	if ok {
		l.indicator = ind.Code
	}
	for _, w := range words[1:] {
		if !l.say(w, ind, p.catalog) {
			return nil, &FormulaError{Err: ErrWord, Part: w, Choices: spokenWords()}
		}
	}
	l.open()
	return l, nil
}

// words returns an indicator and what follows it, word for word.
func (p formulaParser) words(n ast.Node) ([]string, error) {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		return []string{n.Value}, nil
	case *ast.StringNode:
		return []string{n.Value}, nil
	case *ast.MemberNode:
		before, err := p.words(n.Node)
		if err != nil {
			return nil, err
		}
		last, err := p.words(n.Property)
		return append(before, last...), err
	}
	return nil, &FormulaError{Err: ErrSyntax, Part: behind(string(p.text), n.Location().From)}
}

// A spoken word says which measure, span or reference is meant.
type spoken struct {
	words     []string
	measure   []data.Measure
	span      []data.Span
	reference data.Reference
}

// vocabulary returns the words that may follow an indicator beside items and regions.
func vocabulary() []spoken {
	return []spoken{
		{words: []string{"level", "水平", "总量", "绝对量"}, measure: []data.Measure{data.Level}},
		{words: []string{"growth", "增速", "增长"}, measure: []data.Measure{data.Growth}},
		{words: []string{"index", "指数"}, measure: []data.Measure{data.Index}},
		{words: []string{"share", "比重"}, measure: []data.Measure{data.Share}},
		{words: []string{"points", "拉动"}, measure: []data.Measure{data.Points}},
		{words: []string{"change", "变化"}, measure: []data.Measure{data.Change}},
		{words: []string{"count", "个数"}, measure: []data.Measure{data.Count}},
		{words: []string{"current", "当期", "当月", "当季"}, span: []data.Span{data.Current}},
		{words: []string{"cumulative", "累计"}, span: []data.Span{data.Cumulative}},
		{words: []string{"point", "期末"}, span: []data.Span{data.Point}},
		{words: []string{"yoy", "同比"}, reference: data.YearAgo},
		{words: []string{"mom", "环比"}, reference: data.PreviousPeriod},
	}
}

// spokenWords returns the words of the vocabulary, one of each kind.
func spokenWords() []string {
	var out []string
	for _, v := range vocabulary() {
		out = append(out, v.words[0])
	}
	return out
}

// say takes in a word that follows an indicator, and reports whether it means
// something.
func (l *leaf) say(word string, ind data.Indicator, c *data.Catalog) bool {
	for _, v := range vocabulary() {
		if slices.Contains(v.words, word) {
			if v.measure != nil {
				l.measure = v.measure
			}
			if v.span != nil {
				l.span = v.span
			}
			l.reference = max(l.reference, v.reference)
			return true
		}
	}
	if it, ok := c.FindItemOf(ind, word, data.Branch, data.Total, data.Product); ok {
		l.item = it.Code
		return true
	}
	if it, ok := c.FindItem(word); ok {
		l.item = it.Code
		return true
	}
	if r, ok := c.FindRegion(word); ok {
		l.region = r.Code
		return true
	}
	return false
}

// open leaves open what was not said.
func (l *leaf) open() {
	if l.measure == nil {
		l.measure = []data.Measure{data.Level, data.Growth, data.Index, data.Share, data.Points, data.Change, data.Count}
	}
	if l.span == nil {
		l.span = []data.Span{data.Current, data.Cumulative, data.Point}
	}
}
