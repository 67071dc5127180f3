package reports

import (
	"cmp"
	"slices"

	"epr/plan"
)

// Cliffs lists the milestones whose slip can push a go-live past a blackout, the one with the least float to that
// first, then the earliest.
func (p *Pack) Cliffs() []Milestone {
	var list []Milestone
	for _, m := range p.Milestones {
		if m.Float.Cliff.Set {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b Milestone) int { return a.nearer(&b) })
	return list
}

// nearer compares milestones by their distance to a cliff, then by date.
func (m *Milestone) nearer(other *Milestone) int {
	return cmp.Or(cmp.Compare(m.Float.Cliff.N, other.Float.Cliff.N), cmp.Compare(m.Date, other.Date))
}

// MostFalls is the most events that are tried beyond their cliffs. Where there are more, only go-lives are, and of
// these as many, the nearest to their cliffs first: the people of a large programme are busy for years on end, so that
// one go-live moves thousands of others' activities.
const MostFalls = 300

// tryFalls finds out what lies beyond the cliffs of events.
func (f *facts) tryFalls(list []Milestone) {
	var tried []*Milestone
	for i := range list {
		if m := &list[i]; m.Float.Cliff.Set && (len(list) <= MostFalls || m.Kind == plan.GoLive) {
			tried = append(tried, m)
		}
	}
	slices.SortStableFunc(tried, (*Milestone).nearer)
	for _, m := range tried[:min(len(tried), MostFalls)] {
		m.Fall = f.fall(f.net.Index(m.ID))
	}
}

// FallsTried says whose cliffs were tried, where that are not all; else it is empty.
func (p *Pack) FallsTried() string {
	if len(p.Milestones) <= MostFalls {
		return ""
	}
	goLives := 0
	for i := range p.Milestones {
		if m := &p.Milestones[i]; m.Float.Cliff.Set && m.Kind == plan.GoLive {
			goLives++
		}
	}
	if goLives <= MostFalls {
		return "Only go-lives were tried beyond it."
	}
	return "Only the " + Number(MostFalls) + " go-lives nearest to theirs were tried beyond it."
}
