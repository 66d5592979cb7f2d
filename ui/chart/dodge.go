package chart

import (
	"cmp"
	"slices"
)

// Span is a label that wants to stand at Want and takes Size along one
// direction. Higher Keep stays longer when room is short.
type Span struct {
	Want, Size float64
	Keep       int
}

// Dodge moves labels apart so that none overlap and all lie between lo and hi,
// with the least sum of squared shifts. It returns the new centres in the order
// given and which labels are kept: where they cannot all fit, the ones with the
// least Keep go first, and among equals the later.
func Dodge(labels []Span, lo, hi float64) (at []float64, kept []bool) {
	at, kept = make([]float64, len(labels)), make([]bool, len(labels))
	order := fitting(labels, hi-lo)
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(labels[a].Want, labels[b].Want) })
	for i, c := range settle(labels, order, lo, hi) {
		at[order[i]], kept[order[i]] = c, true
	}
	return at, kept
}

// fitting returns the labels, most important first, that fit into room.
func fitting(labels []Span, room float64) []int {
	order := make([]int, len(labels))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(labels[b].Keep, labels[a].Keep) })
	var out []int
	used := 0.0
	for _, i := range order {
		if used+labels[i].Size <= room+1e-6 {
			used += labels[i].Size
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// block is a run of labels that touch; want is the mean of the starts that its
// labels would like the run to have.
type block struct {
	first, n   int
	want, size float64
}

// settle returns centres for labels sorted by what they want: adjacent runs
// that overlap are pooled (isotonic regression), then pressed between lo and hi.
func settle(labels []Span, order []int, lo, hi float64) []float64 {
	var blocks []block
	for i, j := range order {
		l := labels[j]
		blocks = append(blocks, block{first: i, n: 1, want: l.Want - l.Size/2, size: l.Size})
		blocks = pool(blocks, lo, hi)
	}
	out := make([]float64, len(order))
	for _, b := range blocks {
		at := clamp(b.want, lo, hi-b.size)
		for i := b.first; i < b.first+b.n; i++ {
			size := labels[order[i]].Size
			out[i] = at + size/2
			at += size
		}
	}
	return out
}

// pool joins the last blocks as long as they overlap.
func pool(blocks []block, lo, hi float64) []block {
	for len(blocks) > 1 {
		a, b := blocks[len(blocks)-2], blocks[len(blocks)-1]
		if clamp(a.want, lo, hi-a.size)+a.size <= clamp(b.want, lo, hi-b.size)+1e-9 {
			break
		}
		n := float64(a.n + b.n)
		want := (a.want*float64(a.n) + (b.want-a.size)*float64(b.n)) / n
		blocks = append(blocks[:len(blocks)-2], block{first: a.first, n: a.n + b.n, want: want, size: a.size + b.size})
	}
	return blocks
}

// clamp returns v pressed between lo and hi; lo wins where they cross.
func clamp(v, lo, hi float64) float64 { return max(lo, min(v, hi)) }
