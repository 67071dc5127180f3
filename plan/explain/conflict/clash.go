package conflict

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
	"epr/plan/expand"
	"epr/plan/solve"
	"epr/plan/words"
)

// Clash says how the statements of a conflict contradict each other, in numbers: one line for each activity on
// the way to the one that cannot be in time, or for each team that has more to do than it can. Dates are those
// that the statements leave when nothing else of the plan holds. It is empty if no such line can be given.
func (c *Conflict) Clash(p *plan.Plan) []string {
	n, _ := expand.Expand(edit.Apply(p, c.others(p)...))
	if chain := solve.Chain(n); len(chain) > 0 {
		return hindered(n, chain, p.Programme.End)
	}
	windows := solve.Windows(n)
	if windows == nil {
		return nil
	}
	return append(overworked(n, windows), crowded(n, windows)...)
}

// others drops every statement that is not part of the conflict.
func (c *Conflict) others(p *plan.Plan) []edit.Edit {
	in := map[edit.Statement]bool{}
	for _, s := range c.Statements {
		in[s] = true
	}
	var drops []edit.Edit
	for _, s := range edit.Statements(p) {
		if !in[s] {
			drops = append(drops, edit.Drop(s))
		}
	}
	return drops
}

// mostLines is how many activities of a chain are told.
const mostLines = 12

func hindered(n *plan.Network, chain []solve.Reach, end calendar.Date) []string {
	var lines []string
	last := len(chain) - 1
	for k, r := range chain[:last] {
		switch {
		case k < mostLines/2 || last-k <= mostLines/2:
			lines = append(lines, soonest(&n.Activities[r.Activity], r))
		case k == mostLines/2:
			lines = append(lines, fmt.Sprintf("… and %d more, each after the other", last-mostLines))
		}
	}
	return append(lines, tooLate(&n.Activities[chain[last].Activity], chain[last], end))
}

func soonest(a *plan.Activity, r solve.Reach) string {
	switch {
	case a.IsMilestone():
		return fmt.Sprintf("%s is reached on %s at the earliest", a.Name, r.Finish.Short())
	case a.Kind == plan.Gate:
		return fmt.Sprintf("%s is decided on %s at the earliest", a.Name, r.Start.Short())
	case a.Started():
		return fmt.Sprintf("%s is under way, and finished on %s at the earliest", a.Name, r.Finish.Short())
	}
	return fmt.Sprintf("%s takes %s: from %s to %s at the earliest", a.Name, words.WorkingDays(a.Days.Likely), r.Start.Short(), r.Finish.Short())
}

// tooLate says by how much the last activity of a chain misses its end, or that it has no day left. A last day after the
// end of the programme is not named: it is where the search gave up because the end is no part of the conflict.
func tooLate(a *plan.Activity, r solve.Reach, end calendar.Date) string {
	if over := int(r.Finish - a.Latest); !r.Finish.IsZero() && over > 0 {
		if a.Kind == plan.Gate || a.IsMilestone() {
			return fmt.Sprintf("%s can be on %s at the earliest, %s after %s", a.Name, r.Finish.Short(), words.Days(over), a.Latest.Short())
		}
		return fmt.Sprintf("%s takes %s: it can finish on %s at the earliest, %s after %s",
			a.Name, words.WorkingDays(a.Days.Likely), r.Finish.Short(), words.Days(over), a.Latest.Short())
	}
	until := "from then to " + a.Latest.Short()
	if a.Latest > end {
		until = "from then on"
	}
	if a.Kind == plan.Gate {
		return fmt.Sprintf("%s can be decided from %s, and there is no meeting %s", a.Name, r.Start.Short(), until)
	}
	if a.IsMilestone() {
		return fmt.Sprintf("%s would have to wait", a.Name)
	}
	return fmt.Sprintf("%s takes %s: it could start on %s, and there is no room for it %s",
		a.Name, words.WorkingDays(a.Days.Likely), r.Start.Short(), until)
}

// remaining is the working days of an activity that are still to be done.
func remaining(a *plan.Activity) int {
	if a.Started() && a.Progress.Remaining.Set {
		return a.Progress.Remaining.N
	}
	return a.Days.Likely
}

// listed names the first few of a list; of more, the first, and counts the rest.
func firstFew(names []string) string {
	if len(names) <= shown {
		return strings.Join(names, "; ")
	}
	return fmt.Sprintf("%s and %d more", names[0], len(names)-1)
}

// between says a period as the end of "so much work ...".
func between(days calendar.Span) string {
	if days.From == days.To {
		return "on " + days.From.Short()
	}
	return fmt.Sprintf("between %s and %s", days.From.Short(), days.To.Short())
}
