package data_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yunxing/data"
)

// catalog returns the catalogue that the program carries.
func catalog(t testing.TB) *data.Catalog {
	t.Helper()
	c, err := data.LoadCatalog(os.DirFS("../assets/catalog"))
	if err != nil {
		t.Fatal("the catalogue of the program does not load: ", err)
	}
	return c
}

func ExampleLoadCatalog() {
	c, err := data.LoadCatalog(os.DirFS("../assets/catalog"))
	if err != nil {
		fmt.Println(err)
		return
	}
	region, _ := c.FindRegion("内蒙古自治区")
	item, _ := c.FindItem("化学原料及化学制品制造业")
	fmt.Println(region.Code, region.Zh, region.En)
	fmt.Println(item.Code, item.Zh, item.GB2002, item.GB2017)
	for _, r := range c.Members("west12", 2013)[:3] {
		fmt.Print(r.Zh, " ")
	}
	fmt.Println()
	// Output:
	// 150000 内蒙古 Inner Mongolia
	// chemicals 化学原料和化学制品制造业 26 26
	// 内蒙古 广西 重庆
}

func ExampleFold() {
	fmt.Println(data.Fold("电力、热力的生产　及供应业（%）"))
	// Output: 电力热力生产和供应业(%)
}

func TestFold(t *testing.T) {
	same := [][]string{
		{"化学原料及化学制品制造业", "化学原料和化学制品制造业", " 化学原料和\u00a0化学制品制造业"},
		{"电力、热力的生产和供应业", "电力热力生产和供应业", "电力、 热力\u3000生产及供应业"},
		{"固定资产投资（不含农户）", "固定资产投资(不含农户)", "固定资产投资〔不含农户〕", "固定资产投资[不含农户]"},
		{"ＰＰＩ", "ppi", "P P I"},
		{"Inner Mongolia", "inner\u2009mongolia", "\ufeffINNER MONGOLIA"},
		{"Ｒ＆Ｄ１００％", "r&d100%"},
	}
	seen := map[string]string{}
	for _, group := range same {
		for _, s := range group {
			if got, want := data.Fold(s), data.Fold(group[0]); got != want {
				t.Errorf("two spellings of one name differ: Fold(%q) = %q, not %q", s, got, want)
			}
			if got := data.Fold(data.Fold(s)); got != data.Fold(s) {
				t.Errorf("Fold is not stable: %q becomes %q", data.Fold(s), got)
			}
		}
		if other, ok := seen[data.Fold(group[0])]; ok {
			t.Errorf("two names fold alike: %q and %q", group[0], other)
		}
		seen[data.Fold(group[0])] = group[0]
	}
}

// files returns a small sound catalogue with the lines of file replaced.
func files(file, lines string) fs.FS {
	const (
		indicators = "code,kind,unit,covers,zh,en,short_zh,short_en,aliases,note\n"
		regions    = "code,parent,level,zh,en,full_zh,aliases,note\n"
		items      = "code,parent,kind,gb2002,gb2011,gb2017,zh,en,short_zh,short_en,aliases,note\n"
		groups     = "code,zh,en,region,from,to,note\n"
	)
	text := map[string]string{
		"indicators.csv": indicators + "iva,flow,亿元,industry,增加值,Value added,增,VA,,\n",
		"regions.csv":    regions + "000000,,nation,全国,China,中国,,\n150000,000000,province,内蒙古,Inner Mongolia,内蒙古自治区,蒙,\n",
		"items.csv":      items + "total,,total,,,,总计,Total,总计,Total,合计,\ncoal,total,branch,06,06,06,煤炭业,Coal,煤炭,Coal,,\n",
		"groups.csv":     groups + "all,全部,All,150000,,,\n",
		"publishers.csv": "zh,en\n统计局,Bureau of Statistics\n",
	}
	if lines != "" {
		text[file] += lines
	}
	m := fstest.MapFS{}
	for name, s := range text {
		if name == file && lines == "" {
			continue
		}
		m[name] = &fstest.MapFile{Data: []byte(s)}
	}
	return m
}

