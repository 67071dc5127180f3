package main

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"epr/plan"
	"epr/plan/assurance"
	"epr/plan/explain"
	"epr/plan/explain/critical"
	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/planfile"
	"epr/plan/solve"
	"epr/plan/verify"
	"epr/reports"
)

// packInput gathers what the reports are computed from.
func packInput(m *model, committed *plan.Schedule, result *solve.Result, report verify.Report) reports.Input {
	in := m.input(result.Schedule)
	in.Previous, in.Solve = committed, solveFacts(result)
	order := flow.New(m.network, result.Schedule)
	in.Reasons = explain.Reasons(m.network, result.Schedule)
	in.Floats = float.New(order)
	in.Critical = critical.Chains(order, in.Reasons)
	quality := assurance.Input{Network: m.network, Schedule: result.Schedule, Committed: committed, Flow: order, Floats: in.Floats, Critical: in.Critical}
	for _, rule := range report.Rules {
		quality.Verified = append(quality.Verified, assurance.Verified{Rule: string(rule.Rule), Facts: rule.Checked})
		in.Checks = append(in.Checks, reports.Check{Rule: string(rule.Rule), Counted: rule.Checked})
	}
	in.Assurance = assurance.Assess(quality)
	return in
}

// input is what the reports know of a model and a schedule without asking how it came about.
func (m *model) input(schedule *plan.Schedule) reports.Input {
	in := reports.Input{Network: m.network, Schedule: schedule, Version: version}
	for _, file := range m.files {
		sum := sha256.Sum256([]byte(file.Text))
		in.Files = append(in.Files, reports.File{Name: file.Name, SHA256: hex.EncodeToString(sum[:])})
	}
	return in
}

func solveFacts(result *solve.Result) reports.Solve {
	facts := reports.Solve{Reproducible: !result.Stopped}
	for _, stage := range result.Stages {
		facts.Stages = append(facts.Stages, reports.Stage{Name: stage.Name, Value: int(stage.Value),
			Bound: int(stage.Bound), Unit: stage.Unit, Proved: stage.Proved})
	}
	if kept := result.Kept; kept != nil {
		facts.Keeping = &reports.Keeping{Earlier: kept.FreshFinishEarlierDays, Moved: kept.FreshMoves, Held: kept.Held, Later: int(kept.LaterDays)}
	}
	return facts
}

// committedOf is a schedule as it is written to its file, with the day on which each phase is finished.
func committedOf(n *plan.Network, s *plan.Schedule) *planfile.Committed {
	c := &planfile.Committed{Schedule: *s}
	for i := range n.Goals {
		if goal := &n.Goals[i]; goal.Phase {
			c.Finishes = append(c.Finishes, finishesOf(n, s, goal)...)
		}
	}
	return c
}

// finishesOf is when a phase is finished in each of its trusts.
func finishesOf(n *plan.Network, s *plan.Schedule, goal *plan.Goal) []planfile.Finish {
	var finishes []planfile.Finish
	for _, i := range goal.Members {
		f := planfile.Finish{Phase: goal.ID, Trust: n.Activities[i].Place.Trust, By: goal.By}
		if row, found := s.Find(n.Activities[i].ID); found {
			f.Finish = row.Finish
		}
		k := slices.IndexFunc(finishes, func(g planfile.Finish) bool { return g.Trust == f.Trust })
		if k < 0 {
			finishes = append(finishes, f)
			continue
		}
		finishes[k].Finish = max(finishes[k].Finish, f.Finish)
	}
	return finishes
}
