package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"epr/plan"
	"epr/plan/planfile"
	"epr/plan/source"
	"epr/reports"
	"epr/reports/csv"
	"epr/reports/html"
	"epr/reports/xlsx"
)

// files are the places of what belongs to a model: its committed schedule, and what is written.
type files struct {
	beside string // path without ending, beside the model
	target string // path without ending, in the folder that is written to
}

func filesOf(model, out string) files {
	beside := strings.TrimSuffix(model, ".toml")
	if out == "" {
		return files{beside, beside}
	}
	return files{beside, filepath.Join(out, filepath.Base(beside))}
}

const (
	scheduleEnding = planfile.ScheduleEnding
	registerEnding = ".risks.csv"
)

// stems are the places, without ending, where what the last run wrote is looked for: where the new one will be, else
// beside the model.
func (f files) stems() []string {
	if f.target == f.beside {
		return []string{f.target}
	}
	return []string{f.target, f.beside}
}

// committed reads the schedule that is to be kept: the one where the new one will be written, else the
// one beside the model; nil if there is neither.
func (f files) committed(sys *terminal) (*plan.Schedule, error) {
	for _, stem := range f.stems() {
		schedule, err := readSchedule(sys, stem+scheduleEnding)
		if schedule != nil || err != nil {
			return schedule, err
		}
	}
	return nil, nil
}

// readSchedule reads a schedule file; nil if it does not exist.
func readSchedule(sys *terminal, path string) (*plan.Schedule, error) {
	read, problems := planfile.OpenSchedule(path)
	if problems.HasErrors() {
		if err := source.Print(sys.stderr, problems, sys.problems()); err != nil {
			return nil, err
		}
		return nil, failf(exitModel, "%s cannot be used; take it back from Git, or replace it with \"epr plan --fresh\"", path)
	}
	if read == nil {
		return nil, nil
	}
	return &read.Schedule, nil
}

// register reads the risk register as it was last written, before it is overwritten: the one where the new one
// will be, else the one beside the model; nil if there is neither. One that cannot be read only leaves out how
// the risks moved, which is said.
func (f files) register(sys *terminal) ([]reports.Registered, error) {
	for _, stem := range f.stems() {
		path := stem + registerEnding
		content, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fileError("read", path, err)
		}
		list, err := csv.ReadRisks(bytes.NewReader(content))
		if err != nil {
			err = sys.say("note: how risks moved since %s cannot be told: %v", path, err)
		}
		return list, err
	}
	return nil, nil
}

// plainEnding is that of the pack for screen readers.
const plainEnding = ".plain.xlsx"

// write writes everything that a plan makes, the plain pack too if it is wanted, all of it or none, and lists the
// paths.
func (f files) write(pack *reports.Pack, schedule *plan.Schedule, n *plan.Network, plain bool) ([]string, error) {
	if err := makeFolderOf(f.target); err != nil {
		return nil, err
	}
	var outputs []output
	var paths []string
	for _, part := range []struct {
		ending string
		render func(*bytes.Buffer) error
	}{
		{scheduleEnding, func(b *bytes.Buffer) error { return planfile.EncodeSchedule(b, committedOf(n, schedule)) }},
		{".xlsx", func(b *bytes.Buffer) error { return xlsx.Write(b, pack) }},
		{".html", func(b *bytes.Buffer) error { return html.Write(b, pack) }},
		{registerEnding, func(b *bytes.Buffer) error { return csv.WriteRisks(b, pack) }},
		{plainEnding, func(b *bytes.Buffer) error { return xlsx.WritePlain(b, pack) }},
	} {
		if part.ending == plainEnding && !plain {
			continue
		}
		var b bytes.Buffer
		if err := part.render(&b); err != nil {
			return nil, failf(exitFiles, "%s could not be made: %v", f.target+part.ending, err)
		}
		outputs = append(outputs, output{f.target + part.ending, b.Bytes()})
		paths = append(paths, f.target+part.ending)
	}
	return paths, writeAll(outputs)
}
