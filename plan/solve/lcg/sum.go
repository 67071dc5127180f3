package lcg

import "math"

// Term is one part of a sum: Weight for every day of x after Due.
type Term struct {
	Var    Var
	Due    int32
	Weight int64
}

// sum is the rule z ≥ Σ w·max(0, x-due).
type sum struct {
	z     Var
	terms []Term
}

func (t *Term) cost(x int32) int64 { return t.Weight * int64(max(0, x-t.Due)) }

// sums are all of them, and for each bound those that it matters to.
type sums struct {
	list []sum
	of   [][]int32
}

// MostSum is the largest sum that a variable holds.
const MostSum = math.MaxInt32 / 2

// AddSum adds a variable that is at least the sum of some terms, whose weights must not be negative. What makes the sum
// more than MostSum is ruled out: divide the weights first.
func (s *Solver) AddSum(terms []Term) Var {
	most := int64(0)
	for i := range terms {
		most = min(most+terms[i].cost(s.upper(terms[i].Var)), MostSum)
	}
	z := s.addVar(0, int32(most), nil)
	for len(s.sums.of) < len(s.newest) {
		s.sums.of = append(s.sums.of, nil)
	}
	i := int32(len(s.sums.list))
	s.sums.list = append(s.sums.list, sum{z, terms})
	for _, t := range terms {
		s.sums.of[t.Var.lower()] = append(s.sums.of[t.Var.lower()], i)
	}
	s.sums.of[z.upper()] = append(s.sums.of[z.upper()], i)
	s.dead = !s.addUpSum(i) || s.dead
	return z
}

// addUp looks at the sums that a bound matters to.
func (s *Solver) addUp(b bound) bool {
	if int(b) >= len(s.sums.of) {
		return true
	}
	for _, i := range s.sums.of[b] {
		if !s.addUpSum(i) {
			return false
		}
	}
	return true
}

// addUpSum raises z to the sum of what is certain, and lowers the terms that would make z too large.
func (s *Solver) addUpSum(i int32) bool {
	sum := &s.sums.list[i]
	total := int64(0)
	for k := range sum.terms {
		total += sum.terms[k].cost(s.lower(sum.terms[k].Var))
	}
	s.counts.Steps += int64(len(sum.terms))
	if !s.raise(sum.z.lower(), int32(min(total, MostSum+1)), bySum, i) {
		return false
	}
	slack := int64(s.upper(sum.z)) - total
	for k := range sum.terms {
		t := &sum.terms[k]
		if t.Weight == 0 || t.cost(s.upper(t.Var)) <= slack+t.cost(s.lower(t.Var)) {
			continue
		}
		most := t.Due + int32((slack+t.cost(s.lower(t.Var)))/t.Weight)
		if !s.raise(t.Var.upper(), -most, bySum, i) {
			return false
		}
	}
	return true
}

// whySum appends the reason for a lower bound of z, or for an upper bound of a term, above which z would
// be too large. What the terms add up to beyond what is needed is slack. It is spent on leaving out or
// weakening the literals of terms, the first ones first.
func (s *Solver) whySum(c claim, index int32, reason []Literal) []Literal {
	sum := &s.sums.list[c.ref]
	pushed, slack := Var(-1), -int64(c.literal.value)
	if !c.literal.bound.isLower() {
		pushed = c.literal.bound.variable()
		most := -s.at(sum.z.upper(), index)
		reason = append(reason, AtMost(sum.z, most))
		slack = -int64(most) - 1
	}
	for k := range sum.terms {
		t := &sum.terms[k]
		if t.Var == pushed {
			slack += t.cost(1 - c.literal.value)
		} else {
			slack += t.cost(s.at(t.Var.lower(), index))
		}
	}
	for k := range sum.terms {
		t := &sum.terms[k]
		from := s.at(t.Var.lower(), index)
		certain := t.cost(from) - t.cost(s.root(t.Var.lower()))
		switch {
		case t.Var == pushed || certain == 0:
		case certain <= slack:
			slack -= certain
		default:
			less := slack / t.Weight
			slack -= less * t.Weight
			reason = append(reason, AtLeast(t.Var, from-int32(less)))
		}
	}
	return reason
}
