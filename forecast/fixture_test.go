package forecast

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fixtureDir holds reference results of R's forecast package.
const fixtureDir = "../../shared/forecast/reference/fixtures"

// A fixture is one series with R's results.
type fixture struct {
	ID        string `json:"series_id"`
	Frequency int
	Y         []float64
	ETS       []etsReference
	Auto      etsReference `json:"ets_auto"`
	HWA       hwReference  `json:"HoltWinters_additive"`
	HWM       hwReference  `json:"HoltWinters_multiplicative"`
	HWFixedA  hwReference  `json:"HoltWinters_fixed_additive"`
	HWFixedM  hwReference  `json:"HoltWinters_fixed_multiplicative"`
	Theta     struct {
		Mean, Lo80, Hi80, Lo95, Hi95 []float64
		Drift                        float64
	} `json:"thetaf"`
	SNaive struct {
		Mean, Lo80, Hi80, Lo95, Hi95 []float64
		SD                           float64
	} `json:"snaive"`
	STLF struct {
		Method           string
		Mean, Lo95, Hi95 []float64
	}
	Naive2 []float64
}

type etsReference struct {
	Model                                string
	Damped                               bool
	Method                               string
	Par                                  map[string]float64
	Loglik, AICc, Sigma2                 float64
	Mean, Lo80, Hi80, Lo95, Hi95, Fitted []float64
}

type hwReference struct {
	Alpha, Beta, Gamma, SSE float64
	Forecast                []float64
	Coefficients            map[string]float64
}

// fixtures reads every reference, or skips.
func fixtures(t testing.TB) []fixture {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(fixtureDir, "*.json"))
	if len(files) == 0 {
		t.Skip("the reference results are not beside the repository")
	}
	var out []fixture
	for _, name := range files {
		if strings.HasSuffix(name, "tempdisagg.json") {
			continue
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var f fixture
		if err := json.Unmarshal(raw, &f); err != nil {
			t.Logf("%s: %v", name, err)
		}
		if f.ID == "" {
			f.ID = filepath.Base(name)
		}
		out = append(out, f)
	}
	return out
}

// gap returns the largest relative difference of two paths.
func gap(a, b []float64) float64 {
	if len(a) != len(b) {
		return math.Inf(1)
	}
	worst := 0.0
	for i := range a {
		worst = max(worst, math.Abs(a[i]-b[i])/(math.Abs(b[i])+1e-9))
	}
	return worst
}
