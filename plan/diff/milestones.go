package diff

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// closedLong is how many days in a row make a closed window that a go-live can land before or after; less only
// puts it off by a week or two.
const closedLong = 28

// findMilestones finds what people follow in both versions, and what only one has.
func (c *comparison) findMilestones() {
	was, is := goalsByID(c.old), goalsByID(c.new)
	for _, g := range goalsOf(c.new) {
		m := Milestone{ID: g.ID, Name: g.Name, IsPhase: g.Phase, By: g.By, Announced: g.InForce(), Is: c.new.Schedule.Finish(c.new.Network, g), Kind: kindOf(c.new, g)}
		m.LateIs = lateness(m.Is, g.By)
		if before := was[goalKey{g.ID, g.Phase}]; before != nil {
			m.Was = c.old.Schedule.Finish(c.old.Network, before)
			m.LateWas = lateness(m.Was, before.By)
		}
		if m.Was.IsZero() || m.Is.IsZero() {
			c.diff.Came = append(c.diff.Came, m)
			continue
		}
		m.Moved = c.ruler.between(m.Was, m.Is)
		m.Crossed = c.crossed(&m)
		c.diff.Milestones = append(c.diff.Milestones, m)
	}
	for _, g := range goalsOf(c.old) {
		if is[goalKey{g.ID, g.Phase}] == nil {
			c.diff.Gone = append(c.diff.Gone, Milestone{
				ID: g.ID, Name: g.Name, IsPhase: g.Phase, By: g.By, Kind: kindOf(c.old, g), Was: c.old.Schedule.Finish(c.old.Network, g)})
		}
	}
}

// goalKey tells a phase from an activity of the same id.
type goalKey struct {
	id    string
	phase bool
}

func goalsByID(v *Version) map[goalKey]*plan.Goal {
	goals := map[goalKey]*plan.Goal{}
	for k := range v.Network.Goals {
		g := &v.Network.Goals[k]
		goals[goalKey{g.ID, g.Phase}] = g
	}
	return goals
}

// goalsOf are the goals of a version, phases in the order of the plan, then the others by id.
func goalsOf(v *Version) []*plan.Goal {
	var goals []*plan.Goal
	for k := range v.Network.Goals {
		goals = append(goals, &v.Network.Goals[k])
	}
	slices.SortStableFunc(goals, func(a, b *plan.Goal) int {
		switch {
		case a.Phase && b.Phase:
			return 0
		case a.Phase:
			return -1
		case b.Phase:
			return 1
		}
		return compareID(a.ID, b.ID)
	})
	return goals
}

func kindOf(v *Version, g *plan.Goal) plan.Kind {
	if g.Phase || len(g.Members) == 0 {
		return ""
	}
	return v.Network.Activities[g.Members[0]].Kind
}

// lateness is by how many calendar days a date is after a promise.
func lateness(is, by calendar.Date) int {
	if by.IsZero() || is.IsZero() {
		return 0
	}
	return max(0, int(is-by))
}

// crossed are the names of the long closed windows between the two dates of a go-live, in either version.
func (c *comparison) crossed(m *Milestone) []string {
	if m.Kind != plan.GoLive || m.Moved.IsZero() {
		return nil
	}
	between := calendar.Span{From: min(m.Was, m.Is), To: max(m.Was, m.Is)}
	var names []string
	for _, v := range []*Version{c.new, c.old} {
		i := v.Network.Index(m.ID)
		if i < 0 {
			continue
		}
		for _, b := range v.Network.Activities[i].Terms.Forbids {
			for _, w := range b.Windows.In(v.Network.Horizon) {
				if w.Days() >= closedLong && w.From > between.From && w.To < between.To && !slices.Contains(names, nameOr(b.Name, b.ID)) {
					names = append(names, nameOr(b.Name, b.ID))
				}
			}
		}
	}
	return names
}

func nameOr(name, id string) string {
	if name == "" {
		return id
	}
	return name
}
