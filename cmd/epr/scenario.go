package main

import (
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"epr/plan/planfile"
	"epr/plan/source"
	"epr/reports"
)

// scenarioFlag adds the flag that has a command work on a scenario of the model.
func scenarioFlag(c *cobra.Command, to *string, use string) {
	c.Flags().StringVar(to, "scenario", "", use)
	completeScenarios(c)
}

// completeScenarios offers the scenarios of the model, the one named or the one of the folder.
func completeScenarios(c *cobra.Command) {
	cobra.CheckErr(c.RegisterFlagCompletionFunc("scenario", func(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		path := ""
		if k := slices.IndexFunc(args, func(arg string) bool { return strings.HasSuffix(arg, ".toml") }); k >= 0 {
			path = args[k]
		} else if path, _ = onlyModel("."); path == "" {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		ids := slices.Clone(planfile.Open(path).Plan.Scenarios.IDs())
		return slices.DeleteFunc(ids, func(id string) bool { return !strings.HasPrefix(id, typed) }), cobra.ShellCompDirectiveNoFileComp
	}))
}

// loadAs is [loadModel] of the model as one of its scenarios edits it; of the model itself if that is "", or if it has
// errors, which are to be mended first.
func loadAs(path, scenario string) (*model, error) {
	m, err := loadModel(path)
	if err != nil || scenario == "" || m.problems.HasErrors() {
		return m, err
	}
	return m.as(scenario)
}

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
	edited := modelOf(m.path, m.reread(scenario))
	edited.reread = m.reread
	return edited, nil
}

// modelOf checks and expands what was read.
func modelOf(path string, read *planfile.Model) *model {
	m := &model{path: path, plan: read.Plan, files: read.Files, problems: read.Problems}
	if read.IsWhole { // else names in what could not be read would seem to be missing
		m.check()
	}
	return m
}

// filesIn are the places of what belongs to the model: of a scenario, MODEL.SCENARIO.*, and the schedule of the plan
// itself where it has none of its own.
func (m *model) filesIn(out string) files {
	f := filesOf(m.path, out)
	if s := m.plan.Scenario; s != nil {
		f.target += "." + s.ID
	}
	return f
}

// hasOwn reports whether the schedule is there that belongs to the model as it is edited.
func (f files) hasOwn() bool {
	_, err := os.Stat(f.target + scheduleEnding)
	return err == nil || f.target == f.beside
}

// planCommand is the command that plans the model.
func (m *model) planCommand() string {
	if s := m.plan.Scenario; s != nil {
		return "epr plan " + m.path + " --scenario " + s.ID
	}
	return "epr plan " + m.path
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

// addScenarios adds what is wrong with scenarios of a sound model and is not wrong with the model itself.
func (m *model) addScenarios(ids []string) error {
	if m.problems.HasErrors() {
		return nil
	}
	found := &source.Problems{}
	for _, id := range ids {
		edited, err := m.as(id)
		if err != nil {
			return err
		}
		found.Merge(edited.newSince(m.problems))
	}
	m.problems.Merge(found)
	return nil
}
