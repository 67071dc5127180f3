package mspdi_test

import (
	"fmt"
	"slices"
	"strings"

	"epr/reports"
)

// numbered are the dates of a row in Project's baselines, by number: what was approved last first, then the others from
// the oldest on, ten of them at most; where nothing was approved, the last version.
func numbered(o *reports.Outline, row *reports.OutlineRow) []reports.OutlineDates {
	n := len(row.Baselines)
	if n == 0 {
		return []reports.OutlineDates{row.Last}
	}
	older := row.Baselines[:n-1]
	return append([]reports.OutlineDates{row.Baselines[n-1]}, older[max(0, len(older)-10):]...)
}

// sayProject says what is true of the row of the project.
func sayProject(say func(...any), o *reports.Outline) {
	whole := reports.OutlineRow{Last: o.Last}
	for k := range o.Baselines {
		whole.Baselines = append(whole.Baselines, o.Baselines[k].Whole)
	}
	for n, was := range numbered(o, &whole) {
		if !was.Start.IsZero() {
			say("baseline", "", n, moment(was.Start, "08:00"), moment(was.Finish, "17:00"), "")
		}
	}
}

func prospectsOf(p *reports.Pack) map[string]reports.Prospect {
	found := map[string]reports.Prospect{}
	for _, x := range p.Confidence.Phases {
		found[x.ID] = x
	}
	for k := range p.Milestones {
		found[p.Milestones[k].ID] = p.Milestones[k].Prospect
	}
	return found
}

func sayForecast(say func(...any), id string, likely map[string]reports.Prospect) {
	x := likely[id]
	if x.Done {
		x = reports.Prospect{}
	}
	chance, days := "", [2]string{}
	if x.Chance.Set {
		chance = reports.Chance(x.Chance.Share)
	}
	for k, at := range []reports.Percentile{x.P50, x.P80} {
		if !at.Beyond {
			days[k] = moment(at.Date, "17:00")
		}
	}
	say("forecast", id, chance, days[0], days[1])
}

// apart takes the notes out of what was read, by the row that they are of.
func apart(read []string) (rest []string, notes map[string]string) {
	notes = map[string]string{}
	for _, line := range read {
		if note, found := strings.CutPrefix(line, "notes|"); found {
			id, text, _ := strings.Cut(note, "|")
			notes[strings.TrimPrefix(id, "-")] += text
			continue
		}
		rest = append(rest, line)
	}
	return rest, notes
}

// notesMissing says what the notes of a row should mention and do not: what holds it, what Project cannot hold, and what
// readiness, forecast, checks and the last version say of it. Of the project, which baseline is which.
func notesMissing(p *reports.Pack, notes map[string]string) (faults []string) {
	mention := func(id string, words ...string) {
		for _, word := range words {
			if word = reports.OneLine(word); !strings.Contains(notes[id], word) && len(notes[id]) < 7_000 {
				faults = append(faults, fmt.Sprintf("the notes of %q do not mention %q: %s", id, word, notes[id]))
			}
		}
	}
	for k := range p.Outline.Rows {
		row := &p.Outline.Rows[k]
		mention(row.ID, append(row.Notes, row.HeldBy)...)
	}
	for k := range p.Readiness.Waiting {
		if g := &p.Readiness.Waiting[k]; g.AtGate.Set {
			mention(g.ID, "Staff trained by then: "+reports.Chance(g.AtGate.Share))
		}
	}
	for k := range p.Confidence.Breaks {
		mention(p.Confidence.Breaks[k].ID, p.Confidence.Breaks[k].Sentence())
	}
	for _, c := range slices.Concat(p.Assurance.Points, p.Assurance.Own) {
		for _, o := range c.Offenders {
			if c.IsNotMet() && slices.ContainsFunc(p.Outline.Rows, func(r reports.OutlineRow) bool { return r.ID == o.ID }) {
				mention(o.ID, c.Name, o.Why)
			}
		}
	}
	for k := range p.Outline.Baselines {
		if b := &p.Outline.Baselines[k]; k >= len(p.Outline.Baselines)-11 {
			mention("", b.ID, b.Approver, b.Date.Long())
		}
	}
	for _, m := range p.LastVersion.Moved {
		if len(p.Outline.Baselines) > 0 {
			mention(m.ID, m.WasStart.Long(), m.WasFinish.Long())
		}
	}
	return faults
}
