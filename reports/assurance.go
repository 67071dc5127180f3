package reports

import (
	"fmt"
	"strconv"

	"epr/calendar"
	"epr/plan"
	"epr/plan/assurance"
)

// Assurance is what checks of the quality of the schedule found. It certifies nothing.
type Assurance struct {
	Points []Assured // the fourteen points of the DCMA, in their order
	Own    []Assured // checks of what rollouts of patient records trip over
	// Met, NotMet and NotApplicable count both.
	Met, NotMet, NotApplicable int
	Sentence                   string
}

// Assured is one check of the quality of the schedule.
type Assured struct {
	ID     string
	Number int // of the fourteen points; 0 for one of our own
	Name   string
	// Definition says what is counted, of what; Threshold when that is met; Clause where both come from.
	Definition, Threshold, Clause string
	Population                    int    // what the check could look at
	Of                            string // what that is, in the plural
	Measure                       string // share, index or trial
	Numerator, Denominator        int
	Outcome                       string // met, not met or not applicable
	Why                           string // it is not applicable
	Note                          string // how it was counted; "" if there is nothing to say
	Offenders                     []Offender
}

// Offender is something that a check counted against the schedule: an activity with its dates, or a phase, a
// contract, a waiver or a rule, of which only id and name are known.
type Offender struct {
	ID, Name, Why string
	Kind          plan.Kind // "" if it is no activity, and then it has no dates and no state
	Start, Finish calendar.Date
	State         State
	Owner         string
}

// assurance lays out the checks that were handed in.
func (f *facts) assurance() Assurance {
	var a Assurance
	for k := range f.in.Assurance {
		c := f.assured(&f.in.Assurance[k])
		if c.Number > 0 {
			a.Points = append(a.Points, c)
		} else {
			a.Own = append(a.Own, c)
		}
		switch f.in.Assurance[k].Outcome {
		case assurance.Met:
			a.Met++
		case assurance.NotMet:
			a.NotMet++
		default:
			a.NotApplicable++
		}
	}
	a.Sentence = a.sentence()
	return a
}

func (f *facts) assured(c *assurance.Check) Assured {
	a := Assured{
		ID: c.ID, Number: c.Number, Name: c.Name, Definition: c.Definition, Threshold: c.Threshold, Clause: c.Clause,
		Population: c.Population, Of: c.Of, Measure: string(c.Measure), Numerator: c.Numerator, Denominator: c.Denominator,
		Outcome: string(c.Outcome), Why: c.Why, Note: c.Note,
	}
	for _, o := range c.Offenders {
		a.Offenders = append(a.Offenders, f.offender(o))
	}
	return a
}

func (f *facts) offender(o assurance.Offender) Offender {
	if i := f.net.Index(o.ID); i >= 0 {
		a := f.activity(i)
		return Offender{ID: o.ID, Name: a.Name, Why: o.Why, Kind: a.Kind, Start: f.rows[i].Start, Finish: f.rows[i].Finish,
			State: f.state(i), Owner: a.Owner}
	}
	name := o.ID
	if contract := f.plan.Contracts.Get(o.ID); contract != nil {
		name = orID(contract.Name, o.ID)
	} else if phase := f.plan.Phases.Get(o.ID); phase != nil {
		name = orID(phase.Name, o.ID)
	}
	return Offender{ID: o.ID, Name: name, Why: o.Why}
}

func (a *Assurance) sentence() string {
	n := a.Met + a.NotMet + a.NotApplicable
	if n == 0 {
		return "The quality of this schedule was not checked."
	}
	text := fmt.Sprintf("Of %s %s met, %s not met", Count(n, "check"), isAre(a.Met), isAre(a.NotMet))
	if a.NotApplicable > 0 {
		text += fmt.Sprintf(", and %s cannot be made, each with its reason", Number(a.NotApplicable))
	}
	return text + ". What is not met is a reason to look, not a failure; nothing here certifies the schedule."
}

func isAre(n int) string { return Number(n) + " " + Plural(n, "is", "are") }

// IsMet and IsNotMet report how a check came out; one that cannot be made is neither.
func (a *Assured) IsMet() bool    { return a.Outcome == string(assurance.Met) }
func (a *Assured) IsNotMet() bool { return a.Outcome == string(assurance.NotMet) }

// Result is the measure in words: "3 of 40 (7.5%)", "0.96". It was compared with the threshold before it was
// rounded. "" if the check cannot be made.
func (a *Assured) Result() string {
	switch {
	case !a.IsMet() && !a.IsNotMet():
		return ""
	case a.Measure == string(assurance.Index):
		return ratio(a.Numerator, a.Denominator, 1_000, 3)
	}
	return ratio(100*a.Numerator, a.Denominator, 10, 1) + "%"
}

// ratio is a quotient with so many decimals, halves rounded up.
func ratio(n, of, scale, decimals int) string {
	if of == 0 {
		return "0"
	}
	sign, scaled := "", (2*max(n, -n)*scale+of)/(2*of)
	if n < 0 {
		sign = "-"
	}
	digits := strconv.Itoa(scaled % scale)
	for len(digits) < decimals {
		digits = "0" + digits
	}
	return sign + strconv.Itoa(scaled/scale) + "." + digits
}
