package chart

import (
	"context"
	"math"

	"yunxing/data"
	"yunxing/ui/brief"
)

// buildMap draws the growth of the parts of the region where they lie: provinces
// for the nation, leagues for Inner Mongolia.
func buildMap(ctx context.Context, d *draft) (*Figure, error) {
	r, err := d.desk.Leagues(ctx)
	if err != nil {
		return nil, err
	}
	parts := d.desk.Catalog().Regions(d.desk.Selection().Region)
	return d.mapOf(r, parts, d.region())
}

// buildProvinces draws the growth of the group of the region on the map of all
// provinces.
func buildProvinces(ctx context.Context, d *draft) (*Figure, error) {
	r, err := d.desk.Ranking(ctx)
	if err != nil {
		return nil, err
	}
	return d.mapOf(r, d.desk.Catalog().Regions(nation), d.p.Group(r.Group))
}

// nation is the code of the nation.
const nation = "000000"

// mapOf draws an order of regions on the map of parts. Its error is ErrNothing
// where the map of the parts is not known.
func (d *draft) mapOf(r brief.Ranking, parts []data.Region, name string) (*Figure, error) {
	m := Map{Centre: math.NaN(), Words: Words{
		Headline: d.ends(r),
		Subtitle: d.p.Text("chart.map.subtitle", "name", name, "period", d.period()),
		Caption:  d.p.Text("chart.map.caption", "name", name, "period", d.period()),
	}}
	if r.Nation.Known() {
		m.Centre = r.Nation.Value
	}
	own := d.desk.Selection().Region
	for _, part := range parts {
		at, ok := fieldOf(part.Code)
		if !ok {
			continue
		}
		m.Tiles = append(m.Tiles, Tile{Name: d.p.Region(part), Value: d.value(growthOf(r, part.Code)), Col: at[0], Row: at[1], Strong: part.Code == own})
	}
	if r.Nation.Known() {
		d.note(d.p.Text("chart.map.centre", "value", d.p.Percent(r.Nation)))
	} else {
		d.note(d.p.Text("chart.map.mean"))
	}
	d.noteRanking(r)
	return m.Figure()
}

// fieldOf returns the column and the row of a region in the grid of its map: about
// where it lies, no two in one field.
func fieldOf(code string) ([2]int, bool) {
	grid := map[string][2]int{
		"230000": {8, 0},
		"150000": {5, 1}, "210000": {7, 1}, "220000": {8, 1},
		"650000": {0, 2}, "620000": {2, 2}, "640000": {3, 2}, "140000": {4, 2}, "130000": {5, 2}, "110000": {6, 2}, "120000": {7, 2},
		"540000": {0, 3}, "630000": {1, 3}, "610000": {3, 3}, "410000": {4, 3}, "370000": {6, 3},
		"510000": {2, 4}, "500000": {3, 4}, "420000": {4, 4}, "340000": {5, 4}, "320000": {6, 4}, "310000": {7, 4},
		"530000": {2, 5}, "520000": {3, 5}, "430000": {4, 5}, "360000": {5, 5}, "330000": {6, 5},
		"450000": {3, 6}, "440000": {4, 6}, "350000": {5, 6},
		"460000": {3, 7},

		"150700": {6, 0},
		"150800": {1, 1}, "150200": {2, 1}, "150900": {3, 1}, "152500": {4, 1}, "152200": {6, 1},
		"152900": {0, 2}, "150300": {1, 2}, "150600": {2, 2}, "150100": {3, 2}, "150400": {5, 2}, "150500": {6, 2},
	}
	at, ok := grid[code]
	return at, ok
}
