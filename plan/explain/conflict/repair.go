package conflict

import (
	"cmp"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/edit"
)

// Repair is a change that makes a schedule possible, to one statement of a conflict or to the days of work
// that it is about: found by solving again, not guessed.
type Repair struct {
	Of    edit.Statement
	Edits []edit.Edit // mostly one; several meetings or waivers belong together
	// Cost is what repairs are ranked by, in days. A date or limit moved costs the days moved; more people cost a day for
	// each person-week, work that is shortened or overlaps 5 for each day, a meeting 5, a waiver 20 for each activity, a
	// kind of work let into a blackout 60, and giving a statement up altogether 200.
	Cost int
	// Least says that it is proved that less of the same change is not enough.
	Least bool
}

// Say says the repair in words: "move must_by of Phase two to 11 Jun 2027 or later".
func (r Repair) Say(p *plan.Plan) string {
	parts := make([]string, len(r.Edits))
	for k, e := range r.Edits {
		parts[k] = e.Say(p)
	}
	text := strings.Join(parts, ", and ")
	switch {
	case len(r.Edits) != 1:
		return text
	case isLatest(r.Of) && r.Edits[0] != edit.Drop(r.Of):
		return text + " or later"
	case isEarliest(r.Of) && r.Edits[0] != edit.Drop(r.Of):
		return text + " or earlier"
	}
	return text
}

func isLatest(s edit.Statement) bool {
	return s.Key == "must_by" || s.Key == "ends" || s.Key == "end"
}

func isEarliest(s edit.Statement) bool { return s.Key == "not_before" || s.Key == "starts" }

// The costs of changes that are not counted in days.
const (
	hurryCost   = 5 // for each day by which work is shorter, or overlaps
	meetingCost = 5
	waiverCost  = 20
	kindCost    = 60
	dropCost    = 200
	mostWaivers = 3
)

// repairs lists what mends a conflict while some edits hold, the cheapest first.
func (a *asker) repairs(conflict []edit.Statement, given []edit.Edit) []Repair {
	var found []Repair
	for _, s := range conflict {
		found = append(found, a.mend(s, given)...)
	}
	found = append(found, a.hurry(conflict, given)...)
	slices.SortStableFunc(found, func(x, y Repair) int { return cmp.Compare(x.Cost, y.Cost) })
	return sensible(found)
}

// sensible leaves out the repairs that give up the work's own logic, its order and its people, if there is any
// other.
func sensible(repairs []Repair) []Repair {
	others := slices.DeleteFunc(slices.Clone(repairs), func(r Repair) bool {
		return (r.Of.Key == "after" || r.Of.Key == "needs") && r.Edits[0] == edit.Drop(r.Of)
	})
	if len(others) > 0 {
		return others
	}
	return repairs
}

// mend looks for the least change of one statement that is enough. The schedule that there is without the
// statement says how far to go at most.
func (a *asker) mend(s edit.Statement, given []edit.Edit) []Repair {
	m := mending{asker: a, of: s, given: given}
	if m.try(edit.Drop(s)) != feasible {
		return nil
	}
	m.free, m.network = a.schedule, a.network
	found := m.changes()
	if len(found) == 0 || s.Key == "windows" && found[0].Cost >= dropCost {
		found = append(found, Repair{Of: s, Edits: []edit.Edit{edit.Drop(s)}, Cost: dropCost, Least: true})
	}
	return found
}
