package expand

import (
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

// addPhases makes the activities of every playbook step of every phase.
func (x *expander) addPhases() {
	x.countPhases()
	for id, phase := range x.plan.Phases.All() {
		members := membersOf(x.plan, phase)
		x.members[id] = members
		for _, name := range phase.Playbooks {
			if playbook := x.plan.Playbooks.Get(name); playbook != nil {
				x.addPlaybook(phase, playbook, members)
			}
		}
	}
}

func (x *expander) addPlaybook(phase *plan.Phase, playbook *plan.Playbook, members phaseMembers) {
	for _, step := range playbook.Steps.All() {
		places := members.places(phase.ID, step)
		if len(places) == 0 {
			x.problem(source.Error, "no-members", step.Place("per"),
				"step \""+step.ID+"\" is done by nobody in phase \""+phase.ID+"\"",
				"give the phase members along \"per\", or widen \"only\"",
				source.Note{At: phase.At, Text: "the phase"})
		}
		for _, place := range places {
			x.add(step, place, plan.ActivityID(place, step.ID))
		}
	}
}

// addOneOffs makes the activities that belong to no playbook.
func (x *expander) addOneOffs() {
	for id, step := range x.plan.Activities.All() {
		x.add(step, step.In, id)
	}
}

func (x *expander) add(step *plan.Step, place plan.Place, id string) {
	x.made = append(x.made, &plan.Activity{
		ID:     id,
		Name:   x.nameOf(step, place),
		Kind:   step.Kind,
		Step:   step,
		Place:  place,
		Owner:  x.ownerOf(step, place),
		Needs:  step.Needs,
		Target: step.Target,
	})
}

// nameOf is the step's name and the members it is done for: "Train staff, Pilgrim Hospital". Where
// several phases go through the same playbook the phase is told, too.
func (x *expander) nameOf(step *plan.Step, place plan.Place) string {
	name := step.Name
	if x.isOneOff(step) {
		return name
	}
	switch trust := x.plan.Trusts.Get(place.Trust); {
	case trust == nil:
	case trust.Sites.Has(place.Site):
		name += ", " + trust.Sites.Get(place.Site).Name
	default:
		name += ", " + trust.Name
	}
	if w := x.plan.Workflows.Get(place.Workflow); w != nil {
		name += ", " + w.Name
	}
	if x.phasesOf[step] > 1 {
		return withPhase(name, x.plan.Phases.Get(place.Phase))
	}
	return name
}

// shortName is a phase's name as far as its colon: "Phase 1" of "Phase 1: core record".
func shortName(phase *plan.Phase) string {
	name, _, _ := strings.Cut(phase.Name, ":")
	return name
}

// countPhases finds out how many phases go through each step.
func (x *expander) countPhases() {
	x.phasesOf = map[*plan.Step]int{}
	for _, phase := range x.plan.Phases.All() {
		for _, name := range phase.Playbooks {
			if playbook := x.plan.Playbooks.Get(name); playbook != nil {
				for _, step := range playbook.Steps.All() {
					x.phasesOf[step]++
				}
			}
		}
	}
}

// ownerOf is the step's owner, failing that the workflow's, then the phase's.
func (x *expander) ownerOf(step *plan.Step, place plan.Place) string {
	if step.Owner != "" {
		return step.Owner
	}
	if w := x.plan.Workflows.Get(place.Workflow); w != nil && w.Owner != "" {
		return w.Owner
	}
	if phase := x.plan.Phases.Get(place.Phase); phase != nil {
		return phase.Owner
	}
	return ""
}

func (x *expander) isOneOff(step *plan.Step) bool {
	return x.plan.Activities.Get(step.ID) == step
}

// keyOf names the step and phase an activity comes from.
func (x *expander) keyOf(a *plan.Activity) stepKey {
	if x.isOneOff(a.Step) {
		return stepKey{step: a.Step.ID}
	}
	return stepKey{phase: a.Place.Phase, playbook: x.playbookOf(a), step: a.Step.ID}
}

func (x *expander) playbookOf(a *plan.Activity) string {
	phase := x.plan.Phases.Get(a.Place.Phase)
	i := slices.IndexFunc(phase.Playbooks, func(name string) bool {
		playbook := x.plan.Playbooks.Get(name)
		return playbook != nil && playbook.Steps.Get(a.Step.ID) == a.Step
	})
	return phase.Playbooks[i]
}

// applyAdjusts changes the activities that an adjust table selects.
func (x *expander) applyAdjusts() {
	for i := range x.plan.Adjusts {
		adjust := &x.plan.Adjusts[i]
		for _, at := range x.match(adjust.Selector, plan.Place{}, adjust.At) {
			x.adjust(x.activity(at), adjust)
		}
	}
}

func (x *expander) adjust(a *plan.Activity, by *plan.Adjust) {
	a.Adjusts = append(a.Adjusts, by)
	if by.Needs != nil {
		a.Needs = by.Needs
	}
	if by.Owner != "" {
		a.Owner = by.Owner
	}
	if !by.By.IsZero() {
		a.Target.By = by.By
	}
	if !by.MustBy.IsZero() {
		a.Target.MustBy = by.MustBy
	}
	if by.Announced != nil {
		a.Target.Announced = by.Announced
	}
	if by.Priority != 0 {
		a.Target.Priority = by.Priority
	}
}

// attachProgress ties what has happened to the activities it happened to.
func (x *expander) attachProgress() {
	for i := range x.plan.Progress {
		progress := &x.plan.Progress[i]
		at := x.net.Index(progress.Activity)
		if at < 0 {
			x.problem(source.Error, "unknown-activity", progress.At,
				"progress is given for \""+progress.Activity+"\", which is not an activity",
				x.nearestID(progress.Activity))
			continue
		}
		x.activity(at).Progress = progress
	}
}
