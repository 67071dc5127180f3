package calendar

// The arithmetic behind Date. Years are taken to begin in March, because the leap day is then the
// last day of the year and months before it have the same lengths in every year.

// beforeMarch is the day before 1 March of year 0, as a Date.
const beforeMarch = -306

// fromCivil is the date of any year, month and day; they are not checked.
func fromCivil(year, month, day int) Date {
	if month < 3 {
		year, month = year-1, month+12
	}
	return Date(beforeMarch + daysBeforeYear(year) + daysBeforeMonth(month) + day)
}

// toCivil undoes fromCivil.
func toCivil(d Date) (year, month, day int) {
	n := int(d) - beforeMarch // 1 is 1 March of year 0
	year = floorDiv(400*n, daysIn400Years)
	for daysBeforeYear(year) >= n {
		year--
	}
	for daysBeforeYear(year+1) < n {
		year++
	}
	n -= daysBeforeYear(year)
	month = 3 + (5*n-3)/153
	day = n - daysBeforeMonth(month)
	if month > 12 {
		year, month = year+1, month-12
	}
	return year, month, day
}

const daysIn400Years = 400*365 + 97

// daysBeforeYear counts the days from 1 March of year 0 to 1 March of a year.
func daysBeforeYear(year int) int {
	return 365*year + floorDiv(year, 4) - floorDiv(year, 100) + floorDiv(year, 400)
}

// daysBeforeMonth counts the days from 1 March to the first of a month, March being 3 and February
// 14: five months have 153 days, over and over.
func daysBeforeMonth(month int) int { return (153*(month-3) + 2) / 5 }

func isLeap(year int) bool {
	return floorMod(year, 4) == 0 && (floorMod(year, 100) != 0 || floorMod(year, 400) == 0)
}

// daysIn is the length of a month.
func daysIn(year, month int) int {
	switch month {
	case 2:
		if isLeap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// floorDiv divides rounding down, also below zero.
func floorDiv(a, b int) int { return (a - floorMod(a, b)) / b }

// floorMod is the remainder of floorDiv, never negative for a positive b.
func floorMod(a, b int) int { return (a%b + b) % b }
