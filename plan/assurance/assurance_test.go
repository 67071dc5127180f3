package assurance_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/assurance"
	"epr/plan/explain"
	"epr/plan/explain/critical"
	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/plantest"
	"epr/plan/plantest/scheduled"
	"epr/plan/solve"
	"epr/plan/verify"
)

// model has something for every check to count, and something for it to leave alone.
const model = `
[programme]
name = "Test"
start = 2027-01-04
status = 2027-03-01
end = 2029-12-31
[calendar.board]
dates = [2027-06-15, 2027-10-12, 2028-04-11]
[team.people]
name = "People"
size = 4
[contract.old]
name = "Old system"
starts = 2020-01-01
ends = 2027-06-30
outlast = ["go-live"]
extensions = [ { to = 2028-12-31, price = 10_000, notice = 90 } ]
[blackout.winter]
name = "Winter pressures"
every = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["go-live"]
[waiver.unused]
blackout = "winter"
activities = ["train"]
approver = "Chief operating officer"
date = 2027-02-01
reason = "in case"
[activity.design]
kind = "design"
days = 10
needs = { people = 2 }
[activity.build]
kind = "build"
days = 60
after = [ { step = "design", lag = 5 } ]
needs = { people = 2 }
[activity.test]
kind = "test"
days = 20
after = [ { step = "build", lag = -5 } ]
needs = { people = 2 }
by = 2027-05-14
[activity.train]
kind = "training"
days = 20
after = [ { step = "build", link = "start-start" } ]
needs = { people = 2 }
[activity.approve]
kind = "gate"
meets = "board"
after = ["test", "train"]
criteria = ["Tests passed"]
[activity.go-live]
kind = "go-live"
days = 1
after = ["approve"]
must_by = 2028-12-29
[activity.all-live]
kind = "milestone"
after = ["go-live"]
[activity.papers]
kind = "governance"
days = 3
[progress.design]
started = 2027-01-04
finished = 2027-01-18
`

// input schedules a network and gathers all that the checks can use.
func input(t testing.TB, n *plan.Network) assurance.Input {
	t.Helper()
	s := scheduled.Quick(t, n)
	order := flow.New(n, s)
	in := assurance.Input{Network: n, Schedule: s, Flow: order, Floats: float.New(order),
		Critical: critical.Chains(order, explain.Reasons(n, s))}
	for _, rule := range verify.Check(n, s).Rules {
		in.Verified = append(in.Verified, assurance.Verified{Rule: string(rule.Rule), Facts: rule.Checked})
	}
	return in
}

// told is the checks as lines, with what was counted against the schedule under each.
func told(checks []assurance.Check) string {
	var b strings.Builder
	for _, c := range checks {
		fmt.Fprintf(&b, "%s %d/%d of %d: %s", c.ID, c.Numerator, c.Denominator, c.Population, c.Outcome)
		if c.Why != "" {
			fmt.Fprintf(&b, " (%s)", c.Why)
		}
		b.WriteByte('\n')
		for _, o := range c.Offenders {
			fmt.Fprintf(&b, "  %s: %s\n", o.ID, o.Why)
		}
	}
	return b.String()
}

