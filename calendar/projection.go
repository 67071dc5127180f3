package calendar

// projected lists the bank holidays that a nation has in a year if nothing is moved or added by
// proclamation, in order.
//
// The days are those that the published list has had each year. A day that falls on a weekend is
// given on the next weekday that is not a bank holiday already.
func projected(n Nation, year int) []Holiday {
	p := projection{year: year, days: make([]Holiday, 0, mostHolidays)}
	switch n {
	case EnglandAndWales:
		p.englandAndWales()
	case Scotland:
		p.scotland()
	case NorthernIreland:
		p.northernIreland()
	}
	return p.days
}

// mostHolidays is the number of bank holidays of the nation that has most.
const mostHolidays = 10

// projection collects the holidays of one year. They are added in order.
type projection struct {
	year int
	days []Holiday
}

func (p *projection) englandAndWales() {
	p.fixed("New Year's Day", 1, 1)
	p.on("Good Friday", easter(p.year)-2)
	p.on("Easter Monday", easter(p.year)+1)
	p.on("Early May bank holiday", nth(1, Monday, p.year, 5))
	p.on("Spring bank holiday", last(Monday, p.year, 5))
	p.on("Summer bank holiday", last(Monday, p.year, 8))
	p.christmas()
}

func (p *projection) scotland() {
	p.fixed("New Year's Day", 1, 1)
	p.fixed("2nd January", 1, 2)
	p.on("Good Friday", easter(p.year)-2)
	p.on("Early May bank holiday", nth(1, Monday, p.year, 5))
	p.on("Spring bank holiday", last(Monday, p.year, 5))
	p.on("Summer bank holiday", nth(1, Monday, p.year, 8))
	p.fixed("St Andrew's Day", 11, 30)
	p.christmas()
}

func (p *projection) northernIreland() {
	p.fixed("New Year's Day", 1, 1)
	p.fixed("St Patrick's Day", 3, 17)
	p.on("Good Friday", easter(p.year)-2)
	p.on("Easter Monday", easter(p.year)+1)
	p.on("Early May bank holiday", nth(1, Monday, p.year, 5))
	p.on("Spring bank holiday", last(Monday, p.year, 5))
	p.fixed("Battle of the Boyne (Orangemen's Day)", 7, 12)
	p.on("Summer bank holiday", last(Monday, p.year, 8))
	p.christmas()
}

// christmas adds Christmas Day and Boxing Day. If Christmas Day is a Sunday, Boxing Day keeps its
// Monday and the substitute comes after it. (The other two holidays in a row, Scotland's 1 and 2
// January, are given in their order even so.)
func (p *projection) christmas() {
	if fromCivil(p.year, 12, 25).Weekday() == Sunday {
		p.fixed("Boxing Day", 12, 26)
		p.fixed("Christmas Day", 12, 25)
		return
	}
	p.fixed("Christmas Day", 12, 25)
	p.fixed("Boxing Day", 12, 26)
}

// on adds a holiday that always falls on a weekday.
func (p *projection) on(name string, d Date) {
	p.days = append(p.days, Holiday{Date: d, Name: name, Basis: Projected})
}

// fixed adds a holiday of a fixed date, or its substitute.
func (p *projection) fixed(name string, month, day int) {
	own := fromCivil(p.year, month, day)
	d := own
	for d.Weekday() >= Saturday || p.endsOn(d) {
		d++
	}
	p.days = append(p.days, Holiday{Date: d, Name: name, Substitute: d != own, Basis: Projected})
}

// endsOn reports whether the last holiday added is on d.
func (p *projection) endsOn(d Date) bool {
	return len(p.days) > 0 && p.days[len(p.days)-1].Date == d
}

// nth is the nth such day of the week of a month; it may lie beyond the month.
func nth(n int, w Weekday, year, month int) Date {
	start := fromCivil(year, month, 1)
	ahead := floorMod(int(w)-int(start.Weekday()), 7)
	return start + Date(ahead+7*(n-1))
}

// last is the last such day of the week of a month.
func last(w Weekday, year, month int) Date {
	end := fromCivil(year, month, daysIn(year, month))
	back := floorMod(int(end.Weekday())-int(w), 7)
	return end - Date(back)
}
