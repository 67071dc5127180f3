package calendar

// Calendar is a rule worked out over a horizon, with constant-time counting. Outside the horizon no
// day is worked and nothing is counted: questions that lead there get the zero Date.
//
// Its letters are those of the package: W(t) is the number of worked days of the horizon before day
// t, D(w) the worked day number w, counted from 0. A Calendar is not changed after [Compile] and may
// be shared.
type Calendar struct {
	horizon Span
	before  []int32 // W of each day of the horizon, and of the day after it
	worked  []Date  // D
}

// Compile works a rule out over a horizon, less the days of the given spans. It takes time and memory
// in proportion to the horizon: eight bytes a day.
func Compile(r Rule, horizon Span, without ...Span) *Calendar {
	days := workedDays(r, horizon)
	for _, s := range without {
		days.set(s, false)
	}
	return &Calendar{horizon: horizon, before: days.prefix(), worked: days.list()}
}

// workedDays is the rule's answer for each day of the horizon, as [Rule.Works] would give it.
func workedDays(r Rule, horizon Span) dayFlags {
	days := dayFlags{horizon, make([]bool, horizon.Days())}
	if len(days.on) == 0 {
		return days
	}
	weekday := horizon.From.Weekday()
	for i := range days.on {
		days.on[i] = r.Workdays.Has(weekday)
		weekday = (weekday + 1) % 7
	}
	for year := horizon.From.Year(); year <= horizon.To.Year(); year++ {
		for _, h := range Holidays(r.Holidays, year) {
			days.set(Span{h.Date, h.Date}, false)
		}
	}
	for _, s := range r.Worked {
		days.set(s.Span, true)
	}
	for _, s := range r.NotWorked {
		days.set(s.Span, false)
	}
	return days
}

// dayFlags holds yes or no for each day of a horizon.
type dayFlags struct {
	horizon Span
	on      []bool
}

// set changes the days of s that lie in the horizon.
func (f dayFlags) set(s Span, to bool) {
	s = s.Intersect(f.horizon)
	for i := range s.Days() {
		f.on[int(s.From-f.horizon.From)+i] = to
	}
}

// prefix counts for each day, and for the day after the last, the days before it that are on.
func (f dayFlags) prefix() []int32 {
	before := make([]int32, len(f.on)+1)
	for i, on := range f.on {
		before[i+1] = before[i]
		if on {
			before[i+1]++
		}
	}
	return before
}

// list is the days that are on.
func (f dayFlags) list() []Date {
	dates := make([]Date, 0, len(f.on))
	for i, on := range f.on {
		if on {
			dates = append(dates, f.horizon.From+Date(i))
		}
	}
	return dates
}

// Horizon is the period the calendar was compiled for.
func (c *Calendar) Horizon() Span { return c.horizon }

// Len counts the worked days of the horizon.
func (c *Calendar) Len() int { return len(c.worked) }

// Works reports whether d is worked; no day outside the horizon is.
func (c *Calendar) Works(d Date) bool { return c.w(int(d)) != c.w(int(d)+1) }

// Before is W(d): the number of worked days before d. It is 0 for every day up to the first of the
// horizon and Len for every day after it.
func (c *Calendar) Before(d Date) int { return c.w(int(d)) }

func (c *Calendar) w(d int) int {
	i := d - int(c.horizon.From)
	return int(c.before[min(max(i, 0), len(c.before)-1)])
}

// Nth is D(i): the worked day number i, counted from 0; zero if there is none.
func (c *Calendar) Nth(i int) Date {
	if i < 0 || i >= len(c.worked) {
		return 0
	}
	return c.worked[i]
}

// Next is the first worked day on or after d; zero if there is none.
func (c *Calendar) Next(d Date) Date { return c.Nth(c.Before(d)) }

// Prev is the last worked day on or before d; zero if there is none.
func (c *Calendar) Prev(d Date) Date { return c.Nth(c.w(int(d)+1) - 1) }

// Count is the number of worked days of a span.
func (c *Calendar) Count(s Span) int {
	if s.Days() == 0 {
		return 0
	}
	return c.w(int(s.To)+1) - c.w(int(s.From))
}

// Finish is the last day of work of n days that starts on d: the nth worked day from d on, d itself
// included if it is worked; D(W(d)+n-1). Zero if the work does not fit into the horizon, or if n is
// below 1.
func (c *Calendar) Finish(d Date, n int) Date {
	if n < 1 {
		return 0
	}
	return c.Nth(c.Before(d) + n - 1)
}

// Start is the first day of work of n days that finishes on d, the mirror of Finish: the nth worked
// day back from d, d itself included if it is worked; D(W(d+1)-n). Zero if the work does not fit into
// the horizon, or if n is below 1.
func (c *Calendar) Start(d Date, n int) Date {
	if n < 1 {
		return 0
	}
	return c.Nth(c.w(int(d)+1) - n)
}

// Add moves d by n worked days, taking dates as mornings: W(Add(d, n)) is W(d)+n.
//
//	n > 0  the day after Finish(d, n): the morning on which work of n days started on d is done
//	n = 0  d
//	n < 0  the latest morning from which -n worked days are left until d: D(W(d)+n)
//
// It is zero where the horizon does not hold that many worked days.
func (c *Calendar) Add(d Date, n int) Date {
	switch {
	case n == 0:
		return d
	case n < 0:
		return c.Nth(c.Before(d) + n)
	}
	if last := c.Finish(d, n); last != 0 {
		return last + 1
	}
	return 0
}
