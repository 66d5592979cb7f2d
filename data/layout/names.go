package layout

import (
	"strings"

	"yunxing/data"
)

// names finds the names of the catalogue inside of labels.
type names struct {
	cat        *data.Catalog
	indicators map[string]string // by folded name
	longest    int               // runes of the longest of them
	groups     []string          // folded names of groups, longest first
	scopes     []scopeName       // that a title may restrict a table to
}

// newNames returns the names of a catalogue.
func newNames(cat *data.Catalog) *names {
	n := &names{cat: cat, indicators: map[string]string{}, scopes: scopeNames(cat)}
	for _, ind := range cat.Indicators() {
		for _, s := range append([]string{ind.Zh, ind.En, ind.ShortZh, ind.ShortEn}, ind.Aliases...) {
			f := data.Fold(s)
			if len([]rune(f)) < 2 || !hasHan(f) && n.isItem(f) {
				continue // Manufacturing is an item before it is its value added
			}
			n.indicators[f] = ind.Code
			n.longest = max(n.longest, len([]rune(f)))
		}
	}
	for _, g := range cat.Groups() {
		n.groups = append(n.groups, data.Fold(g.Zh))
	}
	return n
}

// A resolved is what a name without period, unit and words turns out to be.
type resolved struct {
	indicators []string // codes, in the order of the text
	region     string
	item       string // a name, known or printed
	known      bool   // item is in the catalogue
	rest       string // what is none of these; "" if all is explained
}

// resolve returns what s names. Rest is s itself unless all of it is explained.
func (n *names) resolve(s string) resolved { return n.resolveIn(s, 0) }

// resolveIn is resolve for a part of a name, so many steps down. What follows a
// region is not searched for another one, or a text of nothing but regions would
// take forever.
func (n *names) resolveIn(s string, depth int) resolved {
	s = strings.Trim(s, " :_-·,，、;；/|")
	f := data.Fold(s)
	if f == "" || f == "实际" || f == "实绩" || f == "指数" || noiseless(f) == "" {
		return resolved{}
	}
	if r, ok := n.exact(f, s); ok {
		return r
	}
	if depth == 0 {
		if r, ok := n.segments(s); ok {
			return r
		}
	}
	if depth < 2 {
		if r, ok := n.prefixed(s); ok {
			return r
		}
	}
	if r, ok := n.within(f, s); ok {
		return r
	}
	if bare := noiseless(f); bare != f && len([]rune(bare)) > 1 {
		if r, ok := n.exact(bare, bare); ok {
			return r
		}
	}
	return resolved{rest: s}
}

// exact returns what the whole of a name is.
func (n *names) exact(folded, printed string) (resolved, bool) {
	if code, ok := n.indicators[folded]; ok {
		return resolved{indicators: []string{code}, region: n.leading(folded)}, true
	}
	if r, ok := n.cat.FindRegion(folded); ok {
		return resolved{region: r.Code}, true
	}
	if n.isItem(folded) {
		out := resolved{item: printed, known: true}
		if code := n.indicators["产量"]; code != "" && strings.HasSuffix(folded, "产量") {
			out.indicators = []string{code}
		}
		return out, true
	}
	return resolved{}, false
}

// leading returns the nation where a name that is known as a whole begins with it:
// 全国工业产能利用率.
func (n *names) leading(folded string) string {
	if rest, ok := strings.CutPrefix(folded, "全国"); ok && rest != "" {
		if r, ok := n.cat.FindRegion("全国"); ok {
			return r.Code
		}
	}
	return ""
}

// inTitle returns the region that a title begins with, whatever follows.
func (n *names) inTitle(s string) string {
	r := []rune(strings.TrimLeft(s, "0123456789-年月季度上下半前一二三四 "))
	for i := min(len(r)-2, 12); i >= 2; i-- {
		if reg, ok := n.cat.FindRegion(string(r[:i])); ok {
			return reg.Code
		}
	}
	return ""
}

// isItem reports whether a name is that of an item of any kind.
func (n *names) isItem(folded string) bool {
	_, ok := n.cat.FindItem(folded, allKinds()...)
	return ok
}

// allKinds returns the kinds of item in the order in which a name is looked up
// where nothing tells which kind is meant.
func allKinds() []data.ItemKind {
	return []data.ItemKind{data.Total, data.Section, data.Branch, data.Sector, data.Size, data.Ownership, data.Asset, data.Product}
}

// segments resolves a name that a vendor composed with colons or underscores.
func (n *names) segments(s string) (resolved, bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(":_|", r) })
	if len(parts) < 2 || len(parts) > 6 {
		return resolved{}, false
	}
	var out resolved
	for _, p := range parts {
		if p == "工业企业" {
			continue // of the indicators that follow it
		}
		r := n.resolveIn(p, 1)
		if r.rest != "" {
			return resolved{}, false
		}
		if !out.join(r) {
			return resolved{}, false
		}
	}
	return out, true
}

// join adds what r names to out, and returns false if both name a region or an
// item.
func (out *resolved) join(r resolved) bool {
	out.indicators = append(out.indicators, r.indicators...)
	switch {
	case r.region != "" && out.region != "" && r.region != out.region, r.item != "" && out.item != "":
		return false
	case r.region != "":
		out.region = r.region
	}
	if r.item != "" {
		out.item, out.known = r.item, r.known
	}
	return true
}

