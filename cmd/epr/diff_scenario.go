package main

import (
	"os"

	"epr/plan/planfile"
)

// scenarioSides are the names of the two sides where a scenario is asked for: with at most one of them given, a model
// is compared with its own scenario, and a revision with the scenario of the model in the folder.
func (o diffOptions) scenarioSides(args []string) [2]string {
	both := "."
	if o.model != "" {
		both = o.model
	}
	if len(args) == 0 {
		return [2]string{both, both}
	}
	if _, err := os.Stat(args[0]); err == nil {
		return [2]string{args[0], args[0]}
	}
	return [2]string{args[0], both}
}

// withScenarios has the new side, or of two scenarios each side, as its scenario edits it.
func (o diffOptions) withScenarios(sys *terminal, old, new *compared) (*compared, *compared, error) {
	var err error
	switch len(o.scenarios) {
	case 0:
	case 1:
		new, err = new.as(sys, o.scenarios[0])
	case 2:
		if old, err = old.as(sys, o.scenarios[0]); err == nil {
			new, err = new.as(sys, o.scenarios[1])
		}
	default:
		err = failf(exitUsage, "--scenario was given %d times, but two versions are compared", len(o.scenarios))
	}
	return old, new, err
}

// as is a side as a scenario edits its model, with the schedule of the scenario if it has one.
func (c *compared) as(sys *terminal, scenario string) (*compared, error) {
	switch {
	case c.model == nil:
		return nil, failf(exitUsage, "%s is a schedule without a model, so it has no scenario", c.name)
	case c.model.problems.HasErrors():
		return c, nil
	}
	m, err := c.model.as(scenario)
	if err != nil {
		return nil, err
	}
	edited := &compared{name: c.name + " (scenario " + scenario + ")", model: m, at: c.at}
	file := m.filesIn("").target + scheduleEnding
	schedule, problems := planfile.OpenSchedule(file)
	edited.schedule = schedule
	return edited, usable(sys, file, problems)
}
