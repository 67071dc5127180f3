package float_test

import (
	"io/fs"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/plantest"
	"epr/plan/plantest/scheduled"
	"epr/plan/solve"
	"epr/plan/verify"
)

// slipped is a schedule in which one activity starts on a moment or as soon after as it can, everything
// timed again; false if that does not fit into the calendars.
func slipped(f *flow.Flow, i int, x calendar.Date) (*plan.Schedule, bool) {
	t := &flow.Timing{Follow: true, NotBefore: make([]calendar.Date, f.Len())}
	t.NotBefore[i] = x
	f.Retime(t)
	return f.Schedule(t)
}

// keepsRules reports whether a schedule keeps every hard rule. A milestone that slips is no consequence any
// more, which is no fault.
func keepsRules(n *plan.Network, s *plan.Schedule, i int) bool {
	for _, v := range verify.Check(n, s).Violations {
		if v.Rule != verify.Milestone || v.Activities[0] != n.Activities[i].ID {
			return false
		}
	}
	return true
}

// keepsPromises reports whether no promised or announced date is missed that was not, nor by more.
func keepsPromises(n *plan.Network, was, is *plan.Schedule) bool {
	for k := range n.Goals {
		g := &n.Goals[k]
		late := is.Finish(n, g)
		for _, day := range []calendar.Date{g.By, g.InForce()} {
			if !day.IsZero() && late > day && late > was.Finish(n, g) {
				return false
			}
		}
	}
	return true
}

// keepsGoals reports whether no goal moves but that of an activity itself.
func keepsGoals(n *plan.Network, was, is *plan.Schedule, i int) bool {
	for k := range n.Goals {
		g := &n.Goals[k]
		if (g.Phase || g.Members[0] != i) && is.Finish(n, g) > was.Finish(n, g) {
			return false
		}
	}
	return true
}

// staysThisSide reports whether no go-live has a blackout between its old finish and its new start.
func staysThisSide(n *plan.Network, was, is *plan.Schedule) bool {
	for i := range n.Activities {
		a := &n.Activities[i]
		if a.Kind != plan.GoLive || a.Started() || a.Done() {
			continue
		}
		before, _ := was.Find(a.ID)
		after, _ := is.Find(a.ID)
		closed := a.Terms.Closed
		if !inside(a.Terms.SoftClosed, before) {
			closed = append(append([]calendar.Span{}, closed...), a.Terms.SoftClosed...)
		}
		for _, window := range closed {
			if window.From > before.Finish && window.To < after.Start {
				return false
			}
		}
	}
	return true
}

func inside(spans []calendar.Span, row plan.Row) bool {
	for _, s := range spans {
		if s.From <= row.Finish && row.Start <= s.To {
			return true
		}
	}
	return false
}

// question is one figure of a float, and what must hold as long as the slip is no longer.
type question struct {
	name  string
	slip  float.Slip
	holds func(*plan.Schedule) bool
}

// checkFloat slips one activity day by day and looks when something breaks.
func checkFloat(t rapid.TB, n *plan.Network, s *plan.Schedule, f *flow.Flow, x *float.Floats, i, most int) {
	float := x.Of(i)
	for _, q := range []question{
		{"before a promise breaks", float.Promise, func(is *plan.Schedule) bool {
			return keepsRules(n, is, i) && keepsPromises(n, s, is)
		}},
		{"before a goal moves", float.Goals, func(is *plan.Schedule) bool {
			return keepsRules(n, is, i) && keepsGoals(n, s, is, i)
		}},
		{"before a go-live is pushed past a blackout", float.Cliff, func(is *plan.Schedule) bool {
			return staysThisSide(n, s, is)
		}},
	} {
		if !q.slip.Set {
			if is, ok := slipped(f, i, f.Start(i)+180); q.name == "before a go-live is pushed past a blackout" && ok && !q.holds(is) {
				t.Fatalf("%s has no cliff, but pushes a go-live past a blackout", n.Activities[i].ID)
			}
			continue
		}
		last := f.Start(i) + calendar.Date(q.slip.Calendar)
		for day := max(f.Start(i), last-calendar.Date(most)); day <= last+1; day++ {
			is, ok := slipped(f, i, day)
			ok = ok && q.holds(is)
			if in := day <= last; in != ok && (in || f.Next(i, day) < flow.Never) {
				t.Fatalf("%s can slip by %d days, to %s, %s; but on %s that holds is %v",
					n.Activities[i].ID, q.slip.Calendar, last, q.name, day, ok)
			}
		}
	}
}

// TestFloat is the float of every activity of generated plans against slipping it day by day.
func TestFloat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		for _, l := range n.Links {
			if l.Max && n.Activities[l.From].IsMilestone() {
				t.Skip("a maximum lag from a milestone is counted from its date in the schedule")
			}
		}
		result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
		if err != nil {
			t.Skip("no schedule")
		}
		f := flow.New(n, result.Schedule)
		if len(f.Loose) > 0 {
			t.Skip("people change from day to day")
		}
		x := float.New(f)
		for i := range n.Activities {
			if !f.IsFixed(i) {
				checkFloat(t, n, result.Schedule, f, x, i, 10)
			}
		}
	})
}

// TestFloatOfProgrammes is the same for whole programmes, of the example for some activities: the last day
// of each float, and the day after.
func TestFloatOfProgrammes(t *testing.T) {
	check := func(t *testing.T, n *plan.Network, s *plan.Schedule, step int) {
		f := flow.New(n, s)
		x := float.New(f)
		for i := 0; i < f.Len(); i += step {
			if !f.IsFixed(i) {
				checkFloat(t, n, s, f, x, i, 0)
			}
		}
	}
	t.Run("example", func(t *testing.T) {
		n, s := plantest.Example(t, "lincolnshire")
		check(t, n, s, 23)
	})
	for name, files := range map[string]fs.FS{
		plantest.AcuteFile:     plantest.Acute(4, 4),
		plantest.ProgrammeFile: plantest.Programme(6, 14),
	} {
		t.Run(name, func(t *testing.T) {
			n := plantest.Expand(t, files, name)
			check(t, n, scheduled.Quick(t, n), 1)
		})
	}
}
