package conflict

import (
	"fmt"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
	"epr/plan/words"
)

// SayStatement says what a statement of a plan asks for, in plain words: "Go-live waits for Training".
func SayStatement(p *plan.Plan, s edit.Statement) string {
	who := s.Noun.Say(p)
	switch s.Noun.Table {
	case edit.Team:
		return sizes(p.Teams.Get(s.Noun.ID), who)
	case edit.Blackout:
		return blackoutText(p.Blackouts.Get(s.Noun.ID), who)
	case edit.Contract:
		return contractText(p.Contracts.Get(s.Noun.ID), s, who)
	case edit.Calendar:
		return meetingText(p.Calendars.Get(s.Noun.ID).Meeting, s, who)
	case edit.Programme:
		return "the programme ends on " + p.Programme.End.Short()
	case edit.Progress:
		name := who
		if one := p.Activities.Get(s.Noun.ID); one != nil {
			name = one.Name
		}
		return name + " is under way and needs " + words.WorkingDays(s.Whole(p)) + " more"
	}
	return workText(p, s, who)
}

func workText(p *plan.Plan, s edit.Statement, who string) string {
	mustBy, notBefore := dates(p, s.Noun)
	switch s.Key {
	case "must_by":
		return fmt.Sprintf("%s must be finished by %s", who, mustBy.Short())
	case "not_before":
		return fmt.Sprintf("%s may not start before %s", who, notBefore.Short())
	case "starts_on":
		return fmt.Sprintf("%s starts only on %s", who, startDays(p, s.Noun))
	case "after":
		return who + " " + afterText(p, s)
	case "after.within":
		return fmt.Sprintf("%s comes within %s of what it waits for", who, words.WorkingDays(s.Tie(p)))
	case "within":
		if w := s.Noun.StepOf(p).Within[s.Index]; w.Before != "" {
			return fmt.Sprintf("%s starts at most %s before %s does", who, words.WorkingDays(w.Days), stepName(p, s.Noun, w.Before))
		} else {
			return fmt.Sprintf("%s starts at most %s after %s has finished", who, words.WorkingDays(w.Days), stepName(p, s.Noun, w.After))
		}
	case "needs":
		need := s.Need(p)
		return fmt.Sprintf("%s needs %s of the team %s", who, need.Amount, p.Teams.Get(need.Team).Name)
	case "contract":
		return fmt.Sprintf("%s lies inside the contract %s", who, s.Noun.StepOf(p).Contracts[s.Index])
	case "papers":
		return fmt.Sprintf("papers for %s close %s before the meeting", who, words.WorkingDays(s.Noun.StepOf(p).Papers.N))
	}
	return who
}

func startDays(p *plan.Plan, n edit.Noun) calendar.Weekdays {
	if step := n.StepOf(p); step != nil {
		return step.StartsOn
	}
	for i := range p.Adjusts {
		if p.Adjusts[i].Selector == n.ID {
			return p.Adjusts[i].StartsOn
		}
	}
	return 0
}

// afterText says what a link waits for.
func afterText(p *plan.Plan, s edit.Statement) string {
	link := s.After(p)
	other := stepName(p, s.Noun, link.Step)
	text := "waits for " + other
	switch {
	case link.Link != plan.FinishStart:
		text += " (" + link.Link.String() + ")"
	case link.Done != 0 && link.Done < plan.One:
		text = fmt.Sprintf("waits until %s%% of %s is done", link.Done*100, other)
	}
	switch {
	case link.Lag > 0:
		text += fmt.Sprintf(", and for %s after that", words.WorkingDays(link.Lag))
	case link.Lag < 0:
		text += fmt.Sprintf(", less %s", words.WorkingDays(-link.Lag))
	}
	return text
}

// stepName is the name of what a name in a link of a noun stands for, else the name as written.
func stepName(p *plan.Plan, n edit.Noun, name string) string {
	if step := stepNamed(p, n, name); step != nil {
		return step.Name
	}
	return name
}

