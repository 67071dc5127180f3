package flow_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/flow"
	"epr/plan/verify"
)

// played draws a timing as a forecast makes it: other durations, windows, further meetings.
func played(t *rapid.T, n *plan.Network, f *flow.Flow) *flow.Timing {
	timing := &flow.Timing{
		Durations: make([]int, f.Len()), NotBefore: make([]calendar.Date, f.Len()),
		Shut: make([][]calendar.Span, f.Len()), Rest: make([][]calendar.Span, f.Len()),
		Repeats: make([]int, f.Len()), RepeatGap: make([]int, f.Len()),
		Follow: rapid.Bool().Draw(t, "follow"), StandIn: rapid.Bool().Draw(t, "stand in"),
	}
	for i := range timing.Durations {
		worked := n.Activities[i].Days.Likely - f.Days(i) // may be less than none: more may be left than there was
		more := rapid.SampledFrom([]int{0, 0, 0, 1, 4, -1, -3}).Draw(t, "longer")
		timing.Durations[i] = max(1, 1-worked, f.Days(i)+more)
		if rapid.IntRange(0, 5).Draw(t, "put off") == 0 && !n.Activities[i].IsMilestone() { // nobody puts off a milestone
			timing.NotBefore[i] = f.Start(i) + calendar.Date(rapid.IntRange(-20, 40).Draw(t, "by"))
		}
		if rapid.IntRange(0, 3).Draw(t, "shut") == 0 {
			timing.Shut[i] = windows(t, n, f, i)
		}
		if rapid.IntRange(0, 3).Draw(t, "rests") == 0 {
			timing.Rest[i] = windows(t, n, f, i)
		}
		timing.Repeats[i] = rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(t, "repeats")
		timing.RepeatGap[i] = rapid.SampledFrom([]int{0, 0, 3, 25}).Draw(t, "gap")
	}
	return timing
}

// windows draws up to three windows around an activity, none of them before the status date.
func windows(t *rapid.T, n *plan.Network, f *flow.Flow, i int) []calendar.Span {
	var spans []calendar.Span
	for range rapid.IntRange(1, 3).Draw(t, "windows") {
		from := f.Start(i) + calendar.Date(rapid.IntRange(-10, 40).Draw(t, "from"))
		from = max(from, n.Plan.Programme.Status, n.Horizon.From)
		spans = append(spans, calendar.Span{From: from, To: from + calendar.Date(rapid.IntRange(0, 12).Draw(t, "days"))})
	}
	return calendar.Merge(spans)
}

// worse draws a timing in which everything takes at least as long, starts as late, is closed as often.
func worse(t *rapid.T, n *plan.Network, f *flow.Flow, base *flow.Timing) *flow.Timing {
	timing := &flow.Timing{
		Durations: slices.Clone(base.Durations), NotBefore: slices.Clone(base.NotBefore),
		Shut: slices.Clone(base.Shut), Rest: slices.Clone(base.Rest),
		Repeats: slices.Clone(base.Repeats), RepeatGap: slices.Clone(base.RepeatGap),
		Steady: base.Steady, Follow: base.Follow, StandIn: base.StandIn,
	}
	for i := range timing.Durations {
		if rapid.IntRange(0, 2).Draw(t, "is worse") > 0 {
			continue
		}
		switch rapid.IntRange(0, 4).Draw(t, "how") {
		case 0:
			timing.Durations[i] += rapid.IntRange(1, 9).Draw(t, "more days")
		case 1:
			timing.NotBefore[i] = max(timing.NotBefore[i], f.Start(i)+calendar.Date(rapid.IntRange(-5, 30).Draw(t, "not before")))
		case 2:
			timing.Shut[i] = calendar.Merge(slices.Concat(timing.Shut[i], windows(t, n, f, i)))
		case 3:
			timing.Rest[i] = calendar.Merge(slices.Concat(timing.Rest[i], windows(t, n, f, i)))
		case 4:
			timing.Repeats[i]++
			timing.RepeatGap[i] += rapid.IntRange(0, 3).Draw(t, "more gap")
		}
	}
	return timing
}