func TestLoadCatalogRefuses(t *testing.T) {
	if _, err := data.LoadCatalog(files("groups.csv", "\n")); err != nil {
		t.Fatal("a sound catalogue is refused: ", err)
	}
	for _, c := range []struct{ file, lines, want string }{
		{"items.csv", "", "items.csv: "},
		{"indicators.csv", "ppi,flow\n", "indicators.csv: record on line 3"},
		{"indicators.csv", "iva,rate,,industry,价格,Price,价格,Price,,\n", "indicators.csv:3: code iva is given twice"},
		{"indicators.csv", "ppi,price,,industry,价格,Price,价格,Price,,\n", `indicators.csv:3: unknown kind "price"`},
		{"indicators.csv", "ppi,rate,,all,价格,Price,价格,Price,,\n", "indicators.csv:3: covers is neither"},
		{"indicators.csv", "ppi,rate,,industry,价格,,价格,Price,,\n", "indicators.csv:3: code ppi: a name is empty"},
		{"indicators.csv", "ppi,rate,,industry,价格,Price,价格,Price,PPI|,\n", "indicators.csv:3: code ppi: a name is empty"},
		{"indicators.csv", "PPI,rate,,industry,价格,Price,价格,Price,,\n", `indicators.csv:3: code "PPI" is not made`},
		{"indicators.csv", "ppi,rate,,industry,价格,Price,价格,Price,增 加 值,\n", `indicators.csv:3: "增 加 值" is also the indicator iva`},
		{"regions.csv", "150000,000000,province,甲,A,甲省,,\n", "regions.csv:4: code 150000 is given twice"},
		{"regions.csv", "110000,000000,province,甲,A,甲省,蒙,\n", `regions.csv:4: "蒙" is also the region 150000`},
		{"regions.csv", "150100,150009,league,甲,A,甲市,,\n", `regions.csv:4: unknown parent "150009"`},
		{"regions.csv", "150100,150000,city,甲,A,甲市,,\n", `regions.csv:4: unknown level "city"`},
		{"items.csv", "oil,total,branch,06,,,石油业,Oil,石油,Oil,,\n", "items.csv:4: coal has the code 06 of 2002 too"},
		{"items.csv", "oil,total,branch,,,,石油业,Oil,石油,Oil,,\n", "items.csv:4: branch without a code"},
		{"items.csv", "oil,total,product,07,,,石油,Oil,石油,Oil,,\n", `items.csv:4: "07" is no GB/T 4754 code of a product`},
		{"items.csv", "oil,total,branch,07,,,石油业,Oil,石油,Oil,煤炭 业,\n", `items.csv:4: "煤炭 业" is also the branch coal`},
		{"items.csv", "oil,whole,branch,07,,,石油业,Oil,石油,Oil,,\n", `items.csv:4: unknown parent "whole"`},
		{"publishers.csv", "统计局,Bureau\n", "publishers.csv:3: publisher 统计局 is given twice"},
		{"publishers.csv", "报社,\n", "publishers.csv:3: publisher 报社: a name is empty"},
		{"groups.csv", "all,全部,All,150001,,,\n", `groups.csv:3: unknown region "150001"`},
		{"groups.csv", "all,所有,All,000000,,,\n", "groups.csv:3: group all has another name above"},
		{"groups.csv", "all,全部,All,150000,2000,,\n", "groups.csv:3: region 150000 is twice in group all"},
		{"groups.csv", "old,老,Old,150000,2000,1999,\n", "groups.csv:3: from 2000 to 1999"},
		{"groups.csv", "old,老,Old,150000,soon,,\n", `groups.csv:3: from is no year: "soon"`},
	} {
		_, err := data.LoadCatalog(files(c.file, c.lines))
		if !errors.Is(err, data.ErrCatalog) || !strings.Contains(fmt.Sprint(err), c.want) {
			t.Errorf("%s with %q: got error %v, want one that says %q", c.file, c.lines, err, c.want)
		}
	}
}

func TestLoadCatalogHeader(t *testing.T) {
	m, _ := files("groups.csv", "\n").(fstest.MapFS)
	m["groups.csv"] = &fstest.MapFile{Data: []byte("code,name\n")}
	if _, err := data.LoadCatalog(m); err == nil {
		t.Error("a file with other columns is read")
	}
	m, _ = files("groups.csv", "\n").(fstest.MapFS)
	m["groups.csv"].Data = append([]byte("\ufeff"), m["groups.csv"].Data...)
	if _, err := data.LoadCatalog(m); err != nil {
		t.Error("a byte order mark, as spreadsheets write it, is refused: ", err)
	}
}

