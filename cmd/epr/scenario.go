package main

import (
	"epr/plan/planfile"
	"epr/plan/source"
	"epr/reports"
)

// as is the model as one of its scenarios edits it.
func (m *model) as(scenario string) (*model, error) {
	if !m.plan.Scenarios.Has(scenario) {
		hint := "it has none"
		if ids := m.plan.Scenarios.IDs(); len(ids) > 0 {
			hint = "its scenarios are " + reports.Join(ids)
			if near := source.Suggest(scenario, ids); near != "" {
				hint = "did you mean \"" + near + "\"?"
			}
		}
		return nil, failf(exitUsage, "%s has no scenario \"%s\"; %s", m.path, scenario, hint)
	}
	read := planfile.OpenScenario(m.path, scenario)
	edited := &model{path: m.path, plan: read.Plan, files: read.Files, problems: read.Problems}
	if read.IsWhole {
		edited.check()
	}
	return edited, nil
}

// newSince are the problems of a scenario that the plan itself does not have.
func (m *model) newSince(before *source.Problems) *source.Problems {
	type sameness struct{ at, code, text string }
	seen := map[sameness]bool{}
	for _, p := range before.Sorted() {
		seen[sameness{p.At.String(), p.Code, p.Text}] = true
	}
	list := &source.Problems{}
	for _, p := range m.problems.Sorted() {
		if !seen[sameness{p.At.String(), p.Code, p.Text}] {
			p.Notes = append(p.Notes, source.Note{At: m.plan.Scenario.At, Text: "found in the plan as this scenario edits it"})
			list.Add(p)
		}
	}
	return list
}

// addScenarios adds what is wrong with each scenario of a sound model and is not wrong with the model itself.
func (m *model) addScenarios() error {
	if m.problems.HasErrors() {
		return nil
	}
	found := &source.Problems{}
	for _, id := range m.plan.Scenarios.IDs() {
		edited, err := m.as(id)
		if err != nil {
			return err
		}
		found.Merge(edited.newSince(m.problems))
	}
	m.problems.Merge(found)
	return nil
}
