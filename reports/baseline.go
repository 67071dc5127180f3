package reports

import (
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
)

// BaselineName says which approved schedule a report measures against.
type BaselineName struct {
	ID       string
	Date     calendar.Date // of the approval
	Approver string
}

// baselineName names a baseline; nil if there is none.
func baselineName(b *plan.Baseline) *BaselineName {
	if b == nil {
		return nil
	}
	return &BaselineName{ID: b.ID, Date: b.Date, Approver: b.Approver}
}

// Variation is how far a date is from the last baseline.
type Variation struct {
	Baseline calendar.Date // its date there; zero if the baseline does not have it
	Variance DaysBoth      // from Baseline, positive if later
}

// Standing is how a date stands to the last baseline, and how it stood in all of them.
type Standing struct {
	Variation
	// Told is what was told to the public, oldest first; the last is in force. What the plan does not tell any more is
	// from the versions that were kept, with the day of the first that told it.
	Told []plan.Announced
	// Stood is how it stood in the versions that were kept, oldest first, where that became another date; what stands
	// now left out.
	Stood []diff.Stood
	// Before is the same in words: "planned before for 12 Mar 2027, then 19 Mar 2027"; "" if it stood no otherwise.
	Before string
	// Baselines is its date in each baseline that has it, oldest first.
	Baselines []BaselineDate
}

// BaselineDate is a date in a baseline.
type BaselineDate struct {
	ID       string
	Approved calendar.Date
	Date     calendar.Date
	By       calendar.Date // of a phase, what was promised then; zero if nothing was, or if it is no phase
}

// against measures an activity's finish.
func (f *facts) standing(i int) Standing {
	a := f.activity(i)
	return f.measured(a.Target, f.historyOf(a.ID, false), f.rows[i].Finish, func(b *plan.Baseline) BaselineDate {
		row, _ := b.Schedule.Find(a.ID)
		return BaselineDate{Date: row.Finish}
	})
}

// phaseStanding measures when a phase is reached.
func (f *facts) phaseStanding(goal *plan.Goal, finish calendar.Date) Standing {
	return f.measured(goal.Target, f.historyOf(goal.ID, true), finish, func(b *plan.Baseline) BaselineDate {
		phase, _ := b.Phase(goal.ID)
		return BaselineDate{Date: phase.Finish, By: phase.By}
	})
}

func (f *facts) measured(target plan.Target, h *diff.History, is calendar.Date, in func(*plan.Baseline) BaselineDate) Standing {
	standing := Standing{Told: f.told(target, h)}
	if h != nil {
		standing.Stood, standing.Before = h.Stood, StoodBefore(h.Stood, is, target.By)
	}
	for _, b := range f.plan.BaselinesByDate() {
		if b.Schedule == nil {
			continue
		}
		if was := in(b); !was.Date.IsZero() {
			was.ID, was.Approved = b.ID, b.Date
			standing.Baselines = append(standing.Baselines, was)
		}
	}
	if n := len(standing.Baselines); n > 0 && standing.Baselines[n-1].ID == f.plan.LastBaseline().ID {
		standing.Baseline = standing.Baselines[n-1].Date
		standing.Variance = f.variance(standing.Baseline, is)
	}
	return standing
}

// variation measures an activity's finish against the last baseline alone.
func (f *facts) variation(i int) Variation {
	b := f.plan.LastBaseline()
	if b == nil || b.Schedule == nil {
		return Variation{}
	}
	row, _ := b.Schedule.Find(f.activity(i).ID)
	return Variation{row.Finish, f.variance(row.Finish, f.rows[i].Finish)}
}

// variance is the days from what a date was to what it is, unset if either is not known.
func (f *facts) variance(was, is calendar.Date) DaysBoth {
	if was.IsZero() || is.IsZero() {
		return DaysBoth{}
	}
	return f.between(was, is)
}

// Announcements says what was announced: "announced 14 Sep 2026, then 5 Apr 2027, then 7 Jun 2027". A date that
// was only repeated is said once. "" if nothing was.
func Announcements(told []plan.Announced) string {
	var b strings.Builder
	for k, a := range told {
		switch {
		case k == 0:
			b.WriteString("announced " + a.Date.Short())
		case a.Date != told[k-1].Date:
			b.WriteString(", then " + a.Date.Short())
		}
	}
	return b.String()
}

// Baselined says how a date stood in the baselines: "baselined 14 Sep 2026, then 5 Apr 2027". A date that did not
// move is said once. "" if there is none.
func Baselined(baselines []BaselineDate) string {
	var b strings.Builder
	for k, x := range baselines {
		switch {
		case k == 0:
			b.WriteString("baselined " + x.Date.Short())
		case x.Date != baselines[k-1].Date:
			b.WriteString(", then " + x.Date.Short())
		}
	}
	return b.String()
}