// as is a network with the durations of a timing, and with a blackout for each of its windows.
func as(n *plan.Network, f *flow.Flow, timing *flow.Timing) *plan.Network {
	changed := n
	if timing.Durations != nil {
		changed = lasting(n, f, timing.Durations)
	}
	p := *changed.Plan
	p.Blackouts = plan.Table[plan.Blackout]{}
	for id, b := range changed.Plan.Blackouts.All() {
		p.Blackouts.Add(id, b)
	}
	with := *changed
	with.Plan, with.Activities = &p, slices.Clone(changed.Activities)
	for i := range with.Activities {
		if timing.Shut != nil {
			closeDays(&with, i, "shut-", plan.Forbid, timing.Shut[i])
		}
		if timing.Rest != nil {
			closeDays(&with, i, "rest-", plan.Pause, timing.Rest[i])
		}
	}
	return &with
}

// closeDays adds a blackout for one activity to a network and its plan.
func closeDays(n *plan.Network, i int, prefix string, effect plan.Effect, spans []calendar.Span) {
	a := &n.Activities[i]
	if len(spans) == 0 {
		return
	}
	b := &plan.Blackout{ID: prefix + a.ID, Effect: effect, Windows: calendar.Windows{Spans: spans}, Activities: []string{a.ID}}
	n.Plan.Blackouts.Add(b.ID, b)
	if !a.IsMilestone() {
		terms := *a.Terms
		terms.Forbids, terms.Pauses = slices.Clip(terms.Forbids), slices.Clip(terms.Pauses)
		terms.Place(b)
		a.Terms = &terms
	}
}

// checked has a timing checked against a network that really has its durations and windows.
func checked(t rapid.TB, f *flow.Flow, n *plan.Network, timing *flow.Timing, isDispatched bool) {
	s, ok := f.Schedule(timing)
	if !ok {
		return
	}
	for _, v := range verify.Check(as(n, f, timing), s).Violations {
		isFollowed := v.Rule == verify.MaximumLag && timing.Follow && canFollow(n, v)
		isLoose := slices.ContainsFunc(f.Loose, func(l flow.Loose) bool { return !l.Relay || !timing.StandIn })
		if breakable[v.Rule] && !isFollowed || isLoose && !isDispatched && (v.Rule == verify.Team || v.Rule == verify.Slots) {
			continue
		}
		t.Fatalf("%s is broken: %s; loose: %v", v.Rule, v.Text, f.Loose)
	}
}

// shortest draws the shortest durations that a timing and others may have.
func shortest(t *rapid.T, f *flow.Flow, timing *flow.Timing) []int {
	short := slices.Clone(timing.Durations)
	for i := range short {
		short[i] = max(1, short[i]-rapid.SampledFrom([]int{0, 0, 1, 4}).Draw(t, "shorter"))
	}
	return short
}

// TestPlayed: whatever a forecast plays, what people control is kept, steady or not.
func TestPlayed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		timing := played(t, n, f)
		if rapid.Bool().Draw(t, "steady") {
			timing.Steady = shortest(t, f, timing)
		}
		f.Retime(timing)
		checked(t, f, n, timing, false)
	})
}

// TestSteadyUnchanged: a steady timing whose work can only take as long as planned is the schedule.
func TestSteadyUnchanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		timing := &flow.Timing{Steady: make([]int, f.Len()), Follow: rapid.Bool().Draw(t, "follow")}
		for i := range timing.Steady {
			timing.Steady[i] = f.Days(i)
		}
		same(t, f, s, timing)
	})
}

// TestSteady: nothing is finished earlier, nor seen to start earlier, when something is worse.
func TestSteady(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		base := played(t, n, f)
		base.Steady = shortest(t, f, base)
		bad := worse(t, n, f, base)
		f.Retime(base)
		f.Retime(bad)
		for i := range base.Start {
			if f.Finish(i, bad) < f.Finish(i, base) || bad.Seen(i) < base.Seen(i) {
				t.Fatalf("%s is seen from %s to %s, and when things are worse from %s to %s", n.Activities[i].ID,
					base.Seen(i), f.Finish(i, base), bad.Seen(i), f.Finish(i, bad))
			}
		}
	})
}

// TestDispatch: filled afresh, teams and agendas are never too small, for loose work neither, and the rules
// that people control are kept.
func TestDispatch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, s := drawn(t)
		f := flow.New(n, s)
		timing := played(t, n, f)
		d := f.NewDispatch()
		d.Retime(timing)
		checked(t, f, n, timing, true)
		first := slices.Clone(timing.Start)
		if d.Retime(timing); !slices.Equal(first, timing.Start) {
			t.Fatal("the same again gives other dates")
		}
	})
}
