package diff

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Attribution says of every milestone which group of edits moved it by how much. For each of them
//
//	Reproduction + the steps + Reoptimisation = Moved
//
// exactly, in calendar days and in working days.
type Attribution struct {
	Steps []Step
	// Moves are aligned with Diff.Milestones.
	Moves []Move
	// Left are the groups that the old order of work gives no dates, so that their days are in
	// Reoptimisation.
	Left []Group
	// IsReproduced says that the old schedule could be made anew. If not, steps count from the schedule as it
	// was, and Reproduction is zero.
	IsReproduced bool
	// Loosened says that maximum lags were left out of some step, because the old order of work breaks them.
	Loosened bool
	// Orders is how many of the 32 states were looked at for the ranges of the groups; 0 if they were not
	// asked for, or cannot be given because of Left.
	Orders int
	// Invalid counts the states among them that are no plan or have no dates. In each order that passes through
	// one the group joins the next.
	Invalid int
	// Replays is how many plans in between were timed.
	Replays int
}

// Step is one group of edits, or several that make no plan one without the other.
type Step struct {
	Groups []Group
	Edits  []Edit
	// Shares are what the edits of the step moved, one after the other. Nil if that was not asked for.
	Shares []Share
}

// Share is what an edit moved, or several that make no plan one without the other.
type Share struct {
	Edits  []int // of the step
	Moves  []Shift
	Others int // activities that it moved besides
}

// Shift is how far something moved a milestone.
type Shift struct {
	Milestone int // of Diff.Milestones
	Days      Days
}

// Move is how one milestone came to move.
type Move struct {
	// Reproduction is what the old schedule moves when it is made anew in its own order: zero unless dates were
	// held later than they had to be, or set by hand.
	Reproduction Days
	Steps        []Days // aligned with Attribution.Steps
	// Reoptimisation is from the new model in the old order of work to the new schedule.
	Reoptimisation Days
	Ranges         []Range // of the groups with edits; nil if not asked for, or if it did not move
}

// Sum is all of the parts together.
func (m *Move) Sum() Days {
	sum := m.Reproduction.Plus(m.Reoptimisation)
	for _, d := range m.Steps {
		sum = sum.Plus(d)
	}
	return sum
}

// attributor attributes the dates of a pair of versions.
type attributor struct {
	old, new   *Version // the old one by the names of the new
	edits      []Edit
	milestones []Milestone
	ruler      ruler
	span       calendar.Span
	end        calendar.Date
	oldIDs     map[string]bool
	newIDs     map[string]bool
	inOne      int                       // edits that count as one
	reported   map[string]*plan.Progress // by the old version
	result     *Attribution
	last       *timeline // after the steps so far
}

// mixed is the plan that has the edits of a set.
func (a *attributor) mixed(has func(editKey) bool) *plan.Plan {
	x := &mixer{old: a.old.Plan, new: a.new.Plan, span: a.span, selected: map[string]bool{}}
	x.takes = func(g Group, n noun, key string) bool { return has(editKey{g, n.header, key}) }
	x.ids = a.idsOf(x, has)
	p := x.plan()
	x.settle(p)
	return p
}

// between is the plan that has the edits of a set, in the old order of work.
func (a *attributor) between(has func(editKey) bool) (*timeline, bool) {
	a.result.Replays++
	t, ok := replay(a.mixed(has), a.old.Schedule, a.end, a.reportAsOf)
	if ok && t.loosened {
		a.result.Loosened = true
	}
	return t, ok
}

// reportAsOf makes what is reported as of the new status date mean the same under the old one: work under way is
// taken to go on until the new date, and what remains comes after. So a report is charged with its own days, and
// the status date with those of work that was not reported.
func (a *attributor) reportAsOf(n *plan.Network) {
	was := max(n.Plan.Programme.Status, n.Horizon.From)
	is := max(a.new.Plan.Programme.Status, a.new.Plan.Programme.Start)
	for i := range n.Activities {
		x := &n.Activities[i]
		if was >= is || !x.Started() || x.Done() || !x.Progress.Remaining.Set || !a.isNews(x.Progress) {
			continue
		}
		made := *x.Progress
		work := x.Terms.Work
		made.Remaining.N += max(0, work.Before(is)-work.Before(max(was, made.Started)))
		x.Progress = &made
	}
}

