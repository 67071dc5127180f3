package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/diff"
	"epr/plan/planfile"
	"epr/plan/solve"
	"epr/plan/source"
	"epr/plan/verify"
)

// compared is one side of a comparison as it was found: a model with its committed schedule, or a schedule
// without a model.
type compared struct {
	name     string
	model    *model // nil for a schedule alone
	schedule *planfile.Committed
	at       modelPlace // of the model
}

// comparedOf finds what an argument means: a folder, a model, a schedule file, a revision, or a file of a revision
// as "main:plan.toml". model is the path of the model that a revision alone stands for; "" looks for it.
func comparedOf(sys *terminal, arg, model string) (*compared, error) {
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		found, err := modelIn(arg)
		if err != nil {
			return nil, err
		}
		if arg == "." {
			arg = found
		}
		return onDisk(sys, arg, found)
	case err == nil && info.Mode().IsRegular():
		return onDisk(sys, arg, arg)
	case err == nil: // as /dev/null, which stands for no file
		return &compared{name: arg, schedule: &planfile.Committed{}}, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, failf(exitFiles, "%s cannot be read: %v", arg, err)
	}
	return inRevision(sys, arg, model)
}

// onDisk is a model with the schedule beside it, or a schedule with the model beside it.
func onDisk(sys *terminal, name, file string) (*compared, error) {
	if !strings.HasSuffix(file, scheduleEnding) {
		m, err := loadModel(file)
		if err != nil {
			return nil, err
		}
		return withSchedule(sys, name, m, placeOf(file), func(file string) (*planfile.Committed, *source.Problems) { return planfile.OpenSchedule(file) })
	}
	schedule, problems := planfile.OpenSchedule(file)
	if err := usable(sys, file, problems); err != nil {
		return nil, err
	}
	c := &compared{name: name, schedule: schedule}
	beside := strings.TrimSuffix(file, scheduleEnding) + ".toml"
	if _, err := os.Stat(beside); err == nil {
		if c.model, err = loadModel(beside); err != nil {
			return nil, err
		}
		c.at = placeOf(beside)
	}
	return c, nil
}

func withSchedule(sys *terminal, name string, m *model, at modelPlace, open func(string) (*planfile.Committed, *source.Problems)) (*compared, error) {
	file := strings.TrimSuffix(m.path, ".toml") + scheduleEnding
	schedule, problems := open(file)
	return &compared{name, m, schedule, at}, usable(sys, file, problems)
}

// usable prints the problems of a schedule file and fails if there are any.
func usable(sys *terminal, file string, problems *source.Problems) error {
	if !problems.HasErrors() {
		return nil
	}
	if err := source.Print(sys.stderr, problems, sys.problems()); err != nil {
		return err
	}
	return failf(exitModel, "%s cannot be compared", file)
}

// inRevision is a model, or a schedule, of a revision.
func inRevision(sys *terminal, arg, model string) (*compared, error) {
	name, file, isFile := strings.Cut(arg, ":")
	r, found, err := revisionOf(name)
	if err != nil {
		var f *failure
		if errors.As(err, &f) {
			err = failf(f.status, "there is no file %s, and %s", arg, f.text)
		}
		return nil, err
	}
	if !found {
		return nil, failf(exitUsage, "%q is no file here and no revision of this repository", arg)
	}
	if !isFile {
		file = model
	}
	dir, base := filepath.Split(file)
	folder, err := r.folder(dir)
	if err != nil {
		return nil, err
	}
	if base == "" {
		if base, err = r.onlyModel(folder.FS.(tree), dir); err != nil {
			return nil, err
		}
	}
	if _, err := fs.Stat(folder.FS, base); err != nil {
		return nil, failf(exitFiles, "%s has no file %s", r.name, dir+base)
	}
	if strings.HasSuffix(base, scheduleEnding) {
		base = strings.TrimSuffix(base, scheduleEnding) + ".toml"
	}
	m := readModel(folder, base)
	return withSchedule(sys, arg, m, modelPlace{file: filepath.ToSlash(dir) + base, upTo: r.commit}, func(string) (*planfile.Committed, *source.Problems) {
		return planfile.ReadSchedule(folder, strings.TrimSuffix(base, ".toml")+scheduleEnding)
	})
}

// onlyModel is the one model of a folder of a revision.
func (r revision) onlyModel(files tree, dir string) (string, error) {
	models := files.models()
	slices.Sort(models)
	in := "the current folder"
	if dir != "" {
		in = dir
	}
	switch len(models) {
	case 0:
		return "", failf(exitUsage, "%s has no model in %s; name it as \"%s:MODEL.toml\"", r.name, in, r.name)
	case 1:
		return models[0], nil
	}
	return "", failf(exitUsage, "%s has several models in %s (%s); name one, as \"%s:%s\"", r.name, in, strings.Join(models, ", "), r.name, models[0])
}

// readModel reads, checks and expands a model of any folder.
func readModel(folder planfile.Folder, name string) *model {
	m := modelOf(folder.Prefix+name, planfile.Read(folder, name))
	m.reread = func(scenario string) *planfile.Model { return planfile.ReadScenario(folder, name, scenario) }
	return m
}

// modelIn is the one model of a folder of the disk.
func modelIn(folder string) (string, error) {
	found, err := onlyModel(folder)
	if err != nil {
		return "", failf(exitUsage, "%s has no model, or more than one; name the file", folder)
	}
	return found, nil
}

// unplanned is a side without its schedule.
func (c *compared) unplanned() *diff.Version {
	return &diff.Version{Name: c.name, Plan: c.model.plan, Network: c.model.network}
}

// version is a side with a schedule that keeps the rules of its model: the committed one, else the model is
// planned, near a committed schedule if there is one, and that is said.
func (c *compared) version(sys *terminal, near *plan.Schedule, asJSON bool) (*diff.Version, error) {
	if c.model.problems.HasErrors() {
		return nil, c.model.report(sys, false, false)
	}
	v := c.unplanned()
	v.IsSound = true
	how := "has no schedule"
	if c.model.plan.Scenario != nil {
		near = nil // it is planned afresh, as in every comparison
	}
	if c.schedule != nil {
		v.Schedule = &c.schedule.Schedule
		if verify.Check(v.Network, v.Schedule).OK() {
			return v, nil
		}
		how, near = "has a schedule that does not keep the rules of its model", v.Schedule
	}
	if _, err := fmt.Fprintf(sys.stderr, "note: %s %s; it was planned first\n", c.name, how); err != nil {
		return nil, err
	}
	result, _, err := solved(sys, c.model, solve.Options{Committed: near}, false, asJSON)
	if err != nil {
		return nil, err
	}
	v.Schedule = result.Schedule
	return v, nil
}
