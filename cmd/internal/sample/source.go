package main

// Notes that several sheets share. A note names publisher and release date as
// far as they are known, never more.
const (
	fromDatabase = "国家统计局国家数据库,数据截至2023年12月"
	fromReport   = "《2013年内蒙古工业运行情况分析》,发布日期未记录"
	twoMonths    = "1-2月为两个月合并发布数;2013年起1月、2月不单独发布。"
	gaps         = "空格表示未公布或未收集到,不表示零。"
)
