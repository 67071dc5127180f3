package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Teams is the load of each team by month or, in a long programme, by quarter or by year.
type Teams struct {
	Periods []calendar.Date   // the first day of each period
	Months  int               // in a period: 1, 3 or 12
	Rows    []TeamLoad        // in the plan's order
	Totals  []plan.Hundredths // person-days of all teams in each period
	Sizes   []plan.Hundredths // person-days that all teams have in each period
	// Overloads are the periods in which a team is needed beyond its size.
	Overloads []Overload
	// Now is the first period that is not over at the status date. What lies before it is what
	// happened, which no schedule keeps within the size of a team.
	Now int
}

// TeamLoad is one team over the periods.
type TeamLoad struct {
	ID, Name string
	Loads    []Load // aligned with Teams.Periods
	// Peak is the largest number of people needed on one day from the status date on, PeakDay the first
	// such day, and Size the size of the team on it.
	Peak    plan.Hundredths
	PeakDay calendar.Date
	Size    plan.Hundredths
	Busiest Load            // the fullest of the periods from Teams.Now on
	Total   plan.Hundredths // person-days, in all
}

// Load is the load of one team in one period, in person-days, counted on the working days of the
// programme and on any other day on which the team is needed.
type Load struct {
	Needed plan.Hundredths
	Size   plan.Hundredths
}

// Percent is the load as a share of the size, rounded up, so that no load is shown as less than
// it is; 0 where there is none, or nobody.
func (m Load) Percent() int {
	if m.Needed == 0 || m.Size == 0 {
		return 0
	}
	return int((m.Needed*100 + m.Size - 1) / m.Size)
}

// teams adds up the load of each team that the network needs.
func (f *facts) teams() Teams {
	var t Teams
	first, last := f.needSpan()
	if first.IsZero() {
		return t
	}
	t.Periods, t.Months = periods(calendar.Span{From: first, To: last})
	for t.Now < len(t.Periods) && t.Periods[t.Now].AddMonths(t.Months) <= f.status {
		t.Now++
	}
	daily := f.dailyNeeds(first, last)
	works := f.programmeCalendar()
	for i := range f.net.Teams {
		supply := &f.net.Teams[i]
		load := t.load(supply, daily[supply.Team.ID], works)
		load.setPeak(supply, daily[supply.Team.ID], f.status, last)
		t.Rows = append(t.Rows, load)
	}
	t.Totals, t.Sizes = make([]plan.Hundredths, len(t.Periods)), make([]plan.Hundredths, len(t.Periods))
	for _, row := range t.Rows {
		for p, load := range row.Loads {
			t.Totals[p] += load.Needed
			t.Sizes[p] += load.Size
		}
	}
	t.Overloads = t.overloads()
	return t
}

// needSpan is from the first day to the last on which any team is needed.
func (f *facts) needSpan() (first, last calendar.Date) {
	for i, row := range f.rows {
		if len(f.activity(i).Needs) == 0 {
			continue
		}
		if first.IsZero() || row.Start < first {
			first = row.Start
		}
		last = max(last, row.Finish)
	}
	return first, last
}

// dailyNeeds is how many people of each team are needed on each day from first to last.
func (f *facts) dailyNeeds(first, last calendar.Date) map[string]map[calendar.Date]plan.Hundredths {
	needs := map[string]map[calendar.Date]plan.Hundredths{}
	for i, row := range f.rows {
		a := f.activity(i)
		if len(a.Needs) == 0 || a.IsMilestone() {
			continue
		}
		for day := max(row.Start, first); day <= min(row.Finish, last); day++ {
			if !a.Terms.Work.Works(day) {
				continue
			}
			for _, need := range a.Needs {
				if needs[need.Team] == nil {
					needs[need.Team] = map[calendar.Date]plan.Hundredths{}
				}
				needs[need.Team][day] += need.Amount
			}
		}
	}
	return needs
}

// load is one team, its needs known by day.
func (t *Teams) load(s *plan.Supply, daily map[calendar.Date]plan.Hundredths, works func(calendar.Date) bool) TeamLoad {
	load := TeamLoad{ID: s.Team.ID, Name: orID(s.Team.Name, s.Team.ID), Loads: make([]Load, len(t.Periods))}
	for p, period := range t.Periods {
		for day := period; day < period.AddMonths(t.Months); day++ {
			need := daily[day]
			if need > 0 || works(day) {
				load.Loads[p].Needed += need
				load.Loads[p].Size += s.On(day)
			}
			load.Total += need
		}
		if p >= t.Now && load.Loads[p].Percent() > load.Busiest.Percent() {
			load.Busiest = load.Loads[p]
		}
	}
	return load
}

func (l *TeamLoad) setPeak(s *plan.Supply, daily map[calendar.Date]plan.Hundredths, from, to calendar.Date) {
	for day := from; day <= to; day++ {
		if daily[day] > l.Peak {
			l.Peak, l.PeakDay, l.Size = daily[day], day, s.On(day)
		}
	}
}

// programmeCalendar reports whether the programme's own calendar works a day.
func (f *facts) programmeCalendar() func(calendar.Date) bool {
	if days := f.programmeDays(); days != nil {
		return days.Works
	}
	return func(calendar.Date) bool { return false }
}

// Fullest is the n teams whose busiest period is fullest, fullest first; all of them if there are no
// more.
func (t *Teams) Fullest(n int) []TeamLoad {
	sorted := slices.Clone(t.Rows)
	slices.SortStableFunc(sorted, func(a, b TeamLoad) int {
		return b.Busiest.Percent() - a.Busiest.Percent()
	})
	return sorted[:min(n, len(sorted))]
}

// BusiestPeriod is the first day of the period with the most person-days, and how many they are.
func (t *Teams) BusiestPeriod() (calendar.Date, plan.Hundredths) {
	at := 0
	for i, total := range t.Totals {
		if total > t.Totals[at] {
			at = i
		}
	}
	if len(t.Totals) == 0 {
		return 0, 0
	}
	return t.Periods[at], t.Totals[at]
}
