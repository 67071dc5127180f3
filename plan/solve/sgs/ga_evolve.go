package sgs

import "slices"

// Evolution looks for short schedules of a plain project by trying many.
//
// There are two populations. One holds schedules made forwards, in the other they were made backwards, as
// far to the right as they go. Children of one are made in the other's direction, so that each generation
// justifies to the other side (after Debels and Vanhoucke, 2005). Some children are crossed from two
// schedules; most are one schedule with a stretch of days shaken, which finds what crossing alone does not
// once all members are alike. No member is there twice, and a member may give way to a child that is a day
// longer: without that, populations stand still.
//
// Half of the members are made by serial generation at first, half by parallel generation, and children
// mostly by the one that made their mother (after Hartmann, 2002). Parallel generation finds dense schedules at
// once where resources are scarce, and serial generation then finds what is beyond them.
type Evolution struct {
	p           *Plain
	serial      *serial
	dense       *dense
	left, right population
	random      random
	schedules   int // still to be tried
	floor       int32
	settled     int // members filled
	shaken      int // hundredths of the children that are shaken, not crossed
	keys        []int32

	starts   []int32 // the best schedule, forwards
	makespan int32
	isDense  bool // whether the next schedule is made by parallel generation
}

// NewEvolution prepares a search with populations of a size, in which some hundredths of the children are
// shaken. The seed draws its random numbers.
func NewEvolution(p *Plain, size, shaken int, seed uint64) *Evolution {
	return &Evolution{
		p: p, serial: newSerial(p), dense: newDense(p), shaken: shaken,
		random: random{seed}, keys: make([]int32, len(p.days)), makespan: p.horizon + 1,
		left: population{&p.along, make([]member, size)}, right: population{&p.against, make([]member, size)},
	}
}

// Run tries a number of schedules, and stops early at a makespan of floor, which nothing can beat.
func (e *Evolution) Run(schedules int, floor int32) {
	e.schedules, e.floor = schedules, floor
	e.settle()
	for e.going() {
		e.generation(&e.left, &e.right)
		e.generation(&e.right, &e.left)
	}
}

// Best is the shortest schedule so far, nil if none was made, and its makespan.
func (e *Evolution) Best() (starts []int32, makespan int32) { return e.starts, e.makespan }

// Adopt puts a schedule found elsewhere in the place of a random member.
func (e *Evolution) Adopt(starts []int32, makespan int32) {
	m := &e.left.members[e.random.below(len(e.left.members))]
	m.starts, m.makespan, m.isDense = append(m.starts[:0], starts...), makespan, false
	if makespan < e.makespan {
		e.makespan = makespan
		e.starts = append(e.starts[:0], starts...)
	}
}

// population is schedules made in one direction. Starts are days from where that direction begins.
type population struct {
	network *network
	members []member
}

type member struct {
	starts   []int32
	makespan int32
	isDense  bool // made by parallel generation
}

func (e *Evolution) going() bool { return e.schedules > 0 && e.makespan > e.floor }

// settle fills the populations. The first member follows the tails of the tasks, which stand for latest
// starts; for the others they are disturbed.
func (e *Evolution) settle() {
	tails := e.p.along.tails
	for ; e.settled < len(e.left.members) && e.going(); e.settled++ {
		for task, tail := range tails {
			e.keys[task] = -keyScale * (tail + e.p.days[task])
			if e.settled > 0 {
				e.keys[task] += int32(e.random.below(int(keyScale * (1 + tails[0]/3))))
			}
		}
		e.isDense = e.random.below(2) == 0
		left, right := &e.left.members[e.settled], &e.right.members[e.settled]
		e.try(&e.left, left)
		e.turn(left)
		e.try(&e.right, right)
		e.turn(right)
		e.try(&e.left, left)
	}
}

// keyScale is how much keys are apart for starts a day apart.
const keyScale = 8

// turn makes the keys that order the tasks of a schedule for the other direction.
func (e *Evolution) turn(m *member) {
	for task, start := range m.starts {
		e.keys[task] = -keyScale * (start + e.p.days[task])
	}
}

