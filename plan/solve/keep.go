package solve

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// Weights of a move: those of go-lives and announced dates, and of dates near the status date.
const (
	publicWeight = 5
	nearWeight   = 2
	nearDays     = 90
)

// keep makes the committed starts those to keep.
func (p *problem) keep(committed *plan.Schedule) {
	p.model.Kept = make([]model.Anchor, len(p.model.Tasks))
	public := p.public()
	for task, i := range p.activity {
		anchor := &p.model.Kept[task]
		anchor.Start, anchor.Weight = model.None, 1
		row, found := committed.Find(p.network.Activities[i].ID)
		if !found {
			continue
		}
		if start := p.start(i, int32(task), row); start >= 0 && start <= p.model.Horizon {
			anchor.Start = start
		}
		if public[i] {
			anchor.Weight *= publicWeight
		}
		if row.Start <= p.status+nearDays {
			anchor.Weight *= nearWeight
		}
	}
}

// keepNear searches near the committed schedule, from one found without regard to it. fresh is the one to compare
// with: the same, unless dates are held.
func (r *run) keepNear(first, fresh sgs.Result) (*Result, error) {
	r.keep(r.options.Committed)
	best := r.keepMore(sgs.Keep(r.model, r.graph, r.window, first.Starts, r.nearby()))
	if best.Starts == nil {
		return nil, r.foundNone(best.Blamed)
	}
	r.keepBounds(first, best)
	return r.result(best, fresh), nil
}

// public marks the activities whose dates people outside have been told: go-lives and announced ones.
func (p *problem) public() []bool {
	public := make([]bool, len(p.network.Activities))
	for i := range public {
		public[i] = p.network.Activities[i].Kind == plan.GoLive
	}
	for i := range p.network.Goals {
		if g := &p.network.Goals[i]; !g.Phase && !g.InForce().IsZero() {
			for _, member := range g.Members {
				public[member] = true
			}
		}
	}
	return public
}

// Keeping is what became of the committed schedule, and the price of keeping it.
type Keeping struct {
	Held        int // activities whose dates were to be held
	Moves       int // activities with other dates than committed
	LargestMove int // calendar days by which a start moved most
	// FreshFinishEarlierDays is by how many calendar days a fresh plan finishes its last phase earlier
	// (without phases, its last activity); negative if later. FreshMoves is how many activities it would
	// give other dates than committed.
	FreshFinishEarlierDays int
	FreshMoves             int
	// LaterDays is by how many weighted days, rounded up, more promises are broken than in a fresh plan, which only
	// holding dates can cost; FinishDays the same of the finishes of phases and milestones.
	LaterDays, FinishDays int64
	// Fresh is the fresh plan itself; the schedule that was kept if none was found.
	Fresh *plan.Schedule
}

// price works out what a schedule costs that is kept rather than planned afresh.
func (k *Keeping) price(m *model.Model, kept, fresh sgs.Result) {
	if fresh.Starts == nil {
		return
	}
	is, could := m.Evaluate(kept.Starts), m.Evaluate(fresh.Starts)
	k.LaterDays = is[model.Announced] - could[model.Announced] + ceil(is[model.Late]-could[model.Late], model.LateUnit)
	k.FinishDays = is[model.Finish] - could[model.Finish]
}

// keeping compares a schedule, and the fresh one, with the committed schedule.
func keeping(n *plan.Network, committed, kept, fresh *plan.Schedule) *Keeping {
	k := &Keeping{Fresh: fresh, FreshFinishEarlierDays: int(lastFinish(n, kept) - lastFinish(n, fresh))}
	k.Moves, k.LargestMove = moves(committed, kept)
	k.FreshMoves, _ = moves(committed, fresh)
	return k
}

// moves counts the activities in both schedules whose dates differ, and finds the largest move of a
// start.
func moves(from, to *plan.Schedule) (count, largest int) {
	for _, row := range to.Rows {
		before, found := from.Find(row.ID)
		if !found || before == row {
			continue
		}
		count++
		largest = max(largest, int(row.Start-before.Start), int(before.Start-row.Start))
	}
	return count, largest
}

// lastFinish is the finish of the last phase, or without phases of the last activity.
func lastFinish(n *plan.Network, s *plan.Schedule) calendar.Date {
	var last calendar.Date
	for i := range n.Goals {
		if g := &n.Goals[i]; g.Phase {
			last = max(last, s.Finish(n, g))
		}
	}
	if !last.IsZero() {
		return last
	}
	for _, row := range s.Rows {
		last = max(last, row.Finish)
	}
	return last
}
