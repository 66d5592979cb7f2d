// Command sample writes the sample workbooks of the program.
//
//	go run ./cmd/internal/sample -o assets/sample
//
// Every figure comes from the fact tables in figures, which carry published
// figures with the decimals they were published with. Nothing is computed here
// and nothing is filled in: what was never published stays an empty cell.
//
// # Workbooks
//
// 内蒙古.xlsx: 增加值累计增速, 主要产品增速, 主要指标 and 全年预测 of the analysis of 2013;
// 主要指标2012上半年, 年度指标, 分行业增速2013-2014, 主要指标2013-2014, 企业户数2014;
// 增速与拉动2021-2023; 盟市增速2023 and 盟市产销率2023; 原煤产量2009-2011,
// 原煤产量2012调度数, 主要产品增速2017, 主要产品产量2025, 发电量, 房地产开发投资.
//
// 全国.xlsx: 增加值累计增速 and 增加值当月增速, each for 2009-2011, 2012-2017 and
// 2018-2023; 产品累计产量, 产品产量累计增速, 产品当月产量, 产品产量当月增速; 出厂价格指数,
// 出厂价格累计指数 and 分行业出厂价格 for 2009-2013, 2014-2017 and 2018-2023; 主营业务收入
// (from 2018 营业收入), 利润总额 and 产成品存货, each for the three runs of years;
// 固定资产投资 for 2009-2011 and 2012-2023; 房地产开发投资; 景气指数; 产能利用率2012年末
// and 产能利用率.
//
// 西部与各省.xlsx: 西部12省区市增速, 分省生产总值2013-2017 and 分省生产总值2018.
//
// # Layout
//
// A sheet is one table: the title, which names region, indicator and measure; the
// unit line, unless a column or the headings hold the units; one or two rows of
// headings; the body; notes; sources. A figure is a number whose format carries
// its published decimals. A figure with a footnote mark is text, such as 17.2①:
//
//	① derived from published figures (推算)
//	② break, not to be used with its neighbours (口径断裂)
//	③ projected by the publisher (预测)
//	④ approximate in the publication (约数)
//
// # Decisions
//
// Which branches go on one sheet? Those of one edition of GB/T 4754 with the
// spelling of that edition, so that no branch has empty cells for years in which
// it did not exist. What would change it: a catalogue that joins editions.
//
// How often does a figure stand in the sample? Once, and a gap as well: a key has
// one cell in all workbooks, so that a gap on one sheet cannot hide a figure on
// another.
//
// Which figures are left out? Those of unverified compilations, and five whose
// source contradicts its own neighbouring months; the notes name these.
package main
