package stats

import "yunxing/data"

// SalesRatio returns sales over output at current prices in per cent (产销率), which
// may exceed 100 (formulas §10). Not known where the output may be zero.
func SalesRatio(sales, output data.Number) data.Number { return Ratio(sales, output, 1) }

// Margin returns profit over revenue in per cent (营业收入利润率), negative with a loss
// (formulas §10): 76 858.3 of 1 334 400 is 5.76. Not known where the revenue may be
// zero.
func Margin(profit, revenue data.Number) data.Number { return Ratio(profit, revenue, 2) }

// CostPerHundred returns the cost in each hundred yuan of revenue, in yuan
// (每百元营业收入中的成本, formulas §10). Not known where the revenue may be zero.
func CostPerHundred(cost, revenue data.Number) data.Number { return Ratio(cost, revenue, 2) }

// RevenuePerHundredAssets returns the revenue of a year to each hundred yuan of
// assets, in yuan (每百元资产实现的营业收入), from the revenue of the first months of a
// year and the mean assets,
//
//	100·R/A·12/months
//
// (formulas §10; brought to a year as China NBS does). Not known where the assets
// may be zero or the months are not from 1 to 12.
func RevenuePerHundredAssets(revenue, assets data.Number, months int) data.Number {
	if months < 1 || months > 12 || !positive(assets) {
		return data.NotKnown()
	}
	return derived(1, func(x []float64) float64 { return 100 * x[0] / x[1] * 12 / float64(months) }, revenue, assets).By("q = 100·R/A·12/k", "k R A", float64(months))
}

// TurnoverDays returns for how many days a stock lasts at the flow of the first
// months of a year,
//
//	360·(k/12)·mean stock/flow
//
// (formulas §10): of inventory at the cost (产成品存货周转天数), of receivables at the
// revenue (应收账款平均回收期). Not known where the flow may be zero or the months are
// not from 1 to 12.
func TurnoverDays(stock, flow data.Number, months int) data.Number {
	if months < 1 || months > 12 || !positive(flow) {
		return data.NotKnown()
	}
	return derived(1, func(x []float64) float64 { return 30 * float64(months) * x[0] / x[1] }, stock, flow).By("t = 360·k/12·S/F", "k S F", float64(months))
}

// MeanStock returns the mean of a stock over the ends of periods, the opening one
// first. Not known where one is missing.
func MeanStock(ends ...data.Number) data.Number {
	n := float64(len(ends))
	return derived(digitsOf(ends), func(x []float64) float64 { return x[0] / n }, sum(ends)).By("m = s/n", "n s", n)
}

// A Destocking is the outcome of the test of the report: stocks of finished goods
// grew slower than revenue for some quarters in a row.
type Destocking struct {
	Quarters int  // 产成品资金增速低于收入增速 for the last so many
	Ongoing  bool // 去库存尚未结束: two and more
}

// DestockingOf returns the test from the growth of stocks and of revenue by quarter,
// in the order of time and per cent (formulas §10). A missing value ends the run.
func DestockingOf(stocks, revenue []data.Number) Destocking {
	n := RunBelow(stocks, revenue)
	return Destocking{Quarters: n, Ongoing: n >= 2}
}
