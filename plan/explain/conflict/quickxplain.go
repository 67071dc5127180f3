package conflict

import (
	"cmp"
	"slices"

	"epr/plan/edit"
	"epr/plan/solve"
)

// conflict finds a conflict of the plan with some statements given up. It is nil if there is none, or none
// that can be proved; the answer says which.
func (a *asker) conflict(relaxed []edit.Edit) (*Conflict, solve.Possibility) {
	held := slices.DeleteFunc(slices.Clone(a.statements), func(s edit.Statement) bool {
		return slices.ContainsFunc(relaxed, func(e edit.Edit) bool { return e.Of == s })
	})
	if answer := a.only(held); answer != impossible {
		return nil, answer
	}
	held = a.core(held)
	byBlame(held)
	found := a.explain(nil, false, held)
	c := &Conflict{Statements: found}
	if !a.impossible(found) { // an answer was lacking on the way
		c.Statements = held
	}
	c.Statements, c.Minimal = a.minimal(c.Statements)
	a.sort(c.Statements)
	return c, impossible
}

// core is a set of statements that contradict each other already: those that concern the work on the path to
// an activity that cannot be in time, if that is enough; else all.
func (a *asker) core(held []edit.Statement) []edit.Statement {
	var chain []int
	for _, reach := range solve.Chain(a.network) {
		chain = append(chain, reach.Activity)
	}
	if len(chain) == 0 {
		return held
	}
	near := a.concerning(held, chain)
	if len(near) < len(held) && a.impossible(near) {
		return near
	}
	return held
}

// explain is QuickXplain: the statements among some that cannot all hold together with a background. Delta
// says that something was added to the background since it was asked about.
func (a *asker) explain(background []edit.Statement, delta bool, among []edit.Statement) []edit.Statement {
	if delta && a.impossible(background) {
		return nil
	}
	if len(among) <= 1 {
		return among
	}
	half := len(among) / 2
	first, second := among[:half], among[half:]
	fromSecond := a.explain(slices.Concat(background, first), true, second)
	fromFirst := a.explain(slices.Concat(background, fromSecond), len(fromSecond) > 0, first)
	return slices.Concat(fromFirst, fromSecond)
}

// minimal takes out of a set of statements that cannot all hold those without which they still cannot, and
// reports whether it is proved that no more can go.
func (a *asker) minimal(found []edit.Statement) (least []edit.Statement, isProved bool) {
	least, isProved = slices.Clone(found), true
	for k := len(least) - 1; k >= 0; k-- {
		others := slices.Delete(slices.Clone(least), k, k+1)
		switch a.only(others) {
		case impossible:
			least = others
		case unknown:
			isProved = false
		}
	}
	return least, isProved
}

// byBlame orders statements so that those come first which are to be blamed rather than others.
func byBlame(statements []edit.Statement) {
	slices.SortStableFunc(statements, func(x, y edit.Statement) int { return cmp.Compare(blame(x), blame(y)) })
}

// blame is the place of a statement among those that could be blamed: wishes, then rules that people made,
// then what others decide, then the work itself.
func blame(s edit.Statement) int {
	at := slices.Index(blameOrder, s.Key)
	if at < 0 {
		return len(blameOrder)
	}
	return at
}

var blameOrder = []string{
	"must_by", "not_before", "within", "after.within", "starts_on", "windows", "size", "slots", "papers",
	"dates", "starts", "ends", "end", "outlast", "covers", "contract", "remaining", "after", "needs",
}

// givenUp is the statement of a conflict that is given up to look for the next one: one without which there is
// a schedule, else what work has to share, for the same team may be too small in more than one way, else the
// first to be blamed.
func (a *asker) givenUp(conflict []edit.Statement, relaxed []edit.Edit) edit.Statement {
	ordered := slices.Clone(conflict)
	byBlame(ordered)
	slices.SortStableFunc(ordered, func(x, y edit.Statement) int { return sharing(x) - sharing(y) })
	for _, s := range ordered {
		if a.possible(append(slices.Clone(relaxed), edit.Drop(s))) == feasible {
			return s
		}
	}
	return ordered[0]
}

func sharing(s edit.Statement) int {
	if s.Key == "size" || s.Key == "slots" {
		return 0
	}
	return 1
}

// sort puts statements in the order of the plan's tables.
func (a *asker) sort(statements []edit.Statement) {
	slices.SortFunc(statements, func(x, y edit.Statement) int {
		return slices.Index(a.statements, x) - slices.Index(a.statements, y)
	})
}
