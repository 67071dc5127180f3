package main

import (
	"errors"
	"io/fs"
	"os"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/source"
)

// model is a plan as read from its files, with its network and all that is wrong with it.
type model struct {
	path     string
	plan     *plan.Plan
	network  *plan.Network
	files    []*source.File
	problems *source.Problems
	reread   func(scenario string) *planfile.Model // the same files, as a scenario edits them
}

// loadModel reads, checks and expands a model, and collects every problem on the way. It fails only if
// there is no file to read.
func loadModel(path string) (*model, error) {
	if err := readable(path); err != nil {
		return nil, err
	}
	m := modelOf(path, planfile.Open(path))
	m.reread = func(scenario string) *planfile.Model { return planfile.OpenScenario(path, scenario) }
	return m, nil
}

// check runs the phases after reading. Each of them leaves out what an earlier problem has spoilt.
func (m *model) check() {
	m.problems.Add(plan.Check(m.plan)...)
	sound := m.isSound()
	network, problems := expand.Expand(m.plan)
	for _, p := range problems {
		if sound || !followsFrom[p.Code] {
			m.problems.Add(p)
		}
	}
	m.network = network
}

// isSound reports whether nothing is wrong but what is said of progress, which makes or moves no work: then what
// cannot be found is not there.
func (m *model) isSound() bool {
	inProgress := map[row]bool{}
	for _, p := range m.plan.Progress {
		inProgress[rowOf(p.At)] = true
	}
	for _, p := range m.problems.Sorted() {
		isTwice := p.Code == "duplicate-id" && len(p.Notes) > 0 && inProgress[rowOf(p.Notes[0].At)]
		if p.Severity == source.Error && !isTwice && (p.At.IsZero() || !inProgress[rowOf(p.At)]) {
			return false
		}
	}
	return true
}

// row is a line of a file.
type row struct {
	file *source.File
	line int
}

func rowOf(at source.Span) row {
	line, _ := at.Position()
	return row{at.File, line}
}

// followsFrom are the problems that a model with other errors may have only because of those: what a
// misspelt phase never made cannot be found.
var followsFrom = map[string]bool{
	"no-match": true, "no-members": true, "unknown-activity": true, "no-staff": true, "out-of-sequence": true,
}

// readable fails if there is no model to read.
func readable(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return failf(exitFiles, "there is no file %s", path)
	case err != nil:
		return failf(exitFiles, "%s cannot be read: %v", path, err)
	case info.IsDir():
		return failf(exitUsage, "%s is a folder: name the model in it", path)
	}
	return nil
}

// report prints the problems of a model and fails if it has errors, or if it is to be strict and has
// any.
func (m *model) report(sys *terminal, all, strict bool) error {
	style := source.Style{Colour: sys.errColour, All: all, More: "epr check --all " + m.path, Plain: sys.plain, Columns: sys.errColumns}
	if err := source.Print(sys.stderr, m.problems, style); err != nil {
		return err
	}
	return m.verdict(strict)
}

func (m *model) verdict(strict bool) error {
	switch {
	case m.problems.HasErrors():
		return &failure{exitModel, ""}
	case strict && !m.problems.IsClean():
		return &failure{exitStrict, ""}
	}
	return nil
}
