package text

import (
	"slices"

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
	for i := range list[:n] {
		if list[i].Phase {
			p.latePhase(&list[i], pack)
		} else {
			p.lateActivity(&list[i], pack)
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

// latePhase names the activity that a late phase ends with.
func (p *page) latePhase(made *reports.Promised, pack *reports.Pack) {
	i := slices.IndexFunc(pack.Phases, func(ph reports.Phase) bool { return ph.ID == made.ID })
	if i < 0 {
		p.item(late, broken(made)+".")
		return
	}
	phase := &pack.Phases[i]
	cost := ""
	if phase.LateCost.Set && phase.LateCost.N > 0 {
		cost = ", at a cost of £" + reports.Number(int(phase.LateCost.N))
	}
	p.item(late, broken(made)+cost+".")
	if phase.Last != "" {
		p.more(because("It ends with "+quoted(phase.Last), phase.HeldBy) + ".")
	}
}

// lateActivity names a late activity by its id, which can be asked about further.
func (p *page) lateActivity(made *reports.Promised, pack *reports.Pack) {
	cause := ""
	if i := slices.IndexFunc(pack.Schedule, func(a reports.Activity) bool { return a.ID == made.ID }); i >= 0 {
		cause = pack.Schedule[i].HeldBy
	}
	p.item(late, broken(made)+".")
	p.more(because(made.ID, cause))
}

// broken says which promise is broken, and by how much.
func broken(made *reports.Promised) string {
	return slack(made.Slack, reports.Red).said() + ": " + quoted(made.Name) + ", " + promised(made.Promise) +
		", now " + made.Finish.Short()
}

// because adds what holds something, if that is known.
func because(what, cause string) string {
	if cause == "" {
		return what
	}
	return what + ": " + cause
}

// quoted sets a name apart inside a sentence.
func quoted(name string) string { return "“" + name + "”" }
