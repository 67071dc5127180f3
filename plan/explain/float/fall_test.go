package float_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/plantest"
	"epr/plan/plantest/scheduled"
	"epr/plan/solve"
)

// TestFall is what lies beyond a cliff, told of a go-live on the last Saturday before winter: no day
// of float, and then three months and their price.
func TestFall(t *testing.T) {
	n := plantest.ExpandText(t, `
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
	s := plantest.Schedule(t, "live 2027-11-27 2027-11-28\ntrain 2027-10-18 2027-10-29\n")
	x := float.New(flow.New(n, s))
	i := n.Index("train")
	got := x.Of(i)
	if want := (float.Slip{Set: true, Calendar: 0, Last: plantest.Date("2027-10-18")}); got.Cliff != want {
		t.Errorf("cliff float %+v, want %+v", got.Cliff, want)
	}
	fall, ok := x.Fall(i)
	want := float.Fall{
		GoLive: n.Index("live"), Blackout: n.Plan.Blackouts.Get("winter"), From: plantest.Date("2027-11-28"), To: plantest.Date("2028-03-05"),
		Price: 100_066_666, IsSet: true,
	}
	if diff := cmp.Diff(want, fall, cmp.Comparer(func(a, b *plan.Blackout) bool { return a == b })); diff != "" || !ok {
		t.Errorf("fall %v (-want +got):\n%s", ok, diff)
	}
}

// checkFall looks at every go-live after a slip beyond a cliff, with everything timed again.
func checkFall(t rapid.TB, n *plan.Network, f *flow.Flow, x *float.Floats, i int) (fell bool) {
	fall, ok := x.Fall(i)
	cliff := x.Of(i).Cliff
	if ok && !cliff.Set {
		t.Fatalf("%s has no cliff and falls: %+v", n.Activities[i].ID, fall)
	}
	if !cliff.Set {
		return false
	}
	was := flow.Timing{Follow: true}
	f.Retime(&was)
	is := flow.Timing{Follow: true, NotBefore: make([]calendar.Date, f.Len())}
	is.NotBefore[i] = f.Next(i, f.Start(i)+calendar.Date(cliff.Calendar)+1)
	f.Retime(&is)
	if !ok || fall.To.IsZero() {
		if !isLate(n, f, &is) {
			t.Fatalf("all fits beyond the cliff of %s; fall %v: %+v", n.Activities[i].ID, ok, fall)
		}
		return false
	}
	pushed, most := 0, 0
	for k := range n.Activities {
		if a := &n.Activities[k]; a.Kind == plan.GoLive && !a.Started() && !a.Done() && isPushed(f, k, is.Start[k]) {
			pushed, most = pushed+1, max(most, int(f.Finish(k, &is)-f.Finish(k, &was)))
		}
	}
	if pushed != fall.Others+1 || most != fall.Days() || int(f.Finish(fall.GoLive, &is)-f.Finish(fall.GoLive, &was)) != most {
		t.Fatalf("beyond the cliff of %s: %d go-lives are pushed, by %d days at most; want %+v", n.Activities[i].ID, pushed, most, fall)
	}
	return true
}

// isLate reports whether some activity is not done by the end of the programme, or has no day at all.
func isLate(n *plan.Network, f *flow.Flow, is *flow.Timing) bool {
	for k := range n.Activities {
		if is.Start[k] > f.DueAt(k, n.Horizon.To) {
			return true
		}
	}
	return false
}

// isPushed reports whether a window to keep out of lies between the finish of an activity and a later start.
func isPushed(f *flow.Flow, i int, start calendar.Date) bool {
	return slices.ContainsFunc(f.Closed(i), func(w calendar.Span) bool { return w.From >= f.Finished(i) && w.From < start })
}

// TestFalls is every fall of generated plans, and of a programme whose teams are busy, against timing everything again.
func TestFalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
		if err != nil {
			t.Skip("no schedule")
		}
		f := flow.New(n, result.Schedule)
		x := float.New(f)
		for i := range n.Activities {
			checkFall(t, n, f, x, i)
		}
	})
	t.Run("programme", func(t *testing.T) {
		n := plantest.Expand(t, plantest.Programme(20, 20), plantest.ProgrammeFile)
		f := flow.New(n, scheduled.Quick(t, n))
		x, falls := float.New(f), 0
		for i := range n.Activities {
			if checkFall(t, n, f, x, i) {
				falls++
			}
		}
		if t.Logf("%d falls", falls); falls == 0 {
			t.Error("no fall was looked at")
		}
	})
}
