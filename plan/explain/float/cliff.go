package float

import (
	"epr/calendar"
	"epr/plan"
)

// Fall is what happens when an activity slips one start further than its cliff float: the go-live that is
// pushed past a blackout, and where it lands. Of several, the one pushed farthest.
type Fall struct {
	GoLive   int            // activity
	Blackout *plan.Blackout // that it is pushed past
	From, To calendar.Date  // its finish in the schedule, and after the fall
	Others   int            // go-lives that are pushed past a blackout besides; none are counted without To
	// Price is the cost of delay of the days between; unset if the plan states none.
	Price plan.Hundredths
	IsSet bool
}

// Days is how many calendar days later the go-live is.
func (f Fall) Days() int { return int(f.To - f.From) }

// limitsOfCliffs are, of each go-live still to come, the last moment at which it can start before the next
// blackout that it has to keep out of.
func (x *Floats) limitsOfCliffs() []calendar.Date {
	by := x.noLimits()
	for i := range by {
		if x.isGoLive(i) {
			if window, ok := x.ahead(i); ok {
				by[i] = window.From
			}
		}
	}
	return x.flow.Limits(by, false)
}

// limitsOfEnd are the last moments at which activities can start before the programme ends.
func (x *Floats) limitsOfEnd() []calendar.Date {
	by := x.noLimits()
	for i := range by {
		by[i] = x.flow.DueAt(i, x.net.Horizon.To)
	}
	return x.flow.Limits(by, false)
}

func (x *Floats) isGoLive(i int) bool {
	a := &x.net.Activities[i]
	return a.Kind == plan.GoLive && !a.Started() && !a.Done()
}

// ahead is the first closed window after an activity's dates.
func (x *Floats) ahead(i int) (calendar.Span, bool) {
	for _, window := range x.flow.Closed(i) {
		if window.From >= x.flow.Finished(i) {
			return window, true
		}
	}
	return calendar.Span{}, false
}

// Fall tries what happens beyond the cliff of an activity; false if it has none. If the order of work then no longer
// fits before the end of the programme, the To of the go-live is zero, and where that shows before any go-live is
// pushed there is no fall to tell of.
func (x *Floats) Fall(i int) (Fall, bool) {
	if !x.list[i].Cliff.Set {
		return Fall{}, false
	}
	fits := x.trial.Slip(i, x.flow.Next(i, x.cliff[i]+1), x.ends)
	farthest, most, pushed := -1, calendar.Date(0), 0
	for _, k := range x.trial.Moved {
		if x.trial.Start(k) <= x.edges[k] || !x.isGoLive(k) {
			continue
		}
		if !fits {
			return x.fall(k, 0, false), true
		}
		pushed++
		if later := x.trial.Finish(k) - x.flow.Finished(k); farthest < 0 || later > most {
			farthest, most = k, later
		}
	}
	if farthest < 0 {
		return Fall{}, false
	}
	return x.fall(farthest, pushed-1, true), true
}

// fall is where a go-live is after the slip that was tried last, if everything still fits then.
func (x *Floats) fall(i, others int, fits bool) Fall {
	window, _ := x.ahead(i)
	terms := x.net.Activities[i].Terms
	f := Fall{GoLive: i, Others: others, From: x.flow.Finished(i) - 1}
	f.Blackout, _ = plan.LastClosing(append(append([]*plan.Blackout{}, terms.Forbids...), terms.Soft...), window, x.net.Horizon)
	if fits {
		f.To = x.trial.Finish(i) - 1
		f.Price, f.IsSet = x.net.Plan.Programme.CostOf(calendar.Span{From: f.From + 1, To: f.To})
	}
	return f
}
