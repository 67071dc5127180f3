package tj

import (
	"fmt"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// team is a team as TaskJuggler has it: crews, each of as many people as divide what every activity needs,
// so that as many activities find a place on a day as with people.
type team struct {
	id    string
	crew  plan.Hundredths
	works []bool // the days on which its activities may be done
	size  []int  // crews there are on each day of the horizon
}

// findTeams finds out how many crews there are and when they work. All activities of a team must keep the
// same days: they are those of its crews.
func (e *exporter) findTeams() error {
	e.teams = make([]team, len(e.network.Teams))
	for i := range e.network.Activities {
		a := &e.network.Activities[i]
		for _, need := range a.Needs {
			t := &e.teams[e.team(need.Team)]
			t.crew = divisor(t.crew, need.Amount)
			works := e.allowed(a.Terms)
			if t.works != nil && !slices.Equal(t.works, works) {
				return fmt.Errorf("%q keeps other days than other activities of team %q, which TaskJuggler cannot be asked", a.ID, need.Team)
			}
			t.works = works
		}
	}
	for i := range e.teams {
		if err := e.count(&e.teams[i], &e.network.Teams[i]); err != nil {
			return err
		}
	}
	return nil
}

func (e *exporter) team(id string) int {
	return slices.IndexFunc(e.network.Teams, func(s plan.Supply) bool { return s.Team.ID == id })
}

// divisor is the greatest that divides both.
func divisor(a, b plan.Hundredths) plan.Hundredths {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// allowed are the days of the horizon on which work of a day may be done.
func (e *exporter) allowed(t *plan.Terms) []bool {
	if known, ok := e.known[t]; ok {
		return known
	}
	e.known[t] = e.days(func(d calendar.Date) bool {
		return t.Work.Works(d) && !slices.ContainsFunc(t.Closed, func(s calendar.Span) bool { return s.Contains(d) })
	})
	return e.known[t]
}

func (e *exporter) count(t *team, s *plan.Supply) error {
	t.id = strings.ReplaceAll(s.Team.ID, "-", "_")
	for _, span := range e.closed(e.working, e.working, false) {
		for day := span.From; day <= span.To; day++ {
			if t.works[day-e.network.Horizon.From] {
				return fmt.Errorf("team %q works on %s, a holiday of the project, which TaskJuggler cannot be asked", s.Team.ID, day)
			}
		}
	}
	t.size = make([]int, len(e.working))
	for i, works := range t.works {
		if works {
			t.size[i] = int(s.On(e.network.Horizon.From+calendar.Date(i)) / t.crew)
		}
	}
	return nil
}

// writeTeams writes the crews: crew number i is away when there are fewer than i. A macro allocates any one
// of them, the first that is free.
func (e *exporter) writeTeams() {
	for i := range e.teams {
		t := &e.teams[i]
		most := slices.Max(t.size)
		e.print("resource %s %s {\n", t.id, quoted(e.network.Teams[i].Team.Name))
		e.writeHours("  ", t.works)
		var crews []string
		for crew := range most {
			crews = append(crews, fmt.Sprintf("%s_%d", t.id, crew+1))
			e.print("  resource %s %s {\n", crews[crew], quoted(crews[crew]))
			there := make([]bool, len(t.size))
			for day, size := range t.size {
				there[day] = size > crew
			}
			for _, span := range e.closed(t.works, there, true) {
				e.writeLeave("    ", span)
			}
			e.print("  }\n")
		}
		e.print("}\n")
		e.writeMacro(t.id, crews)
	}
}

func (e *exporter) writeMacro(id string, crews []string) {
	if len(crews) == 0 {
		return
	}
	e.print("macro %s [allocate %s { ", id, crews[0])
	if len(crews) > 1 {
		e.print("alternative %s ", strings.Join(crews[1:], ", "))
	}
	e.print("select order]\n")
}
