package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// LastVersion is what is different from the schedule as last committed.
type LastVersion struct {
	Given          bool // there is one
	Activities     int  // that both have
	Later, Earlier int  // of them, by their finish; what keeps its finish and moves its start is among Moved alone
	Phases         []PhaseSince
	// Moved are the activities that have other dates, by how far their finish moved, farthest first. GoLives are those
	// of them.
	Moved, GoLives []Moved
	Added          []Moved      // only in this schedule, by finish
	Removed        []RemovedRow // only in the last, by id
}

// Moved is an activity with its dates as they were and as they are. What was added was on no day.
type Moved struct {
	ID, Name              string
	Kind                  plan.Kind
	Phase                 string // name
	WasStart, WasFinish   calendar.Date
	Start, Finish         calendar.Date
	StartDays, FinishDays int // calendar days, positive if later
	State                 State
}

// RemovedRow is an activity that is not in the plan any more.
type RemovedRow struct {
	ID            string
	Start, Finish calendar.Date
}

// PhaseSince adds up a phase; work that belongs to none stands under no name.
type PhaseSince struct {
	Name                   string
	Activities             int // that both schedules have
	Later, Earlier, Added  int
	MostLater, MostEarlier int           // calendar days
	WasFinish, Finish      calendar.Date // when its goal is reached; zero for work that belongs to no phase
	Change                 plan.Whole    // calendar days between
}

// sinceLast compares with the last version.
func (f *facts) sinceLast() LastVersion {
	s := LastVersion{Given: f.in.Previous != nil}
	if !s.Given {
		return s
	}
	phases := map[string]*PhaseSince{}
	for i := range f.net.Activities {
		p := phases[f.activity(i).Place.Phase]
		if p == nil {
			p = &PhaseSince{Name: f.phaseName(f.activity(i).Place.Phase)}
			phases[f.activity(i).Place.Phase] = p
		}
		s.compare(f, i, p)
	}
	for _, row := range f.in.Previous.Rows {
		if f.net.Index(row.ID) < 0 {
			s.Removed = append(s.Removed, RemovedRow(row))
		}
	}
	slices.SortStableFunc(s.Moved, func(a, b Moved) int {
		return cmp.Or(cmp.Compare(max(b.FinishDays, -b.FinishDays), max(a.FinishDays, -a.FinishDays)),
			cmp.Compare(max(b.StartDays, -b.StartDays), max(a.StartDays, -a.StartDays)), cmp.Compare(a.Finish, b.Finish))
	})
	slices.SortStableFunc(s.Added, func(a, b Moved) int { return cmp.Compare(a.Finish, b.Finish) })
	for i := range s.Moved {
		if s.Moved[i].Kind == plan.GoLive {
			s.GoLives = append(s.GoLives, s.Moved[i])
		}
	}
	s.addPhases(f, phases)
	return s
}

// compare takes one activity down.
func (s *LastVersion) compare(f *facts, i int, p *PhaseSince) {
	a, row := f.activity(i), f.rows[i]
	m := Moved{ID: a.ID, Name: a.Name, Kind: a.Kind, Phase: p.Name, Start: row.Start, Finish: row.Finish, State: f.state(i)}
	was, ok := f.in.Previous.Find(a.ID)
	if !ok {
		p.Added++
		s.Added = append(s.Added, m)
		return
	}
	p.Activities++
	s.Activities++
	m.WasStart, m.WasFinish = was.Start, was.Finish
	m.StartDays, m.FinishDays = int(row.Start-was.Start), int(row.Finish-was.Finish)
	switch {
	case m.FinishDays > 0:
		s.Later, p.Later, p.MostLater = s.Later+1, p.Later+1, max(p.MostLater, m.FinishDays)
	case m.FinishDays < 0:
		s.Earlier, p.Earlier, p.MostEarlier = s.Earlier+1, p.Earlier+1, max(p.MostEarlier, -m.FinishDays)
	}
	if m.StartDays != 0 || m.FinishDays != 0 {
		s.Moved = append(s.Moved, m)
	}
}

// addPhases lists the phases in the plan's order, then what belongs to none.
func (s *LastVersion) addPhases(f *facts, phases map[string]*PhaseSince) {
	for id := range f.plan.Phases.All() {
		p := phases[id]
		if p == nil {
			continue
		}
		if end, ok := f.ends[id]; ok {
			p.WasFinish, p.Finish = f.goalWas(end.goal), end.finish
			p.Change = change(p.WasFinish, p.Finish)
		}
		s.Phases = append(s.Phases, *p)
	}
	if p := phases[""]; p != nil {
		s.Phases = append(s.Phases, *p)
	}
}
