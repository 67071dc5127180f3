package diff_test

import (
	"fmt"
	"slices"
	"testing"

	"epr/calendar"
	"epr/plan"
	"epr/plan/solve"
	"epr/plan/verify"
)

// unnecessary lists activities of a schedule that need not have moved from a committed one: those that could have
// stayed, alone or together with others that moved, while everything else is where it is, without any rule being
// broken, any promise being kept less well or any soft window being entered besides.
func unnecessary(n *plan.Network, committed, kept *plan.Schedule) []string {
	moved := movedOf(committed, kept)
	late, entered := lateness(n, kept), len(verify.Check(n, kept).Entered)
	var found []string
	for _, group := range groupsOf(n, moved) {
		back := &plan.Schedule{Rows: slices.Clone(kept.Rows)}
		for k, row := range back.Rows {
			if was, ok := committed.Find(row.ID); ok && group[row.ID] {
				back.Rows[k] = was
			}
		}
		if report := verify.Check(n, back); report.OK() && len(report.Entered) <= entered && slices.Compare(lateness(n, back), late) <= 0 {
			for id := range group {
				found = append(found, id)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// movedOf lists the activities of two schedules that have other dates.
func movedOf(from, to *plan.Schedule) []string {
	var moved []string
	for _, row := range to.Rows {
		if was, ok := from.Find(row.ID); ok && was != row {
			moved = append(moved, row.ID)
		}
	}
	return moved
}

// lateness is by how many weighted days announced dates and promises are missed.
func lateness(n *plan.Network, s *plan.Schedule) []int {
	late := []int{0, 0}
	for i := range n.Goals {
		g := &n.Goals[i]
		for k, due := range []calendar.Date{g.InForce(), g.By} {
			if finish := s.Finish(n, g); !due.IsZero() && finish > due {
				late[k] += int(finish-due) * g.Weight()
			}
		}
	}
	return late
}

// groupsOf are the sets of moved activities that may have to go back together: each alone, each two that a link
// joins, each with all that follows from it and with all it follows from, those that hang together, and all.
func groupsOf(n *plan.Network, moved []string) []map[string]bool {
	has := map[string]bool{}
	for _, id := range moved {
		has[id] = true
	}
	next, before := map[string][]string{}, map[string][]string{}
	groups := []map[string]bool{has}
	for i := range n.Links {
		from, to := n.Activities[n.Links[i].From].ID, n.Activities[n.Links[i].To].ID
		if has[from] && has[to] {
			next[from], before[to] = append(next[from], to), append(before[to], from)
			groups = append(groups, map[string]bool{from: true, to: true})
		}
	}
	for _, id := range moved {
		groups = append(groups, map[string]bool{id: true}, reached(id, next), reached(id, before), reached(id, next, before))
	}
	return groups
}

// reached is what links lead to from an activity.
func reached(from string, ways ...map[string][]string) map[string]bool {
	seen := map[string]bool{from: true}
	for queue := []string{from}; len(queue) > 0; queue = queue[1:] {
		for _, way := range ways {
			for _, id := range way[queue[0]] {
				if !seen[id] {
					seen[id] = true
					queue = append(queue, id)
				}
			}
		}
	}
	return seen
}

// couldStay lists the activities that moved but could have stayed beside all that did stay, each tried by planning again.
func couldStay(t *testing.T, n *plan.Network, committed *plan.Schedule, kept *solve.Result) []string {
	var found, stayed []string
	for _, row := range kept.Schedule.Rows {
		if was, ok := committed.Find(row.ID); ok && was.Start == row.Start {
			stayed = append(stayed, row.ID)
		}
	}
	late := lateness(n, kept.Schedule)
	for _, id := range movedOf(committed, kept.Schedule) {
		was, _ := committed.Find(id)
		now, _ := kept.Schedule.Find(id)
		a := &n.Activities[n.Index(id)]
		if was.Start == now.Start && !a.Started() || !solve.CanHold(a, committed) {
			continue
		}
		r, err := solve.Solve(n, solve.Options{Effort: solve.Quick, Committed: committed, Hold: append(slices.Clone(stayed), id)})
		if err == nil && slices.Compare(lateness(n, r.Schedule), late) <= 0 {
			found = append(found, fmt.Sprintf("%s: %d moves for %d", id, r.Kept.Moves, kept.Kept.Moves))
		}
	}
	return found
}
