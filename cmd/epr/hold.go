package main

import (
	"slices"

	"epr/plan"
	"epr/plan/explain/conflict"
	"epr/plan/planfile"
	"epr/plan/solve"
)

// committed reads the schedule that is to be kept or compared with. One that cannot be read is only a warning to
// --fresh, which is a way to replace it; where nothing is said of what moved either, it is not read.
func (o planOptions) committed(sys *terminal, f files) (*plan.Schedule, error) {
	switch {
	case !o.fresh:
		return f.committed(sys)
	case o.only:
		return nil, nil
	}
	for _, stem := range f.stems() {
		read, problems := planfile.OpenSchedule(stem + scheduleEnding)
		if problems.HasErrors() {
			return nil, sys.say("note: %s cannot be used (%s), so nothing is said about what moved since", stem+scheduleEnding,
				problems.Sorted()[0].Text)
		}
		if read != nil {
			return &read.Schedule, nil
		}
	}
	return nil, nil
}

// held lists the ids of the activities that --hold names and that have a date to hold.
func (o planOptions) held(m *model, committed *plan.Schedule) ([]string, error) {
	switch {
	case len(o.hold) == 0:
		return nil, nil
	case o.fresh:
		return nil, failf(exitUsage, "--hold keeps committed dates and --fresh plans without them: say one of the two")
	case committed == nil:
		return nil, failf(exitUsage, "--hold %q: there is no committed schedule with a date to hold", o.hold[0])
	}
	var ids []string
	for _, selector := range o.hold {
		named, _, err := targetsOf(m, selector)
		if err != nil {
			return nil, failf(exitUsage, "--hold: %v", err)
		}
		before := len(ids)
		for _, i := range named {
			if a := &m.network.Activities[i]; solve.CanHold(a, committed) {
				ids = append(ids, a.ID)
			}
		}
		if len(ids) == before {
			return nil, failf(exitUsage, "--hold %q names nothing that could be held: what is done stays, a milestone follows "+
				"what it waits for, and new work has no committed date", selector)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// noneHolds is the failure to find a schedule that holds what --hold names.
func noneHolds(sys *terminal, m *model, none *solve.NoSchedule, json bool) error {
	if json {
		if err := writeJSON(sys.stdout, conflictResult(m, &conflict.Diagnosis{}, none)); err != nil {
			return err
		}
		return &failure{exitNoSchedule, ""}
	}
	found := "was found"
	if none.Proved {
		found = "can exist"
	}
	return failf(exitNoSchedule, "no schedule %s in which everything that --hold names keeps its date: %s", found, none.Reason)
}
