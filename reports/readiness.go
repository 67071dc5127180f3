package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Readiness is how far each trust is from being allowed to go live: the gates on its way, and the share of its staff
// that will be trained at each.
type Readiness struct {
	Gates []GateColumn // in the order in which they come
	Rows  []TrustReady // trusts with a gate to pass, in the plan's order
	// Waiting are the gates still to be passed, one by one, earliest first.
	Waiting []GateReady
}

// GateColumn is a gate that trusts, or sites, or a phase as a whole, pass one after another.
type GateColumn struct {
	Phase, Name        string        // names
	First              calendar.Date // earliest date of any
	Criteria, Evidence []string
	Final              bool          // the last gate of its phase before a go-live
	Trusts             Share         // that have passed it, of those that have to
	Next, Last         calendar.Date // of those still to be passed; zero if none is
	// Short counts the trusts of which, when their next one is, less than TrainedEnough of the staff are trained; 0
	// unless it is Final.
	Short int

	phase string
	gates map[string][]int // by trust, by "" those of the phase as a whole
}

// TrustReady is how one trust stands to each of Gates.
type TrustReady struct {
	ID, Name string
	Cells    []GateCell
}

// GateCell is the gates of one column that a trust has to pass.
type GateCell struct {
	Passed Share         // of all; of none if the trust does not pass this gate
	Next   calendar.Date // the first still to be passed; zero if none is
	Last   calendar.Date // the last of them
	// Trained is the share of staff trained when Next is, in the places that it is about; unset if they have no
	// training.
	Trained plan.Chance
	Short   bool // Trained is less than TrainedEnough, and no gate of the phase comes after
}

// GateReady is a gate still to be passed.
type GateReady struct {
	ID, Name           string
	Phase, Trust, Site string // names; "" where it is for all
	Owner              string
	Date               calendar.Date
	Criteria, Evidence []string
	Unfinished         int           // activities that it waits for
	GoLive             calendar.Date // start of the first go-live of its place; zero if there is none to come
	// AtGate and AtGoLive are the shares of staff trained by then; unset if its place has no training.
	AtGate, AtGoLive plan.Chance
}

// readiness gathers the gates of the phases; gates of the programme as a whole are among Waiting only.
func (f *facts) readiness() Readiness {
	var r Readiness
	trainings, columns := map[string][]int{}, map[string]int{}
	goLives := map[string]calendar.Date{} // start of the last of each phase
	for i := range f.net.Activities {
		switch a := f.activity(i); {
		case a.Kind == plan.Training:
			trainings[a.Place.Phase] = append(trainings[a.Place.Phase], i)
		case a.Kind == plan.GoLive:
			goLives[a.Place.Phase] = max(goLives[a.Place.Phase], f.rows[i].Start)
		case a.Kind == plan.Gate:
			r.addToColumn(f, i, columns)
			if f.state(i) != Done {
				r.Waiting = append(r.Waiting, GateReady{ID: a.ID, Date: f.rows[i].Finish})
			}
		}
	}
	slices.SortStableFunc(r.Gates, func(a, b GateColumn) int { return cmp.Compare(a.First, b.First) })
	r.findFinal(goLives)
	slices.SortStableFunc(r.Waiting, func(a, b GateReady) int { return cmp.Compare(a.Date, b.Date) })
	for k := range r.Waiting {
		r.Waiting[k] = f.gateReady(f.net.Index(r.Waiting[k].ID), trainings)
	}
	if len(r.Gates) > 0 {
		for id, trust := range f.plan.Trusts.All() {
			if f.takesPart(id) {
				r.addTrust(f.trustReady(&r, id, orID(trust.Name, id), trainings))
			}
		}
	}
	return r
}

// addTrust adds a trust that has a gate to pass.
func (r *Readiness) addTrust(row TrustReady) {
	has := false
	for k := range row.Cells {
		c, g := &row.Cells[k], &r.Gates[k]
		if c.Passed.Of == 0 {
			continue
		}
		has = true
		if g.Trusts.Of++; c.Passed.N == c.Passed.Of {
			g.Trusts.N++
			continue
		}
		if g.Next.IsZero() || c.Next < g.Next {
			g.Next = c.Next
		}
		g.Last = max(g.Last, c.Last)
		if c.Short = g.Final && c.Trained.Set && c.Trained.Share < TrainedEnough; c.Short {
			g.Short++
		}
	}
	if has {
		r.Rows = append(r.Rows, row)
	}
}

// findFinal marks the last gate of each phase before its last go-live; the columns are in the order of their dates.
func (r *Readiness) findFinal(goLives map[string]calendar.Date) {
	seen := map[string]bool{}
	for k := len(r.Gates) - 1; k >= 0; k-- {
		if g := &r.Gates[k]; g.First <= goLives[g.phase] {
			g.Final, seen[g.phase] = !seen[g.phase], true
		}
	}
}

