package mspdi

import (
	"strings"

	"epr/reports"
)

// longestNote is the most characters of a note.
const longestNote = 8_000

// remarks are what the pack says of single activities and Project has no place for, by id.
type remarks map[string][]string

func remarksOf(p *reports.Pack) remarks {
	r := remarks{}
	r.readiness(&p.Readiness)
	r.movement(p)
	r.breaks(&p.Confidence)
	r.assurance(&p.Assurance)
	return r
}

func (r remarks) add(id, sentence string) { r[id] = append(r[id], reports.OneLine(sentence)) }

// readiness says how ready the gates are that are still to be passed.
func (r remarks) readiness(ready *reports.Readiness) {
	for k := range ready.Waiting {
		g := &ready.Waiting[k]
		if g.Unfinished > 0 {
			r.add(g.ID, "Unfinished of what it waits for: "+reports.Count(g.Unfinished, "activity")+".")
		}
		if !g.AtGate.Set {
			continue
		}
		said := "Staff trained by then: " + reports.Chance(g.AtGate.Share)
		if g.AtGoLive.Set {
			said += "; when the first go-live starts, on " + g.GoLive.Long() + ": " + reports.Chance(g.AtGoLive.Share)
		}
		r.add(g.ID, said+".")
	}
}

// movement says where things lay in the last version, which is no baseline of the file if something was approved.
func (r remarks) movement(p *reports.Pack) {
	if len(p.Outline.Baselines) == 0 {
		return
	}
	for _, m := range p.LastVersion.Moved {
		r.add(m.ID, "In the last version from "+m.WasStart.Long()+" to "+m.WasFinish.Long()+": finish "+reports.Signed(m.FinishDays)+" "+
			reports.Plural(m.FinishDays, "day", "days")+" since.")
	}
}

// breaks says which rules may break, by the forecast.
func (r remarks) breaks(c *reports.Confidence) {
	for k := range c.Breaks {
		r.add(c.Breaks[k].ID, "By the forecast "+c.Breaks[k].Sentence())
	}
}

// assurance says which checks of the quality of the schedule count an activity against it.
func (r remarks) assurance(a *reports.Assurance) {
	for _, list := range [][]reports.Assured{a.Points, a.Own} {
		for k := range list {
			c := &list[k]
			if !c.IsNotMet() {
				continue
			}
			for _, o := range c.Offenders {
				r.add(o.ID, "The check “"+c.Name+"” counts it: "+o.Why+".")
			}
		}
	}
}

// notes says what a row is held by, what Project cannot hold, and what there is to remark.
func (r remarks) notes(row *reports.OutlineRow) string {
	var lines []string
	if row.HeldBy != "" {
		lines = append(lines, "In the plan it "+reports.OneLine(row.HeldBy)+".")
	}
	for _, note := range row.Notes {
		lines = append(lines, reports.OneLine(note))
	}
	if row.ID != "" {
		lines = append(lines, r[row.ID]...)
	}
	return reports.Cut(strings.Join(lines, "\n"), longestNote)
}
