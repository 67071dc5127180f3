package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
	"epr/plan/history/git"
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
	at       git.Path      // of the model
	on       calendar.Date // the day on which it was kept; zero where that is not asked for
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
		return withSchedule(sys, name, m, git.OnDisk(file), func(file string) (*planfile.Committed, *source.Problems) { return planfile.OpenSchedule(file) })
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
		c.at = git.OnDisk(beside)
	}
	return c, nil
}

func withSchedule(sys *terminal, name string, m *model, at git.Path, open func(string) (*planfile.Committed, *source.Problems)) (*compared, error) {
	file := strings.TrimSuffix(m.path, ".toml") + scheduleEnding
	schedule, problems := open(file)
	return &compared{name: name, model: m, schedule: schedule, at: at}, usable(sys, file, problems)
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
	r, found, err := git.Find(name)
	if err != nil {
		return nil, failf(statusOf(err), "there is no file %s, and %v", arg, err)
	}
	if !found {
		return nil, failf(exitUsage, "%q is no file here and no revision of this repository", arg)
	}
	if !isFile {
		file = model
	}
	dir, base := filepath.Split(file)
	folder, err := folderOf(r, dir)
	if err != nil {
		return nil, err
	}
	if base == "" {
		if base, err = onlyModelOf(r, folder.FS.(git.Tree), dir); err != nil {
			return nil, err
		}
	}
	if _, err := fs.Stat(folder.FS, base); err != nil {
		return nil, failf(exitFiles, "%s has no file %s", r.Name, dir+base)
	}
	if strings.HasSuffix(base, scheduleEnding) {
		base = strings.TrimSuffix(base, scheduleEnding) + ".toml"
	}
	m := readModel(folder, base)
	return withSchedule(sys, arg, m, git.Path{File: filepath.ToSlash(dir) + base, UpTo: r.Commit}, func(string) (*planfile.Committed, *source.Problems) {
		return planfile.ReadSchedule(folder, strings.TrimSuffix(base, ".toml")+scheduleEnding)
	})
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
	if err := sys.say("note: %s %s; it was planned first", c.name, how); err != nil {
		return nil, err
	}
	result, _, err := solved(sys, c.model, solve.Options{Committed: near}, false, asJSON)
	if err != nil {
		return nil, err
	}
	v.Schedule = result.Schedule
	return v, nil
}
