package lcg

import (
	"cmp"
	"slices"
)

const (
	firstLimit = 1500 // clauses kept at first
	moreLimit  = 300  // and so many more after each time half of them were forgotten
	keptLevels = 3    // clauses of no more levels are the last to go
	given      = 0    // levels of a clause that is a rule and never goes
)

// use marks a clause as useful. What is used later counts more: the mark grows with every conflict, and
// all marks are cut down when they get too large.
func (n *nogoods) use(id int32) {
	h := &n.headers[id]
	h.activity += n.bumped
	if h.activity < 1<<40 {
		return
	}
	for i := range n.headers {
		n.headers[i].activity >>= 24
	}
	n.bumped = n.bumped>>24 + 1
}

// age makes later uses count more.
func (n *nogoods) age() { n.bumped += n.bumped>>10 + 1 }

// full reports whether it is time to forget.
func (n *nogoods) full() bool { return len(n.headers) >= n.limit+n.rules }

// forget drops half of the clauses, those of many levels and little use first, and from the others what
// the root has decided. It is called at level 0 when everything has been propagated.
func (s *Solver) forget() {
	n := &s.nogoods
	n.limit += moreLimit
	n.rank()
	for _, id := range n.ranked[len(n.ranked)/2:] {
		n.headers[id].length = 0
	}
	clear(n.watchers)
	n.places.takeBack()
	n.watches.takeBack()
	literals, headers := n.literals, n.headers
	n.literals, n.headers, n.rules = literals[:0], headers[:0], 0
	for _, h := range headers {
		if clause, open := s.shorten(literals[h.start : h.start+h.length]); open {
			s.nogoods.storeAgain(clause, h)
		}
	}
}

// rank lists the clauses learned, the most valuable first.
func (n *nogoods) rank() {
	n.ranked = n.ranked[:0]
	for id := range n.headers {
		if n.headers[id].levels != given {
			n.ranked = append(n.ranked, int32(id))
		}
	}
	slices.SortFunc(n.ranked, func(a, b int32) int {
		x, y := &n.headers[a], &n.headers[b]
		if fewX, fewY := x.levels <= keptLevels, y.levels <= keptLevels; fewX != fewY {
			if fewX {
				return -1
			}
			return 1
		}
		return cmp.Or(-cmp.Compare(x.activity, y.activity), cmp.Compare(a, b))
	})
}

// shorten takes the literals that are false at level 0 out of a clause, in place. The clause is not open
// if one is true, when nothing is left of it, or if it is empty: because it was to be dropped, or all are false.
func (s *Solver) shorten(clause []Literal) (rest []Literal, open bool) {
	rest = clause[:0]
	for _, l := range clause {
		if s.holds(l) {
			return nil, false
		}
		if !s.fails(l) {
			rest = append(rest, l)
		}
	}
	return rest, len(rest) > 0
}