// A name that two kinds of item bear must be asked for by kind.
func TestFindItemByKind(t *testing.T) {
	c, err := data.LoadCatalog(files("items.csv", "raw-coal,,product,,,,原煤,Raw coal,原煤,Raw coal,煤炭,\n"))
	if err != nil {
		t.Fatal(err)
	}
	if it, ok := c.FindItem("煤炭"); ok {
		t.Errorf("an ambiguous name is resolved by guessing: %s", it.Code)
	}
	for kind, want := range map[data.ItemKind]string{data.Branch: "coal", data.Product: "raw-coal"} {
		if it, _ := c.FindItem("煤炭", kind); it.Code != want {
			t.Errorf("煤炭 as %v is %q, want %q", kind, it.Code, want)
		}
	}
	if it, _ := c.FindItem("煤炭", data.Size, data.Product, data.Branch); it.Code != "raw-coal" {
		t.Errorf("the kind given first does not win: %q", it.Code)
	}
	if _, ok := c.FindItem("煤炭", data.Asset); ok {
		t.Error("an item of another kind is found")
	}
}

// The row 工业 is the whole of industry, and only a part of GDP or investment.
func TestIndustryRow(t *testing.T) {
	c := catalog(t)
	for code, want := range map[string]string{
		"iva": "total", "utilisation": "total", "ppi": "total", "profit": "total",
		"gdp": "industry", "investment": "industry", "climate": "industry",
	} {
		ind, ok := c.Indicator(code)
		if !ok {
			t.Fatalf("no indicator %s", code)
		}
		if it, _ := c.FindItemOf(ind, "工 业"); it.Code != want {
			t.Errorf("工业 in a table of %s is %q, want %q", code, it.Code, want)
		}
		if it, _ := c.FindItemOf(ind, "制造业"); it.Code != "manufacturing" {
			t.Errorf("制造业 in a table of %s is %q", code, it.Code)
		}
	}
}

// Renamed branches are one item, split, merged and rescoped ones are not.
func TestBranchEditions(t *testing.T) {
	c := catalog(t)
	for edition, n := range map[int]int{2002: 39, 2011: 41, 2017: 41, 1994: 0} {
		list := c.Branches(edition)
		if len(list) != n {
			t.Errorf("GB/T 4754-%d has %d industrial branches here, want %d", edition, len(list), n)
		}
		if !slices.IsSortedFunc(list, func(a, b data.Item) int { return strings.Compare(a.GB(edition), b.GB(edition)) }) {
			t.Errorf("the branches of %d are not in the order of their codes", edition)
		}
	}
	for _, pair := range [][2]string{
		{"开采辅助活动", "开采专业及辅助性活动"},
		{"通信设备、计算机及其他电子设备制造业", "计算机、通信和其他电子设备制造业"},
		{"饮料制造业", "酒、饮料和精制茶制造业"},
		{"废弃资源和废旧材料回收加工业", "废弃资源综合利用业"},
		{"石油加工、炼焦及核燃料加工业", "石油、煤炭及其他燃料加工业"},
		{"电力、燃气及水的生产和供应业", "电力、热力、燃气及水生产和供应业"},
	} {
		a, _ := c.FindItem(pair[0])
		b, _ := c.FindItem(pair[1])
		if a.Code == "" || a.Code != b.Code {
			t.Errorf("a rename breaks the series: %s is %q, %s is %q", pair[0], a.Code, pair[1], b.Code)
		}
	}
	for _, pair := range [][2]string{
		{"交通运输设备制造业", "汽车制造业"},
		{"交通运输设备制造业", "铁路、船舶、航空航天和其他运输设备制造业"},
		{"橡胶制品业", "橡胶和塑料制品业"},
		{"塑料制品业", "橡胶和塑料制品业"},
		{"工艺品及其他制造业", "其他制造业"},
		{"文教体育用品制造业", "文教、工美、体育和娱乐用品制造业"},
		{"仪器仪表及文化、办公用机械制造业", "仪器仪表制造业"},
		{"纺织服装、鞋、帽制造业", "纺织服装、服饰业"},
		{"皮革、毛皮、羽毛(绒)及其制品业", "皮革、毛皮、羽毛及其制品和制鞋业"},
		{"汽车", "汽车制造业"},
		{"原煤", "原煤(调度数)"},
	} {
		a, _ := c.FindItem(pair[0])
		b, _ := c.FindItem(pair[1])
		if a.Code == "" || b.Code == "" || a.Code == b.Code {
			t.Errorf("two different things are one item: %s is %q, %s is %q", pair[0], a.Code, pair[1], b.Code)
		}
	}
}