// prefixed resolves a name that begins with that of a region or a group of them:
// 内蒙古规模以上工业增加值. What follows the region must be explained too, except
// after 全国 and full names such as 内蒙古自治区.
func (n *names) prefixed(s string) (resolved, bool) {
	r := []rune(s)
	for i := min(len(r)-1, 12); i >= 2; i-- {
		head := string(r[:i])
		region, ok := n.cat.FindRegion(head)
		group := !ok && n.isGroup(head)
		if !ok && !group {
			continue
		}
		rest := n.resolveIn(string(r[i:]), 2)
		if rest.rest != "" && !group && head != region.FullZh && head != "全国" || rest.region != "" && ok {
			continue
		}
		if ok {
			rest.region = region.Code
		}
		return rest, true
	}
	return resolved{}, false
}

// isGroup reports whether s is the name of a group of regions.
func (n *names) isGroup(s string) bool {
	switch s {
	case "全区", "全省", "全市", "全盟", "全州", "全县", "全旗":
		return true // the region that publishes it
	}
	f := data.Fold(s)
	for _, g := range n.groups {
		if f == g {
			return true
		}
	}
	return false
}

// within resolves a name that holds the name of one or more indicators, if what is
// left of it is explained: 煤炭开采和洗选业利润总额. Of an output anything that is
// left is the product.
func (n *names) within(folded, printed string) (resolved, bool) {
	left, codes := n.take([]rune(folded))
	if len(codes) == 0 {
		return n.addedValue(folded)
	}
	bare := noiseless(left)
	out := resolved{indicators: codes}
	if bare == "" {
		return out, true
	}
	for _, name := range []string{left, bare} { // 和 names nothing, but is in the names of branches
		if r, ok := n.exact(name, name); ok && len(r.indicators) == 0 {
			r.indicators = codes
			return r, true
		}
	}
	if len(codes) == 1 && codes[0] == "output" {
		if product, ok := strings.CutSuffix(printed, "产量"); ok && product != "" {
			out.item, out.known = product, n.isItem(data.Fold(product))
			return out, true
		}
	}
	if item, _, ok := strings.Cut(printed, "对"); ok && len(codes) == 1 && data.Fold(item)+"对" == left {
		return resolved{indicators: codes, item: item, known: n.isItem(data.Fold(item))}, true
	}
	return resolved{}, false
}

// addedValue resolves 规模以上X增加值, whose X is an item, and X增加值, whose X is a
// section or a branch of industry: theirs is published above designated size.
func (n *names) addedValue(folded string) (resolved, bool) {
	item, ok := strings.CutSuffix(folded, "增加值")
	if !ok {
		return resolved{}, false
	}
	kinds := []data.ItemKind{data.Section, data.Branch}
	for _, p := range []string{"规模以上", "规上"} {
		if rest, ok := strings.CutPrefix(item, p); ok {
			item, kinds = rest, allKinds()
		}
	}
	if _, ok := n.cat.FindItem(item, kinds...); !ok {
		return resolved{}, false
	}
	return resolved{indicators: []string{"iva"}, item: item, known: true}, true
}

// take removes the names of indicators from s, the longest first, and returns what
// is left and their codes in the order of the text.
func (n *names) take(s []rune) (left string, codes []string) {
	type hit struct {
		at   int
		code string
	}
	var hits []hit
	for size := min(n.longest, len(s)); size >= 2; size-- {
		for i := 0; i+size <= len(s); i++ {
			code, ok := n.indicators[string(s[i:i+size])]
			if !ok || !hasHan(string(s[i:i+size])) {
				continue
			}
			hits = append(hits, hit{i, code})
			for j := i; j < i+size; j++ {
				s[j] = ' '
			}
		}
	}
	for at := range s {
		for _, h := range hits {
			if h.at == at && (len(codes) == 0 || codes[len(codes)-1] != h.code) {
				codes = append(codes, h.code)
			}
		}
	}
	return strings.Join(strings.Fields(string(s)), ""), codes
}

// noiseless returns a folded name without the words that name nothing.
func noiseless(s string) string {
	for _, w := range noiseWords() {
		s = strings.ReplaceAll(s, w, "")
	}
	return strings.Trim(s, "()<>《》\"“”,.:;-_/ 0123456789")
}

// noiseWords returns words of titles and headings that name no indicator, region
// or item, the longer before those that they contain; all are folded.
func noiseWords() []string {
	return []string{
		"规模以上", "分行业大类", "主要行业", "工业行业", "分行业", "分地区", "分省区市", "分省", "分盟市", "各省区市", "各省市区", "各地区", "各盟市", "各旗县区", "各旗县", "各县市区", "各县区", "各区县", "各市县", "各县市", "各市州", "各设区市", "各地市", "各省", "各市", "省区市", "盟市",
		"工业经济运行", "工业经济", "经济运行", "生产运行", "统计月报", "统计季报", "统计年报", "统计快报", "统计年鉴", "统计公报", "统计资料", "月报", "快报", "简报",
		"主要产品", "主要指标", "主要", "完成情况", "增长情况", "运行情况", "情况", "统计表", "统计", "月度数据", "季度数据", "年度数据", "数据", "一览表", "汇总表", "汇总", "续表",
		"指标", "数值", "本期", "名称", "项目", "按", "大类", "对比", "变化", "走势", "实现", "完成", "其中", "部分", "各地", "及其", "和其", "月度", "季度", "年度", "全年",
		"规上", "地区", "行业", "产品", "表", "分", "各", "和", "与", "月", "年", "值", "数", "额", "第", "增", "总量", "单位", "value", "obs_value",
	}
}
