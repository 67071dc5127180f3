package sgs

// Evolve looks for a short schedule of a plain project and tries a number of schedules. It stops early at
// a makespan of floor, which nothing can beat.
//
// There are two populations. One holds schedules made forwards, in the other they were made backwards, as
// far to the right as they go. Children of one are made in the other's direction, so that each generation
// justifies to the other side (after Debels and Vanhoucke, 2005).
func (p *Plain) Evolve(schedules int, seed uint64, floor int32) (starts []int32, makespan int32) {
	e := newEvolution(p, schedules, seed, floor)
	e.settle()
	for e.going() {
		e.generation(&e.left, &e.right)
		e.generation(&e.right, &e.left)
	}
	return e.starts, e.makespan
}

// population is schedules made in one direction. Starts are days from where that direction begins.
type population struct {
	network *network
	members []member
}

type member struct {
	starts   []int32
	makespan int32
}

// evolution is a search under way.
type evolution struct {
	p           *Plain
	serial      *serial
	left, right population
	random      random
	schedules   int // still to be tried
	floor       int32
	keys        []int32

	starts   []int32 // the best schedule, forwards
	makespan int32
}

// mostMembers is the size of a population, unless only few schedules are to be tried.
const mostMembers = 60

func newEvolution(p *Plain, schedules int, seed uint64, floor int32) *evolution {
	e := &evolution{
		p: p, serial: newSerial(p), random: random{seed}, schedules: schedules, floor: floor,
		keys: make([]int32, len(p.days)), makespan: p.horizon + 1,
	}
	size := max(4, min(mostMembers, schedules/25))
	e.left = population{&p.along, make([]member, size)}
	e.right = population{&p.against, make([]member, size)}
	return e
}

func (e *evolution) going() bool { return e.schedules > 0 && e.makespan > e.floor }

// settle fills the populations. The first members follow the tails of the tasks, that is latest starts,
// more and more disturbed.
func (e *evolution) settle() {
	tails := e.p.tails()
	for i := 0; i < len(e.left.members) && (e.going() || i == 0); i++ {
		for task, tail := range tails {
			e.keys[task] = -keyScale * tail
			if i > 0 {
				e.keys[task] += int32(e.random.below(int(keyScale * (1 + tails[0]/3))))
			}
		}
		e.try(&e.left, &e.left.members[i])
		e.turn(&e.left.members[i])
		e.try(&e.right, &e.right.members[i])
		e.turn(&e.right.members[i])
		e.try(&e.left, &e.left.members[i])
	}
}

// tails is for each task how long what follows it takes at least, itself included.
func (p *Plain) tails() []int32 {
	tails := make([]int32, len(p.days))
	free := *p
	free.demands = make([]uint64, len(p.demands))
	starts, _ := newSerial(&free).schedule(&p.against, tails)
	for task := range tails {
		tails[task] = starts[task] + p.days[task]
	}
	return tails
}

// keyScale is how much keys are apart for starts a day apart.
const keyScale = 8

// turn makes the keys that order the tasks of a schedule for the other direction.
func (e *evolution) turn(m *member) {
	for task, start := range m.starts {
		e.keys[task] = -keyScale * (start + e.p.days[task])
	}
}

// try makes the schedule of the keys and puts it in the place of a member, unless it is worse.
func (e *evolution) try(into *population, place *member) {
	e.schedules--
	starts, makespan := e.serial.schedule(into.network, e.keys)
	if place.starts != nil && makespan > place.makespan {
		return
	}
	place.starts = append(place.starts[:0], starts...)
	place.makespan = makespan
	if makespan < e.makespan {
		e.makespan = makespan
		e.keep(into, starts)
	}
}

// keep notes the best schedule, forwards.
func (e *evolution) keep(of *population, starts []int32) {
	e.starts = append(e.starts[:0], starts...)
	if of == &e.right {
		for task := range e.starts {
			e.starts[task] = e.makespan - starts[task] - e.p.days[task]
		}
	}
}

// generation replaces the members of a population by children of the other.
func (e *evolution) generation(from, into *population) {
	for i := range from.members {
		if !e.going() {
			return
		}
		e.cross(&from.members[i], e.choose(from))
		if e.random.below(4) == 0 {
			e.mutate()
		}
		e.try(into, &into.members[i])
	}
}

// choose is the better of two members drawn at random.
func (e *evolution) choose(from *population) *member {
	a := &from.members[e.random.below(len(from.members))]
	b := &from.members[e.random.below(len(from.members))]
	if b.makespan < a.makespan {
		return b
	}
	return a
}

// cross makes the keys of a child for the other direction. The tasks of a window of days follow the
// father, the others the mother, those that she has before the window before it.
func (e *evolution) cross(mother, father *member) {
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
func (e *evolution) window(m *member) (from, to int32) {
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
func (e *evolution) mutate() {
	for task := range e.keys {
		if e.random.below(100) < mutationRate {
			e.keys[task] += int32(e.random.below(2*keyScale*mutationDays+1)) - keyScale*mutationDays
		}
	}
}

const (
	mutationRate = 4 // in hundred tasks
	mutationDays = 5
)
