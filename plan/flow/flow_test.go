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
	"epr/plan/flow"
	"epr/plan/plantest"
	"epr/plan/plantest/scheduled"
	"epr/plan/solve"
	"epr/plan/verify"
)

// drawn is a generated plan with a schedule.
func drawn(t *rapid.T) (*plan.Network, *plan.Schedule) {
	n := plantest.Network(t)
	result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
	if err != nil {
		t.Skip("no schedule")
	}
	return n, result.Schedule
}

// programmes are the example, a tight acute programme and a national one.
func programmes(t *testing.T) map[string]*plan.Network {
	return map[string]*plan.Network{
		"lincolnshire": plantest.Expand(t, examples.Files, "lincolnshire.toml"),
		"acute":        plantest.Expand(t, plantest.Acute(6, 6), plantest.AcuteFile),
		"national":     plantest.Expand(t, plantest.Programme(12, 20), plantest.ProgrammeFile),
	}
}

// TestUnchanged: timed again without a change, a flow gives the schedule it was made from, with and
// without maximum lags that follow.
func TestUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		unchanged(t, n, s)
	})
}

func unchanged(t rapid.TB, n *plan.Network, s *plan.Schedule) {
	f := flow.New(n, s)
	for _, follow := range []bool{false, true} {
		same(t, f, s, &flow.Timing{Follow: follow})
	}
}

// same times a flow again and expects the schedule.
func same(t rapid.TB, f *flow.Flow, s *plan.Schedule, timing *flow.Timing) {
	f.Retime(timing)
	got, ok := f.Schedule(timing)
	if !ok {
		t.Fatal("something does not fit any more")
	}
	if diff := cmp.Diff(s, got); diff != "" {
		t.Fatalf("timed again, with maximum lags followed %v (-schedule +timed):\n%s", timing.Follow, diff)
	}
}

// breakable are the rules that nobody controls once things take longer.
var breakable = map[verify.Rule]bool{
	verify.MustBy: true, verify.Contract: true, verify.Outlast: true, verify.Horizon: true, verify.MaximumLag: true,
}

// TestLonger: whatever takes longer, what people control is kept: links, calendars, windows, meetings,
// agendas and, but for loose work, teams.
func TestLonger(t *testing.T) {
	loose := 0
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		timing := &flow.Timing{Durations: make([]int, f.Len()), Follow: rapid.Bool().Draw(t, "follow")}
		for i := range timing.Durations {
			timing.Durations[i] = f.Days(i) + rapid.SampledFrom([]int{0, 0, 0, 1, 2, 7}).Draw(t, "longer")
		}
		if len(f.Loose) > 0 {
			loose++
		}
		kept(t, f, n, timing)
	})
	t.Logf("%d plans with loose work", loose)
}

// TestShorter is the same for work that takes less time.
func TestShorter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		timing := &flow.Timing{Durations: make([]int, f.Len())}
		for i := range timing.Durations {
			worked := n.Activities[i].Days.Likely - f.Days(i) // may be less than none: more may be left than there was
			timing.Durations[i] = max(1, 1-worked, f.Days(i)-rapid.SampledFrom([]int{0, 0, 1, 3}).Draw(t, "shorter"))
		}
		kept(t, f, n, timing)
	})
}

// TestProgrammes is the same, and TestUnchanged, for whole programmes, in which every third activity takes
// longer. Everybody who hands over people is found in them.
func TestProgrammes(t *testing.T) {
	for name, n := range programmes(t) {
		t.Run(name, func(t *testing.T) {
			s := scheduled.Quick(t, n)
			unchanged(t, n, s)
			f := flow.New(n, s)
			t.Logf("%d activities, %d hand-overs", f.Len(), len(f.HandOvers))
			if len(f.Loose) > 0 {
				t.Errorf("loose: %v", f.Loose)
			}
			timing := &flow.Timing{Durations: make([]int, f.Len())}
			for i := range timing.Durations {
				timing.Durations[i] = f.Days(i)
				if i%3 == 0 {
					timing.Durations[i] += 1 + i%5
				}
			}
			kept(t, f, n, timing)
		})
	}
}

// kept times a flow with other durations and has the result checked against a network with these.
func kept(t rapid.TB, f *flow.Flow, n *plan.Network, timing *flow.Timing) {
	f.Retime(timing)
	s, ok := f.Schedule(timing)
	if !ok {
		return
	}
	isLoose := map[*plan.Team]bool{}
	for _, l := range f.Loose {
		isLoose[l.Team] = true
	}
	for _, v := range verify.Check(lasting(n, f, timing.Durations), s).Violations {
		if breakable[v.Rule] && !(timing.Follow && v.Rule == verify.MaximumLag) || len(isLoose) > 0 && (v.Rule == verify.Team || v.Rule == verify.Slots) {
			continue
		}
		if v.Rule == verify.MaximumLag && !canFollow(n, v) {
			continue
		}
		t.Fatalf("%s is broken: %s", v.Rule, v.Text)
	}
}