func TestMembers(t *testing.T) {
	c := catalog(t)
	names := func(group string, year int) string {
		var out []string
		for _, r := range c.Members(group, year) {
			out = append(out, r.Zh)
		}
		return strings.Join(out, " ")
	}
	for _, m := range []struct {
		group string
		year  int
		want  string
	}{
		{"west12", 2013, "内蒙古 广西 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆"},
		{"west12", 1999, ""},
		{"east", 2013, "北京 天津 河北 辽宁 上海 江苏 浙江 福建 山东 广东 海南"},
		{"east", 2018, "北京 天津 河北 上海 江苏 浙江 福建 山东 广东 海南"},
		{"central", 2013, "山西 吉林 黑龙江 安徽 江西 河南 湖北 湖南"},
		{"central", 2018, "山西 安徽 江西 河南 湖北 湖南"},
		{"northeast", 2018, "辽宁 吉林 黑龙江"},
		{"northeast", 2010, ""},
		{"leagues", 2023, "呼和浩特 包头 呼伦贝尔 兴安盟 通辽 赤峰 锡林郭勒盟 乌兰察布 鄂尔多斯 巴彦淖尔 乌海 阿拉善盟"},
		{"nowhere", 2013, ""},
	} {
		if got := names(m.group, m.year); got != m.want {
			t.Errorf("members of %s in %d\n got %s\nwant %s", m.group, m.year, got, m.want)
		}
	}
	for year, n := range map[int]int{1996: 30, 2013: 31} {
		if got := len(c.Members("nation31", year)); got != n {
			t.Errorf("the nation has %d provinces in %d, want %d", got, year, n)
		}
	}
	for year := 2000; year <= 2025; year++ {
		parts := len(c.Members("east", year)) + len(c.Members("central", year)) + len(c.Members("west12", year))
		if year > 2015 {
			parts += len(c.Members("northeast", year))
		}
		if parts != 31 {
			t.Errorf("the regions of %d hold %d provinces together, want 31", year, parts)
		}
	}
}

func TestRegions(t *testing.T) {
	c := catalog(t)
	if n := len(c.Regions("000000")); n != 31 {
		t.Errorf("%d provinces, want 31", n)
	}
	if n := len(c.Regions("150000")); n != 12 {
		t.Errorf("%d leagues and cities, want 12", n)
	}
	if top := c.Regions(""); len(top) == 0 || top[0].Level != data.Nation {
		t.Error("the nation does not come first")
	}
	for name, code := range map[string]string{
		"全 国": "000000", "内蒙": "150000", "蒙": "150000", "Inner Mongolia": "150000", "150000": "150000", "新疆维吾尔自治区": "650000",
		"锡林郭勒": "152500", "锡林郭勒盟": "152500", "锡盟": "152500", "兴安": "152200", "兴安盟": "152200",
		"阿拉善": "152900", "阿拉善盟": "152900", "呼和浩特市": "150100", "鄂尔多斯": "150600", "西部地区": "west",
	} {
		if r, _ := c.FindRegion(name); r.Code != code {
			t.Errorf("region %q is %q, want %s", name, r.Code, code)
		}
	}
	for _, name := range []string{"", "新", "全区", "总计", "唐山"} {
		if r, ok := c.FindRegion(name); ok {
			t.Errorf("%q is taken for the region %s", name, r.Zh)
		}
	}
}

