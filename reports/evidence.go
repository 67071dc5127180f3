package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Evidence is what a judgement of delivery confidence can rest on. It is no judgement: the stated rating is
// the plan's, and what the evidence is consistent with follows from a rule that is printed.
type Evidence struct {
	AllKept plan.Chance    // that every promise is kept; unset without a forecast or a promise
	Weakest *PromiseChance // the open promise with the least chance; nil if there is none
	// Kept counts the promises that the plan itself keeps, of all.
	Kept Share
	// Cliffs are the go-lives still to come that have a cliff ahead, the one with the least float first.
	Cliffs  []Cliff
	Extreme []RiskName     // risks in the extreme band, by rank
	Risks   int            // risks in the register
	Gates   []GateEvidence // those of the coming DecisionDays, the tight ones first, then the earliest
	Trained []Trained      // each go-live still to come that has training, earliest first
	Slips   []Slip         // what was announced, and when it is now; most days later first
	Stated  Stated
	// Suggests is the rating that the evidence is consistent with by Rule, "" if there is too little of it;
	// Because says why, in phrases.
	Suggests plan.Delivery
	Because  []string
	Rule     string // in words
	// Sentence says it in words, with the stated rating beside it.
	Sentence string
}

// RiskName is a risk by id and name.
type RiskName struct{ ID, Name string }

// Cliff is how far a go-live is from being pushed past a blackout.
type Cliff struct {
	ID, Name string
	Date     calendar.Date
	Float    int // working days
	Fall     Fall
}

// Stated is the delivery confidence as people have rated it; of no rating if nobody has.
type Stated struct {
	Rating             plan.Delivery
	By, Reason, Source string
	Date               calendar.Date
	Days               int // calendar days from it to the status date
}

// evidence gathers it from the pack and its forecast.
func (f *facts) evidence(p *Pack) Evidence {
	e := Evidence{
		AllKept: p.Confidence.AllKept,
		Weakest: p.Confidence.Weakest(),
		Kept:    p.Tiles.Promises,
		Cliffs:  cliffs(p.Milestones),
		Risks:   len(p.Risks.Rows),
		Gates:   f.gateEvidence(p.Decisions),
		Trained: f.trained(),
		Slips:   f.slips(),
		Stated:  f.stated(),
	}
	for i := range p.Risks.Rows {
		if r := &p.Risks.Rows[i]; r.Band == plan.Extreme {
			e.Extreme = append(e.Extreme, RiskName{r.ID, r.Name})
		}
	}
	e.suggest()
	e.Sentence = e.sentence()
	return e
}

func cliffs(milestones []Milestone) []Cliff {
	var list []Cliff
	for i := range milestones {
		if m := &milestones[i]; m.Kind == plan.GoLive && m.Float.Cliff.Set {
			list = append(list, Cliff{m.ID, m.Name, m.Date, m.Float.Cliff.N, m.Fall})
		}
	}
	slices.SortStableFunc(list, func(a, b Cliff) int {
		return cmp.Or(cmp.Compare(a.Float, b.Float), cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
	})
	return list
}

func (f *facts) stated() Stated {
	c := &f.plan.Programme.Confidence
	s := Stated{Rating: c.Rating, By: c.By, Reason: c.Reason, Source: c.Source, Date: c.Date}
	if !s.Date.IsZero() {
		s.Days = int(f.status - s.Date)
	}
	return s
}

// Tight counts the gates with little room between what they wait for and their papers.
func (e *Evidence) Tight() int {
	n := 0
	for i := range e.Gates {
		if e.Gates[i].Tight {
			n++
		}
	}
	return n
}

// Unproved counts the gates of which the plan names no evidence.
func (e *Evidence) Unproved() int {
	n := 0
	for i := range e.Gates {
		if e.Gates[i].Evidence == 0 {
			n++
		}
	}
	return n
}

// Near counts the go-lives that are within LittleFloat of a cliff.
func (e *Evidence) Near() int {
	n := 0
	for i := range e.Cliffs {
		if e.Cliffs[i].Float < LittleFloat {
			n++
		}
	}
	return n
}

// Untrained counts the go-lives at which less than TrainedEnough of the staff are projected to be trained.
func (e *Evidence) Untrained() int {
	n := 0
	for i := range e.Trained {
		if e.Trained[i].Share < TrainedEnough {
			n++
		}
	}
	return n
}

// Slipped counts what is later than first announced.
func (e *Evidence) Slipped() int {
	n := 0
	for i := range e.Slips {
		if e.Slips[i].Days > 0 {
			n++
		}
	}
	return n
}
