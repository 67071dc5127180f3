package main

import (
	"bytes"
	"errors"

	"epr/plan"
	"epr/plan/diff"
	"epr/plan/forecast"
	"epr/plan/history"
	"epr/plan/history/git"
	"epr/plan/planfile"
	"epr/plan/verify"
	"epr/reports"
)

// addHistory adds to a pack what the repository of its model knows: how the dates stood in the commits before, and
// what changed since the last of them that says something else. Outside a repository there is nothing to add, and a
// scenario has no history.
func addHistory(sys *terminal, m *model, in *reports.Input) (err error) {
	if m.plan.Scenario != nil {
		return nil
	}
	h, err := history.Of(m.kept(), git.OnDisk(m.path))
	if h == nil || err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	kept, looked := h.Versions()
	in.History, in.Looked = diff.Histories(kept, in.Network, in.Schedule), looked
	in.Since, in.Before, err = since(h, sys, m, in, kept)
	return err
}

// since compares a pack with the version before, and gives that version itself, if its schedule is sound, to measure
// figures by; nil if there is none.
func since(h *history.History, sys *terminal, m *model, in *reports.Input, kept []diff.Kept) (*diff.Diff, *reports.Before, error) {
	var b bytes.Buffer
	if err := planfile.EncodeSchedule(&b, committedOf(in.Network, in.Schedule)); err != nil {
		return nil, nil, err
	}
	before, err := lastOther(h, m, b.Bytes())
	if before == nil || err != nil {
		return nil, nil, err
	}
	was, is := before.unplanned(), &diff.Version{Name: "this plan", Plan: m.plan, Network: in.Network, Schedule: in.Schedule,
		IsSound: true, Forecast: in.Forecast, Kept: kept, Looked: in.Looked}
	was.Schedule = &before.schedule.Schedule
	if was.IsSound = verify.Check(was.Network, was.Schedule).OK(); was.IsSound {
		addQuality(was, is)
	}
	if in.Forecast != nil && was.IsSound {
		if was.Forecast, err = played(sys, before.model, was.Schedule, forecast.Options{DatesOnly: true}); err != nil {
			return nil, nil, err
		}
	}
	since, err := diff.Compare(was, is, diff.Options{Attribute: true, ByEdit: true, ByOrder: true, MostEdits: mostEdits(is)})
	if err != nil || !was.IsSound {
		return since, nil, err
	}
	return since, &reports.Before{Name: was.Name, On: before.on, Network: was.Network, Schedule: was.Schedule, Forecast: was.Forecast}, nil
}

// toldBefore says how a date was told and how it stood before: that of a goal, or of the one activity asked about.
func toldBefore(m *model, s *plan.Schedule, targets []int, goal *plan.Goal) ([]string, error) {
	if goal == nil && len(targets) == 1 {
		goal = goalOf(m.network, m.network.Activities[targets[0]].ID)
	}
	if goal == nil {
		return nil, nil
	}
	kept, _, err := keptBefore(m, git.OnDisk(m.path))
	if err != nil {
		return nil, err
	}
	for _, h := range diff.Histories(kept, m.network, s) {
		if h.ID == goal.ID && h.IsPhase == goal.Phase {
			return reports.HistorySaid(&h, s.Finish(m.network, goal), goal.By), nil
		}
	}
	return nil, nil
}

// goalOf is an activity as a date that people follow; nil if they do not.
func goalOf(n *plan.Network, id string) *plan.Goal {
	for k := range n.Goals {
		if g := &n.Goals[k]; !g.Phase && g.ID == id {
			return g
		}
	}
	return nil
}
