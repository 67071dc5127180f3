package sgs

import "slices"

// Evolution looks for short schedules of a plain project by trying many.
//
// There are two populations. One holds schedules made forwards, in the other they were made backwards, as
// far to the right as they go. Children of one are made in the other's direction, so that each generation
// justifies to the other side (after Debels and Vanhoucke, 2005). Some children are crossed from two
// schedules; most are one schedule with a stretch of days shaken, which finds what crossing alone does not
// once all members are alike. A shaken stretch is sometimes packed: its tasks are placed by parallel generation among the
// others, so that they leave little free (as the neighbourhoods of Goncharov, 2025, do). No member is there twice, and a member may give way to a child that is a day
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
	isDense  bool    // whether the next schedule is made by parallel generation
	packed   stretch // keys of the next schedule that are, if it is made by serial generation
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
	isDense  bool // made by parallel generation, or packed from one that was
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
	if e.isDense && e.packed == (stretch{}) {
		return e.dense.schedule(n, e.keys, most)
	}
	return e.serial.schedule(n, e.keys, e.packed, most)
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
		e.conceive(&from.members[i], from)
		e.try(into, &into.members[i])
		e.packed = stretch{}
	}
}

// conceive makes the keys of a child of one schedule, or of it and another.
func (e *Evolution) conceive(mother *member, from *population) {
	e.isDense = mother.isDense
	switch isShaken := e.random.below(100) < e.shaken; {
	case isShaken && e.random.below(100) < packedRate:
		e.pack(mother)
		return
	case isShaken:
		e.shake(mother)
	default:
		e.cross(mother, &from.members[e.random.below(len(from.members))])
		if e.random.below(4) == 0 {
			e.mutate()
		}
	}
	if e.random.below(100) < switchRate {
		e.isDense = !e.isDense
	}
}

// shake makes the keys of a schedule for the other direction and disturbs those of the tasks under way in
// a window of days, by as much as the window is long.
func (e *Evolution) shake(m *member) {
	e.turn(m)
	from, to := e.days(m)
	reach := int(keyScale * (to - from))
	for task, x := range m.starts {
		if x < to && from < x+e.p.days[task] {
			e.keys[task] += int32(e.random.below(2*reach+1) - reach)
		}
	}
}

// days draws a stretch of the days of a schedule.
func (e *Evolution) days(m *member) (from, to int32) {
	length := max(2, m.makespan*int32(5+e.random.below(20))/100)
	from = int32(e.random.below(int(m.makespan)+1)) - length/2
	return from, from + length
}

// pack makes the keys of a schedule for the other direction, disturbs those of the tasks that finish in a stretch of days
// without mixing them with others, and has them placed by parallel generation.
func (e *Evolution) pack(m *member) {
	e.turn(m)
	from, to := e.days(m)
	e.packed = stretch{-keyScale * to, -keyScale * from}
	reach := int(keyScale * (to - from))
	for task, key := range e.keys {
		if key >= e.packed.from && key < e.packed.to {
			key += int32(e.random.below(2*reach+1) - reach)
			e.keys[task] = min(max(key, e.packed.from), e.packed.to-1)
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
	packedRate   = 50 // of the shaken children in hundred that are packed
	switchRate   = 5  // children in hundred made by the other kind of generation than their mothers
)
