package chart

import "image/color"

// inks builds the table of a theme: colours by role with the widths, markers
// and dashes that all themes share, so that a series can be told apart without
// its colour.
func inks(colours, words [roles]color.NRGBA) [roles]Ink {
	var t [roles]Ink
	for r := range t {
		t[r] = Ink{Color: colours[r], Text: words[r], Width: 1.4, Marker: Dot}
	}
	t[Accent].Width = 2.2
	t[Second].Marker, t[Second].Hatch = Square, Rising
	t[Third].Marker, t[Third].Dash, t[Third].Hatch = Triangle, []float64{6, 2}, Falling
	t[Fourth].Marker, t[Fourth].Dash, t[Fourth].Hatch = Diamond, []float64{5, 2, 1.2, 2}, Level
	t[Fifth].Marker, t[Fifth].Dash, t[Fifth].Hatch = OpenSquare, []float64{2.4, 1.6}, Crossed
	t[Coal].Marker, t[Coal].Width = OpenDiamond, 1.6
	t[Rest].Marker, t[Rest].Hatch = OpenTriangle, RisingFar
	t[Prior].Marker = Ring
	t[Context].Width = 1
	t[Context].Marker = Ring
	t[Target].Width, t[Target].Dash = 0.9, []float64{4, 2}
	t[Total].Width, t[Total].Marker = 1.8, Diamond
	return t
}

// report is the default, blue and orange on white.
func report(fonts *Fonts) Style {
	c := [roles]color.NRGBA{
		Accent: hex(0x0B5CAD), Second: hex(0xD9730D), Third: hex(0x3C8D5A),
		Fourth: hex(0x7A4EA3), Fifth: hex(0x00828A), Coal: hex(0x404040),
		Rest: hex(0xBFBFBF), Prior: hex(0x595959), Context: hex(0xBFBFBF),
		Target: hex(0xB4440A), Total: hex(0x1A1A1A),
	}
	words := c
	words[Second], words[Third] = hex(0xA8540A), hex(0x2C7347)
	words[Rest], words[Context] = hex(0x6B6B6B), hex(0x757575)
	return Style{
		ID: "report", Fonts: fonts, Metrics: printMetrics(), Inks: inks(c, words),
		Paper: hex(0xFFFFFF), Text: hex(0x1A1A1A), Muted: hex(0x595959),
		Grid: hex(0xD9D9D9), Zero: hex(0x595959),
		Zone: [3]color.NRGBA{hex(0xF4F4F4), hex(0xEAEAEA), hex(0xDFDFDF)},
		Low:  hex(0x0072B2), Mid: hex(0xF4F4F4), High: hex(0xD55E00), Tint: 0.35,
		BandAlpha: [3]float64{0.13, 0.20, 0.26},
	}
}

// grey survives the photocopier: luminance steps, dashes and patterns.
func grey(fonts *Fonts) Style {
	c := [roles]color.NRGBA{
		Accent: hex(0x000000), Second: hex(0x777777), Third: hex(0x4D4D4D),
		Fourth: hex(0x9E9E9E), Fifth: hex(0x636363), Coal: hex(0x404040),
		Rest: hex(0xCFCFCF), Prior: hex(0x5A5A5A), Context: hex(0xB0B0B0),
		Target: hex(0x303030), Total: hex(0x000000),
	}
	words := c
	words[Second], words[Fourth] = hex(0x606060), hex(0x6B6B6B)
	words[Rest], words[Context] = hex(0x6B6B6B), hex(0x6E6E6E)
	s := report(fonts)
	s.ID, s.Inks = "grey", inks(c, words)
	s.Inks[Second].Dash = []float64{4, 2}
	s.Inks[Context].Dash = []float64{1.2, 1.6}
	s.Text, s.Low, s.Mid, s.High, s.Tint = hex(0x000000), hex(0xFFFFFF), hex(0xE0E0E0), hex(0x7A7A7A), 0.7
	s.HatchBars = true
	return s
}

// safe is told apart by every eye: the colours of Okabe and Ito, with dashes and
// patterns besides.
func safe(fonts *Fonts) Style {
	c := [roles]color.NRGBA{
		Accent: hex(0x0072B2), Second: hex(0xD55E00), Third: hex(0x009E73),
		Fourth: hex(0xCC79A7), Fifth: hex(0x56B4E9), Coal: hex(0x404040),
		Rest: hex(0xBFBFBF), Prior: hex(0x595959), Context: hex(0xBFBFBF),
		Target: hex(0x8A3D00), Total: hex(0x000000),
	}
	words := c
	words[Second], words[Third] = hex(0xB04E00), hex(0x007756)
	words[Fourth], words[Fifth] = hex(0xA04878), hex(0x1F6E9E)
	words[Rest], words[Context] = hex(0x6B6B6B), hex(0x757575)
	s := report(fonts)
	s.ID, s.Inks = "safe", inks(c, words)
	s.Inks[Second].Dash = []float64{4, 2}
	s.HatchBars = true
	return s
}

// dark is for the window at night.
func dark(fonts *Fonts) Style {
	c := [roles]color.NRGBA{
		Accent: hex(0x5FB0F5), Second: hex(0xF2A154), Third: hex(0x7CC796),
		Fourth: hex(0xC29BE6), Fifth: hex(0x4FC3C9), Coal: hex(0x9A9A9A),
		Rest: hex(0x5C6268), Prior: hex(0xB8BEC4), Context: hex(0x6B7279),
		Target: hex(0xF29A6B), Total: hex(0xF2F2F2),
	}
	words := c
	words[Rest], words[Context] = hex(0x9EA5AC), hex(0x979EA6)
	s := report(fonts)
	s.ID, s.Inks = "dark", inks(c, words)
	s.Paper, s.Text, s.Muted = hex(0x1B1F24), hex(0xECEFF1), hex(0xAEB5BC)
	s.Grid, s.Zero = hex(0x363C43), hex(0x9AA1A8)
	s.Zone = [3]color.NRGBA{hex(0x23282E), hex(0x2B3138), hex(0x343B43)}
	s.Low, s.Mid, s.High = hex(0x56B4E9), hex(0x23282E), hex(0xE08A4A)
	s.BandAlpha = [3]float64{0.16, 0.24, 0.32}
	return s
}

// presentation is for a slide 300 mm wide, read from the back of a room.
func presentation(fonts *Fonts) Style {
	s := report(fonts)
	s.ID = "presentation"
	s.Metrics = Metrics{
		Headline: 22, Subtitle: 17, Axis: 16, Label: 17, Source: 12, Caption: 16,
		Leading: 1.25, MarginMM: 4, MarkerMM: 3.4, Hairline: 0.6, Zero: 1.4,
		BarShare: 0.7, NarrowMM: 200, NarrowScale: 0.6,
	}
	for r := range s.Inks {
		s.Inks[r].Width *= 1.8
		s.Inks[r].Dash = times(s.Inks[r].Dash, 1.8)
	}
	return s
}

// times returns the lengths multiplied by k.
func times(dash []float64, k float64) []float64 {
	var out []float64
	for _, d := range dash {
		out = append(out, d*k)
	}
	return out
}