// TestAssess compares every check of a small plan, which was committed a week earlier, with what was worked out by
// hand.
func TestAssess(t *testing.T) {
	in := input(t, plantest.ExpandText(t, model))
	in.Committed = earlier(in.Schedule, 7)
	want := `dcma-01 1/6 of 6: not met
  papers: neither predecessor nor successor
dcma-02 1/6 of 6: not met
  test: after build: a lag of −5 working days
dcma-03 1/6 of 6: not met
  build: after design: a lag of 5 working days
dcma-04 5/6 of 6: not met
  train: after build: start-start
dcma-05 1/6 of 6: not met
  go-live: go-live must be finished by 29 Dec 2028
dcma-06 3/6 of 6: not met
  papers: 715 working days
  go-live: 226 working days
  approve: 127 working days
dcma-07 2/6 of 6: not met
  build: −23 working days, for “test”
  test: −23 working days, for “test”
dcma-08 1/6 of 6: not met
  build: 60 working days
dcma-09 0/7 of 7: met
dcma-10 3/6 of 6: not met
  approve: needs no team of the plan
  go-live: needs no team of the plan
  papers: needs no team of the plan
dcma-11 2/2 of 2: not met
  design: 7 days later than 11 Jan 2027
  papers: 7 days later than 24 Feb 2027
dcma-12 603/600 of 1: met
dcma-13 153/158 of 1: met
dcma-14 1/2 of 2: not met
  papers: was due and is not done
epr-gates 1/1 of 1: not met
  approve: no evidence
epr-cliffs 0/1 of 1: met
epr-training 1/1 of 1: not met
  train: starts 157 working days before go-live
epr-promises 1/1 of 1: not met
  test: 34 days late for 14 May 2027
epr-waivers 1/1 of 1: not met
  unused: nothing makes use of it
epr-covered 0/1 of 1: met
epr-extensions 1/1 of 1: not met
  old: ends on 30 Jun 2027, is needed to 13 Oct 2027
epr-verified 0/13 of 13: met
`
	if diff := cmp.Diff(want, told(assurance.Assess(in))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// earlier is a schedule in which everything lay some days earlier.
func earlier(s *plan.Schedule, days calendar.Date) *plan.Schedule {
	was := &plan.Schedule{}
	for _, row := range s.Rows {
		was.Rows = append(was.Rows, plan.Row{ID: row.ID, Start: row.Start - days, Finish: row.Finish - days})
	}
	return was
}

// TestWithout assesses with nothing but network and schedule: what cannot be checked says why.
func TestWithout(t *testing.T) {
	full := input(t, plantest.ExpandText(t, model))
	full.Network.Plan.Programme.Status = 0
	var got []string
	for _, c := range assurance.Assess(assurance.Input{Network: full.Network, Schedule: full.Schedule}) {
		if c.Outcome == assurance.NotApplicable {
			got = append(got, c.ID+": "+c.Why)
		}
	}
	want := []string{
		"dcma-06: No floats were worked out for this schedule.",
		"dcma-07: No floats were worked out for this schedule.",
		"dcma-08: There is no baseline, and no schedule has been committed to compare with.",
		"dcma-09: The plan states no status date.",
		"dcma-11: There is no baseline, and no schedule has been committed to compare with.",
		"dcma-12: No critical chain was worked out for this schedule.",
		"dcma-13: The plan states no status date.",
		"dcma-14: There is no baseline, and no schedule has been committed to compare with.",
		"epr-cliffs: No floats were worked out for this schedule.",
		"epr-verified: What the independent check counted was not handed in.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEmpty assesses a plan without activities: nothing is met by having nothing to look at.
func TestEmpty(t *testing.T) {
	n := plantest.ExpandText(t, "[programme]\nname = \"Empty\"\nstart = 2027-01-04\nstatus = 2027-01-04\nend = 2028-01-04\n")
	for _, c := range assurance.Assess(assurance.Input{Network: n, Schedule: &plan.Schedule{}, Committed: &plan.Schedule{}}) {
		if c.Outcome != assurance.NotApplicable || c.Why == "" {
			t.Errorf("%s is %s: %q", c.ID, c.Outcome, c.Why)
		}
	}
}

// TestAssessAnything holds on any plan what a reader takes for granted of a check.
func TestAssessAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
		if err != nil || result.Schedule == nil {
			t.Skip("no schedule")
		}
		s := result.Schedule
		order := flow.New(n, s)
		checks := assurance.Assess(assurance.Input{Network: n, Schedule: s, Committed: earlier(s, 3), Flow: order,
			Floats: float.New(order), Critical: critical.Chains(order, explain.Reasons(n, s))})
		for _, c := range checks {
			sound(t, c)
		}
		negative := checks[6]
		for k := range n.Goals {
			last, isLate := lateMember(n, s, &n.Goals[k])
			if is := func(o assurance.Offender) bool { return o.ID == last }; isLate && !slices.ContainsFunc(negative.Offenders, is) {
				t.Fatalf("%s makes a promise late and has no negative float: %v", last, negative.Offenders)
			}
		}
	})
}

// lateMember is the unfinished work that reaches a goal last, if that is later than promised.
func lateMember(n *plan.Network, s *plan.Schedule, g *plan.Goal) (string, bool) {
	for _, m := range g.Members {
		a := &n.Activities[m]
		row, _ := s.Find(a.ID)
		isLate := !g.By.IsZero() && row.Finish > g.By || !g.InForce().IsZero() && row.Finish > g.InForce()
		if row.Finish == s.Finish(n, g) && isLate && !a.Done() && !a.IsMilestone() {
			return a.ID, true
		}
	}
	return "", false
}

func sound(t *rapid.T, c assurance.Check) {
	switch {
	case c.Outcome == assurance.NotApplicable:
		if c.Why == "" || len(c.Offenders) > 0 {
			t.Fatalf("%s is not applicable: %q, %v", c.ID, c.Why, c.Offenders)
		}
	case c.Denominator <= 0 || c.Population <= 0:
		t.Fatalf("%s is %s of nothing", c.ID, c.Outcome)
	case c.Measure == assurance.Share && c.Numerator > c.Denominator:
		t.Fatalf("%s counts %d of %d", c.ID, c.Numerator, c.Denominator)
	case c.Outcome == assurance.NotMet && c.Measure != assurance.Index && len(c.Offenders) == 0:
		t.Fatalf("%s is not met and names nobody", c.ID)
	}
}

// TestBaseline sees that the approved baseline is measured against rather than what was committed last.
func TestBaseline(t *testing.T) {
	in := input(t, plantest.ExpandText(t, model))
	in.Committed = earlier(in.Schedule, 0)
	approved := plan.Baseline{ID: "board-january", Date: in.Network.Horizon.From, Schedule: earlier(in.Schedule, 7)}
	if !in.Network.Plan.Baselines.Add(approved.ID, &approved) {
		t.Fatal("the test's baseline is there already")
	}
	missed := assurance.Assess(in)[10]
	want := []assurance.Offender{{ID: "design", Why: "7 days later than 11 Jan 2027"}, {ID: "papers", Why: "7 days later than 24 Feb 2027"}}
	if diff := cmp.Diff(want, missed.Offenders); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if want := "The baseline is “board-january”, approved on 4 Jan 2027."; missed.Note != want {
		t.Errorf("%q, want %q", missed.Note, want)
	}
}

// TestCriticalPathTest stretches a critical activity that has room before a meeting: too little to move the finish,
// and grossly.
func TestCriticalPathTest(t *testing.T) {
	for _, c := range []struct {
		size int
		want assurance.Outcome
	}{
		{5, assurance.NotMet}, // the board meets when it meets
		{600, assurance.Met},
	} {
		in := input(t, plantest.ExpandText(t, model))
		in.Settings.Stretch = c.size
		if got := assurance.Assess(in)[11]; got.Outcome != c.want || got.Denominator != c.size {
			t.Errorf("stretched by %d: %s, %d of %d", c.size, got.Outcome, got.Numerator, got.Denominator)
		}
	}
}
