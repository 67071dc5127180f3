package explain

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/words"
)

// sayFacts lists facts by name.
func sayFacts(n *plan.Network, asked int, facts []Fact) string {
	const most = 3
	var names []string
	for _, f := range facts[:min(len(facts), most)] {
		names = append(names, sayFact(n, asked, f))
	}
	if more := len(facts) - most; more > 0 {
		names = append(names, fmt.Sprintf("%d more facts", more))
	}
	return words.List(names)
}

func sayFact(n *plan.Network, asked int, f Fact) string {
	a := &n.Activities[f.Activity]
	of := ""
	if f.Activity != asked {
		of = " of " + nameFor(n, asked, f.Activity)
	}
	switch f.Cause {
	case Programme:
		return "the start of the programme"
	case Status:
		return "the status date"
	case NotBefore:
		return "the date before which it is not to start"
	case Contract:
		return "the start of the contract " + words.Named(f.Contract.Name, f.Contract.ID)
	case Link:
		return "the wait" + of + " for " + nameFor(n, asked, f.Other)
	case MaximumLag:
		return nameFor(n, asked, f.Other) + ", which has to follow closely,"
	case Meeting:
		return "the next meeting of " + bodyName(a)
	case Slots:
		return "the full agenda of " + bodyName(a)
	case StartsOn:
		return "the rule that it starts on " + sayWeekdays(a.Terms.StartsOn)
	case Calendar:
		return "the days off"
	case Blackout:
		return words.Named(f.Blackout.Name, f.Blackout.ID)
	case Team:
		return "the team " + words.Named(f.Team.Name, f.Team.ID)
	}
	return "what has happened"
}

func bodyName(a *plan.Activity) string {
	if a.Meeting == nil {
		return "its body"
	}
	return words.Named(a.Meeting.Name, a.Meeting.ID)
}

// nameFor is the name of an activity as it is told beside another one: without the place and the phase if
// they are the same.
func nameFor(n *plan.Network, asked, other int) string {
	a, b := &n.Activities[asked], &n.Activities[other]
	if a.Place.Phase != b.Place.Phase || b.Place.Phase == "" {
		return b.Name
	}
	if a.Place == b.Place {
		return b.Step.Name
	}
	phase := n.Plan.Phases.Get(b.Place.Phase)
	if phase == nil {
		return b.Name
	}
	short, _, _ := strings.Cut(phase.Name, ":")
	return strings.TrimSuffix(b.Name, " ("+short+")")
}

func rowOf(n *plan.Network, s *plan.Schedule, i int) plan.Row {
	row, _ := s.Find(n.Activities[i].ID)
	return row
}

// sayWeekdays is "Thursdays", "Saturdays and Sundays".
func sayWeekdays(days calendar.Weekdays) string {
	var names []string
	for day := calendar.Weekday(0); day < 7; day++ {
		if days.Has(day) {
			names = append(names, day.Long()+"s")
		}
	}
	return words.List(names)
}