// addToColumn adds a gate of a phase to its column. Columns are found by phase and step.
func (r *Readiness) addToColumn(f *facts, i int, columns map[string]int) {
	a := f.activity(i)
	if a.Place.Phase == "" || a.Step == nil {
		return
	}
	k, known := columns[a.Place.Phase+"/"+a.Step.ID]
	if !known {
		k = len(r.Gates)
		columns[a.Place.Phase+"/"+a.Step.ID] = k
		r.Gates = append(r.Gates, GateColumn{Phase: f.phaseName(a.Place.Phase), Name: orID(a.Step.Name, a.Step.ID), First: f.rows[i].Finish,
			Criteria: a.Step.Criteria, Evidence: a.Step.Evidence, phase: a.Place.Phase, gates: map[string][]int{}})
	}
	g := &r.Gates[k]
	g.First = min(g.First, f.rows[i].Finish)
	g.gates[a.Place.Trust] = append(g.gates[a.Place.Trust], i)
}

func (f *facts) trustReady(r *Readiness, id, name string, trainings map[string][]int) TrustReady {
	row := TrustReady{ID: id, Name: name, Cells: make([]GateCell, len(r.Gates))}
	for k := range r.Gates {
		row.Cells[k] = f.gateCell(&r.Gates[k], id, trainings)
	}
	return row
}

// gateCell adds up the gates of one column that a trust has to pass: its own, and those of a phase that it is in.
func (f *facts) gateCell(g *GateColumn, trust string, trainings map[string][]int) GateCell {
	var c GateCell
	gates := g.gates[trust]
	if ofPhase := g.gates[""]; len(ofPhase) > 0 && f.isIn(trust, g.phase) {
		gates = slices.Concat(gates, ofPhase)
	}
	next := -1
	for _, i := range gates {
		c.Passed.Of++
		if f.state(i) == Done {
			c.Passed.N++
			continue
		}
		if c.Last = max(c.Last, f.rows[i].Finish); next < 0 || f.earlier(i, next) {
			next = i
		}
	}
	if next >= 0 {
		c.Next = f.rows[next].Finish
		at := f.activity(next).Place
		at.Trust = trust
		c.Trained = f.trainedBy(c.Next, f.trainingsAt(at, trainings))
	}
	return c
}

// isIn reports whether a trust has work in a phase.
func (f *facts) isIn(trust, phase string) bool {
	if f.trustsIn == nil {
		f.trustsIn = map[plan.Place]bool{}
		for i := range f.net.Activities {
			p := f.activity(i).Place
			f.trustsIn[plan.Place{Trust: p.Trust, Phase: p.Phase}] = true
		}
	}
	return f.trustsIn[plan.Place{Trust: trust, Phase: phase}]
}

// trainingsAt is, of the trainings of each phase, those of the phase of a place that people of the place go to.
func (f *facts) trainingsAt(at plan.Place, trainings map[string][]int) []int {
	var list []int
	for _, i := range trainings[at.Phase] {
		p := f.activity(i).Place
		if (at.Trust == "" || p.Trust == "" || p.Trust == at.Trust) && (at.Site == "" || p.Site == "" || p.Site == at.Site) {
			list = append(list, i)
		}
	}
	return list
}

// trainedBy is the share of staff trained when a day begins; unset without trainings.
func (f *facts) trainedBy(day calendar.Date, trainings []int) plan.Chance {
	t := Trained{Date: day}
	f.addTraining(&t, trainings)
	return plan.Chance{Share: t.Share, Set: t.Activities > 0}
}

func (f *facts) gateReady(i int, trainings map[string][]int) GateReady {
	a := f.activity(i)
	g := GateReady{ID: a.ID, Name: a.Name, Owner: a.Owner, Date: f.rows[i].Finish, Unfinished: len(f.waitsFor(i))}
	g.Phase, g.Trust, g.Site = f.placeNames(a.Place)
	if a.Step != nil {
		g.Criteria, g.Evidence = a.Step.Criteria, a.Step.Evidence
	}
	if a.Place.Phase == "" {
		return g
	}
	staff := f.trainingsAt(a.Place, trainings)
	g.AtGate = f.trainedBy(g.Date, staff)
	if first := f.firstGoLiveAt(a.Place, g.Date); first >= 0 {
		g.GoLive = f.rows[first].Start
		g.AtGoLive = f.trainedBy(g.GoLive, staff)
	}
	return g
}

// firstGoLiveAt is the go-live of a place that starts first from a day on; -1 if none does.
func (f *facts) firstGoLiveAt(at plan.Place, from calendar.Date) int {
	first := -1
	for _, i := range f.liveIn[at.Phase] {
		p := f.activity(i).Place
		if (at.Trust == "" || p.Trust == at.Trust) && (at.Site == "" || p.Site == at.Site) &&
			f.rows[i].Start >= from && (first < 0 || f.rows[i].Start < f.rows[first].Start) {
			first = i
		}
	}
	return first
}