// canFollow reports whether the earlier activity of a broken maximum lag could have followed.
func canFollow(n *plan.Network, v verify.Violation) bool {
	from := &n.Activities[n.Index(v.Activities[0])]
	return !from.IsMilestone() && !from.Started() && !from.Done()
}

// lasting is a network in which the activities take as long as given: what is still to do of each.
func lasting(n *plan.Network, f *flow.Flow, durations []int) *plan.Network {
	p := *n.Plan
	p.Adjusts = append([]plan.Adjust(nil), n.Plan.Adjusts...)
	p.Progress = append([]plan.Progress(nil), n.Plan.Progress...)
	changed := *n
	changed.Plan = &p
	changed.Activities = append([]plan.Activity(nil), n.Activities...)
	for k := range p.Progress {
		for i := range changed.Activities {
			if changed.Activities[i].Progress == &n.Plan.Progress[k] {
				changed.Activities[i].Progress = &p.Progress[k]
			}
		}
	}
	for i := range changed.Activities {
		a := &changed.Activities[i]
		if a.Done() || a.IsMilestone() || a.Kind == plan.Gate {
			continue
		}
		days := a.Days.Likely - f.Days(i) + durations[i]
		if a.Started() {
			a.Progress.Remaining = plan.Whole{N: durations[i], Set: true}
		}
		a.Days = plan.Duration{Low: days, Likely: days, High: days}
		p.Adjusts = append(p.Adjusts, plan.Adjust{Selector: a.ID, Days: a.Days})
	}
	return &changed
}

// TestMonotone: what takes longer makes nothing earlier, unless a link holds a finish.
func TestMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		if slices.ContainsFunc(n.Links, func(l plan.Link) bool {
			return !l.Type.ToStart() && !l.Max || l.Max && !l.Type.FromStart()
		}) {
			t.Skip("work is tied by its finish")
		}
		f := flow.New(n, s)
		follow := rapid.Bool().Draw(t, "follow")
		short := &flow.Timing{Durations: make([]int, f.Len()), Follow: follow}
		long := &flow.Timing{Durations: make([]int, f.Len()), Follow: follow}
		for i := range short.Durations {
			short.Durations[i] = max(1, f.Days(i)+rapid.IntRange(-3, 4).Draw(t, "days"))
			long.Durations[i] = short.Durations[i] + rapid.SampledFrom([]int{0, 0, 1, 5}).Draw(t, "more")
		}
		f.Retime(short)
		f.Retime(long)
		for i := range short.Start {
			if long.Start[i] < short.Start[i] || f.Finish(i, long) < f.Finish(i, short) {
				t.Fatalf("%s starts on %s, and with longer work on %s", n.Activities[i].ID, short.Start[i], long.Start[i])
			}
		}
	})
}

// TestLatest: one start later than the latest and something is late; on it, nothing is. Everything is
// timed afresh, from the start, to see that.
func TestLatest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		by := make([]calendar.Date, f.Len())
		for i := range by {
			by[i] = flow.Never
			if rapid.IntRange(0, 2).Draw(t, "limited") == 0 {
				row, _ := s.Find(n.Activities[i].ID)
				by[i] = row.Finish + 1 + calendar.Date(rapid.SampledFrom([]int{0, 1, 5, 30}).Draw(t, "room"))
			}
		}
		late := f.Latest(f.Limits(by, true))
		for i := range late {
			if f.IsFixed(i) {
				continue
			}
			if x := late[i]; x > f.Start(i) && !inTime(f, by, i, x) {
				t.Fatalf("%s on %s makes something late", n.Activities[i].ID, x)
			}
			if late[i] < flow.Never-1 && inTime(f, by, i, late[i]+1) {
				t.Fatalf("%s after %s makes nothing late", n.Activities[i].ID, late[i])
			}
		}
	})
}

// inTime starts an activity on a day at the earliest and reports whether all is in time.
func inTime(f *flow.Flow, by []calendar.Date, i int, x calendar.Date) bool {
	t := &flow.Timing{Follow: true, NotBefore: make([]calendar.Date, f.Len())}
	t.NotBefore[i] = x
	f.Retime(t)
	for j := range by {
		if t.Start[j] > f.HardLatest(j) || f.Finish(j, t) > max(by[j], f.Finish(j, unmoved(f))) {
			return false
		}
	}
	return true
}

func unmoved(f *flow.Flow) *flow.Timing {
	t := &flow.Timing{}
	for i := range f.Len() {
		t.Start = append(t.Start, f.Start(i))
	}
	return t
}

// TestTrial: a slip tried is the whole timed again.
func TestTrial(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		trial := f.NewTrial()
		for range 3 {
			i := rapid.IntRange(0, f.Len()-1).Draw(t, "slips")
			x := f.Start(i) + calendar.Date(rapid.IntRange(0, 60).Draw(t, "by"))
			trial.Slip(i, x, nil)
			want := &flow.Timing{Follow: true, NotBefore: make([]calendar.Date, f.Len())}
			want.NotBefore[i] = x
			f.Retime(want)
			for j := range n.Activities {
				if trial.Start(j) != want.Start[j] {
					t.Fatalf("%s to %s puts %s on %s, timed again on %s", n.Activities[i].ID, x, n.Activities[j].ID, trial.Start(j), want.Start[j])
				}
			}
		}
	})
}

