package flow_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/calendar"
	"epr/examples"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/flow"
	"epr/plan/plantest"
	"epr/plan/plantest/scheduled"
)

// spans reads windows written as "2027-01-20 2027-01-22".
func spans(t *testing.T, texts ...string) []calendar.Span {
	t.Helper()
	var list []calendar.Span
	for _, text := range texts {
		from, err := calendar.Parse(strings.Fields(text)[0])
		to, err2 := calendar.Parse(strings.Fields(text)[1])
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		list = append(list, calendar.Span{From: from, To: to})
	}
	return list
}

// TestPlayedCrew times the plan of a crew again, and compares the rows that change with what a person finds
// with a calendar. The office works Monday to Friday, but not on 11 January; the board meets on 1 and 15
// February and 15 March and decides once; the crew are three, and two from 1 March on.
func TestPlayedCrew(t *testing.T) {
	n, s := crewed(t)
	f := flow.New(n, s)
	at := func(id string) int { return n.Index(id) }
	for _, c := range []struct {
		name string
		set  func(x *flow.Timing)
		want string
	}{
		{"refused once: the other gate loses its place to it", func(x *flow.Timing) { x.Repeats[at("sign-1")] = 1 }, `
sign-1 2027-02-15 2027-02-15
sign-2 2027-03-15 2027-03-15`},
		{"asked again after ten working days, which the next meeting does not leave", func(x *flow.Timing) {
			x.Repeats[at("sign-1")], x.RepeatGap[at("sign-1")] = 1, 10
		}, "never: sign-2\nsign-1 2027-03-15 2027-03-15"},
		{"nine are left", func(x *flow.Timing) { x.Repeats[at("sign-1")], x.RepeatGap[at("sign-1")] = 1, 9 }, `
sign-1 2027-02-15 2027-02-15
sign-2 2027-03-15 2027-03-15`},
		{"a meeting that is shut is no attempt", func(x *flow.Timing) {
			x.Repeats[at("sign-1")], x.Shut[at("sign-1")] = 1, spans(t, "2027-02-10 2027-02-20")
		}, "never: sign-2\nsign-1 2027-03-15 2027-03-15"},
		{"boards do not rest", func(x *flow.Timing) { x.Rest[at("sign-1")] = spans(t, "2027-01-25 2027-02-05") }, ""},
		{"work rests over a window, and does not start in one", func(x *flow.Timing) {
			x.Rest[at("c")] = spans(t, "2027-01-19 2027-01-19", "2027-01-22 2027-01-25")
		}, "c 2027-01-20 2027-01-28"},
		{"work stays out of a shut window, weekends and all", func(x *flow.Timing) {
			x.Shut[at("c")] = spans(t, "2027-01-24 2027-01-24")
		}, "c 2027-01-25 2027-01-29"},
		{"who is late when a third of the crew leaves is never done", func(x *flow.Timing) { x.Durations[at("c")] = 45 },
			"never: c\nnever: sign-2"},
		{"unless the others stand in", func(x *flow.Timing) { x.Durations[at("c")], x.StandIn = 45, true }, `
never: sign-2
c 2027-01-19 2027-03-22`},
		{"when they have done their own work", func(x *flow.Timing) {
			x.Durations[at("c")], x.Durations[at("d")], x.StandIn = 45, 40, true
		}, "never: sign-2\nc 2027-03-09 2027-05-10\nd 2027-01-12 2027-03-08"},
		{"and if they are enough", func(x *flow.Timing) { x.Durations[at("a")], x.StandIn = 50, true }, `
never: sign-1
never: sign-2
a 2027-01-04 2027-03-15
c 2027-03-16 2027-03-22`},
	} {
		x := &flow.Timing{Durations: make([]int, f.Len()), Repeats: make([]int, f.Len()), RepeatGap: make([]int, f.Len()),
			Shut: make([][]calendar.Span, f.Len()), Rest: make([][]calendar.Span, f.Len())}
		for i := range x.Durations {
			x.Durations[i] = f.Days(i)
		}
		c.set(x)
		f.Retime(x)
		if diff := cmp.Diff(strings.TrimSpace(c.want), changes(f, n, s, x)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// changes lists the rows of a timing that are not the schedule's, what is never done first.
func changes(f *flow.Flow, n *plan.Network, s *plan.Schedule, x *flow.Timing) string {
	var never, moved []string
	for i := range n.Activities {
		row, _ := s.Find(n.Activities[i].ID)
		switch fin := f.Finish(i, x); {
		case fin >= flow.Never:
			never = append(never, "never: "+row.ID)
		case x.Start[i] != row.Start || fin-1 != row.Finish:
			moved = append(moved, fmt.Sprint(row.ID, " ", x.Start[i], " ", fin-1))
		}
	}
	return strings.Join(append(never, moved...), "\n")
}

// TestAgain: timed again in part, everything is as if it were timed afresh, and can be put back.
func TestAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		timing := played(t, n, f)
		if rapid.Bool().Draw(t, "steady") {
			timing.Steady = shortest(t, f, timing)
		}
		f.Retime(timing)
		before, other := slices.Clone(timing.Start), worse(t, n, f, timing)
		var changed []int
		for i := range timing.Durations {
			if rapid.IntRange(0, 2).Draw(t, "changes") == 0 {
				timing.Durations[i], timing.Shut[i], timing.Rest[i] = other.Durations[i], other.Shut[i], other.Rest[i]
				timing.NotBefore[i], timing.Repeats[i] = other.NotBefore[i], other.Repeats[i]
				changed = append(changed, i)
			}
		}
		moved := f.Again(timing, changed)
		again := slices.Clone(timing.Start)
		for i := range again {
			if again[i] != before[i] && !slices.Contains(moved, int32(i)) {
				t.Fatalf("%s has moved unseen", n.Activities[i].ID)
			}
		}
		if timing.Undo(); !slices.Equal(timing.Start, before) {
			t.Fatal("undone, it is not as it was")
		}
		if f.Retime(timing); !slices.Equal(timing.Start, again) {
			t.Fatalf("timed again %v, afresh %v", again, timing.Start)
		}
	})
}