// Selectors and legends would show two entries that look alike.
func TestCatalogNamesAreDistinct(t *testing.T) {
	c := catalog(t)
	distinct := func(what string) func(code string, names ...string) {
		seen := make([]map[string]string, 2)
		return func(code string, names ...string) {
			for i, n := range names {
				if seen[i] == nil {
					seen[i] = map[string]string{}
				}
				if other, ok := seen[i][n]; ok || n == "" {
					t.Errorf("%s %s and %s share the name %q", what, code, other, n)
				}
				seen[i][n] = code
			}
		}
	}
	names, short := distinct("indicators"), distinct("indicators (short)")
	for _, x := range c.Indicators() {
		names(x.Code, x.Zh, x.En)
		short(x.Code, x.ShortZh, x.ShortEn)
		if _, ok := data.ParseUnit(x.Unit); !ok && x.Unit != "" {
			t.Errorf("the unit %q of %s is not known", x.Unit, x.Code)
		}
	}
	names = distinct("regions")
	for _, parent := range []string{"", "000000", "150000"} {
		for _, x := range c.Regions(parent) {
			names(x.Code, x.Zh, x.En)
		}
	}
	for kind := data.Total; kind <= data.Asset; kind++ {
		names, short = distinct("items"), distinct("items (short)")
		for _, x := range c.Items(kind) {
			names(x.Code, x.Zh, x.En)
			short(x.Code, x.ShortZh, x.ShortEn)
		}
	}
	names = distinct("groups")
	for _, x := range c.Groups() {
		names(x.Code, x.Zh, x.En)
	}
}

// Within the catalogue of the program every name must do without a kind.
func TestItemNamesNeedNoKind(t *testing.T) {
	c := catalog(t)
	for kind := data.Total; kind <= data.Asset; kind++ {
		for _, x := range c.Items(kind) {
			for _, n := range append([]string{x.Code, x.Zh, x.ShortZh, x.En, x.ShortEn}, x.Aliases...) {
				if it, _ := c.FindItem(n); it.Code != x.Code {
					t.Errorf("%q of the %v %s finds %q", n, kind, x.Code, it.Code)
				}
			}
		}
	}
}

// A figure whose name the catalogue does not know is filed apart from its series.
func TestSharedNamesResolve(t *testing.T) {
	paths, _ := fs.Glob(os.DirFS("../../shared"), "data/*.csv")
	if len(paths) == 0 {
		t.Skip("the shared figures are not here (../shared/data)")
	}
	c := catalog(t)
	unknown := map[string]bool{}
	for _, p := range paths {
		for _, r := range figures(t, "../../shared/"+p) {
			name, measure, _ := strings.Cut(r["indicator"], "_")
			ind, ok := c.FindIndicator(r["indicator"])
			if !ok && !ownIndicator(measure) {
				ind, ok = c.FindIndicator(name)
			}
			if !ok {
				unknown["indicator "+r["indicator"]] = true
			}
			if _, ok := c.FindRegion(r["region"]); !ok {
				unknown["region "+r["region"]] = true
			}
			if _, ok := c.FindItemOf(ind, r["item"]); !ok {
				unknown["item "+r["item"]] = true
			}
		}
	}
	for _, known := range []string{
		// A count of products, and a contribution to GDP whose period is not stated.
		"indicator 产能利用率_低于75%的产品数", "indicator 经济增长贡献率", "item 39个产品中",
		// Sums and remarks of single articles; no class of any statistic.
		"item 化工+农畜产品加工+高新技术", "item 装备制造业+高新技术业", "item 能源+冶金建材+装备制造", "item 煤炭产业(近几年各季度约数)",
	} {
		if !unknown[known] {
			t.Errorf("%s is in the list of unknown names, but resolves or is gone", known)
		}
		delete(unknown, known)
	}
	for _, u := range slices.Sorted(maps.Keys(unknown)) {
		t.Error("the catalogue does not know the ", u)
	}
}

// ownIndicator reports whether the words after _ make another indicator, and not
// only another measure of the one before.
func ownIndicator(measure string) bool {
	return strings.HasPrefix(measure, "低于") || strings.HasPrefix(measure, "回落幅度") ||
		slices.Contains([]string{"预测", "年初预期目标", "最低标准", "即期", "预期", "占GDP比重"}, measure)
}

// figures returns the rows of a file of figures by column.
func figures(t *testing.T, path string) []map[string]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // only read
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(path, ": ", err)
	}
	out := make([]map[string]string, 0, len(all))
	for _, rec := range all[1:] {
		r := map[string]string{}
		for i, h := range all[0] {
			r[h] = rec[i]
		}
		out = append(out, r)
	}
	return out
}

func BenchmarkLoadCatalog(b *testing.B) {
	fsys := os.DirFS("../assets/catalog")
	for b.Loop() {
		if _, err := data.LoadCatalog(fsys); err != nil {
			b.Fatal(err)
		}
	}
}
