package diff

import (
	"slices"

	"epr/plan"
)

// WorkChange is an activity of both versions whose days or people changed.
type WorkChange struct {
	ID, Name        string
	DaysWas, DaysIs Estimate
	// EffortWas and EffortIs are days times people of all teams, in hundredths of a person's day.
	EffortWas, EffortIs plan.Hundredths
}

// Estimate is a duration in working days: P10, mode and P90, alike where there is no range.
type Estimate struct{ Low, Likely, High int }

func estimate(d plan.Duration) Estimate { return Estimate{d.Low, d.Likely, d.High} }

// work compares durations and effort.
func (c *comparison) work() []WorkChange {
	var changes []WorkChange
	for i := range c.new.Network.Activities {
		is := &c.new.Network.Activities[i]
		j := c.old.Network.Index(is.ID)
		if j < 0 {
			continue
		}
		was := &c.old.Network.Activities[j]
		if estimate(was.Days) != estimate(is.Days) || !sameNeeds(slices.Clip(was.Needs), is.Needs) && effort(was) != effort(is) {
			changes = append(changes, WorkChange{is.ID, is.Name, estimate(was.Days), estimate(is.Days), effort(was), effort(is)})
		}
	}
	return changes
}

func effort(a *plan.Activity) plan.Hundredths {
	var people plan.Hundredths
	for _, n := range a.Needs {
		people += n.Amount
	}
	return people * plan.Hundredths(a.Days.Likely)
}

// Scoped is the work that came, went, or changed its name.
type Scoped struct {
	Added, Removed []Named
	Renamed        []Rename
	// Retitled counts the activities with another name under the same id.
	Retitled int
}

// Named is an activity.
type Named struct{ ID, Name string }

func (c *comparison) scope(renames []Rename) Scoped {
	s := Scoped{Renamed: renames}
	for i := range c.new.Network.Activities {
		is := &c.new.Network.Activities[i]
		if j := c.old.Network.Index(is.ID); j < 0 {
			s.Added = append(s.Added, Named{is.ID, is.Name})
		} else if c.old.Network.Activities[j].Name != is.Name {
			s.Retitled++
		}
	}
	for i := range c.old.Network.Activities {
		if was := &c.old.Network.Activities[i]; c.new.Network.Index(was.ID) < 0 {
			s.Removed = append(s.Removed, Named{was.ID, was.Name})
		}
	}
	return s
}

// countMoves counts what else moved.
func (c *comparison) countMoves() {
	m := &c.diff.Activities
	m.IsKnown = c.floats[0] != nil
	followed := map[string]bool{}
	for k := range c.diff.Milestones {
		followed[c.diff.Milestones[k].ID] = true
	}
	for _, is := range c.new.Schedule.Rows {
		was, found := c.old.Schedule.Find(is.ID)
		if !found {
			continue
		}
		m.Both++
		if was == is || followed[is.ID] {
			continue
		}
		m.Moved++
		i := c.old.Network.Index(is.ID)
		if !m.IsKnown || i < 0 {
			continue
		}
		moved := c.ruler.between(was.Finish, is.Finish)
		if moved.Working <= c.floats[0][i] {
			m.Quiet++
			continue
		}
		m.Further = append(m.Further, ActivityMove{is.ID, c.old.Network.Activities[i].Name, was.Finish, is.Finish, moved, c.floats[0][i]})
	}
	slices.SortStableFunc(m.Further, func(a, b ActivityMove) int { return b.Moved.Calendar - a.Moved.Calendar })
}
