// Package i18n puts figures, periods, units, names and sentences into the words
// of one language.
//
// A Printer is a value: it is made once per language and handed to whoever shows
// something, the window, a chart or a report, so that two languages can be in use
// at the same time and nothing depends on the system's locale.
//
//	p, err := i18n.New(i18n.Chinese)
//	p.Text("report.source", "source", "国家统计局") // 数据来源：国家统计局
//	p.Percent(growth)                          // 12.2%
//	p.Period(data.Month(2013, 9), data.Cumulative) // 2013年1—9月
//
// Texts are found by key in the translation files. A key is an identifier such as
// page.growth.title, a placeholder stands in braces, and a test compares keys and
// placeholders with the code. Names of indicators, regions and branches are data
// and come from the catalogue.
//
// # Decisions
//
// Numbers are printed with the decimals they were published with, rounded once,
// half away from zero. What is not known is "—". A minus is U+2212. Chinese text
// does not group digits, as the yearbooks do; English text groups them by comma.
package i18n
