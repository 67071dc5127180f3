package edit

import (
	"epr/calendar"
	"epr/plan"
)

// copying is a copy of a plan under way. A table is copied with its entries when the first of them is
// changed; lists inside an entry are copied by whoever changes them.
type copying struct {
	plan   plan.Plan
	copied map[Noun]bool
}

// first reports whether a table is asked for for the first time.
func (c *copying) first(t Table, id string) bool {
	key := Noun{Table: t, ID: id}
	if c.copied[key] {
		return false
	}
	if c.copied == nil {
		c.copied = map[Noun]bool{}
	}
	c.copied[key] = true
	return true
}

// own makes a table the copy's own.
func own[T any](t *plan.Table[T]) {
	var fresh plan.Table[T]
	for id, entry := range t.All() {
		made := *entry
		fresh.Add(id, &made)
	}
	*t = fresh
}

func (c *copying) phase(id string) *plan.Phase {
	if c.first(Phase, "") {
		own(&c.plan.Phases)
	}
	return c.plan.Phases.Get(id)
}

func (c *copying) step(n Noun) *plan.Step {
	if n.Table == Activity {
		if c.first(Activity, "") {
			own(&c.plan.Activities)
		}
		return c.plan.Activities.Get(n.ID)
	}
	if c.first(Step, "") {
		own(&c.plan.Playbooks)
	}
	book := c.plan.Playbooks.Get(n.ID)
	if c.first(Step, n.ID) {
		own(&book.Steps)
	}
	return book.Steps.Get(n.Step)
}

func (c *copying) adjusts() {
	if c.first(Adjust, "") {
		c.plan.Adjusts = append([]plan.Adjust(nil), c.plan.Adjusts...)
	}
}

// adjust is the table of a selector, made if there is none.
func (c *copying) adjust(selector string) *plan.Adjust {
	c.adjusts()
	if adjustOf(&c.plan, selector) == nil {
		c.plan.Adjusts = append(c.plan.Adjusts, plan.Adjust{Selector: selector, Reason: tried})
	}
	return adjustOf(&c.plan, selector)
}

func (c *copying) team(id string) *plan.Team {
	if c.first(Team, "") {
		own(&c.plan.Teams)
	}
	return c.plan.Teams.Get(id)
}

func (c *copying) blackout(id string) *plan.Blackout {
	if c.first(Blackout, "") {
		own(&c.plan.Blackouts)
	}
	return c.plan.Blackouts.Get(id)
}

func (c *copying) contract(id string) *plan.Contract {
	if c.first(Contract, "") {
		own(&c.plan.Contracts)
	}
	return c.plan.Contracts.Get(id)
}

// meeting is the copy's own meetings of a body.
func (c *copying) meeting(id string) *plan.Meeting {
	if c.first(Calendar, "") {
		own(&c.plan.Calendars)
	}
	body := c.plan.Calendars.Get(id)
	if c.first(Calendar, id) {
		made := *body.Meeting
		body.Meeting = &made
	}
	return body.Meeting
}

func (c *copying) progress(activity string) *plan.Progress {
	if c.first(Progress, "") {
		c.plan.Progress = append([]plan.Progress(nil), c.plan.Progress...)
	}
	return progressOf(&c.plan, activity)
}

// target is the promises of a noun.
func (c *copying) target(n Noun) *plan.Target {
	switch n.Table {
	case Phase:
		return &c.phase(n.ID).Target
	case Adjust:
		return &c.adjust(n.ID).Target
	}
	return &c.step(n).Target
}

// date is the date that a statement states.
func (c *copying) date(s Statement) *calendar.Date {
	switch s.Key {
	case "end":
		return &c.plan.Programme.End
	case "must_by":
		return &c.target(s.Noun).MustBy
	case "starts":
		return &c.contract(s.Noun.ID).Starts
	case "ends":
		contract := c.contract(s.Noun.ID)
		return &contract.Ends
	}
	switch s.Noun.Table {
	case Phase:
		return &c.phase(s.Noun.ID).NotBefore
	case Adjust:
		return &c.adjust(s.Noun.ID).NotBefore
	}
	return &c.step(s.Noun).NotBefore
}

// after is the links of a noun, the copy's own.
func (c *copying) after(s Statement) *[]plan.After {
	var list *[]plan.After
	switch s.Noun.Table {
	case Phase:
		list = &c.phase(s.Noun.ID).After
	case Adjust:
		list = &c.adjust(s.Noun.ID).After
	default:
		list = &c.step(s.Noun).After
	}
	*list = append([]plan.After(nil), *list...)
	return list
}
