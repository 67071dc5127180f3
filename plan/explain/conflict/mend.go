package conflict

import (
	"slices"

	"epr/plan"
	"epr/plan/edit"
	"epr/plan/solve"
)

// mending is the search for repairs by one statement.
type mending struct {
	*asker
	of      edit.Statement
	given   []edit.Edit
	free    *plan.Schedule // that there is without the statement
	network *plan.Network
}

func (m *mending) changes() []Repair {
	switch m.of.Key {
	case "must_by", "ends", "end":
		return m.later()
	case "not_before", "starts":
		return m.earlier()
	case "within", "after.within":
		return m.wider()
	case "after":
		return m.sooner()
	case "size":
		return m.people()
	case "dates":
		return m.meetings()
	case "windows":
		return m.open()
	}
	return nil
}

// try asks about the plan with some more edits.
func (m *mending) try(edits ...edit.Edit) solve.Possibility {
	return m.possible(append(slices.Clone(m.given), edits...))
}

// least is the smallest number from 1 on for which a change is enough, if that many days is; the answers grow
// with the number. It is proved if every smaller number asked about was proved to be too small.
func (m *mending) least(enough int, change func(n int) edit.Edit) (int, bool) {
	low, proved := 0, true
	for low+1 < enough {
		mid := (low + enough) / 2
		switch m.try(change(mid)) {
		case feasible:
			enough = mid
		case unknown:
			low, proved = mid, false
		case impossible:
			low = mid
		}
	}
	return enough, proved
}

// counted is a repair by a number of days, each of which costs something.
func (m *mending) counted(enough int, change func(n int) edit.Edit) []Repair {
	if enough < 1 || m.try(change(enough)) != feasible {
		return nil
	}
	n, proved := m.least(enough, change)
	return []Repair{{Of: m.of, Edits: []edit.Edit{change(n)}, Cost: n, Least: proved}}
}

// doubled is the same where nothing says how far to go: 1, 2, 4 … until it is enough or more than most.
func (m *mending) doubled(most int, change func(n int) edit.Edit) []Repair {
	for n := 1; n < 2*most; n *= 2 {
		if n = min(n, most); m.try(change(n)) == feasible {
			least, proved := m.least(n, change)
			return []Repair{{Of: m.of, Edits: []edit.Edit{change(least)}, Cost: least, Least: proved}}
		}
	}
	return nil
}
