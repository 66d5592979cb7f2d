package forecast

import "time"

// Years for which the day of the Spring Festival is known here.
const (
	firstFestival = 1950
	lastFestival  = 2100
)

// springFestival returns the day of the Spring Festival, the first day of the
// Chinese year. It is false outside 1950–2100.
func springFestival(year int) (time.Time, bool) {
	if year < firstFestival || year > lastFestival {
		return time.Time{}, false
	}
	return time.Date(year, time.January, int(festivalDays()[year-firstFestival]), 0, 0, 0, 0, time.UTC), true
}

// festivalDays returns the day of the year on which the Chinese year begins, from
// 1950 to 2100, as the Chinese calendar of Unicode's ICU library gives it.
func festivalDays() [lastFestival - firstFestival + 1]uint8 {
	return [...]uint8{
		48, 37, 27, 45, 35, 24, 43, 31, 49, 39, // 1950
		28, 46, 36, 25, 44, 33, 21, 40, 30, 48,
		37, 27, 46, 34, 23, 42, 31, 49, 38, 28, // 1970
		47, 36, 25, 44, 33, 51, 40, 29, 48, 37,
		27, 46, 35, 23, 41, 31, 50, 38, 28, 47, // 1990
		36, 24, 43, 32, 22, 40, 29, 49, 38, 26,
		45, 34, 23, 41, 31, 50, 39, 28, 47, 36, // 2010
		25, 43, 32, 22, 41, 29, 48, 38, 26, 44,
		33, 23, 42, 31, 50, 39, 28, 46, 35, 24, // 2030
		43, 32, 22, 41, 30, 48, 37, 26, 45, 33,
		23, 42, 32, 50, 39, 28, 46, 35, 24, 43, // 2050
		33, 21, 40, 29, 48, 36, 26, 45, 34, 23,
		42, 31, 50, 38, 27, 46, 36, 24, 43, 33, // 2070
		22, 40, 29, 48, 37, 26, 45, 34, 24, 41,
		30, 49, 38, 27, 46, 36, 25, 43, 32, 21, // 2090
		40,
	}
}
