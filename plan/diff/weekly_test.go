package diff_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
	"epr/plan/solve"
	"epr/plan/verify"
	"epr/reports"
)

const weeks = 30

// TestWeekly plays 30 weeks of the example: work happens more or less as planned, the plan is edited, planned anew
// near the schedule of the week before, now and then approved as a baseline, and its dates announced. Every version is
// valid, and in the end the history of every date is known and the trends of the pack are right.
func TestWeekly(t *testing.T) {
	if testing.Short() {
		t.Skip("plans the example 30 times")
	}
	p := newProgramme(t, 7)
	var log weekly
	for range weeks {
		before := p.now.Schedule
		p = p.next(t)
		if p.week%6 == 0 {
			p.approve(t)
			p.now = p.keeping(t)
		}
		log.keep(p)
		moved := 0
		for _, id := range movedOf(before, p.now.Schedule) {
			if a := &p.now.Network.Activities[p.now.Network.Index(id)]; !a.Started() && !a.Done() {
				moved++
			}
		}
		t.Logf("week %d, %s: %d to come moved, %d in a fresh plan, lateness %v, price %d weighted days", p.week, p.status, moved,
			p.kept.FreshMoves, lateness(p.now.Network, p.now.Schedule), p.kept.FinishDays)
	}
	log.checkHistories(t, p)
	log.checkTrends(t, p)
}

// next is the next week: what happened, one or two edits, perhaps an announcement, and a schedule near the last one.
// Edits that leave no schedule are thought better of; so are delays that what has happened does not allow.
func (p *programme) next(t *testing.T) *programme {
	t.Helper()
	committed := p.now.Schedule
	for try, slips := range []float64{0.25, 0.25, 0} {
		c := p.clone()
		c.work(slips)
		for range 2 {
			if try == 0 {
				c.edit()
			}
		}
		if c.week%4 == 3 && try == 0 {
			phase := phasesOf(p.now)[c.IntN(len(phasesOf(p.now)))]
			c.announce(phase.ID, phase.Finish)
		}
		c.now = c.read(t)
		if problems := plan.Check(c.now.Plan); slices.ContainsFunc(problems, isError) {
			t.Fatalf("week %d has errors: %v", c.week, problems)
		}
		r, err := solve.Solve(c.now.Network, solve.Options{Effort: solve.Quick, Committed: committed})
		if err != nil {
			t.Logf("week %d: %v", c.week, err)
			continue
		}
		if broken := verify.Check(c.now.Network, r.Schedule).Violations; len(broken) > 0 {
			t.Fatalf("week %d breaks rules: %v", c.week, broken)
		}
		c.now.Schedule, c.kept = r.Schedule, r.Kept
		return c
	}
	t.Fatalf("week %d has no schedule", p.week+1)
	return nil
}

// keeping is the version read again, as after a new baseline, with the schedule it has.
func (p *programme) keeping(t *testing.T) *diff.Version {
	t.Helper()
	v := p.read(t)
	v.Schedule = p.now.Schedule
	return v
}

// weekly is what a reader of the repository could have noted down.
type weekly struct {
	kept   []diff.Kept
	phases [][]diff.Phase // of each week
	dates  []*plan.Schedule
}

func (w *weekly) keep(p *programme) {
	phases := phasesOf(p.now)
	var n *plan.Network
	if diff.NeedsNetwork(p.now.Plan) {
		n = p.now.Network
	}
	w.kept = append(w.kept, diff.NewKept(fmt.Sprintf("week %d", p.week), p.status, p.now.Plan, n, diff.Dated{Schedule: p.now.Schedule, Phases: phases}))
	w.phases, w.dates = append(w.phases, phases), append(w.dates, p.now.Schedule)
}

// checkHistories: of every phase each date that was announced, approved or planned is told, in order.
func (w *weekly) checkHistories(t *testing.T, p *programme) {
	t.Helper()
	histories := diff.Histories(w.kept, p.now.Network, p.now.Schedule)
	announced := 0
	for _, phase := range w.phases[weeks-1] {
		k := slices.IndexFunc(histories, func(h diff.History) bool { return h.IsPhase && h.ID == phase.ID })
		if k < 0 {
			t.Errorf("phase %s has no history", phase.ID)
			continue
		}
		h := &histories[k]
		var told, approved, stood []calendar.Date
		for _, a := range h.Told {
			told = append(told, a.Date)
		}
		for _, s := range h.Approved {
			approved = append(approved, s.Finish)
		}
		for _, s := range h.Stood {
			stood = append(stood, s.Finish)
		}
		announced += len(told)
		if d := cmp.Diff(p.told[phase.ID], told); d != "" {
			t.Errorf("phase %s was announced (-want +got):\n%s", phase.ID, d)
		}
		if d := cmp.Diff(w.approved(phase.ID), approved); d != "" {
			t.Errorf("phase %s was approved (-want +got):\n%s", phase.ID, d)
		}
		if d := cmp.Diff(w.planned(phase.ID), append(stood, phase.Finish)); d != "" {
			t.Errorf("phase %s was planned (-want +got):\n%s", phase.ID, d)
		}
	}
	if announced < 5 {
		t.Errorf("only %d dates were announced", announced)
	}
}

// planned are the finishes of a phase week by week, each as long as it stood once.
func (w *weekly) planned(id string) []calendar.Date {
	var list []calendar.Date
	for _, phases := range w.phases {
		list = append(list, finishIn(phases, id))
	}
	return slices.Compact(list)
}

// approved are the finishes of a phase in the weeks of the baselines.
func (w *weekly) approved(id string) []calendar.Date {
	var list []calendar.Date
	for week := 6; week <= weeks; week += 6 {
		list = append(list, finishIn(w.phases[week-1], id))
	}
	return list
}

func finishIn(phases []diff.Phase, id string) calendar.Date {
	k := slices.IndexFunc(phases, func(p diff.Phase) bool { return p.ID == id })
	return phases[k].Finish
}

// checkTrends: the pack shows of each milestone its dates in the baselines, in the last version, and now.
func (w *weekly) checkTrends(t *testing.T, p *programme) {
	t.Helper()
	last := w.dates[weeks-2]
	pack := reports.Build(reports.Input{Network: p.now.Network, Schedule: p.now.Schedule, Previous: last,
		History: diff.Histories(w.kept[:weeks-1], p.now.Network, p.now.Schedule)})
	for k := range pack.Milestones {
		m := &pack.Milestones[k]
		var want, got []calendar.Date
		for _, s := range append(w.atBaselines(), last, p.now.Schedule) {
			if row, found := s.Find(m.ID); found {
				want = append(want, row.Finish)
			}
		}
		for _, point := range m.Trend() {
			got = append(got, point.Date)
		}
		if d := cmp.Diff(want[max(0, len(want)-reports.MostTrend):], got); d != "" {
			t.Errorf("the trend of %s (-want +got):\n%s", m.ID, d)
		}
	}
	if len(pack.Tiles.Versions) != weeks/6+1 || len(pack.Milestones) < 40 {
		t.Errorf("%d versions and %d milestones", len(pack.Tiles.Versions), len(pack.Milestones))
	}
}

func (w *weekly) atBaselines() []*plan.Schedule {
	var list []*plan.Schedule
	for week := 6; week <= weeks; week += 6 {
		list = append(list, w.dates[week-1])
	}
	return list
}
