package expand

import (
	"slices"

	"epr/plan"
)

// addGoals lists what has a date that was promised or is wanted early: the phases, and the activities
// with a target of their own or of a kind that boards follow.
func (x *expander) addGoals() {
	for id, phase := range x.plan.Phases.All() {
		goal := plan.Goal{ID: id, Name: phase.Name, Phase: true, Target: phase.Target, At: phase.Origin}
		if goal.Members = x.completing(phase); len(goal.Members) > 0 {
			x.net.Goals = append(x.net.Goals, goal)
		}
	}
	for i := range x.net.Activities {
		a := x.activity(i)
		if a.Kind.IsEvent() || promised(a.Target) {
			x.net.Goals = append(x.net.Goals, plan.Goal{
				ID: a.ID, Name: a.Name, Members: []int{i}, Target: a.Target, At: a.Step.Origin,
			})
		}
	}
}

func promised(t plan.Target) bool {
	return !t.By.IsZero() || !t.MustBy.IsZero() || len(t.Announced) > 0
}

// completing lists the activities that finish a phase: those of the steps it names, else all.
func (x *expander) completing(phase *plan.Phase) []int {
	var members []int
	for i := range x.net.Activities {
		a := x.activity(i)
		if a.Place.Phase != phase.ID {
			continue
		}
		if len(phase.CompleteWhen) == 0 || slices.Contains(phase.CompleteWhen, a.Step.ID) {
			members = append(members, i)
		}
	}
	return members
}