// TestLongHorizon: with some years more, the order of work is that of the schedule, and what has no room
// otherwise has some.
func TestLongHorizon(t *testing.T) {
	n := plantest.Expand(t, examples.Files, "lincolnshire.toml")
	s := scheduled.Quick(t, n)
	p := *n.Plan
	p.Programme.End += 5 * 365
	long, problems := expand.Expand(&p)
	for _, problem := range problems {
		t.Log(problem.Text)
	}
	short, f := flow.New(n, s), flow.New(long, s)
	if diff := cmp.Diff(handOvers(short), handOvers(f)); diff != "" {
		t.Errorf("hand-overs (-as planned +with more years):\n%s", diff)
	}
	same(t, f, s, &flow.Timing{StandIn: true})
	slow := &flow.Timing{Durations: make([]int, f.Len()), StandIn: true}
	for i := range slow.Durations {
		slow.Durations[i] = 2 * f.Days(i)
	}
	if f.Retime(slow); !isComplete(f, slow) {
		t.Error("there is no room for everything in five more years")
	}
	checked(t, f, long, slow, false)
	f.NewDispatch().Retime(slow)
	checked(t, f, long, slow, true)
	slow = &flow.Timing{Durations: slow.Durations, StandIn: true}
	if short.Retime(slow); isComplete(short, slow) {
		t.Error("there is room for everything anyway: the test shows nothing")
	}
}

func isComplete(f *flow.Flow, x *flow.Timing) bool {
	_, ok := f.Schedule(x)
	return ok
}

const weekend = `
programme = { name = "Weekend", start = 2027-01-04, end = 2028-06-30, calendar = "office" }
calendar.office = { workdays = ["mon", "tue", "wed", "thu", "fri"], holidays = "none" }
team.crew.size = 2

[activity.after-cutover]
kind = "build"
days = 3
needs = { crew = 1 }
[activity.after-load]
kind = "build"
days = 4
needs = { crew = 1 }
[activity.cutover]
kind = "go-live"
calendar = "every-day"
days = 3
needs = { crew = 1 }
[activity.load]
kind = "build"
days = 10
needs = { crew = 1 }
[activity.patch]
kind = "build"
calendar = "every-day"
days = 3
needs = { crew = 1 }
`

// TestRelay: of a crew of two, one is at the load on weekdays, the other at the patch from Thursday to
// Saturday. The cutover from Saturday to Monday has the one on Saturday and the other from Sunday on. Whatever
// takes longer or less time, or starts later, there are never three.
func TestRelay(t *testing.T) {
	n := plantest.ExpandText(t, weekend)
	s := sound(t, n, "after-cutover 2027-01-12 2027-01-14", "after-load 2027-01-18 2027-01-21",
		"cutover 2027-01-09 2027-01-11", "load 2027-01-04 2027-01-15", "patch 2027-01-07 2027-01-09")
	f := flow.New(n, s)
	if len(f.Loose) != 1 || f.Loose[0].Activity != n.Index("cutover") || !f.Loose[0].Relay {
		t.Fatalf("loose: %v", f.Loose)
	}
	same(t, f, s, &flow.Timing{StandIn: true})
	for i := range n.Activities {
		for k := -9; k < 15; k++ {
			x := &flow.Timing{Durations: make([]int, f.Len()), NotBefore: make([]calendar.Date, f.Len()), StandIn: true}
			for j := range x.Durations {
				x.Durations[j] = f.Days(j)
			}
			x.Durations[i] = max(1, f.Days(i)+k)
			f.Retime(x)
			checked(t, f, n, x, false)
			x.Durations[i], x.NotBefore[i] = f.Days(i), f.Start(i)+calendar.Date(k)
			f.Retime(x)
			checked(t, f, n, x, false)
		}
	}
}

// TestNational: in a national programme a handful of cutovers are loose, and all of them have relays.
func TestNational(t *testing.T) {
	if testing.Short() {
		t.Skip("plans 6,180 activities")
	}
	n := plantest.Expand(t, plantest.Programme(plantest.NationalTrusts, plantest.NationalSteps), plantest.ProgrammeFile)
	f := flow.New(n, scheduled.Quick(t, n))
	for _, l := range f.Loose {
		if !l.Relay {
			t.Errorf("nobody is found for %s", n.Activities[l.Activity].ID)
		}
	}
	x := &flow.Timing{Durations: make([]int, f.Len()), StandIn: true}
	for _, stretch := range []int{80, 100, 125} {
		for i := range x.Durations {
			x.Durations[i] = max(1, f.Days(i)*(stretch+i%20)/100)
		}
		f.Retime(x)
		checked(t, f, n, x, false)
	}
	t.Logf("%d loose", len(f.Loose))
}
