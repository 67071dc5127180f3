package html

import (
	"strconv"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// mostCompared is how many dates that differ between scenarios are shown; mostEdits how many edits of one scenario are
// in sight.
const (
	mostCompared = 300
	mostEdits    = 6
)

// scenarios is what the view of the scenarios shows.
type scenarios struct {
	*reports.Comparison
	Of    []compared
	Open  []*reports.ComparedPromise // still to be reached in some variant
	Past  int                        // promises that are not
	Shown []reports.ComparedDate     // the dates farthest apart
	Rest  int                        // dates that differ and are not shown
}

// compared is one variant at the head of a row or a column.
type compared struct {
	*reports.Variant
	Called string // the scenarios are numbered
	Base   bool
	First  []string // edits in sight
	Edits  []string // those folded away
}

// scenariosOf is nil where there is nothing to compare with, and the page then has no such view.
func scenariosOf(c *reports.Comparison) *scenarios {
	if c == nil {
		return nil
	}
	s := &scenarios{Comparison: c, Open: c.Open(), Shown: c.Dates[:min(len(c.Dates), mostCompared)]}
	s.Past, s.Rest = len(c.Promises)-len(s.Open), len(c.Dates)-len(s.Shown)
	for i := range c.Variants {
		v := &c.Variants[i]
		n := min(len(v.Edits), mostEdits)
		one := compared{v, named(v.Name, v.ID), i == c.Base, v.Edits[:n], v.Edits[n:]}
		if i > c.Base {
			one.Called = strconv.Itoa(i-c.Base) + " " + one.Called
		}
		s.Of = append(s.Of, one)
	}
	return s
}

// landing is one date in one variant: whether it is kept, the date, and how far it lies from its promise or the base.
type landing struct {
	Class, Glyph string
	Date, Note   string
	Chance       string // "" if it was not forecast
	Sort         string
}

// promiseIn is a promise in one variant.
func promiseIn(p reports.PromiseIn) landing {
	if p.Finish.IsZero() {
		return landing{Class: "none", Date: none}
	}
	l := landing{Class: "kept", Glyph: "●", Date: p.Finish.Short(), Note: reports.Count(p.Slack.N, "day") + " early", Sort: iso(p.Finish)}
	switch {
	case p.Slack.N < 0:
		l.Class, l.Glyph, l.Note = "late", "■", reports.Count(-p.Slack.N, "day")+" late"
	case p.Slack.N == 0:
		l.Note = "on the day"
	}
	if p.Chance.Set {
		l.Chance = reports.Chance(p.Chance.Share)
	}
	return l
}

// dateIn is another date in one variant, beside that of the base.
func dateIn(day calendar.Date, later plan.Whole) landing {
	switch {
	case day.IsZero():
		return landing{Class: "none", Date: none}
	case !later.Set:
		return landing{Date: day.Short(), Sort: iso(day)}
	case later.N == 0:
		return landing{Class: "same", Date: "same", Sort: iso(day)}
	}
	return landing{Date: day.Short(), Note: signed(later), Sort: iso(day)}
}

// otherDate says that a variant promises another date than the base; "" if it does not.
func otherDate(p *reports.ComparedPromise, in reports.PromiseIn) string {
	if in.Promise.IsZero() || in.Promise.Date == p.Promise.Date {
		return ""
	}
	return "promised for " + in.Promise.Date.Short()
}
