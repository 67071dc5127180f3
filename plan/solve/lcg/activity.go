package lcg

// A predicate is a question x ≥ v that conflicts were about; its negation is the same question. activity
// says which questions conflicts have lately been about most (VSIDS), in whole numbers so that every
// machine agrees.
type activity struct {
	asked   []Literal // the predicates, numbered as they turn up; each a lower bound
	score   []uint64
	table   []int32 // hash table of their numbers, plus one; 0 is free
	heap    []int32 // those that may be undecided, the highest score on top
	place   []int32 // position of each in the heap; -1 if not there
	waiting []int32 // for each variable the first of its predicates taken out of the heap; -1 if none
	after   []int32 // for each predicate the next of the same variable that was taken out
	weight  uint64  // what a bump adds
}

// most is the score at which all are cut down.
const most = 1 << 50

func (a *activity) addVar() { a.waiting = append(a.waiting, -1) }

// bump raises the score of a literal's predicate.
func (a *activity) bump(l Literal) {
	id := a.number(l)
	a.score[id] += a.weight
	if a.place[id] >= 0 {
		a.up(a.place[id])
	}
	if a.score[id] > most {
		a.cut()
	}
}

// decay lets past conflicts count for less: for 19/20 of the weight of the next.
func (a *activity) decay() { a.weight += a.weight/19 + 1 }

func (a *activity) cut() {
	for i := range a.score {
		a.score[i] >>= 36
	}
	a.weight = a.weight>>36 + 1
}

// number is the predicate of a literal, a new one if it had none.
func (a *activity) number(l Literal) int32 {
	if !l.bound.isLower() {
		l = l.Not()
	}
	if 2*len(a.asked) >= len(a.table) {
		a.grow()
	}
	at := a.slot(l)
	if a.table[at] == 0 {
		a.asked = append(a.asked, l)
		a.score = append(a.score, 0)
		a.place = append(a.place, -1)
		a.after = append(a.after, -1)
		a.table[at] = int32(len(a.asked))
		a.insert(a.table[at] - 1)
	}
	return a.table[at] - 1
}

// slot is where a predicate is in the table, or where there is room for it.
func (a *activity) slot(l Literal) uint64 {
	mask := uint64(len(a.table) - 1)
	at := (uint64(uint32(l.bound))<<32 | uint64(uint32(l.value))) * 0x9E3779B97F4A7C15 >> 20 & mask
	for a.table[at] != 0 && a.asked[a.table[at]-1] != l {
		at = (at + 1) & mask
	}
	return at
}

// grow doubles the table.
func (a *activity) grow() {
	a.table = make([]int32, max(1024, 2*len(a.table)))
	for id, l := range a.asked {
		a.table[a.slot(l)] = int32(id) + 1
	}
}

// best takes the most active undecided predicate out of the heap, and reports false if there is none.
func (a *activity) best(t *trail) (Literal, bool) {
	for len(a.heap) > 0 {
		id := a.heap[0]
		a.remove()
		l := a.asked[id]
		x := l.bound.variable()
		a.after[id], a.waiting[x] = a.waiting[x], id
		if !t.holds(l) && !t.fails(l) {
			return l, true
		}
	}
	return Literal{}, false
}

// returned puts the predicates of a variable back: a bound was taken back, so they may be undecided again.
func (a *activity) returned(x Var) {
	for id := a.waiting[x]; id >= 0; id = a.after[id] {
		a.insert(id)
	}
	a.waiting[x] = -1
}

func (a *activity) insert(id int32) {
	a.place[id] = int32(len(a.heap))
	a.heap = append(a.heap, id)
	a.up(a.place[id])
}

// remove takes the top out of the heap.
func (a *activity) remove() {
	last := len(a.heap) - 1
	a.place[a.heap[0]] = -1
	id := a.heap[last]
	a.heap = a.heap[:last]
	if last > 0 {
		a.heap[0], a.place[id] = id, 0
		a.down(0)
	}
}

func (a *activity) up(at int32) {
	id := a.heap[at]
	for at > 0 {
		parent := (at - 1) / 2
		if a.score[a.heap[parent]] >= a.score[id] {
			break
		}
		a.set(at, a.heap[parent])
		at = parent
	}
	a.set(at, id)
}

func (a *activity) down(at int32) {
	id := a.heap[at]
	for {
		child := 2*at + 1
		if int(child) >= len(a.heap) {
			break
		}
		if int(child)+1 < len(a.heap) && a.score[a.heap[child+1]] > a.score[a.heap[child]] {
			child++
		}
		if a.score[a.heap[child]] <= a.score[id] {
			break
		}
		a.set(at, a.heap[child])
		at = child
	}
	a.set(at, id)
}

func (a *activity) set(at, id int32) { a.heap[at], a.place[id] = id, at }
