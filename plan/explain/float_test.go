package explain_test

import (
	"io/fs"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/explain"
	"epr/plan/flow"
	"epr/plan/planfile"
	"epr/plan/plantest"
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
	slip  explain.Slip
	holds func(*plan.Schedule) bool
}

// checkFloat slips one activity day by day and looks when something breaks.
func checkFloat(t rapid.TB, n *plan.Network, s *plan.Schedule, f *flow.Flow, x *explain.Floats, i, most int) {
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
		x := explain.NewFloats(f)
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
		x := explain.NewFloats(f)
		for i := 0; i < f.Len(); i += step {
			if !f.IsFixed(i) {
				checkFloat(t, n, s, f, x, i, 0)
			}
		}
	}
	t.Run("example", func(t *testing.T) {
		n, s := example(t)
		check(t, n, s, 23)
	})
	for name, files := range map[string]fs.FS{
		plantest.AcuteFile:     plantest.Acute(4, 4),
		plantest.ProgrammeFile: plantest.Programme(6, 14),
	} {
		t.Run(name, func(t *testing.T) {
			n, _ := expand.Expand(planfile.Read(planfile.Folder{FS: files}, name).Plan)
			result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
			if err != nil {
				t.Fatal(err)
			}
			check(t, n, result.Schedule, 1)
		})
	}
}

// TestFall is what lies beyond a cliff, told of a go-live on the last Saturday before winter: no day
// of float, and then three months and their price.
func TestFall(t *testing.T) {
	n := network(t, `
programme = { name = "Cliff", start = 2027-10-04, end = 2028-12-31, cost_of_delay = { per_month = 310_000 } }
blackout.winter = { name = "Winter pressures", from = 2027-12-01, to = 2028-02-29, effect = "forbid", blocks = ["go-live"] }
[activity.train]
kind = "training"
days = 10
[activity.live]
name = "Go-live"
kind = "go-live"
calendar = "every-day"
starts_on = ["sat"]
days = 2
after = [{ step = "train", lag = 28 }]
by = 2028-04-30
`)
	s := schedule(t, "live 2027-11-27 2027-11-28\ntrain 2027-10-18 2027-10-29\n")
	x := explain.NewFloats(flow.New(n, s))
	i := n.Index("train")
	float := x.Of(i)
	if want := (explain.Slip{Set: true, Calendar: 0, Last: date(t, "2027-10-18")}); float.Cliff != want {
		t.Errorf("cliff float %+v, want %+v", float.Cliff, want)
	}
	fall, ok := x.Fall(i)
	want := explain.Fall{
		GoLive: n.Index("live"), Blackout: n.Plan.Blackouts.Get("winter"), From: date(t, "2027-11-28"), To: date(t, "2028-03-05"),
		Price: 100_066_666, IsSet: true,
	}
	if diff := cmp.Diff(want, fall, cmp.Comparer(func(a, b *plan.Blackout) bool { return a == b })); diff != "" || !ok {
		t.Errorf("fall %v (-want +got):\n%s", ok, diff)
	}
}
