package lcg

import "math"

// cause says by what a bound was raised.
type cause int32

const (
	byRoot      cause = iota // given
	byDecision               // tried
	byArc                    // ref is the edge
	byNogood                 // ref is the clause
	byTimetable              // ref is the resource and the day on which there is no room
	byOverload               // the same, of a conflict: more is needed on that day than there is
	byEnergy                 // ref is the resource, of a conflict: more is needed in a window than there is
	bySum                    // ref is the sum
	byPair                   // ref is the edge of the pair
	byRanking                // ref is the ranking
)

// isOverload reports whether the claim of a cause has no literal.
func (c cause) isOverload() bool { return c == byOverload || c == byEnergy }

// entry is one bound raised.
type entry struct {
	bound  bound
	value  int32 // since
	before int32 // value before
	prev   int32 // the entry that had raised it to before
	level  int32 // decisions made by then
	cause  cause
	ref    int32
}

// trail is what is known now and how it came about. It begins with one entry for each bound, which holds
// what is known without any decision.
type trail struct {
	entries []entry
	newest  []int32 // the newest entry of each bound
	now     []int32 // its value
	marks   []int32 // length of the trail when each level began; level 0 has none
}

func (t *trail) level() int32 { return int32(len(t.marks)) }

// holds reports whether a literal is true.
func (t *trail) holds(l Literal) bool { return t.now[l.bound] >= l.value }

// fails reports whether a literal is false.
func (t *trail) fails(l Literal) bool { return t.now[l.bound.opposite()] >= 1-l.value }

// lower and upper are the bounds of a variable as they are now.
func (t *trail) lower(x Var) int32 { return t.now[x.lower()] }
func (t *trail) upper(x Var) int32 { return -t.now[x.upper()] }
func (t *trail) fixed(x Var) bool  { return t.now[x.lower()] == -t.now[x.upper()] }

// root is the value of a bound that holds without any decision. It is up to date after settle.
func (t *trail) root(b bound) int32 { return t.entries[b].value }

// always reports whether a literal is true whatever is decided.
func (t *trail) always(l Literal) bool { return t.root(l.bound) >= l.value }

// addVar adds the two bounds of a new variable. There must be no other entries than those of variables.
func (t *trail) addVar(from, to int32) Var {
	x := Var(len(t.newest) / 2)
	for _, value := range [2]int32{from, -to} {
		b := bound(len(t.newest))
		t.newest = append(t.newest, int32(len(t.entries)))
		t.now = append(t.now, value)
		t.entries = append(t.entries, entry{bound: b, value: value, before: math.MinInt32, prev: -1})
	}
	return x
}

// push raises a bound.
func (t *trail) push(b bound, value int32, by cause, ref int32) {
	t.entries = append(t.entries, entry{
		bound: b, value: value, before: t.now[b], prev: t.newest[b], level: t.level(), cause: by, ref: ref,
	})
	t.newest[b] = int32(len(t.entries)) - 1
	t.now[b] = value
}

// pop takes the last entry back and returns its bound.
func (t *trail) pop() bound {
	e := &t.entries[len(t.entries)-1]
	t.newest[e.bound], t.now[e.bound] = e.prev, e.before
	t.entries = t.entries[:len(t.entries)-1]
	return e.bound
}

// settle makes everything known at level 0 part of the first entries. Reasons are not kept: what holds
// without any decision needs none.
func (t *trail) settle() {
	first := len(t.newest)
	for _, e := range t.entries[first:] {
		t.entries[e.bound].value = e.value
		t.newest[e.bound] = int32(e.bound)
	}
	t.entries = t.entries[:first]
}

// at is the value that a bound had before an entry.
func (t *trail) at(b bound, index int32) int32 {
	i := t.newest[b]
	for i >= index {
		i = t.entries[i].prev
	}
	return t.entries[i].value
}

// entryOf is the entry that made a literal true, which it must be.
func (t *trail) entryOf(l Literal) int32 {
	i := t.newest[l.bound]
	for t.entries[i].before >= l.value {
		i = t.entries[i].prev
	}
	return i
}
