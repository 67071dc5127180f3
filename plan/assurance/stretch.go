package assurance

import (
	"fmt"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/explain/critical"
	"epr/plan/flow"
	"epr/plan/source"
)

// inProportion is the share of a stretch, in per cent, by which the finish has to move. Less than all of it: what
// waits for a window or a meeting has room before that, and a winter is a tenth of 600 working days.
const inProportion = 80

// criticalPath is point 12: a critical activity is made to take much longer, and the finish has to move with it. The
// order of work stays as it is; calendars and blackouts go on beyond the end of the programme for the purpose, and
// boards go on meeting; maximum lags may break. Where that is not enough, a smaller stretch is tried.
func (a *assessment) criticalPath() Check {
	c := point(12, "Critical path test", "working days by which the finish moves ÷ working days by which a critical activity is stretched", fmt.Sprintf("at least %d%%", inProportion))
	c.Measure, c.Of = Trial, "critical activity"
	if a.Flow == nil || len(a.Critical) == 0 {
		return c.without("No critical chain was worked out for this schedule.")
	}
	chain := &a.Critical[0]
	i := a.toStretch(chain.Steps)
	if i < 0 {
		return c.without("Every activity on the critical chain has happened or takes no time.")
	}
	far := a.extended()
	for _, size := range []int{a.Settings.Stretch, 100, 20, 5} {
		if size > a.Settings.Stretch {
			continue
		}
		if moved, ok := a.stretched(far, i, size, chain.Goal); ok {
			c.Population, c.Numerator, c.Denominator = 1, moved, size
			c.Note = fmt.Sprintf("%s takes %s longer: %s moves by %s. The standard names no size; 600 is customary.",
				quoted(a.id(i)), workingDays(size), quoted(orID(chain.Goal.Name, chain.Goal.ID)), workingDays(moved))
			if size < a.Settings.Stretch {
				c.Note += fmt.Sprintf(" A stretch of %d does not fit into the calendars.", a.Settings.Stretch)
			}
			if c = c.judged(moved*100 >= inProportion*size); c.Outcome == NotMet {
				c.against(a.id(i), fmt.Sprintf("stretched by %d, the finish moves by %d", size, moved))
			}
			return c
		}
	}
	return c.without("Not even a stretch of 5 working days fits into the calendars.")
}

// toStretch is the first activity of a chain that has not begun and takes time that can be stretched; -1 if none is.
// One that no closed window cuts off comes first: between two windows there is no room for a gross stretch.
func (a *assessment) toStretch(steps []critical.Step) int {
	first := -1
	for _, step := range steps {
		x := a.activity(step.Activity)
		if x.Started() || x.IsMilestone() || x.Kind == plan.Gate {
			continue
		}
		if len(x.Terms.Closed)+len(x.Terms.SoftClosed) == 0 {
			return step.Activity
		}
		if first < 0 {
			first = step.Activity
		}
	}
	return first
}

// farther is how much longer the calendars of a stretched plan are, in days: 600 working days and the windows on the
// way, twice over.
const farther = 6 * 366

// extended is the order of work with longer calendars; the plan's own if it cannot be had.
func (a *assessment) extended() *flow.Flow {
	p := *a.net.Plan
	p.Programme.End += farther
	far, problems := expand.Expand(&p)
	isError := func(x source.Problem) bool { return x.Severity == source.Error }
	if slices.ContainsFunc(problems, isError) || len(far.Activities) != len(a.net.Activities) {
		return a.Flow
	}
	known := map[*plan.Terms]bool{}
	for i := range far.Activities {
		if t := far.Activities[i].Terms; !known[t] {
			known[t] = true
			t.Meetings = goOn(t.Meetings, far.Horizon.To)
		}
	}
	return flow.New(far, a.Schedule)
}

// goOn continues meetings to a day at the interval that they have on average.
func goOn(meetings []calendar.Date, to calendar.Date) []calendar.Date {
	n := len(meetings)
	if n < 2 {
		return meetings
	}
	list, interval := slices.Clone(meetings), max(1, (meetings[n-1]-meetings[0])/calendar.Date(n-1))
	for day := meetings[n-1] + interval; day <= to; day += interval {
		list = append(list, day)
	}
	return list
}

// stretched is by how many working days a goal moves if an activity takes so many more; false if something then does
// not fit into the calendars any more.
func (a *assessment) stretched(f *flow.Flow, i, size int, g *plan.Goal) (moved int, ok bool) {
	t := flow.Timing{StandIn: true, Durations: make([]int, f.Len())}
	for k := range t.Durations {
		t.Durations[k] = max(1, f.Days(k))
	}
	t.Durations[i] += size
	f.Retime(&t)
	var reached calendar.Date
	for _, m := range g.Members {
		fin := f.Finish(m, &t)
		if fin >= flow.Never {
			return 0, false
		}
		reached = max(reached, fin-f.DueAt(m, 0))
	}
	return a.between(a.reached(g), reached), true
}
