package expand

import "epr/plan"

// tellApart adds the phase to names that work of several phases has: two tenders are both "Award decided".
func (x *expander) tellApart() {
	phases := map[string]string{} // of a name; unclear if there are several
	const unclear = "?"
	for i := range x.net.Activities {
		a := x.activity(i)
		if phase, known := phases[a.Name]; known && phase != a.Place.Phase {
			phases[a.Name] = unclear
			continue
		}
		phases[a.Name] = a.Place.Phase
	}
	for i := range x.net.Activities {
		a := x.activity(i)
		if phase := x.plan.Phases.Get(a.Place.Phase); phase != nil && phases[a.Name] == unclear {
			a.Name = withPhase(a.Name, phase)
		}
	}
}

// withPhase is a name with the phase after it: "Design freeze (Phase 1)".
func withPhase(name string, phase *plan.Phase) string { return name + " (" + shortName(phase) + ")" }
