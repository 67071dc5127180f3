package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// askedOf tells what is asked about from the model: the model may come first or be left out.
func askedOf(args []string) (asked, path string, err error) {
	names, path := apart(args)
	if path == "" {
		path, err = onlyModel(".")
	}
	if len(names) > 1 {
		return "", "", severalNames(names, path)
	}
	return names[0], path, err
}

// apart takes the model out of what was asked: the argument that is named like one, else a second one that
// is a file. At least one name is left.
func apart(args []string) (names []string, path string) {
	for k, arg := range args {
		isModel := strings.HasSuffix(arg, ".toml") || k == 1 && isFile(arg)
		if isModel && path == "" && len(args) > 1 {
			path = arg
		} else {
			names = append(names, arg)
		}
	}
	return names, path
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir()
}

// severalNames is the failure to explain more than one thing. Who says "phase two" is told the id, if the
// model has it.
func severalNames(names []string, path string) error {
	said := strings.Join(names, " ")
	if m, err := loadModel(path); err == nil && m.network != nil {
		last := names[len(names)-1]
		if _, _, err := targetsOf(m, last); err == nil {
			return failf(exitUsage, "%q is more than one name; did you mean \"epr why %s\"?", said, last)
		}
	}
	return failf(exitUsage, "%q is more than one name; ask about one activity or phase, by its id", said)
}

// onlyModel finds the model of a folder: the one file with a programme in it.
func onlyModel(folder string) (string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.toml"))
	if err != nil {
		return "", failf(exitFiles, "the folder cannot be read: %v", err)
	}
	var models []string
	for _, file := range files {
		if content, err := os.ReadFile(file); err == nil && !strings.HasSuffix(file, scheduleEnding) && hasProgramme(string(content)) {
			models = append(models, file)
		}
	}
	switch len(models) {
	case 0:
		return "", failf(exitUsage, "which model? there is none in this folder; say \"epr why ACTIVITY MODEL.toml\"")
	case 1:
		return models[0], nil
	}
	return "", failf(exitUsage, "which model? this folder has %s; name one after the activity", strings.Join(models, ", "))
}

func hasProgramme(content string) bool {
	for line := range strings.Lines(content) {
		if strings.HasPrefix(strings.TrimSpace(line), "[programme]") {
			return true
		}
	}
	return false
}

func dayOf(text string) (calendar.Date, error) {
	if text == "" {
		return 0, nil
	}
	day, err := calendar.Parse(text)
	if err != nil {
		return 0, failf(exitUsage, "--not-by %q is no date: write it as 2027-04-30", text)
	}
	return day, nil
}

// targetsOf finds the activities that are asked about, and the goal that they make up if they do.
func targetsOf(m *model, asked string) ([]int, *plan.Goal, error) {
	n := m.network
	for i := range n.Goals {
		if g := &n.Goals[i]; g.ID == asked && len(g.Members) > 0 {
			return g.Members, g, nil
		}
	}
	if i := n.Index(asked); i >= 0 {
		return []int{i}, nil, nil
	}
	for _, text := range []string{asked, "*/" + asked} {
		selector, err := plan.ParseSelector(text)
		if err != nil {
			return nil, nil, failf(exitUsage, "%v", err)
		}
		if found := matches(n, selector); len(found) > 0 {
			return found, nil, nil
		}
	}
	return nil, nil, failf(exitUsage, "%q is no activity, phase or selector of %s%s", asked, m.path, meant(n, asked))
}

func matches(n *plan.Network, selector plan.Selector) []int {
	var found []int
	for i := range n.Activities {
		if selector.Match(n.Activities[i].ID) {
			found = append(found, i)
		}
	}
	return found
}

// meant suggests an id for one that is none: the nearest, or those that end alike.
func meant(n *plan.Network, asked string) string {
	var ids []string
	for id := range n.Plan.Phases.All() {
		ids = append(ids, id)
	}
	for i := range n.Activities {
		ids = append(ids, n.Activities[i].ID)
	}
	if near := source.Suggest(asked, ids); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	last := asked[strings.LastIndexByte(asked, '/')+1:]
	var ends []string
	for _, id := range ids {
		if end := id[strings.LastIndexByte(id, '/')+1:]; end != id && !slices.Contains(ends, end) {
			ends = append(ends, end)
		}
	}
	if slices.Contains(ends, last) {
		return fmt.Sprintf("; \"*/%s\" names all that end so", last)
	}
	if near := source.Suggest(last, ends); near != "" {
		return fmt.Sprintf("; did you mean \"*/%s\"?", near)
	}
	return ""
}

// completeWhy offers the ids of phases and activities, then models.
func completeWhy(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return []string{"toml"}, cobra.ShellCompDirectiveFilterFileExt
	}
	path, err := onlyModel(".")
	if err != nil {
		return []string{"toml"}, cobra.ShellCompDirectiveFilterFileExt
	}
	m, err := loadModel(path)
	if err != nil || m.network == nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var ids []string
	for id := range m.plan.Phases.All() {
		ids = append(ids, id)
	}
	for i := range m.network.Activities {
		ids = append(ids, m.network.Activities[i].ID)
	}
	return slices.DeleteFunc(ids, func(id string) bool { return !strings.HasPrefix(id, typed) }), cobra.ShellCompDirectiveNoFileComp
}