// isNews reports whether only the new version says so of an activity.
func (a *attributor) isNews(p *plan.Progress) bool {
	if a.reported == nil {
		a.reported = map[string]*plan.Progress{}
		for k := range a.old.Plan.Progress {
			a.reported[a.old.Plan.Progress[k].Activity] = &a.old.Plan.Progress[k]
		}
	}
	was := a.reported[p.Activity]
	return was == nil || !sameProgress(was, p)
}

// idsOf are the ids of the activities of a plan in between. They are known if it has all or none of the
// edits of the scope.
func (a *attributor) idsOf(x *mixer, has func(editKey) bool) map[string]bool {
	all, none := true, true
	for k := range a.edits {
		if e := &a.edits[k]; e.Group == Scope {
			if has(e.editKey()) {
				none = false
			} else {
				all = false
			}
		}
	}
	switch {
	case none:
		return a.oldIDs
	case all:
		return a.newIDs
	}
	return idsWithin(x)
}

func (a *attributor) run(withEdits bool) *Attribution {
	a.result = &Attribution{Moves: make([]Move, len(a.milestones))}
	committed := &timeline{schedule: a.old.Schedule}
	committed.findPhases(a.old.Network)
	a.last = committed
	if t, ok := a.between(func(editKey) bool { return false }); ok {
		a.result.IsReproduced = true
		a.each(committed, t, func(m *Move, d Days) { m.Reproduction = d })
		a.last = t
	}
	first := a.last
	a.steps(withEdits)
	final := &timeline{schedule: a.new.Schedule}
	final.findPhases(a.new.Network)
	a.each(a.last, final, func(m *Move, d Days) { m.Reoptimisation = d })
	a.last = first
	return a.result
}

// each tells for every milestone how far it is from one timeline to another.
func (a *attributor) each(from, to *timeline, tell func(*Move, Days)) {
	for k := range a.milestones {
		tell(&a.result.Moves[k], a.distance(k, from, to))
	}
}

// distance is how far a milestone is from one timeline to another. Where one of them does not have it, it has
// not moved yet: see [timeline.carry].
func (a *attributor) distance(k int, from, to *timeline) Days {
	m := &a.milestones[k]
	was, is := from.at(m), to.at(m)
	if was.IsZero() || is.IsZero() {
		return Days{}
	}
	return a.ruler.between(was, is)
}

// carry gives a timeline the dates of another for the milestones that it has not: they move when they are
// there again.
func (t *timeline) carry(from *timeline, milestones []Milestone) {
	for k := range milestones {
		m := &milestones[k]
		was := from.at(m)
		if was.IsZero() || !t.at(m).IsZero() {
			continue
		}
		if m.IsPhase {
			t.phases[m.ID] = was
			continue
		}
		row, _ := from.schedule.Find(m.ID)
		at, _ := slices.BinarySearchFunc(t.schedule.Rows, m.ID, func(r plan.Row, id string) int { return compareID(r.ID, id) })
		t.schedule = &plan.Schedule{Rows: slices.Insert(slices.Clone(t.schedule.Rows), at, plan.Row{ID: m.ID, Start: was, Finish: row.Finish})}
	}
}

// steps applies the groups one after the other. One that makes no plan, or one without dates, joins the next.
func (a *attributor) steps(withEdits bool) {
	taken := map[editKey]bool{}
	var step Step
	for _, g := range Groups {
		step.Groups = append(step.Groups, g)
		for k := range a.edits {
			if e := a.edits[k]; e.Group == g {
				step.Edits = append(step.Edits, e)
				taken[e.editKey()] = true
			}
		}
		next, ok := a.last, true
		if len(step.Edits) > 0 {
			next, ok = a.between(func(k editKey) bool { return taken[k] })
		}
		if !ok {
			continue
		}
		if len(step.Edits) > 0 {
			next.carry(a.last, a.milestones)
		}
		if withEdits {
			step.Shares = a.shares(&step, taken, next)
		}
		a.result.Steps = append(a.result.Steps, step)
		a.each(a.last, next, func(m *Move, d Days) { m.Steps = append(m.Steps, d) })
		a.last, step = next, Step{}
	}
	a.result.Left = step.Groups
}