// try makes the schedule of the keys and puts it in the place of a member, unless it is there already or
// worse; a day does not count half of the time.
func (e *Evolution) try(into *population, place *member) {
	e.schedules--
	most := e.p.horizon
	if place.starts != nil {
		most = place.makespan + int32(e.random.below(2))
	}
	starts, makespan := e.generate(into.network, most)
	if makespan > most || place.starts != nil && into.has(starts, makespan) {
		return
	}
	place.starts = append(place.starts[:0], starts...)
	place.makespan, place.isDense = makespan, e.isDense
	if makespan < e.makespan {
		e.makespan = makespan
		e.keep(into, starts)
	}
}

func (e *Evolution) generate(n *network, most int32) (starts []int32, makespan int32) {
	if e.isDense {
		return e.dense.schedule(n, e.keys, most)
	}
	return e.serial.schedule(n, e.keys, most)
}

// has reports whether a schedule is a member.
func (p *population) has(starts []int32, makespan int32) bool {
	return slices.ContainsFunc(p.members, func(m member) bool {
		return m.makespan == makespan && slices.Equal(m.starts, starts)
	})
}

// keep notes the best schedule, forwards.
func (e *Evolution) keep(of *population, starts []int32) {
	e.starts = append(e.starts[:0], starts...)
	if of == &e.right {
		for task := range e.starts {
			e.starts[task] = e.makespan - starts[task] - e.p.days[task]
		}
	}
}

// generation replaces the members of a population by children of the other.
func (e *Evolution) generation(from, into *population) {
	for i := range from.members {
		if !e.going() {
			return
		}
		mother := &from.members[i]
		if e.random.below(100) < e.shaken {
			e.shake(mother)
		} else {
			e.cross(mother, &from.members[e.random.below(len(from.members))])
			if e.random.below(4) == 0 {
				e.mutate()
			}
		}
		e.isDense = mother.isDense != (e.random.below(100) < switchRate)
		e.try(into, &into.members[i])
	}
}

// shake makes the keys of a schedule for the other direction and disturbs those of the tasks under way in
// a window of days, by as much as the window is long.
func (e *Evolution) shake(m *member) {
	e.turn(m)
	length := max(2, m.makespan*int32(5+e.random.below(20))/100)
	from := int32(e.random.below(int(m.makespan)+1)) - length/2
	reach := int(keyScale * length)
	for task, x := range m.starts {
		if x < from+length && from < x+e.p.days[task] {
			e.keys[task] += int32(e.random.below(2*reach+1) - reach)
		}
	}
}

// cross makes the keys of a child for the other direction. The tasks of a window of days follow the
// father, the others the mother, those that she has before the window before it.
func (e *Evolution) cross(mother, father *member) {
	from, to := e.window(father)
	for task, days := range e.p.days {
		key := father.starts[task]
		if key < from || key >= to {
			key = mother.starts[task]
			if key < from {
				key -= e.p.horizon
			} else {
				key += e.p.horizon
			}
		}
		e.keys[task] = -keyScale * (key + days)
	}
}

// window draws some windows of a schedule and takes the one in which most work starts for its length.
func (e *Evolution) window(m *member) (from, to int32) {
	length := m.makespan/4 + int32(e.random.below(int(m.makespan/2)+1))
	best := int64(-1)
	for range 3 {
		start := int32(e.random.below(int(m.makespan-length) + 1))
		work := int64(0)
		for task, x := range m.starts {
			if x >= start && x < start+length {
				work += e.p.work[task]
			}
		}
		if work > best {
			best, from = work, start
		}
	}
	return from, from + length
}

// mutate moves some keys by a few days.
func (e *Evolution) mutate() {
	for task := range e.keys {
		if e.random.below(100) < mutationRate {
			e.keys[task] += int32(e.random.below(2*keyScale*mutationDays+1)) - keyScale*mutationDays
		}
	}
}

const (
	mutationRate = 4 // in hundred tasks
	mutationDays = 5
	switchRate   = 5 // children in hundred made by the other kind of generation than their mothers
)
