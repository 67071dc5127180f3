package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain"
)

// Clashes is what the blackouts moved, and where work enters one all the same.
type Clashes struct {
	Avoided     []Clash // by days moved, most first
	ByBlackout  []BlackoutMoves
	Waivers     []Waiver
	SoftEntries []SoftEntry
}

// Clash is an activity that a blackout moved.
type Clash struct {
	ID, Name           string
	Kind               plan.Kind
	Phase, Trust, Site string        // names
	Blackout           string        // name
	Why                string        // the blackout's note or source; "" if neither is stated
	From               calendar.Date // it could have started, but for the blackout
	To                 calendar.Date // the blackout lets it start; something else may move it on
	Days               int           // calendar days between, the cost of the blackout

	blackout string // id
}

// BlackoutMoves adds up what one blackout moved.
type BlackoutMoves struct {
	ID, Name string
	Why      string // the blackout's note or source; "" if neither is stated
	Count    int    // activities moved
	Days     int    // calendar days, in all
	Most     int
	// Chain is the calendar days by which it moves the steps of the critical chain of the programme.
	Chain int
}

// Waiver is a leave to enter a blackout, with the activities that have it.
type Waiver struct {
	ID         string
	Blackout   string // name
	Approver   string
	Date       calendar.Date
	Reason     string
	Activities []string // ids
	Used       int      // of them, those that do enter
}

// SoftEntry is an activity that enters a soft blackout at its price.
type SoftEntry struct {
	ID, Name string
	Blackout string          // name
	Days     int             // calendar days of its span inside
	Price    plan.Hundredths // pounds
}

func (f *facts) clashes() Clashes {
	var c Clashes
	for i := range f.net.Activities {
		for _, r := range f.reasons(i) {
			if r.Cause == explain.Blackout && r.Days() > 0 {
				c.Avoided = append(c.Avoided, f.clash(i, r))
			}
		}
	}
	slices.SortStableFunc(c.Avoided, func(a, b Clash) int {
		return cmp.Or(cmp.Compare(b.Days, a.Days), cmp.Compare(a.To, b.To))
	})
	c.ByBlackout = f.movesByBlackout(c.Avoided)
	c.Waivers = f.waivers()
	c.SoftEntries = f.softEntries()
	return c
}

func (f *facts) clash(i int, r explain.Reason) Clash {
	a := f.activity(i)
	c := Clash{
		ID:       a.ID,
		Name:     a.Name,
		Kind:     a.Kind,
		Blackout: orID(r.Blackout.Name, r.Blackout.ID),
		Why:      orID(r.Blackout.Note, r.Blackout.Source),
		From:     r.From,
		To:       r.To,
		Days:     r.Days(),
		blackout: r.Blackout.ID,
	}
	c.Phase, c.Trust, c.Site = f.placeNames(a.Place)
	return c
}

// movesByBlackout adds up the clashes of each blackout that forbids work, in the plan's order.
func (f *facts) movesByBlackout(list []Clash) []BlackoutMoves {
	var moves []BlackoutMoves
	for id, b := range f.plan.Blackouts.All() {
		m := BlackoutMoves{ID: id, Name: orID(b.Name, id), Why: orID(b.Note, b.Source)}
		for _, clash := range list {
			if clash.blackout == id {
				m.Count++
				m.Days += clash.Days
				m.Most = max(m.Most, clash.Days)
			}
		}
		if m.Chain = f.onChain(b); m.Count > 0 || b.Effect == plan.Forbid {
			moves = append(moves, m)
		}
	}
	return moves
}

// onChain is the days by which a blackout moves the steps of the first critical chain.
func (f *facts) onChain(b *plan.Blackout) int {
	days := 0
	if len(f.in.Critical) > 0 {
		for _, step := range f.in.Critical[0].Steps {
			for _, r := range step.Moved {
				if r.Blackout == b {
					days += r.Days()
				}
			}
		}
	}
	return days
}

// sum adds up all clashes. Work that several blackouts moved, one after the other, is counted once.
func (c *Clashes) sum() Avoided {
	moved := map[string]int{} // days, by activity
	var a Avoided
	for _, clash := range c.Avoided {
		moved[clash.ID] += clash.Days
		a.Days += clash.Days
		a.Most = max(a.Most, moved[clash.ID])
	}
	a.Count = len(moved)
	return a
}

func (f *facts) waivers() []Waiver {
	var list []Waiver
	for id, source := range f.plan.Waivers.All() {
		w := Waiver{ID: id, Blackout: source.Blackout, Approver: source.Approver, Date: source.Date, Reason: source.Reason}
		b := f.plan.Blackouts.Get(source.Blackout)
		if b != nil {
			w.Blackout = orID(b.Name, b.ID)
		}
		for i := range f.net.Activities {
			if !slices.Contains(f.activity(i).Waivers, source) {
				continue
			}
			w.Activities = append(w.Activities, f.activity(i).ID)
			if b != nil && f.daysInside(i, b.Windows.In(f.net.Horizon)) > 0 {
				w.Used++
			}
		}
		list = append(list, w)
	}
	return list
}

// softEntries lists the activities that enter a soft blackout, by index.
func (f *facts) softEntries() []SoftEntry {
	var list []SoftEntry
	for i := range f.net.Activities {
		a := f.activity(i)
		for _, b := range a.Terms.Soft {
			if days := f.daysInside(i, b.Windows.In(f.net.Horizon)); days > 0 {
				list = append(list, SoftEntry{ID: a.ID, Name: a.Name, Blackout: orID(b.Name, b.ID), Days: days, Price: b.Price})
			}
		}
	}
	return list
}

// daysInside counts the calendar days of an activity's span that lie in some windows.
func (f *facts) daysInside(i int, windows []calendar.Span) int {
	days := 0
	for _, window := range windows {
		days += window.Intersect(calendar.Span{From: f.rows[i].Start, To: f.rows[i].Finish}).Days()
	}
	return days
}