const crew = `
programme = { name = "Crew", start = 2027-01-04, end = 2028-06-30, calendar = "office" }
calendar.office = { workdays = ["mon", "tue", "wed", "thu", "fri"], holidays = "none", not_worked = [2027-01-11] }
team.crew.size = [{ from = 2027-01-04, is = 3 }, { from = 2027-03-01, is = 2 }]
calendar.board = { dates = [2027-02-01, 2027-02-15, 2027-03-15], slots = 1 }

[activity.a]
kind = "build"
days = 10
needs = { crew = 2 }
[activity.b]
kind = "build"
days = 5
needs = { crew = 1 }
[activity.c]
kind = "build"
days = 5
needs = { crew = 1.5 }
after = ["a"]
[activity.d]
kind = "build"
days = 25
needs = { crew = 1 }
after = ["b"]
[activity.sign-1]
kind = "gate"
meets = "board"
after = ["a"]
[activity.sign-2]
kind = "gate"
meets = "board"
after = ["c"]
[activity.weekend]
kind = "go-live"
calendar = "every-day"
starts_on = ["sat"]
days = 3
needs = { crew = 2 }
not_before = 2027-01-09
`

// crewed is that plan with a schedule.
func crewed(t *testing.T) (*plan.Network, *plan.Schedule) {
	n := plantest.ExpandText(t, crew)
	return n, sound(t, n, "a 2027-01-04 2027-01-18", "b 2027-01-04 2027-01-08", "c 2027-01-19 2027-01-25", "d 2027-01-12 2027-02-15",
		"sign-1 2027-02-01 2027-02-01", "sign-2 2027-02-15 2027-02-15", "weekend 2027-01-09 2027-01-11")
}

// sound is a schedule written as rows, which keeps every rule.
func sound(t *testing.T, n *plan.Network, rows ...string) *plan.Schedule {
	t.Helper()
	s := plantest.Schedule(t, strings.Join(rows, "\n"))
	if r := verify.Check(n, s); !r.OK() {
		t.Fatal(r.Violations)
	}
	return s
}

// TestSharedPeople makes each activity of the plan longer, day by day: those who share people never come into
// each other's way, nobody works when the team has become smaller, and how late each can be is exact.
func TestSharedPeople(t *testing.T) {
	n, s := crewed(t)
	f := flow.New(n, s)
	moved := false
	for i := range n.Activities {
		for more := range 40 {
			timing := &flow.Timing{Durations: make([]int, f.Len())}
			for j := range timing.Durations {
				timing.Durations[j] = f.Days(j)
			}
			timing.Durations[i] += more
			kept(t, f, n, timing)
			moved = moved || timing.Start[i] > f.Start(i)
		}
	}
	if !moved {
		t.Error("nothing ever got into anybody's way")
	}
	for _, room := range []calendar.Date{0, 3, 7, 14, 30} {
		by := make([]calendar.Date, f.Len())
		for i := range by {
			by[i] = f.Finished(i) + room
		}
		for i, x := range f.Latest(f.Limits(by, true)) {
			if x > f.Start(i) && !inTime(f, by, i, x) || inTime(f, by, i, x+1) {
				t.Errorf("with %d days of room %s is said to have to start by %s", room, n.Activities[i].ID, x)
			}
		}
	}
}

// TestHandOvers: people stay with the work that follows; half a person goes where half is needed; the
// long weekend is worked by those who have the weekdays; one slot goes from one gate to the next.
func TestHandOvers(t *testing.T) {
	n, s := crewed(t)
	f := flow.New(n, s)
	want := []string{
		"a -> c: 1.5 of crew, implied",
		"weekend -> c: 0.5 of crew",
		"weekend -> d: 1 of crew",
		"sign-1 -> sign-2: 1 of board",
		"a -> weekend: 1 of crew, interleaved",
		"b -> weekend: 1 of crew",
	}
	if diff := cmp.Diff(want, handOvers(f)); diff != "" {
		t.Errorf("hand-overs (-want +got):\n%s", diff)
	}
	if len(f.Loose) > 0 {
		t.Errorf("loose: %v", f.Loose)
	}
}

// handOvers lists the hand-overs as text.
func handOvers(f *flow.Flow) []string {
	var list []string
	for _, h := range f.HandOvers {
		name := ""
		if h.Team != nil {
			name = h.Team.ID
		}
		if h.Body != nil {
			name = h.Body.ID
		}
		line := fmt.Sprintf("%s -> %s: %s of %s", f.Network.Activities[h.From].ID, f.Network.Activities[h.To].ID, h.Amount, name)
		if h.Interleaved {
			line += ", interleaved"
		}
		if h.Implied {
			line += ", implied"
		}
		list = append(list, line)
	}
	return list
}
