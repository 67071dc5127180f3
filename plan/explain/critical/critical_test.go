package critical_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain"
	"epr/plan/explain/critical"
	"epr/plan/flow"
	"epr/plan/plantest"
	"epr/plan/solve"
)

// TestCriticalChain is the chain of a small plan, told step by step: a date of its own, a link, people, a
// place on an agenda, a blackout.
func TestCriticalChain(t *testing.T) {
	n := plantest.ExpandText(t, `
[programme]
name = "Test"
start = 2027-09-06
end = 2028-12-31
[calendar.board]
name = "Board"
dates = [2027-10-19, 2027-11-16, 2028-01-18, 2028-03-07]
slots = 1
[team.trainers]
name = "Trainers"
size = 4
[blackout.winter]
name = "Winter pressures"
every = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["go-live"]
[activity.build]
name = "Build"
kind = "build"
days = 10
not_before = 2027-09-13
[activity.train]
name = "Train"
kind = "training"
days = 10
needs = { trainers = 3 }
after = ["build"]
[activity.brief]
name = "Brief"
kind = "training"
days = 5
needs = { trainers = 2 }
[activity.sign]
name = "Sign"
kind = "gate"
meets = "board"
after = ["train"]
[activity.decide]
name = "Decide"
kind = "gate"
meets = "board"
after = ["brief"]
[activity.live]
name = "Go-live"
kind = "go-live"
days = 2
calendar = "every-day"
starts_on = ["sat"]
after = [{ step = "decide", lag = 15 }]
`)
	s := plantest.Schedule(t, `
brief 2027-10-11 2027-10-15
build 2027-09-13 2027-09-24
decide 2027-11-16 2027-11-16
live 2028-03-04 2028-03-05
sign 2027-10-19 2027-10-19
train 2027-09-27 2027-10-08
`)
	f := flow.New(n, s)
	var got []string
	for _, step := range critical.Chains(f, explain.Reasons(n, s))[0].Steps {
		line := n.Activities[step.Activity].Name
		for _, said := range step.Say(n, s) {
			line += "; " + said
		}
		got = append(got, line)
	}
	want := []string{
		"Build; is not to start before 13 Sep 2027",
		"Train; waits for Build, which finishes on 24 Sep 2027; " +
			"waits for a day on which it may start, from 25 Sep 2027 to 27 Sep 2027 (+2 days)",
		"Sign; waits for Train, which finishes on 8 Oct 2027; " +
			"waits for the next meeting that can decide, from 9 Oct 2027 to 19 Oct 2027 (+10 days)",
		"Decide; waits for a place on the agenda of Board, which Sign has on 19 Oct 2027; " +
			"waits for the next meeting that can decide, from 20 Oct 2027 to 16 Nov 2027 (+27 days)",
		"Go-live; waits for Decide on 16 Nov 2027, and then until 2 Dec 2027; " +
			"waits for a day on which it may start, from 2 Dec 2027 to 4 Dec 2027 (+2 days); " +
			"is moved by Winter pressures from 4 Dec 2027 to 4 Mar 2028 (+91 days)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("critical chain (-want +got):\n%s", diff)
	}
}

// TestChainsHold: each step of a chain waits for the one before, the last reaches the goal, and
// where a step is tied to the one before, that cannot be later by more than its room without moving it.
// What it waits for agrees with the reasons of the same activity.
func TestChainsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
		if err != nil {
			t.Skip("no schedule")
		}
		holdChains(t, n, result.Schedule)
	})
	t.Run("example", func(t *testing.T) {
		n, s := plantest.Example(t, "lincolnshire")
		holdChains(t, n, s)
	})
}

func holdChains(t rapid.TB, n *plan.Network, s *plan.Schedule) {
	f, reasons := flow.New(n, s), explain.Reasons(n, s)
	trial := f.NewTrial()
	for _, c := range critical.Chains(f, reasons) {
		last := c.Steps[len(c.Steps)-1]
		if row, _ := s.Find(n.Activities[last.Activity].ID); row.Finish != c.Finish || s.Finish(n, c.Goal) != c.Finish {
			t.Fatalf("the chain of %s ends on %s, not on %s", c.Goal.ID, row.Finish, s.Finish(n, c.Goal))
		}
		for k, step := range c.Steps {
			id := n.Activities[step.Activity].ID
			if k == 0 != (step.By.From < 0) || k > 0 && step.By.From != c.Steps[k-1].Activity {
				t.Fatalf("%s does not wait for the step before it", id)
			}
			checkTie(t, n, f, trial, step)
			first := reasons[step.Activity][0]
			if step.By.Binds && step.By.Link != nil && first.Cause == explain.Link &&
				!areTied(n, step) && f.Next(step.Activity, first.To) != f.Next(step.Activity, step.Ready) && !n.Activities[step.Activity].IsMilestone() {
				t.Fatalf("%s may start on %s by the chain, on %s by its reasons", id, step.Ready, first.To)
			}
		}
	}
}

// areTied reports whether a step waits for work that is held back for it: the reasons then count from when
// that work would have been done sooner.
func areTied(n *plan.Network, step critical.Step) bool {
	return slices.ContainsFunc(n.Links, func(l plan.Link) bool {
		return l.Max && l.From == step.By.From && l.To == step.Activity
	})
}

// checkTie puts off what a step waits for alone, past its room: the step has to move.
func checkTie(t rapid.TB, n *plan.Network, f *flow.Flow, trial *flow.Trial, step critical.Step) {
	if !step.By.Binds || step.By.HandOver != nil && step.By.HandOver.Interleaved {
		return
	}
	was, from := f.Start(step.Activity), step.By.From
	next := f.Next(from, f.Start(from)+calendar.Date(step.By.Room)+1)
	if next >= flow.Never {
		return
	}
	if trial.Slip(from, next, nil); trial.Start(step.Activity) <= was && trial.Start(from) == next {
		t.Fatalf("%s can be on %s and %s stays where it is", n.Activities[from].ID, next, n.Activities[step.Activity].ID)
	}
}
