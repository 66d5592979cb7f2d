package main

import (
	"fmt"
	"strconv"
	"strings"
)

// style says how the columns or rows of a sheet print their periods.
type style int

const (
	// cumulative prints 2013-09 as 1-9月 and 2013Q3 as 前三季度.
	cumulative style = iota
	// current prints 2013-09 as 9月 and 2013Q3 as 三季度.
	current
	// pointInTime prints 2013-09 as 9月末 and 2012 as 年末.
	pointInTime
)

// label splits the printed form of a period into the year and the part of the
// year: 2013-09 gives 2013年 and 1-9月 when cumulative. A whole year has an empty
// part, but 年末 as a point in time.
func label(period string, s style) (year, part string, err error) {
	if len(period) < len("2013") {
		return "", "", fmt.Errorf("%w: period %q", ErrFigures, period)
	}
	year, rest := period[:4], period[4:]
	if _, err := strconv.Atoi(year); err != nil {
		return "", "", fmt.Errorf("%w: period %q", ErrFigures, period)
	}
	switch {
	case rest == "" && s == pointInTime:
		part = "年末"
		return year, part, nil
	case rest == "":
	case rest == "-01/"+year+"-02":
		part = "1-2月"
	case strings.HasPrefix(rest, "Q"):
		part, err = quarterLabel(rest[1:], s)
	case strings.HasPrefix(rest, "-"):
		part, err = monthLabel(rest[1:], s)
	default:
		err = fmt.Errorf("%w: period %q", ErrFigures, period)
	}
	return year + "年", part, err
}

// monthLabel prints the two-digit month.
func monthLabel(month string, s style) (string, error) {
	m, err := strconv.Atoi(month)
	if err != nil || m < 1 || m > 12 {
		return "", fmt.Errorf("%w: month %q", ErrFigures, month)
	}
	switch s {
	case cumulative:
		return fmt.Sprintf("1-%d月", m), nil
	case pointInTime:
		return fmt.Sprintf("%d月末", m), nil
	default:
		return fmt.Sprintf("%d月", m), nil
	}
}

// quarterLabel prints the quarter 1 to 4.
func quarterLabel(quarter string, s style) (string, error) {
	q, err := strconv.Atoi(quarter)
	if err != nil || q < 1 || q > 4 {
		return "", fmt.Errorf("%w: quarter %q", ErrFigures, quarter)
	}
	if s == cumulative {
		return [...]string{"一季度", "上半年", "前三季度", "全年"}[q-1], nil
	}
	return [...]string{"一季度", "二季度", "三季度", "四季度"}[q-1], nil
}

// fullLabel prints the whole period in one cell: 2013年1-9月, 2012年末.
func fullLabel(period string, s style) (string, error) {
	year, part, err := label(period, s)
	return year + part, err
}
