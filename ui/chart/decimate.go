package chart

// decimate thins a curve of more than two points a step to the first, least,
// greatest and last of each step, in their order, so that the picture stays the
// same. Points are sorted by x.
func decimate(pts []point, step float64) []point {
	n := len(pts)
	if n < 5 || step <= 0 || float64(n) <= 2*(pts[n-1].x-pts[0].x)/step {
		return pts
	}
	out := make([]point, 0, n/4)
	for i := 0; i < n; {
		end := pts[i].x + step
		j, lo, hi := i, i, i
		for ; j < n && pts[j].x < end; j++ {
			if pts[j].y < pts[lo].y {
				lo = j
			}
			if pts[j].y > pts[hi].y {
				hi = j
			}
		}
		last := -1
		for _, k := range [4]int{i, min(lo, hi), max(lo, hi), j - 1} {
			if k > last {
				out = append(out, pts[k])
				last = k
			}
		}
		i = max(j, i+1)
	}
	return out
}
