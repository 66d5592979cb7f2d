package forecast

// An armaFilter computes the innovations of series that follow a stationary
// process. It uses that the predicted covariance of the state changes by a matrix
// of rank one from period to period, so that a period costs as much as the state
// has elements, not their square:
//
//	P_{t+1} = P_t − w_t w_t'/F_t
//
// Reference: M. Morf, G. S. Sidhu, T. Kailath, "Some new algorithms for recursive
// estimation in constant, linear, discrete-time systems", 1974.
type armaFilter struct {
	moments armaMoments
	gain    []float64 // T P Z'
	change  []float64 // w, with a zero behind it
	states  [][]float64
	errors  []float64
}

// run hands the innovations of series, which have no gaps, to g: the first series
// is the one that is explained, the others are regressors. It is false if the
// process is not usable.
func (f *armaFilter) run(w *arma, series [][]float64, g *gls) bool {
	r := len(w.phi)
	first := f.moments.column(w)
	variance := first[0]
	if !(variance > 0 && variance < 1e14) {
		return false
	}
	f.reset(w, first, len(series))
	moving := true
	for t := range series[0] {
		for c, s := range series {
			f.errors[c] = s[t] - f.states[c][0]
		}
		g.add(f.errors, variance)
		for c, a := range f.states {
			forward(a[:r+1], w.phi[:r], f.gain[:r], f.errors[c]/variance)
		}
		if moving {
			variance, moving = f.advance(w, variance)
			if !(variance > 0) {
				return false
			}
		}
	}
	return true
}

// forward moves the state a by one period with the scaled innovation k.
func forward(a, phi, gain []float64, k float64) {
	phi, a0 := phi[:len(gain)], a[0]
	for i, g := range gain {
		a[i] = phi[i]*a0 + a[i+1] + g*k
	}
}

// reset prepares the memory for n series.
func (f *armaFilter) reset(w *arma, first []float64, n int) {
	r := len(w.phi)
	f.gain = append(f.gain[:0], make([]float64, r)...)
	for i := range r {
		f.gain[i] = w.phi[i] * first[0]
		if i+1 < r {
			f.gain[i] += first[i+1]
		}
	}
	f.change = append(append(f.change[:0], f.gain...), 0)
	for len(f.states) < n {
		f.states = append(f.states, nil)
	}
	f.states = f.states[:n]
	for c := range f.states {
		f.states[c] = append(f.states[c][:0], make([]float64, r+1)...)
	}
	f.errors = append(f.errors[:0], make([]float64, n)...)
}

// advance updates variance, gain and change by one period, and reports whether
// they still move.
func (f *armaFilter) advance(w *arma, variance float64) (float64, bool) {
	gain := f.gain
	phi, change := w.phi[:len(gain)], f.change[:len(gain)+1]
	w0 := change[0]
	q, size := w0/variance, 0.0
	for i, k := range gain {
		turned := phi[i]*w0 + change[i+1]
		gain[i] = k - turned*q
		left := turned - k*q
		change[i] = left
		size += left * left
	}
	return variance - w0*q, size > 1e-13
}
