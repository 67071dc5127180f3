package text

import (
	"slices"
	"strings"

	"epr/calendar"
	"epr/reports"
)

const mostLate = 4

// late tells of each broken promise, the latest first, what it ends with and what holds that.
func (p *page) late(pack *reports.Pack) {
	list := slices.DeleteFunc(slices.Clone(pack.Promises), func(made reports.Promised) bool { return made.Slack.N >= 0 })
	if len(list) == 0 {
		p.nothingLate(pack)
		return
	}
	p.heading("Late, and why")
	n := p.shown(len(list), mostLate)
	told := map[string]string{} // by which promise a chain was told, by the activity at its end
	for i := range list[:n] {
		made := &list[i]
		if made.Phase {
			p.latePhase(made, pack)
		} else {
			p.lateActivity(made, pack)
		}
		if p.whyAbove(made, told) {
			continue
		}
		p.why(made)
		if len(made.Why) > 0 {
			told[made.Why[0].ID] = made.Name
		}
	}
	p.rest(len(list)-n, "broken promise", "")
}

func (p *page) nothingLate(pack *reports.Pack) {
	p.gap()
	if len(pack.Promises) == 0 {
		p.say("Nothing was promised, so nothing can be late.")
		return
	}
	p.item(kept, "Nothing is late.")
}

// latePhase tells what a late phase costs, and its causes.
func (p *page) latePhase(made *reports.Promised, pack *reports.Pack) {
	cost := ""
	i := slices.IndexFunc(pack.Phases, func(ph reports.Phase) bool { return ph.ID == made.ID })
	if i >= 0 && pack.Phases[i].LateCost.N > 0 {
		cost = ", at a cost of £" + reports.Number(int(pack.Phases[i].LateCost.N))
	}
	p.item(late, broken(made)+cost+".")
	if i >= 0 {
		p.history(&pack.Phases[i].Standing)
	}
}

// history tells what was announced before, and what the baselines said, where that has changed.
func (p *page) history(s *reports.Standing) {
	if told := reports.Announcements(s.Told); strings.Contains(told, "then") {
		p.more(capital(told) + ".")
	}
	if kept := reports.Baselined(s.Baselines); kept != "" {
		p.more(capital(kept) + ".")
	}
	if s.Before != "" {
		p.more(capital(s.Before) + ".")
	}
}

// lateActivity names a late activity by its id, which can be asked about further.
func (p *page) lateActivity(made *reports.Promised, pack *reports.Pack) {
	p.item(late, broken(made)+" ("+made.ID+").")
	if i := slices.IndexFunc(pack.Milestones, func(m reports.Milestone) bool { return m.ID == made.ID }); i >= 0 {
		p.history(&pack.Milestones[i].Standing)
	}
}

// whyAbove refers to a chain that was told already: a phase and the go-live that ends it are late for one reason.
func (p *page) whyAbove(made *reports.Promised, told map[string]string) bool {
	if len(made.Why) == 0 {
		return false
	}
	last := &made.Why[0]
	above, known := told[last.ID]
	if known {
		p.more("It ends with " + quoted(last.Name) + ", as does " + quoted(above) + ": see above.")
	}
	return known
}

// why tells the chain of causes, the last activity first.
func (p *page) why(made *reports.Promised) {
	for k, step := range made.Why {
		text := "That waits for "
		if k == 0 {
			text = "It ends with "
		}
		text += quoted(step.Name) + ", " + period(step.Start, step.Finish)
		for _, moved := range step.Moved {
			text += "; " + moved
		}
		p.more(text + ".")
	}
	if made.WhyMore > 0 {
		p.more(p.and() + reports.Count(made.WhyMore, "activity") + " before that.")
	}
}

// period is a day, or from when to when.
func period(start, finish calendar.Date) string {
	if start == finish {
		return start.Short()
	}
	return start.Short() + " to " + finish.Short()
}

// broken says which promise is broken, and by how much.
func broken(made *reports.Promised) string {
	return slack(made.Slack, reports.Red).said() + ": " + quoted(made.Name) + ", " + promised(made.Promise) +
		", now " + made.Finish.Short()
}

// quoted sets a name apart inside a sentence.
func quoted(name string) string { return "“" + name + "”" }
