package mspdi_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/source"
	"epr/reports"
)

// drawn are packs of plans drawn at random, the same ones each time: odd calendars, links of every type with lags of
// both signs, shares, blackouts, gates, history. The k-th has k approved baselines, more than Project holds in the end.
func drawn(t *testing.T, n int) []*reports.Pack {
	plans := rapid.Custom(plantest.Plan)
	var packs []*reports.Pack
	links := map[plan.LinkType]int{}
	for seed := 0; len(packs) < n; seed++ {
		net := network(plans.Example(seed))
		if net == nil {
			continue
		}
		result, err := solve.Solve(net, solve.Options{Effort: solve.Quick})
		if err != nil {
			continue // it has no schedule
		}
		for _, l := range net.Links {
			links[l.Type]++
		}
		approve(net, result.Schedule, len(packs)%14)
		packs = append(packs, reports.Build(reports.Input{Network: net, Schedule: result.Schedule, Previous: earlier(result.Schedule, 1)}))
	}
	if len(links) < 4 {
		t.Errorf("only links of types %v were drawn", links)
	}
	return packs
}

// network is a plan's network, nil if an activity of it has no day to start on.
func network(p *plan.Plan) *plan.Network {
	net, problems := expand.Expand(p)
	for _, problem := range problems {
		if problem.Severity == source.Error {
			return nil
		}
	}
	return net
}

// approve gives a plan so many baselines, each some days earlier than the next.
func approve(net *plan.Network, s *plan.Schedule, n int) {
	for k := range n {
		id := fmt.Sprintf("approved-%d", k+1)
		net.Plan.Baselines.Add(id, &plan.Baseline{ID: id, Date: net.Plan.Programme.Start + calendar.Date(k), Approver: "Programme board",
			Schedule: earlier(s, 3*(n-k))})
	}
}

// earlier is a schedule as it was before everything slipped by some days, without its first activity.
func earlier(s *plan.Schedule, days int) *plan.Schedule {
	was := &plan.Schedule{}
	for _, row := range s.Rows[1:] {
		row.Start, row.Finish = row.Start-calendar.Date(days), row.Finish-calendar.Date(days)
		was.Rows = append(was.Rows, row)
	}
	return was
}
