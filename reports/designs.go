package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Designs is how far the designs of workflows have come. A design is a workflow of a phase; what it goes through is
// read off the states of its activities by kind.
type Designs struct {
	Rows []Design // by phase, then workflow, in the plan's order
	// Of all designs in scope, so many are drafted, signed off, built and tested. A stage that a design does not go
	// through is not counted for it.
	Drafted, SignedOff, Built, Tested Share
	// Due is how many were to be signed off before the status date by what Against names; unset without that.
	Due     plan.Whole
	Against string // what planned is measured by: a baseline, or the schedule as last committed; "" if there is neither
	Months  int    // in a period: 1, 3 or 12
	Periods []DesignPeriod
}

// Design is a workflow of a phase with the stages that it goes through.
type Design struct {
	Phase, Workflow, Owner string // names
	// Drafted is the end of its design work; SignedOff that of the gates that wait for that, or of the design work
	// if none does; Built and Tested of work of these kinds for the workflow alone.
	Drafted, SignedOff, Built, Tested DesignStage
}

// DesignStage is one stage of a design.
type DesignStage struct {
	Date  calendar.Date // when it is reached; zero if the design does not go through it
	State State
	Was   calendar.Date // by what Designs.Against names; zero if it does not say
}

// DesignPeriod counts designs signed off by the end of a period, earlier periods included.
type DesignPeriod struct {
	First    calendar.Date // its first day
	Done     int           // that have been
	Expected int           // that are still to be by then
	Planned  int           // that were to be, by what Designs.Against names
}

// designs gathers them.
func (f *facts) designs() Designs {
	var d Designs
	was := f.plannedBefore(&d)
	works := f.designWork()
	for phase := range f.plan.Phases.All() {
		for workflow := range f.plan.Workflows.All() {
			if w := works[plan.Place{Phase: phase, Workflow: workflow}]; w != nil {
				d.add(f.design(phase, workflow, w, was))
			}
		}
	}
	f.burnUp(&d)
	return d
}

// plannedBefore is the schedule that progress is measured by: the last baseline, or what was committed last.
func (f *facts) plannedBefore(d *Designs) *plan.Schedule {
	if b := f.plan.LastBaseline(); b != nil && b.Schedule != nil {
		d.Against = "the baseline " + quoted(b.ID)
		return b.Schedule
	}
	if f.in.Previous != nil {
		d.Against = "the schedule as last committed"
	}
	return f.in.Previous
}

// designWork is the activities of one design by stage.
type designWork struct{ design, gates, build, test []int }

// designWork gathers the work of each workflow of each phase.
func (f *facts) designWork() map[plan.Place]*designWork {
	works := map[plan.Place]*designWork{}
	for i := range f.net.Activities {
		a := f.activity(i)
		if a.Place.Workflow == "" || a.Kind != plan.Design && a.Kind != plan.Build && a.Kind != plan.Test {
			continue
		}
		key := plan.Place{Phase: a.Place.Phase, Workflow: a.Place.Workflow}
		w := works[key]
		if w == nil {
			w = &designWork{}
			works[key] = w
		}
		switch a.Kind {
		case plan.Design:
			w.design = append(w.design, i)
			w.gates = append(w.gates, f.gatesAfter(i)...)
		case plan.Build:
			w.build = append(w.build, i)
		default:
			w.test = append(w.test, i)
		}
	}
	return works
}

// gatesAfter is the gates that wait for an activity directly.
func (f *facts) gatesAfter(i int) []int {
	var gates []int
	for _, next := range f.after[i] {
		if f.activity(next).Kind == plan.Gate && !slices.Contains(gates, next) {
			gates = append(gates, next)
		}
	}
	return gates
}

func (f *facts) design(phase, workflow string, w *designWork, was *plan.Schedule) Design {
	d := Design{Phase: f.phaseName(phase), Workflow: workflow}
	if x := f.plan.Workflows.Get(workflow); x != nil {
		d.Workflow, d.Owner = orID(x.Name, workflow), x.Owner
	}
	signed := w.gates
	if len(signed) == 0 {
		signed = w.design
	}
	d.Drafted, d.SignedOff = f.stage(w.design, was), f.stage(signed, was)
	d.Built, d.Tested = f.stage(w.build, was), f.stage(w.test, was)
	return d
}

// stage is reached when the last of its work is finished.
func (f *facts) stage(work []int, was *plan.Schedule) DesignStage {
	s := DesignStage{State: Done}
	for _, i := range work {
		s.Date = max(s.Date, f.rows[i].Finish)
		if f.state(i) != Done {
			s.State = Planned
		}
		if was != nil {
			row, _ := was.Find(f.activity(i).ID)
			s.Was = max(s.Was, row.Finish)
		}
	}
	if s.State == Planned && slices.ContainsFunc(work, func(i int) bool { return f.state(i) != Planned }) {
		s.State = UnderWay
	}
	if s.Date.IsZero() {
		s.State = ""
	}
	return s
}

// add counts a design.
func (d *Designs) add(x Design) {
	d.Rows = append(d.Rows, x)
	for _, c := range []struct {
		stage *DesignStage
		share *Share
	}{
		{&x.Drafted, &d.Drafted}, {&x.SignedOff, &d.SignedOff}, {&x.Built, &d.Built}, {&x.Tested, &d.Tested},
	} {
		if c.stage.Date.IsZero() {
			continue
		}
		if c.share.Of++; c.stage.State == Done {
			c.share.N++
		}
	}
}

// burnUp counts by period what is signed off, what is to be, and what was to be.
func (f *facts) burnUp(d *Designs) {
	var span calendar.Span
	due := 0
	for i := range d.Rows {
		for _, day := range []calendar.Date{d.Rows[i].SignedOff.Date, d.Rows[i].SignedOff.Was} {
			if day.IsZero() {
				continue
			}
			if span.From.IsZero() || day < span.From {
				span.From = day
			}
			span.To = max(span.To, day)
		}
		if was := d.Rows[i].SignedOff.Was; !was.IsZero() && was < f.status {
			due++
		}
	}
	if d.Due = (plan.Whole{N: due, Set: d.Against != ""}); span.From.IsZero() {
		return
	}
	starts, months := periods(span)
	d.Months = months
	for _, start := range starts {
		p, next := DesignPeriod{First: start}, start.AddMonths(months)
		for i := range d.Rows {
			s := &d.Rows[i].SignedOff
			switch {
			case s.Date.IsZero() || s.Date >= next:
			case s.State == Done:
				p.Done++
			default:
				p.Expected++
			}
			if !s.Was.IsZero() && s.Was < next {
				p.Planned++
			}
		}
		d.Periods = append(d.Periods, p)
	}
}
