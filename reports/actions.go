package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Action is a response to a risk that is still to be done.
type Action struct {
	ID, Action, Owner string // of the response; its owner is the risk's where it has none
	Risk, RiskName    string // id and name
	Band              plan.Band
	Due               calendar.Date // zero if not stated
	Overdue           int           // calendar days after Due, at the status date; 0 if it is not
	Cost              plan.Hundredths
}

// actions lists the responses still to be done by their due date, those without one last; of one date those to the
// higher risk first, by the order of the register.
func (f *facts) actions(risks []Risk) []Action {
	var list []Action
	for i := range risks {
		r := &risks[i]
		for _, x := range r.Responses {
			if x.Done {
				continue
			}
			a := Action{ID: x.ID, Action: x.Action, Owner: x.Owner, Risk: r.ID, RiskName: r.Name, Band: r.Band, Due: x.Due, Cost: x.Cost}
			if a.Owner == "" {
				a.Owner = r.Owner
			}
			if !x.Due.IsZero() {
				a.Overdue = max(0, int(f.status-x.Due))
			}
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b Action) int { return cmp.Compare(a.sortDate(), b.sortDate()) })
	return list
}

// sortDate puts what has no date last.
func (a *Action) sortDate() calendar.Date {
	if a.Due.IsZero() {
		return 1 << 30
	}
	return a.Due
}
