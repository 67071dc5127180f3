package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"epr/plan/solve"
	"epr/plan/source"
)

type checkOptions struct {
	all, strict, json bool
	edits             string // scenario
}

func newCheck(sys *terminal) *cobra.Command {
	var o checkOptions
	c := &cobra.Command{
		Use:   "check MODEL.toml",
		Short: "Say everything that is wrong with a model, and where",
		Long: `Reads a model with all its files, checks every rule that can be checked without scheduling, and
prints each problem with its place, the line, and how to mend it. Where dates and links alone show that no
schedule can exist, it says which statements contradict each other and what would mend that, as "epr plan"
does. The scenarios of the model are checked, too. Writes nothing.

--strict is for a build: it exits with 1 if there is any warning (notes do not count), and says as a warning if the
committed schedule beside the model does not keep its rules any more. Whether planning again would move dates is
asked with "epr plan --check", which takes as long as planning.` + "\n" + exitHelp,
		Example: "  epr check examples/lincolnshire.toml\n  epr check --strict --json model.toml",
		Args:    oneModel,
		RunE: func(_ *cobra.Command, args []string) error {
			return runCheck(sys, o, args[0])
		},
	}
	c.Flags().BoolVar(&o.all, "all", false, "print every problem, not only the first ten")
	c.Flags().BoolVar(&o.strict, "strict", false, "exit with 1 if there are warnings, of which a stale schedule is one")
	scenarioFlag(c, &o.edits, "check the model as this scenario of it edits it, and no other scenario")
	jsonFlag(c, &o.json)
	return c
}

func runCheck(sys *terminal, o checkOptions, path string) error {
	m, err := loadAs(path, o.edits)
	if err != nil {
		return err
	}
	if o.edits == "" {
		if err := m.addScenarios(m.plan.Scenarios.IDs()); err != nil {
			return err
		}
	}
	if o.strict {
		if err := m.addStale(sys); err != nil {
			return err
		}
	}
	if !m.problems.HasErrors() {
		if none := solve.Impassable(m.network); none != nil {
			return m.impassable(sys, o, none)
		}
	}
	if o.json {
		if err := writeJSON(sys.stdout, checkResult(m)); err != nil {
			return err
		}
		return m.verdict(o.strict)
	}
	if err := m.report(sys, o.all, o.strict); err != nil {
		return err
	}
	n := m.network
	_, err = fmt.Fprint(sys.stdout, sys.results().Break(fmt.Sprintf("%s: no errors; %s, %s, %s, %s\n", path,
		counted(m.plan.Phases.Len(), "phase"), counted(m.plan.Trusts.Len(), "trust"),
		counted(len(n.Activities), "activity"), counted(len(n.Links), "link"))))
	return err
}

// impassable explains that there can be no schedule, as far as that shows without scheduling.
func (m *model) impassable(sys *terminal, o checkOptions, none *solve.NoSchedule) error {
	if !o.json {
		if err := m.report(sys, o.all, false); err != nil {
			return err
		}
	}
	return noSchedule(sys, m, none, o.json)
}

// checkedModel is the result of a check as data.
type checkedModel struct {
	Model      string    `json:"model"`
	Activities int       `json:"activities"`
	Links      int       `json:"links"`
	Problems   []problem `json:"problems"`
}

type problem struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	File     string `json:"file,omitempty"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Text     string `json:"text"`
	Hint     string `json:"hint,omitempty"`
	Notes    []note `json:"notes,omitempty"`
}

type note struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Text   string `json:"text"`
}

func checkResult(m *model) checkedModel {
	result := checkedModel{Model: m.path, Problems: []problem{}}
	if m.network != nil {
		result.Activities, result.Links = len(m.network.Activities), len(m.network.Links)
	}
	for _, p := range m.problems.Sorted() {
		file, line, column := place(p.At)
		row := problem{Severity: p.Severity.String(), Code: p.Code, File: file, Line: line, Column: column,
			Text: p.Text, Hint: p.Hint}
		for _, n := range p.Notes {
			file, line, column := place(n.At)
			row.Notes = append(row.Notes, note{file, line, column, n.Text})
		}
		result.Problems = append(result.Problems, row)
	}
	return result
}

func place(at source.Span) (file string, line, column int) {
	if at.IsZero() {
		return "", 0, 0
	}
	line, column = at.Position()
	return at.File.Name, line, column
}

// counted is a number with its noun: "1 activity", "312 activities".
func counted(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case noun[len(noun)-1] == 'y':
		return fmt.Sprintf("%d %sies", n, noun[:len(noun)-1])
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
