package verify

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// facts are what the plan says about one activity, read again from the plan's own tables.
type facts struct {
	calendar string
	own      *table // worked days of the calendar
	work     *table // the same less the days of pausing blackouts
	startsOn calendar.Weekdays
	days     int
	needs    []plan.Need

	notBefore calendar.Date // its own, zero if it has none
	mustBy    calendar.Date

	forbids, soft, pauses []*plan.Blackout
	waived                []*plan.Blackout // would apply but for a waiver
	waivers               []*plan.Waiver   // those waivers, in the same order

	contracts, outlast []*plan.Contract

	progress      *plan.Progress
	started, done bool // a gate or a milestone happens on one day: it is done or it has not started
}

// reader reads facts; its lists of selectors are parsed once.
type reader struct {
	plan      *plan.Plan
	days      *days
	scopes    []scope
	waivers   []listed[plan.Waiver]
	covers    []listed[plan.Contract]
	outlasts  []listed[plan.Contract]
	adjusts   []listed[plan.Adjust]
	histories map[string]*plan.Progress
}

// listed is a noun with the activities that one of its lists names.
type listed[T any] struct {
	noun *T
	list selectors
}

func readFacts(c *checker) []facts {
	r := newReader(c.plan, c.days)
	all := make([]facts, len(c.net.Activities))
	for i := range all {
		all[i] = r.read(c.activity(i))
	}
	return all
}

func newReader(p *plan.Plan, d *days) *reader {
	r := &reader{plan: p, days: d, scopes: scopes(p), histories: map[string]*plan.Progress{}}
	for _, w := range p.Waivers.All() {
		r.waivers = append(r.waivers, listed[plan.Waiver]{w, parse(w.Activities)})
	}
	for _, contract := range p.Contracts.All() {
		r.covers = append(r.covers, listed[plan.Contract]{contract, parse(contract.Covers)})
		r.outlasts = append(r.outlasts, listed[plan.Contract]{contract, parse(contract.Outlast)})
	}
	for i := range p.Adjusts {
		adjust := &p.Adjusts[i]
		r.adjusts = append(r.adjusts, listed[plan.Adjust]{adjust, parse([]string{adjust.Selector})})
	}
	for i := range p.Progress {
		r.histories[p.Progress[i].Activity] = &p.Progress[i]
	}
	return r
}

func (r *reader) read(a *plan.Activity) facts {
	step := a.Step
	f := facts{
		calendar:  r.calendarOf(a),
		startsOn:  step.StartsOn,
		needs:     step.Needs,
		notBefore: step.NotBefore,
		mustBy:    step.MustBy,
		progress:  r.histories[a.ID],
	}
	stated := step.Days
	for _, x := range r.adjusts {
		if x.list.match(a.ID) {
			f.adjust(x.noun)
			if !x.noun.Days.IsZero() {
				stated = x.noun.Days
			}
		}
	}
	f.days = r.daysOf(a, stated)
	r.readBlackouts(&f, a)
	r.readContracts(&f, a)
	f.own = r.days.workedDays(f.calendar, nil)
	f.work = r.days.workedDays(f.calendar, f.pauses)
	if p := f.progress; p != nil {
		takesTime := a.Kind != plan.Gate && a.Kind != plan.Milestone
		f.done = !p.Finished.IsZero()
		f.started = f.done || takesTime && !p.Started.IsZero()
	}
	return f
}

// adjust changes what an adjust table changes; a later table wins.
func (f *facts) adjust(by *plan.Adjust) {
	if by.Calendar != "" {
		f.calendar = by.Calendar
	}
	if by.StartsOn != 0 {
		f.startsOn = by.StartsOn
	}
	if by.Needs != nil {
		f.needs = by.Needs
	}
	if !by.NotBefore.IsZero() {
		f.notBefore = by.NotBefore
	}
	if !by.MustBy.IsZero() {
		f.mustBy = by.MustBy
	}
}

// calendarOf is the calendar of the step, else of the trust, else of the programme, before any
// adjusting.
func (r *reader) calendarOf(a *plan.Activity) string {
	trust := r.plan.Trusts.Get(a.Place.Trust)
	switch {
	case a.Step.Calendar != "":
		return a.Step.Calendar
	case trust != nil && trust.Calendar != "":
		return trust.Calendar
	case r.plan.Programme.Calendar != "":
		return r.plan.Programme.Calendar
	}
	return plan.Weekdays
}

func (r *reader) readBlackouts(f *facts, a *plan.Activity) {
	for _, s := range r.scopes {
		if !s.includes(a) {
			continue
		}
		b := s.blackout
		switch waiver := r.waiver(b, a.ID); {
		case waiver != nil:
			f.waived, f.waivers = append(f.waived, b), append(f.waivers, waiver)
		case b.Effect == plan.Pause:
			f.pauses = append(f.pauses, b)
		case b.Soft:
			f.soft = append(f.soft, b)
		default:
			f.forbids = append(f.forbids, b)
		}
	}
}

// waiver is the first that lets an activity into a blackout, nil if none does.
func (r *reader) waiver(b *plan.Blackout, id string) *plan.Waiver {
	for _, w := range r.waivers {
		if w.noun.Blackout == b.ID && w.list.match(id) {
			return w.noun
		}
	}
	return nil
}

func (r *reader) readContracts(f *facts, a *plan.Activity) {
	for _, x := range r.covers {
		if slices.Contains(a.Step.Contracts, x.noun.ID) || x.list.match(a.ID) {
			f.contracts = append(f.contracts, x.noun)
		}
	}
	for _, x := range r.outlasts {
		if x.list.match(a.ID) {
			f.outlast = append(f.outlast, x.noun)
		}
	}
}

// remaining is how many working days are left of work that has started.
func (f *facts) remaining(status calendar.Date) int {
	if f.progress.Remaining.Set {
		return f.progress.Remaining.N
	}
	return max(1, f.days-f.work.between(f.progress.Started, status))
}
