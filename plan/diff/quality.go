package diff

import (
	"slices"

	"epr/plan"
	"epr/plan/assurance"
)

// Quality is what changed in how good the two schedules are.
type Quality struct {
	// Checks are those with another outcome or another count, in the order of package assurance.
	Checks []CheckChange
	// Same counts the checks that came out as before.
	Same int
	// Tight is how many activities have no float, of those that are unfinished and no milestones. It is unset, and
	// IsKnown false, if one of the schedules is not sound.
	TightWas, TightIs Part
	IsKnown           bool
}

// Part is so many of so many.
type Part struct{ N, Of int }

// CheckChange is a check that counts otherwise than before.
type CheckChange struct {
	ID, Name              string
	Measure               assurance.Measure
	OutcomeWas, OutcomeIs assurance.Outcome
	Was, Is               Part
	// New and Mended are what the check counts against one schedule only, by id.
	New, Mended []string
}

// quality compares how both versions stand to the checks; nil if one was not checked.
func quality(old, new *Version) *Quality {
	if old.Quality == nil || new.Quality == nil {
		return nil
	}
	q := &Quality{}
	for k := range new.Quality {
		is := &new.Quality[k]
		at := slices.IndexFunc(old.Quality, func(c assurance.Check) bool { return c.ID == is.ID })
		if at < 0 {
			continue
		}
		was := &old.Quality[at]
		c := CheckChange{ID: is.ID, Name: is.Name, Measure: is.Measure, OutcomeWas: was.Outcome, OutcomeIs: is.Outcome,
			Was: Part{was.Numerator, was.Denominator}, Is: Part{is.Numerator, is.Denominator},
			New: without(offenders(is), offenders(was)), Mended: without(offenders(was), offenders(is))}
		if c.OutcomeWas == c.OutcomeIs && c.isAlike() {
			q.Same++
			continue
		}
		q.Checks = append(q.Checks, c)
	}
	return q
}

// isAlike reports whether a check counts the same against both schedules. Of how many that is says nothing of itself,
// nor does the size of a trial.
func (c *CheckChange) isAlike() bool {
	switch {
	case len(c.New)+len(c.Mended) > 0:
		return false
	case c.Measure == assurance.Share && c.Was.N == c.Is.N, c.Measure == assurance.Trial:
		return true
	}
	return c.Was == c.Is || c.Was.Of*c.Is.Of > 0 && c.Was.N*c.Is.Of == c.Is.N*c.Was.Of
}

func offenders(c *assurance.Check) []string {
	var ids []string
	for _, o := range c.Offenders {
		ids = append(ids, o.ID)
	}
	return ids
}

// without are the entries of a list that are not in another.
func without(list, other []string) []string {
	known := make(map[string]bool, len(other))
	for _, x := range other {
		known[x] = true
	}
	return slices.DeleteFunc(slices.Clone(list), func(x string) bool { return known[x] })
}

// tight counts what has no float.
func tight(n *plan.Network, floats []int) Part {
	var p Part
	for i := range n.Activities {
		if a := &n.Activities[i]; a.Done() || a.IsMilestone() {
			continue
		}
		p.Of++
		if floats[i] == 0 {
			p.N++
		}
	}
	return p
}
