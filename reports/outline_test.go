package reports_test

import (
	"testing"

	"epr/calendar"
	"epr/examples"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestOutlineKeepsTheDates schedules each outline as a tool does that knows links, calendars and constraints
// and nothing else, day by day, and expects the dates of the plan.
func TestOutlineKeepsTheDates(t *testing.T) {
	for name, pack := range map[string]func() *reports.Pack{
		"northshire":   reportstest.Pack,
		"hostile":      reportstest.Hostile,
		"lincolnshire": func() *reports.Pack { return reportstest.OfModel(examples.Files, "lincolnshire.toml") },
	} {
		t.Run(name, func(t *testing.T) {
			p := pack()
			tool := &tool{o: &p.Outline, from: p.Header.Horizon.From, to: p.Header.Horizon.To,
				dates: make([]calendar.Span, len(p.Outline.Rows))}
			pinned := 0
			for k := range p.Outline.Rows {
				row := &p.Outline.Rows[k]
				if row.IsSummary() {
					continue
				}
				if row.Pin != reports.Unpinned {
					pinned++
				}
				if got, want := tool.place(k), (calendar.Span{From: row.Start, To: row.Finish}); got != want {
					t.Errorf("%s is on %s, want %s", row.ID, got, want)
				}
			}
			t.Logf("%d of %d rows are pinned", pinned, len(p.Outline.Rows))
		})
	}
}

// tool schedules an outline.
type tool struct {
	o        *reports.Outline
	from, to calendar.Date
	dates    []calendar.Span // of each row; zero if not placed
	worked   map[int][]int   // by calendar, worked days before each day of the horizon
}

func (x *tool) place(k int) calendar.Span {
	row := &x.o.Rows[k]
	if !x.dates[k].IsZero() {
		return x.dates[k]
	}
	for _, l := range row.After {
		if !l.Max {
			x.place(l.Row)
		}
	}
	if row.State != reports.Planned {
		x.dates[k] = calendar.Span{From: row.Start, To: row.Finish}
		return x.dates[k]
	}
	first := x.from
	if row.Pin != reports.Unpinned {
		first = row.Start
	}
	for day := first; day <= x.to; day++ {
		if span, ok := x.span(row, day); ok && x.allows(row, span) {
			x.dates[k] = span
			break
		}
	}
	return x.dates[k]
}

// span is the days of a row that starts on a day; false if that is not worked.
func (x *tool) span(row *reports.OutlineRow, day calendar.Date) (calendar.Span, bool) {
	if !x.works(row.Calendar, day) {
		return calendar.Span{}, false
	}
	if row.Kind == plan.Milestone {
		return calendar.Span{From: day, To: day}, true
	}
	last := day
	for left := row.Days - 1; left > 0 && last < x.to; {
		last++
		if x.works(row.Calendar, last) {
			left--
		}
	}
	return calendar.Span{From: day, To: last}, true
}

func (x *tool) allows(row *reports.OutlineRow, span calendar.Span) bool {
	for _, l := range row.After {
		if l.Max {
			continue
		}
		from := moment(&x.o.Rows[l.Row], x.dates[l.Row], l.Type.FromStart())
		to := moment(row, span, l.Type.ToStart())
		if l.Days >= 0 && to < from || x.before(row.Calendar, to)-x.before(row.Calendar, from) < l.Days {
			return false
		}
	}
	return true
}

func moment(row *reports.OutlineRow, span calendar.Span, start bool) calendar.Date {
	if row.Kind == plan.Milestone && row.StartOfDay || start && row.Kind != plan.Milestone {
		return span.From
	}
	return span.To + 1
}

func (x *tool) works(c int, day calendar.Date) bool {
	return x.before(c, day+1) > x.before(c, day)
}

// before counts the worked days of a calendar before a day.
func (x *tool) before(c int, day calendar.Date) int {
	if x.worked == nil {
		x.worked = map[int][]int{}
	}
	if x.worked[c] == nil {
		list := []int{0}
		for at := x.from; at <= x.to+1; at++ {
			n := list[len(list)-1]
			if onCalendar(&x.o.Calendars[c], at) {
				n++
			}
			list = append(list, n)
		}
		x.worked[c] = list
	}
	return x.worked[c][min(max(0, int(day-x.from)), len(x.worked[c])-1)]
}

func onCalendar(c *reports.WorkCalendar, day calendar.Date) bool {
	for _, e := range c.Exceptions {
		if e.Span.Contains(day) {
			return e.Worked
		}
	}
	return c.Week.Has(day.Weekday())
}

// TestOutlineLinks has what becomes of shares, deadlines for papers, and lags across a freeze.
func TestOutlineLinks(t *testing.T) {
	o := reportstest.Hostile().Outline
	for _, c := range []struct {
		from, to string
		max      bool
		days     int
	}{
		{"first/ed/design", "first/one/build", false, 3},
		{"first/one/build", "first/one/load", false, 1 - (20 - 12)}, // 60% of 20 days, then a day
		{"first/one/build", "first/one/load", true, 40},
		{"first/one/build", "first/one/train", false, -4},
		{"first/one/train", "first/one/decide", false, 3 - (12 - 10)}, // 80% of 12 days, three days before the meeting
		{"prepare", "resume", false, 2},                               // of 8 days, 6 lie in the freeze
	} {
		found := false
		for k := range o.Rows {
			for _, l := range o.Rows[k].After {
				if o.Rows[k].ID == c.to && l.ID == c.from && l.Max == c.max && o.Rows[l.Row].ID == c.from {
					found = found || l.Days == c.days
				}
			}
		}
		if !found {
			t.Errorf("%s does not wait %d days for %s", c.to, c.days, c.from)
		}
	}
}

// TestOutlineSummaries has each summary begin and end with what it contains, and know how far it has come.
func TestOutlineSummaries(t *testing.T) {
	o := reportstest.Pack().Outline
	for k := range o.Rows {
		s := &o.Rows[k]
		if !s.IsSummary() {
			continue
		}
		var span calendar.Span
		states := map[reports.State]bool{}
		for at := k + 1; at < len(o.Rows) && o.Rows[at].Level > s.Level; at++ {
			row := &o.Rows[at]
			if row.IsSummary() {
				continue
			}
			states[row.State] = true
			if span.From.IsZero() || row.Start < span.From {
				span.From = row.Start
			}
			span.To = max(span.To, row.Finish)
		}
		if want := (calendar.Span{From: s.Start, To: s.Finish}); span != want {
			t.Errorf("%q is %s, but contains %s", s.Name, want, span)
		}
		if states[s.State] != (len(states) == 1) && s.State != reports.UnderWay {
			t.Errorf("%q is %s, but contains %v", s.Name, s.State, states)
		}
	}
}
