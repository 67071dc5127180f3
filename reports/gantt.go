package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain"
)

// Gantt is what a chart of every activity shows beside the dates of the schedule: how the activities are
// grouped, when work is closed to each, and why each is when it is.
type Gantt struct {
	Span calendar.Span // from the first start to the last finish
	Show calendar.Span // the part to show first: the same without the years in which benefits are realised
	// Rows has one row for each activity, aligned with Pack.Schedule.
	Rows []GanttRow
	// Windows are the sets of days that are closed to some work, each merged and in order.
	Windows [][]calendar.Span
	// Blackouts are the windows that close days to go-lives, by first day, and Lanes how many lanes they need
	// so that none overlap.
	Blackouts        []GanttBlackout
	Lanes            int
	ByPhase, ByTrust []GanttGroup
}

// GanttBlackout is one window of a blackout.
type GanttBlackout struct {
	ID, Name string
	Span     calendar.Span
	Soft     bool // it may be entered at a price
	Lane     int  // from 0
}

// GanttRow is what a chart tells of one activity.
type GanttRow struct {
	Site, Workflow string // names; "" where it belongs to all
	Promise        Promise
	Slack          plan.Whole // calendar days to Promise
	// Critical names the phases on whose critical chains it lies.
	Critical []string
	Closed   int // position in Gantt.Windows of the days on which it cannot be worked; -1 if there are none
	// Why says what holds its start, in time order, as ends of a sentence that begins with the activity.
	Why []string
	// Back is the chain that leads to it, from what it waits for backwards, as positions in Pack.Schedule;
	// Further counts the activities before those.
	Back    []int
	Further int
}

// GanttSteps is how many activities of a chain a row tells of.
const GanttSteps = 12

// GanttGroup is activities that stand together in a chart.
type GanttGroup struct {
	Level         Level
	ID, Name      string
	Start, Finish calendar.Date
	Activities    Share // done, of all
	Promise       Promise
	Slack         plan.Whole
	Rating        Rating
	Closed        int // position in Gantt.Windows of the days that are closed to its go-lives; -1 if none
	Groups        []GanttGroup
	Rows          []int // of its own activities, as positions in Pack.Schedule
}

// gantt arranges the activities of a pack whose schedule is known.
func (f *facts) gantt(p *Pack) Gantt {
	c := charting{facts: f, pack: p, sets: map[*plan.Terms]int{}, at: make([]int, len(f.rows))}
	for k := range p.Schedule {
		i := f.net.Index(p.Schedule[k].ID)
		c.order = append(c.order, i)
		c.at[i] = k
	}
	if len(c.order) == 0 {
		return Gantt{}
	}
	c.setSpan()
	c.placeBlackouts()
	critical := f.onChains()
	for _, i := range c.order {
		c.gantt.Rows = append(c.gantt.Rows, c.row(i, critical[i]))
	}
	c.gantt.ByPhase = c.byPhase()
	c.gantt.ByTrust = c.byTrust()
	return c.gantt
}

// charting is a chart being made.
type charting struct {
	*facts
	pack  *Pack
	gantt Gantt
	order []int               // activities as the schedule lists them
	at    []int               // position in the schedule of each activity
	sets  map[*plan.Terms]int // position in Windows of what is closed to work of these terms
}

func (c *charting) setSpan() {
	c.gantt.Show = c.pageSpan()
	c.gantt.Span = calendar.Span{From: c.rows[c.order[0]].Start}
	for _, row := range c.rows {
		c.gantt.Span.To = max(c.gantt.Span.To, row.Finish)
	}
}

// placeBlackouts gives each window that closes days to go-lives the first lane in which it overlaps no other.
func (c *charting) placeBlackouts() {
	for _, b := range c.closingBlackouts() {
		for _, window := range b.Windows.In(c.gantt.Span) {
			c.gantt.Blackouts = append(c.gantt.Blackouts, GanttBlackout{ID: b.ID, Name: orID(b.Name, b.ID), Span: window, Soft: b.Soft})
		}
	}
	slices.SortStableFunc(c.gantt.Blackouts, func(a, b GanttBlackout) int { return int(a.Span.From) - int(b.Span.From) })
	var ends []calendar.Date
	for k := range c.gantt.Blackouts {
		b := &c.gantt.Blackouts[k]
		b.Lane = slices.IndexFunc(ends, func(end calendar.Date) bool { return end < b.Span.From })
		if b.Lane < 0 {
			b.Lane = len(ends)
			ends = append(ends, 0)
		}
		ends[b.Lane] = b.Span.To
	}
	c.gantt.Lanes = len(ends)
}

// onChains names, for each activity, the phases on whose critical chains it lies.
func (f *facts) onChains() map[int][]string {
	on := map[int][]string{}
	for k := range f.in.Critical {
		chain := &f.in.Critical[k]
		for s := range chain.Steps {
			i := chain.Steps[s].Activity
			on[i] = append(on[i], orID(chain.Goal.Name, chain.Goal.ID))
		}
	}
	return on
}

func (c *charting) row(i int, critical []string) GanttRow {
	a := c.activity(i)
	row := GanttRow{Promise: c.promise(i), Critical: critical, Closed: c.closedTo(a)}
	_, _, row.Site = c.placeNames(a.Place)
	if w := c.plan.Workflows.Get(a.Place.Workflow); w != nil {
		row.Workflow = orID(w.Name, w.ID)
	}
	row.Slack = row.Promise.Slack(c.rows[i].Finish)
	for _, r := range c.reasons(i) {
		row.Why = append(row.Why, explain.Say(c.net, c.in.Schedule, r))
	}
	links := c.chainTo(i).links // ends with i
	back := links[:len(links)-1]
	for k := len(back) - 1; k >= 0 && len(row.Back) < GanttSteps; k-- {
		row.Back = append(row.Back, c.at[back[k]])
	}
	row.Further = len(back) - len(row.Back)
	return row
}

// closedTo is the set of days that are closed to an activity.
func (c *charting) closedTo(a *plan.Activity) int {
	if a.Terms == nil {
		return -1
	}
	if at, ok := c.sets[a.Terms]; ok {
		return at
	}
	c.sets[a.Terms] = c.addWindows(c.closedDays(a.Terms))
	return c.sets[a.Terms]
}

// closedDays are the days on which work of some terms must not be, or rests.
func (f *facts) closedDays(t *plan.Terms) []calendar.Span {
	days := slices.Clone(t.Closed)
	for _, b := range t.Pauses {
		days = append(days, b.Windows.In(f.net.Horizon)...)
	}
	return days
}

// addWindows keeps a set of days once and says where.
func (c *charting) addWindows(days []calendar.Span) int {
	days = calendar.Merge(days)
	if len(days) == 0 {
		return -1
	}
	for at, known := range c.gantt.Windows {
		if slices.Equal(known, days) {
			return at
		}
	}
	c.gantt.Windows = append(c.gantt.Windows, days)
	return len(c.gantt.Windows) - 1
}
