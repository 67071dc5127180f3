package edit

import (
	"fmt"

	"epr/plan"
	"epr/plan/source"
)

// Table is a kind of table of the plan language.
type Table string

// The tables that hold statements.
const (
	Programme Table = "programme"
	Phase     Table = "phase"
	Step      Table = "playbook" // a step of a playbook
	Activity  Table = "activity" // one-off work
	Adjust    Table = "adjust"   // by selector
	Team      Table = "team"
	Blackout  Table = "blackout"
	Contract  Table = "contract"
	Calendar  Table = "calendar" // a meeting calendar
	Progress  Table = "progress" // by activity
)

// Noun names one table of a plan.
type Noun struct {
	Table Table
	ID    string // of the playbook for a step; empty for the programme
	Step  string // step of a playbook
}

// Statement is one thing that a plan says: the value of a key of a noun or, where that is a list or a
// table, one element of it.
type Statement struct {
	Noun  Noun
	Key   string
	Index int
}

// lists are the keys whose values are lists of statements.
var lists = map[string]bool{"after": true, "within": true, "covers": true, "outlast": true, "contract": true}

// At is where the statement stands; the zero Span if the plan was not read from a file.
func (s Statement) At(p *plan.Plan) source.Span {
	o := s.Noun.origin(p)
	switch {
	case s.Noun.Table == Blackout:
		return o.At
	case s.Key == "needs":
		return o.Place("needs." + s.needs(p)[s.Index].Team)
	case s.Key == linkWithin:
		return o.Place(fmt.Sprintf("after[%d].within", s.Index))
	case s.Key == "dates":
		return o.Place(meetingKey(p.Calendars.Get(s.Noun.ID)))
	case !lists[s.Key]:
		return o.Place(s.Key)
	}
	if o.Keys != nil { // a list of one may be written without brackets
		if at, ok := o.Keys.Place(fmt.Sprintf("%s[%d]", s.Key, s.Index)); ok {
			return at
		}
	}
	return o.Place(s.Key)
}

func meetingKey(c *plan.Calendar) string {
	if len(c.Meeting.Dates) == 0 && c.Meeting.Rule != nil {
		return "rule"
	}
	return "dates"
}

// origin is where the noun was written.
func (n Noun) origin(p *plan.Plan) plan.Origin {
	switch n.Table {
	case Programme:
		return p.Programme.Origin
	case Phase:
		return p.Phases.Get(n.ID).Origin
	case Step, Activity:
		return n.StepOf(p).Origin
	case Adjust:
		if a := adjustOf(p, n.ID); a != nil {
			return a.Origin
		}
	case Team:
		return p.Teams.Get(n.ID).Origin
	case Blackout:
		return p.Blackouts.Get(n.ID).Origin
	case Contract:
		return p.Contracts.Get(n.ID).Origin
	case Calendar:
		return p.Calendars.Get(n.ID).Origin
	case Progress:
		return progressOf(p, n.ID).Origin
	}
	return plan.Origin{}
}

// StepOf is the step or the one-off work that the noun names; nil for others.
func (n Noun) StepOf(p *plan.Plan) *plan.Step {
	switch n.Table {
	case Step:
		return p.Playbooks.Get(n.ID).Steps.Get(n.Step)
	case Activity:
		return p.Activities.Get(n.ID)
	}
	return nil
}

// NounOf names the step or the one-off work that an activity comes from.
func NounOf(p *plan.Plan, a *plan.Activity) Noun {
	if p.Activities.Get(a.Step.ID) == a.Step {
		return Noun{Activity, a.Step.ID, ""}
	}
	for id, book := range p.Playbooks.All() {
		if book.Steps.Get(a.Step.ID) == a.Step {
			return Noun{Step, id, a.Step.ID}
		}
	}
	return Noun{}
}

func adjustOf(p *plan.Plan, selector string) *plan.Adjust {
	for i := range p.Adjusts {
		if p.Adjusts[i].Selector == selector {
			return &p.Adjusts[i]
		}
	}
	return nil
}

func progressOf(p *plan.Plan, activity string) *plan.Progress {
	for i := range p.Progress {
		if p.Progress[i].Activity == activity {
			return &p.Progress[i]
		}
	}
	return nil
}

func (s Statement) needs(p *plan.Plan) []plan.Need {
	if s.Noun.Table == Adjust {
		return adjustOf(p, s.Noun.ID).Needs
	}
	return s.Noun.StepOf(p).Needs
}
