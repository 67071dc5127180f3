package optimise

import (
	"slices"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

// toll is what a task pays for starting so that it enters soft windows of one price.
type toll struct {
	task   int32 // by its number in the piece
	spans  []lcg.Span
	weight int64   // of the price at the level
	due    lcg.Var // 1 if it has to be paid; there is none until the engine looks at it
}

// at is 1 if the toll has to be paid for a start, else 0.
func (t *toll) at(start int32) int32 {
	if slices.ContainsFunc(t.spans, func(s lcg.Span) bool { return s.From <= start && start <= s.To }) {
		return 1
	}
	return 0
}

// tollOf is the toll whose variable is given.
func (p *piece) tollOf(due lcg.Var) *toll {
	return &p.tolls[slices.IndexFunc(p.tolls, func(t toll) bool { return t.due == due })]
}

// tollsAt are what free tasks may have to pay at a level.
func (p *piece) tollsAt(level model.Level) []toll {
	if p.closed || level != model.Unpriced && level != model.Late {
		return nil
	}
	var tolls []toll
	for i, task := range p.free {
		for _, soft := range p.whole.Tasks[task].Softs {
			entries := p.whole.Entries(task, soft)
			for len(entries) > 0 {
				price := entries[0].Price
				if weight := priceAt(level, price); weight > 0 {
					tolls = append(tolls, toll{task: int32(i), spans: spansOf(entries, price), weight: weight})
				}
				entries = slices.DeleteFunc(entries, func(e model.Entry) bool { return e.Price == price })
			}
		}
	}
	return tolls
}

// priceAt is what a price, negative if there is none, adds to a level.
func priceAt(level model.Level, price int64) int64 {
	switch {
	case level == model.Late:
		return max(price, 0)
	case price < 0:
		return 1
	}
	return 0
}

// spansOf are the starts of the entries that have a price.
func spansOf(entries []model.Entry, price int64) []lcg.Span {
	var spans []lcg.Span
	for _, e := range entries {
		if e.Price == price {
			spans = append(spans, lcg.Span{From: e.From, To: e.To})
		}
	}
	return spans
}

// pay makes what soft windows cost part of the variable of a level, whose unit may become finer by that: it returns how
// many new units an old one has. Lateness is first looked at without: where there is much of it, that is what decides.
func (p *piece) pay(level model.Level) (finer int64) {
	t := &p.levels[level]
	if len(t.tolls) == 0 {
		return 1
	}
	unit := commonUnit(t.unit, t.tolls)
	finer = t.unit / unit
	t.terms = slices.Clone(t.terms) // the engine has the others
	for i := range t.terms {
		t.terms[i].Weight *= finer
	}
	shared := len(p.vars) // another worker may come to pay at another time, and number its variables otherwise
	var dues []lcg.Term
	for _, toll := range t.tolls {
		toll.due = p.solver.AddToll(lcg.Var(toll.task), toll.spans)
		dues = append(dues, lcg.Term{Var: toll.due, Weight: toll.weight / unit})
		p.tolls = append(p.tolls, toll)
	}
	sum := p.addSum(dues)
	t.z = p.solver.AddSum([]lcg.Term{{Var: t.z, Weight: finer}, {Var: sum, Weight: 1}})
	p.vars = p.vars[:shared]
	t.terms, t.tolls, t.without, t.unit = append(t.terms, dues...), nil, false, unit
	return finer
}

// commonUnit is the greatest common divisor of a unit and what tolls weigh.
func commonUnit(unit int64, tolls []toll) int64 {
	for i := range tolls {
		unit = divisor(unit, tolls[i].weight)
	}
	return unit
}
