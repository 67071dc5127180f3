package main

import (
	"io/fs"
	"slices"
	"strings"

	"epr/plan/diff"
	"epr/plan/history"
	"epr/plan/history/git"
	"epr/plan/planfile"
)

// kept is a model as package history knows it.
func (m *model) kept() history.Model {
	return history.Model{Files: m.files, Activities: len(m.network.Activities)}
}

// keptBefore are the versions of a model that were kept, if its path is in a repository.
func keptBefore(m *model, at git.Path) ([]diff.Kept, diff.Looked, error) {
	h, err := history.Of(m.kept(), at)
	if h == nil || err != nil {
		return nil, diff.Looked{}, err
	}
	kept, looked := h.Versions()
	return kept, looked, h.Close()
}

// lastOther is the newest version that was kept with a schedule and whose model, or whose schedule, is not the one
// given: what a plan is compared with. It is nil if there is none that can be read.
func lastOther(h *history.History, m *model, schedule []byte) (*compared, error) {
	for v, err := range h.Others(m.kept(), schedule) {
		if err != nil {
			return nil, err
		}
		if was := readModel(v.Folder, v.Model); was.network != nil && !was.problems.HasErrors() {
			return &compared{name: v.Name + " of " + v.On.Short(), model: was, schedule: v.Schedule, on: v.On}, nil
		}
	}
	return nil, nil
}

// folderOf is a folder of a revision, with the names by which its files are told.
func folderOf(r git.Revision, dir string) (planfile.Folder, error) {
	tree, err := r.Tree(dir)
	return planfile.Folder{FS: tree, Prefix: r.Prefix(dir)}, err
}

// onlyModelOf is the one model of a folder of a revision.
func onlyModelOf(r git.Revision, files git.Tree, dir string) (string, error) {
	models := modelsOf(files)
	in := "the current folder"
	if dir != "" {
		in = dir
	}
	switch len(models) {
	case 0:
		return "", failf(exitUsage, "%s has no model in %s; name it as \"%s:MODEL.toml\"", r.Name, in, r.Name)
	case 1:
		return models[0], nil
	}
	return "", failf(exitUsage, "%s has several models in %s (%s); name one, as \"%s:%s\"", r.Name, in, strings.Join(models, ", "), r.Name, models[0])
}

// modelsOf are the files directly in a folder of a revision that are models, by name.
func modelsOf(files git.Tree) []string {
	var models []string
	for name := range files {
		if strings.Contains(name, "/") || !strings.HasSuffix(name, ".toml") || strings.HasSuffix(name, scheduleEnding) {
			continue
		}
		if content, err := fs.ReadFile(files, name); err == nil && hasProgramme(string(content)) {
			models = append(models, name)
		}
	}
	slices.Sort(models)
	return models
}
