package report

import (
	"yunxing/data"
	"yunxing/stats"
	"yunxing/ui/i18n"
)

// Rank returns a place in a group: 居全国第10位.
func Rank(p i18n.Printer, group string, rank data.Number) []Run {
	if !rank.Known() {
		return Say(p, "wording.rank-unknown", Word("group", group))
	}
	return Say(p, "wording.rank", Word("group", group), Num("place", p.Ordinal(int(rounded(rank))), rank))
}

// RankChange returns how a place has moved since an earlier one. The first place
// is the highest, so that from 15th to 10th is up by five: 较上年同期上升5位.
func RankChange(p i18n.Printer, now data.Number, then Earlier) []Run {
	d := stats.Difference(now, then.Number)
	if !d.Known() {
		return Say(p, "wording.against-missing", Word("names", then.When))
	}
	size := Token(p.Size(d), d)
	switch v := rounded(d); {
	case v < 0:
		return Say(p, "wording.rank-up", Word("when", then.When), Phrase("d", size))
	case v > 0:
		return Say(p, "wording.rank-down", Word("when", then.When), Phrase("d", size))
	}
	return Say(p, "wording.rank-same", Word("when", then.When))
}