// stepNamed finds the step that a plain name stands for, as package expand does: one of the same playbook, of
// another playbook of a phase that goes through it, or one-off work; nil for a selector.
func stepNamed(p *plan.Plan, n edit.Noun, name string) *plan.Step {
	if n.Table != edit.Step {
		return p.Activities.Get(name)
	}
	books := []string{n.ID}
	for _, phase := range p.Phases.All() {
		if slices.Contains(phase.Playbooks, n.ID) {
			books = append(books, phase.Playbooks...)
		}
	}
	for _, id := range books {
		if book := p.Playbooks.Get(id); book != nil && book.Steps.Has(name) {
			return book.Steps.Get(name)
		}
	}
	return p.Activities.Get(name)
}

func sizes(team *plan.Team, who string) string {
	if len(team.Size) == 1 {
		verb := "are"
		if team.Size[0].Is == plan.One {
			verb = "is"
		}
		return fmt.Sprintf("there %s %s of the team %s", verb, team.Size[0].Is, who)
	}
	var parts []string
	for k, step := range team.Size {
		if k == shown {
			parts = append(parts, "…")
			break
		}
		parts = append(parts, fmt.Sprintf("%s from %s", step.Is, step.From.Short()))
	}
	return fmt.Sprintf("of the team %s there are %s", who, strings.Join(parts, ", "))
}

// shown is how many elements of a list are told.
const shown = 4

func blackoutText(b *plan.Blackout, who string) string {
	var days []string
	if every := b.Windows.Every; every != nil {
		days = append(days, fmt.Sprintf("each year from %s to %s", monthDay(every.From), monthDay(every.To)))
	}
	for k, span := range b.Windows.Spans {
		if k == shown {
			days = append(days, "…")
			break
		}
		days = append(days, "from "+span.From.Short()+" to "+span.To.Short())
	}
	what := "all work"
	if len(b.Blocks) > 0 {
		kinds := make([]string, len(b.Blocks))
		for k, kind := range b.Blocks {
			kinds[k] = string(kind)
		}
		what = strings.Join(kinds, ", ")
	}
	switch verb := map[plan.Effect]string{plan.Forbid: "forbids", plan.Pause: "pauses"}[b.Effect]; {
	case verb != "":
		return fmt.Sprintf("%s %s %s %s", who, verb, what, strings.Join(days, ", "))
	}
	return fmt.Sprintf("%s leaves fewer people %s", who, strings.Join(days, ", "))
}

func monthDay(d calendar.MonthDay) string {
	const leap = 2028
	text := calendar.MustOf(leap, d.Month, d.Day).Short()
	return strings.TrimSuffix(text, fmt.Sprintf(" %d", leap))
}

func contractText(c *plan.Contract, s edit.Statement, who string) string {
	switch s.Key {
	case "starts":
		return fmt.Sprintf("the contract %s starts on %s", who, c.Starts.Short())
	case "covers":
		return fmt.Sprintf("the contract %s covers %s", who, c.Covers[s.Index])
	case "outlast":
		return fmt.Sprintf("the contract %s must still run when %s finishes", who, c.Outlast[s.Index])
	}
	text := fmt.Sprintf("the contract %s ends on %s", who, c.LatestEnd().Short())
	if len(c.Extensions) > 0 {
		text += ", with every extension"
	}
	return text
}

func meetingText(m *plan.Meeting, s edit.Statement, who string) string {
	switch s.Key {
	case "slots":
		return fmt.Sprintf("%s takes at most %s at a meeting", who, words.Count(m.Slots, "decision"))
	case "papers":
		return fmt.Sprintf("papers for %s close %s before a meeting", who, words.WorkingDays(m.Papers))
	}
	if m.Rule != nil && len(m.Dates) == 0 {
		return fmt.Sprintf("%s meets only on: %s", who, m.Rule)
	}
	var days []string
	for k, day := range m.Dates {
		if k == shown {
			days = append(days, "…")
			break
		}
		days = append(days, day.Short())
	}
	return fmt.Sprintf("%s meets only on %s", who, strings.Join(days, ", "))
}
