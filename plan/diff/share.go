package diff

import (
	"maps"
	"strings"

	"epr/plan"
	"epr/plan/expand"
)

func compareID(a, b string) int { return strings.Compare(a, b) }

// shares applies the edits of a step one by one, in their order. The same telescoping gives each its days:
// the shares of a step add up to it. next is the timeline with all of them.
func (a *attributor) shares(step *Step, taken map[editKey]bool, next *timeline) []Share {
	if len(step.Edits) == 0 {
		return nil
	}
	has := maps.Clone(taken)
	for k := range step.Edits {
		delete(has, step.Edits[k].editKey())
	}
	var shares []Share
	var share Share
	before := a.last
	for k := range step.Edits {
		share.Edits = append(share.Edits, k)
		has[step.Edits[k].editKey()] = true
		after, ok := next, true
		if k < len(step.Edits)-1 {
			if len(share.Edits) < a.inOne {
				continue
			}
			if after, ok = a.between(func(k editKey) bool { return has[k] }); ok {
				after.carry(before, a.milestones)
			}
		}
		if !ok {
			continue
		}
		for m := range a.milestones {
			if d := a.distance(m, before, after); !d.IsZero() {
				share.Moves = append(share.Moves, Shift{m, d})
			}
		}
		share.Others = countMoved(before.schedule, after.schedule)
		shares = append(shares, share)
		before, share = after, Share{}
	}
	return shares
}

// countMoved counts the activities of two schedules with other dates.
func countMoved(from, to *plan.Schedule) int {
	moved := 0
	for k, j := 0, 0; k < len(from.Rows) && j < len(to.Rows); {
		switch c := compareID(from.Rows[k].ID, to.Rows[j].ID); {
		case c < 0:
			k++
		case c > 0:
			j++
		default:
			if from.Rows[k] != to.Rows[j] {
				moved++
			}
			k, j = k+1, j+1
		}
	}
	return moved
}

// idsWithin are the ids of the activities of a plan in between with only some edits of the scope.
func idsWithin(x *mixer) map[string]bool {
	p := x.plan()
	bare := &plan.Plan{Programme: p.Programme, Trusts: p.Trusts, Workflows: p.Workflows, Phases: p.Phases, Playbooks: p.Playbooks, Activities: p.Activities}
	n, _ := expand.Expand(bare)
	return idsOf(n)
}

func idsOf(n *plan.Network) map[string]bool {
	ids := make(map[string]bool, len(n.Activities))
	for i := range n.Activities {
		ids[n.Activities[i].ID] = true
	}
	return ids
}
