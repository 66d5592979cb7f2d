package sheet

import "testing"

func TestParseFormat(t *testing.T) {
	for code, want := range map[string]format{
		"0":                         {digits: 0},
		"0.0":                       {digits: 1},
		"0.00_ ":                    {digits: 2},
		"#,##0.0":                   {digits: 1},
		"0.0_);[Red]\\(0.00\\)":     {digits: 1},
		"#,##0.00;-#,##0":           {digits: 2},
		"0.0%":                      {digits: 1, percent: true},
		"0.##":                      {digits: -1},
		"General":                   {digits: -1},
		"@":                         {digits: -1},
		"0.00E+00":                  {digits: -1},
		"# ?/?":                     {digits: -1},
		"#,##0.0,":                  {digits: -1},
		"yyyy\"年\"m\"月\"":           {digits: -1, date: true},
		"[$-804]yyyy\\-mm;@":        {digits: -1, date: true},
		"[DBNum1]m月":                {digits: -1, date: true},
		"mmm-yy":                    {digits: -1, date: true},
		"[h]:mm":                    {digits: -1, date: true},
		"_ * #,##0.00_ ;_ * -#,##0": {digits: 2},
		"0.0\"万吨\"":                 {digits: 1},
	} {
		if got := parseFormat(code); got != want {
			t.Errorf("%q is %+v, want %+v", code, got, want)
		}
	}
}
