package edit

import (
	"fmt"
	"strings"

	"epr/plan"
	"epr/plan/words"
)

// Say says the change in words, as something to do: "3 more trainers from 4 Jan 2027", "move must_by of
// phase two to 11 Jun 2027".
func (e Edit) Say(p *plan.Plan) string {
	id := e.Of.Noun.ID
	switch e.change {
	case move:
		return fmt.Sprintf("move %s of %s to %s", e.Of.Key, e.Of.Noun.Say(p), e.day.Short())
	case addPeople:
		return e.sayPeople(p)
	case setWithin:
		return fmt.Sprintf("let %s be within %s instead of %s", e.Of.sayTie(p), words.WorkingDays(e.n), words.WorkingDays(e.Of.Tie(p)))
	case addLag:
		return e.sayLag(p)
	case addDays:
		return e.sayLonger(p)
	case setDays:
		return fmt.Sprintf("%s in %s", id, words.WorkingDays(e.n))
	case addMeeting:
		return fmt.Sprintf("a meeting of %s on %s", e.Of.Noun.Say(p), e.day.Short())
	case waive:
		return fmt.Sprintf("waive %s for %s", e.Of.Noun.Say(p), e.text)
	case unblock:
		return fmt.Sprintf("let %s run in %s", e.text, e.Of.Noun.Say(p))
	}
	return e.Of.sayDropped(p)
}

func (e Edit) sayPeople(p *plan.Plan) string {
	many, by := "more", e.people
	if by < 0 {
		many, by = "fewer", -by
	}
	team := e.Of.Noun.Say(p)
	if by <= plan.One {
		team = strings.TrimSuffix(team, "s")
	}
	text := fmt.Sprintf("%s %s %s from %s", by, many, team, e.day.Short())
	if !e.until.IsZero() {
		text += " to " + e.until.Short()
	}
	return text
}

func (e Edit) sayLonger(p *plan.Plan) string {
	step := e.Of.Noun.StepOf(p)
	how, by := "longer", e.n
	if by < 0 {
		how, by = "shorter", -by
	}
	amount := words.WorkingDays(by)
	if by == 5 {
		amount = "a week"
	}
	return fmt.Sprintf("%s %s %s (%d instead of %s)", e.Of.Noun.Say(p), amount, how,
		longer(step.Days, e.n).Likely, words.WorkingDays(step.Days.Likely))
}

// sayDropped says that a statement goes.
func (s Statement) sayDropped(p *plan.Plan) string {
	who := s.Noun.Say(p)
	switch s.Key {
	case "end":
		return "let the programme last longer"
	case "after":
		return "take out " + s.sayAfter(p)
	case linkWithin, "within":
		return fmt.Sprintf("do without the limit that %s is within %s", s.sayTie(p), words.WorkingDays(s.Tie(p)))
	case "needs":
		return fmt.Sprintf("do %s without the team %s", who, s.needs(p)[s.Index].Team)
	case "contract":
		return fmt.Sprintf("do %s outside the contract %s", who, s.Noun.StepOf(p).Contracts[s.Index])
	case "covers":
		return fmt.Sprintf("take %s out of the contract %s", p.Contracts.Get(s.Noun.ID).Covers[s.Index], who)
	case "outlast":
		return fmt.Sprintf("let %s end before %s", who, p.Contracts.Get(s.Noun.ID).Outlast[s.Index])
	case "size":
		return "as many " + who + " as it takes"
	case "windows":
		return "do without the blackout " + who
	case "dates":
		return who + " meets whenever it is asked"
	case "slots":
		return who + " takes any number of decisions at a meeting"
	case "papers":
		return who + " takes papers up to the day"
	}
	return fmt.Sprintf("take out %s of %s", s.Key, who)
}

func (s Statement) sayTie(p *plan.Plan) string {
	who := s.Noun.Say(p)
	if s.Key == linkWithin {
		return who + " after " + s.After(p).Step
	}
	if w := s.Noun.StepOf(p).Within[s.Index]; w.Before != "" {
		return who + " before " + w.Before
	} else {
		return who + " after " + w.After
	}
}

func (s Statement) sayAfter(p *plan.Plan) string {
	return fmt.Sprintf("the wait of %s for %s", s.Noun.Say(p), s.After(p).Step)
}

// Say is the noun as people call it: its name, else its id.
func (n Noun) Say(p *plan.Plan) string {
	switch n.Table {
	case Programme:
		return "the programme"
	case Phase:
		return p.Phases.Get(n.ID).Name
	case Step, Activity:
		return n.StepOf(p).Name
	case Team:
		return words.Named(p.Teams.Get(n.ID).Name, n.ID)
	case Blackout:
		return words.Named(p.Blackouts.Get(n.ID).Name, n.ID)
	case Contract:
		return words.Named(p.Contracts.Get(n.ID).Name, n.ID)
	case Calendar:
		return words.Named(p.Calendars.Get(n.ID).Name, n.ID)
	}
	return n.ID
}

// sayLag says a changed lag as what it means for the work that waits, where it waits for a finish. What a gate
// waits for has to be finished when its papers close.
func (e Edit) sayLag(p *plan.Plan) string {
	link, who := e.Of.After(p), e.Of.Noun.Say(p)
	verb := "start"
	if step := e.Of.Noun.StepOf(p); step != nil && step.Kind == plan.Gate {
		who, verb = "papers for "+who, "close"
	}
	switch lag := link.Lag + e.n; {
	case link.Link != plan.FinishStart || link.Done != 0 && link.Done < plan.One:
		return fmt.Sprintf("change the lag of %s by %+d working days", e.Of.sayAfter(p), e.n)
	case lag < 0:
		return fmt.Sprintf("let %s %s up to %s before %s finishes", who, verb, words.WorkingDays(-lag), link.Step)
	case lag == 0:
		return fmt.Sprintf("let %s %s as soon as %s has finished", who, verb, link.Step)
	default:
		return fmt.Sprintf("let %s %s %s after %s has finished", who, verb, words.WorkingDays(lag), link.Step)
	}
}
