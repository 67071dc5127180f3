package verify

import (
	"strings"

	"epr/calendar"
	"epr/plan"
)

// margin is how many days before and after the programme and its history are still looked at, so that
// a row that runs out of the programme is checked against the other rules as well.
const margin = 366

// days answers questions about single days, each found out once by asking the plan.
type days struct {
	plan *plan.Plan
	span calendar.Span // the days that can be asked about

	worked  map[string]*table
	windows map[*plan.Blackout][]bool
}

func newDays(p *plan.Plan) *days {
	span := calendar.Span{From: p.Programme.Start, To: p.Programme.End}
	for _, progress := range p.Progress {
		for _, d := range []calendar.Date{progress.Started, progress.Finished} {
			if !d.IsZero() {
				span.From, span.To = min(span.From, d), max(span.To, d)
			}
		}
	}
	span.From, span.To = span.From-margin, span.To+margin
	return &days{plan: p, span: span, worked: map[string]*table{}, windows: map[*plan.Blackout][]bool{}}
}

// table says for each day from a first one whether it is worked, and how many before it are.
type table struct {
	from   calendar.Date
	on     []bool
	before []int // one more than there are days
}

// works reports whether a day is worked.
func (t *table) works(d calendar.Date) bool {
	i := int(d - t.from)
	return i >= 0 && i < len(t.on) && t.on[i]
}

// between counts the worked days from one day up to but not including another; negative if that is
// earlier.
func (t *table) between(from, to calendar.Date) int { return t.count(to) - t.count(from) }

func (t *table) count(d calendar.Date) int {
	return t.before[min(max(int(d-t.from), 0), len(t.before)-1)]
}

// workedDays is the days on which a calendar works, less those of some blackouts. An unknown calendar
// works no day.
func (d *days) workedDays(id string, pauses []*plan.Blackout) *table {
	key := workedKey(id, pauses)
	if known := d.worked[key]; known != nil {
		return known
	}
	rule, _ := d.plan.WorkingCalendar(id)
	t := &table{from: d.span.From, on: make([]bool, d.span.Days()), before: make([]int, d.span.Days()+1)}
	for i := range t.on {
		t.on[i] = rule.Works(d.span.From+calendar.Date(i)) && !d.anyHolds(pauses, i)
		t.before[i+1] = t.before[i]
		if t.on[i] {
			t.before[i+1]++
		}
	}
	d.worked[key] = t
	return t
}

func workedKey(id string, pauses []*plan.Blackout) string {
	if len(pauses) == 0 {
		return id
	}
	var key strings.Builder
	key.WriteString(id)
	for _, b := range pauses {
		key.WriteByte(' ')
		key.WriteString(b.ID)
	}
	return key.String()
}

func (d *days) anyHolds(blackouts []*plan.Blackout, i int) bool {
	for _, b := range blackouts {
		if d.window(b)[i] {
			return true
		}
	}
	return false
}

// inWindow reports whether a blackout is on on a day.
func (d *days) inWindow(b *plan.Blackout, day calendar.Date) bool {
	return d.span.Contains(day) && d.window(b)[day-d.span.From]
}

// window says for each day whether a blackout is on.
func (d *days) window(b *plan.Blackout) []bool {
	if known := d.windows[b]; known != nil {
		return known
	}
	on := make([]bool, d.span.Days())
	for i := range on {
		on[i] = holds(b.Windows, d.span.From+calendar.Date(i))
	}
	d.windows[b] = on
	return on
}

// holds reports whether a day lies in windows, from what is written about them alone.
func holds(w calendar.Windows, day calendar.Date) bool {
	for _, s := range w.Spans {
		if s.From <= day && day <= s.To {
			return true
		}
	}
	if w.Every == nil {
		return false
	}
	_, month, dayOfMonth := day.Civil()
	today, from, to := monthDay(month, dayOfMonth), monthDay(w.Every.From.Month, w.Every.From.Day), monthDay(w.Every.To.Month, w.Every.To.Day)
	acrossNewYear := to < from
	if to == monthDay(2, 28) {
		to = monthDay(2, 29) // as an end it means the last day of February
	}
	if acrossNewYear {
		return today >= from || today <= to
	}
	return today >= from && today <= to
}

// monthDay numbers the days of a year so that they compare.
func monthDay(month, day int) int { return 100*month + day }
