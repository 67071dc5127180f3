package main

import (
	"errors"
	"slices"

	"epr/plan"
	"epr/plan/explain"
	"epr/plan/explain/critical"
	"epr/plan/explain/float"
	"epr/plan/flow"
	"epr/plan/forecast"
	"epr/plan/solve"
	"epr/plan/verify"
	"epr/reports"
)

// alternatives are what a pack compares the plan with: the plan planned afresh, if that has other dates than the one
// that keeps the committed schedule, and the scenarios. A scenario that is planned itself is compared with nothing.
func (o planOptions) alternatives(sys *terminal, m *model, search solve.Options, result *solve.Result) ([]reports.Alternative, error) {
	if o.alone || m.plan.Scenario != nil || m.plan.Scenarios.Len() == 0 {
		return nil, nil
	}
	p := planner{sys, solve.Options{Fresh: true, Effort: search.Effort}, o.bare}
	afresh := result.Schedule
	if result.Kept != nil {
		afresh = result.Kept.Fresh
	}
	return p.beside(m, result.Schedule, afresh)
}

// besidePlan are the alternatives of a schedule, which is planned afresh first unless it is fresh itself.
func besidePlan(sys *terminal, m *model, schedule *plan.Schedule, isFresh bool) ([]reports.Alternative, error) {
	if m.plan.Scenarios.Len() == 0 {
		return nil, nil
	}
	p := planner{sys, solve.Options{Fresh: true}, false}
	afresh := schedule
	if !isFresh {
		var err error
		if afresh, err = p.solve(m); err != nil {
			return nil, err
		}
	}
	return p.beside(m, schedule, afresh)
}

// beside is the plan planned afresh, if that has other dates than its schedule, then its scenarios.
func (p planner) beside(m *model, schedule, afresh *plan.Schedule) ([]reports.Alternative, error) {
	var list []reports.Alternative
	if afresh != nil && !slices.Equal(afresh.Rows, schedule.Rows) {
		in, err := p.input(m, afresh)
		if err != nil {
			return nil, err
		}
		list = append(list, reports.Alternative{Name: plannedAfresh, Input: in})
	}
	for _, id := range m.plan.Scenarios.IDs() {
		a, err := p.scenario(m, id)
		if err != nil {
			return nil, err
		}
		list = append(list, a)
	}
	return list, nil
}

// What the plan itself is called beside its scenarios.
const (
	thePlanItself = "The plan itself"
	thePlanAsItIs = "The plan as committed"
	plannedAfresh = "The plan, planned afresh"
)

// planner plans and forecasts a model and its scenarios, to be put side by side.
type planner struct {
	sys    *terminal
	search solve.Options
	bare   bool // no forecast
}

// planItself is the plan planned afresh, after the plan as committed if that keeps its rules and has other dates.
func (p planner) planItself(m *model, committed *plan.Schedule) ([]reports.Alternative, error) {
	schedule, err := p.solve(m)
	if err != nil {
		return nil, err
	}
	var list []reports.Alternative
	add := func(name string, s *plan.Schedule) error {
		a := reports.Alternative{Name: name}
		if s != nil {
			if a.Input, err = p.input(m, s); err != nil {
				return err
			}
		}
		list = append(list, a)
		return nil
	}
	isOther := committed != nil && (schedule == nil || !slices.Equal(committed.Rows, schedule.Rows))
	if isOther && verify.Check(m.network, committed).OK() {
		if err := add(thePlanAsItIs, committed); err != nil {
			return nil, err
		}
		return list, add(plannedAfresh, schedule)
	}
	return list, add(thePlanItself, schedule)
}

// scenario reads and plans a scenario, whose problems are known: see addScenarios.
func (p planner) scenario(base *model, id string) (reports.Alternative, error) {
	m, err := base.as(id)
	if err != nil {
		return reports.Alternative{}, err
	}
	a := reports.Alternative{ID: id, Name: m.plan.Scenario.Name, Note: m.plan.Scenario.Note}
	for _, edit := range m.plan.Scenario.Edits {
		a.Edits = append(a.Edits, edit.String())
	}
	schedule, err := p.solve(m)
	if err != nil || schedule == nil {
		return a, err
	}
	a.Input, err = p.input(m, schedule)
	return a, err
}

// solve schedules a model and checks the schedule; nil if no schedule keeps its rules.
func (p planner) solve(m *model) (*plan.Schedule, error) {
	watch, search := watchSearch(p.sys, false), p.search
	search.Progress, search.Stop = watch.progress, watch.stop
	result, err := solve.Solve(m.network, search)
	watch.end()
	var none *solve.NoSchedule
	switch {
	case errors.As(err, &none):
		return nil, nil
	case err != nil:
		return nil, err
	}
	if report := verify.Check(m.network, result.Schedule); !report.OK() {
		return nil, brokenRules(report)
	}
	return result.Schedule, nil
}

// input forecasts a schedule and gathers what its figures are computed from.
func (p planner) input(m *model, schedule *plan.Schedule) (*reports.Input, error) {
	in := m.input(schedule)
	in.Reasons = explain.Reasons(m.network, schedule)
	order := flow.New(m.network, schedule)
	in.Floats, in.Critical = float.New(order), critical.Chains(order, in.Reasons)
	if !p.bare {
		var err error
		if in.Forecast, err = played(p.sys, m, schedule, forecast.Options{DatesOnly: true}); err != nil {
			return nil, err
		}
	}
	return &in, nil
}
