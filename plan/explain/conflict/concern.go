package conflict

import (
	"slices"

	"epr/plan"
	"epr/plan/edit"
)

// concerning lists the statements that concern some activities of the network last asked about.
func (a *asker) concerning(statements []edit.Statement, activities []int) []edit.Statement {
	c := concern{network: a.network, phases: map[string]bool{}, steps: map[edit.Noun]bool{}, others: map[edit.Noun]bool{}}
	for _, i := range activities {
		c.add(&a.network.Activities[i])
	}
	return slices.DeleteFunc(slices.Clone(statements), func(s edit.Statement) bool { return !c.has(s) })
}

// concern is what some activities have to do with.
type concern struct {
	network       *plan.Network
	phases        map[string]bool
	steps, others map[edit.Noun]bool
}

func (c *concern) add(a *plan.Activity) {
	c.phases[a.Place.Phase] = true
	c.steps[edit.NounOf(c.network.Plan, a)] = true
	for _, adjust := range a.Adjusts {
		c.others[edit.Noun{Table: edit.Adjust, ID: adjust.Selector}] = true
	}
	for _, need := range a.Needs {
		c.others[edit.Noun{Table: edit.Team, ID: need.Team}] = true
		c.addReduced(need.Team)
	}
	for _, list := range [][]*plan.Blackout{a.Terms.Forbids, a.Terms.Pauses} {
		for _, b := range list {
			c.others[edit.Noun{Table: edit.Blackout, ID: b.ID}] = true
		}
	}
	for _, list := range [][]*plan.Contract{a.Contracts, a.Outlast} {
		for _, contract := range list {
			c.others[edit.Noun{Table: edit.Contract, ID: contract.ID}] = true
		}
	}
	if a.Meeting != nil {
		c.others[edit.Noun{Table: edit.Calendar, ID: a.Meeting.ID}] = true
	}
	c.others[edit.Noun{Table: edit.Progress, ID: a.ID}] = true
}

// addReduced adds the blackouts in which there is less of a team.
func (c *concern) addReduced(team string) {
	for id, b := range c.network.Plan.Blackouts.All() {
		if slices.ContainsFunc(b.Capacity, func(f plan.Factor) bool { return f.Team == team }) {
			c.others[edit.Noun{Table: edit.Blackout, ID: id}] = true
		}
	}
}

func (c *concern) has(s edit.Statement) bool {
	switch s.Noun.Table {
	case edit.Programme:
		return true
	case edit.Phase:
		return c.phases[s.Noun.ID]
	case edit.Step, edit.Activity:
		return c.steps[s.Noun]
	}
	return c.others[s.Noun]
}
