package calendar

// easter is the Sunday of Western Easter in a year of the Gregorian calendar: the first Sunday after
// the ecclesiastical full moon that falls on or next after 21 March.
//
// The calendar reform of 1582 put that moon into a table: its date depends on the year's place in the
// lunar cycle of 19 years, and the table shifts with the centuries, one day for each leap day that a
// century leaves out and one back, eight times in 2,500 years, for the drift of the moon against the
// cycle.
func easter(year int) Date {
	century := year / 100
	place := year % 19
	leftOut := century - century/4
	drift := (8*century + 13) / 25
	moon := (19*place + 15 + leftOut - drift) % 30 // days after 21 March
	// The moon is at the latest on 18 April, and no date comes twice in one cycle.
	if moon == 29 || moon == 28 && place > 10 {
		moon--
	}
	full := fromCivil(year, 3, 21) + Date(moon)
	return full + 7 - Date((full.Weekday()+1)%7)
}
