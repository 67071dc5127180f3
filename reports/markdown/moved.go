package markdown

import (
	"fmt"
	"slices"

	"epr/reports"
)

// Most rows of a table; the rest is counted.
const (
	mostInSight = 5
	mostMoved   = 40
)

// moved is what is different from the last version: the go-lives that moved most in sight, everything that boards follow
// folded away.
func (d *document) moved(p *reports.Pack) {
	last := &p.LastVersion
	if !last.Given {
		return
	}
	d.heading("## ", "Since the last version")
	if len(last.Moved)+len(last.Added)+len(last.Removed) == 0 {
		d.paragraph("No date moved.")
		return
	}
	d.paragraph(sinceLast(last))
	var list, goLives []*reports.Milestone
	for i := range p.Milestones {
		if m := &p.Milestones[i]; m.Change.Set && m.Change.N != 0 {
			list = append(list, m)
			if reports.BandOf(m.Kind) == reports.BandGoLive {
				goLives = append(goLives, m)
			}
		}
	}
	slices.SortStableFunc(goLives, func(a, b *reports.Milestone) int { return abs(b.Change.N) - abs(a.Change.N) })
	d.dates(goLives[:min(len(goLives), mostInSight)])
	if len(list) > min(len(goLives), mostInSight) {
		d.folded(fmt.Sprintf("All %s that moved: go-lives, gates and milestones", reports.Count(len(list), "date")), func() {
			d.dates(list[:min(len(list), mostMoved)])
			d.rest(len(list)-mostMoved, "date")
		})
	}
}

func (d *document) dates(list []*reports.Milestone) {
	if len(list) == 0 {
		return
	}
	t := d.table("Date", "Was", "Is", "Days", "Why")
	for _, m := range list {
		t.row(m.Name, m.Was.Short(), m.Date.Short(), reports.Signed(m.Change.N), m.HeldBy)
	}
	t.end()
}

// sinceLast counts what moved.
func sinceLast(v *reports.LastVersion) string {
	text := fmt.Sprintf("Of %s %s later and %s earlier", reports.Count(v.Activities, "activity"), finishes(v.Later), finishes(v.Earlier))
	if n := len(v.Moved) - v.Later - v.Earlier; n > 0 {
		text += fmt.Sprintf("; %s moved and kept %s", reports.Number(n), reports.Plural(n, "its finish", "their finish"))
	}
	if n := len(v.Added); n > 0 {
		text += fmt.Sprintf("; %s new", is(n))
	}
	if n := len(v.Removed); n > 0 {
		text += fmt.Sprintf("; %s gone", is(n))
	}
	return text + "."
}

func finishes(n int) string { return reports.Number(n) + reports.Plural(n, " finishes", " finish") }

func is(n int) string { return reports.Number(n) + reports.Plural(n, " is", " are") }

func abs(n int) int { return max(n, -n) }

// baseline is how the phases stand to the schedule that was approved last, and what was announced.
func (d *document) baseline(p *reports.Pack) {
	b := p.Header.Baseline
	if b == nil {
		return
	}
	d.folded(fmt.Sprintf("Against the baseline “%s” of %s", b.ID, b.Date.Long()), func() {
		d.paragraph("Approved by " + b.Approver + ".")
		t := d.table("Phase", "Baseline", "Is", "Days", "Working days", "Before")
		for i := range p.Phases {
			ph := &p.Phases[i]
			calendar, working := "", ""
			if ph.Variance.Set {
				calendar, working = reports.Signed(ph.Variance.Calendar), reports.Signed(ph.Variance.Working)
			}
			t.row(ph.Name, stated(ph.Baseline), ph.Finish.Short(), calendar, working, before(&ph.Standing))
		}
		t.end()
	})
}

// before is what stood before: earlier baselines, and what was announced.
func before(s *reports.Standing) string {
	var said []string
	if n := len(s.Baselines); n > 1 {
		said = append(said, reports.Baselined(s.Baselines[:n-1]))
	}
	if told := reports.Announcements(s.Told); told != "" {
		said = append(said, told)
	}
	return reports.Join(said)
}
