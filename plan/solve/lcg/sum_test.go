package lcg

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Sums may be added between searches, of variables that clauses have been learned about, of other sums as well, and
// be required what a core says. Every conclusion from them can be derived again, and no schedule is lost: this is how
// bounds are raised by cores.
func TestGrowingSums(t *testing.T) {
	sums, nested := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		m := tiny(t)
		q := drawPrices(t, m)
		q.withPairs = false // they come last
		p := newPriced(t, m, q)
		defer p.finish(t)
		for range rapid.IntRange(1, 8).Draw(t, "rounds") {
			assumed, terms := p.drawLeast(t)
			if p.Search(assumed, rapid.Int64Range(0, 6).Draw(t, "conflicts"), 1<<40) == Refuted {
				p.gather(t, terms)
				sums++
				if last := p.sums.list[len(p.sums.list)-1]; slices.ContainsFunc(last.terms, func(t Term) bool { return t.Var >= p.z }) {
					nested++
				}
			}
			for _, schedule := range p.check.known {
				if p.dead || !p.admits(schedule) {
					t.Fatalf("the schedule %v is left out", schedule)
				}
			}
		}
	})
	if !testing.Short() && (sums < 50 || nested == 0) { // a short run tries too few
		t.Errorf("only %d sums, %d of them of sums", sums, nested)
	}
}

// drawLeast assumes of some variables that each is as small as it can be by itself. The terms count what each is more.
func (p *priced) drawLeast(t *rapid.T) (assumed []Literal, terms []Term) {
	for x := range Var(len(p.holes)) {
		if from, to := p.Bounds(x); from < to && (x > p.z || rapid.Bool().Draw(t, "assume")) {
			assumed = append(assumed, AtMost(x, from))
			terms = append(terms, Term{Var: x, Due: from, Weight: rapid.Int64Range(1, 2).Draw(t, "weight")})
		}
	}
	return assumed, terms
}

// gather adds the sum of those terms that are in the core, which is 1 at least.
func (p *priced) gather(t *rapid.T, terms []Term) {
	var parts []Term
	for _, term := range terms {
		for _, l := range p.Core() {
			if l.Var() == term.Var {
				parts = append(parts, term)
			}
		}
	}
	for _, s := range []*Solver{p.Solver, p.check.shadow} {
		s.Require(AtLeast(s.AddSum(parts), 1))
	}
	for k, schedule := range p.check.known {
		sum := int64(0)
		for _, part := range parts {
			sum += part.cost(schedule[part.Var])
		}
		p.check.known[k] = append(schedule, int32(sum))
	}
}
