package optimise

import "epr/plan/solve/model"

const (
	// keepSize is how many tasks of a large model are free at a time.
	keepSize = 150
	// partsSteps is how many times the steps of a model that is taken in as a whole a large one has.
	partsSteps = 4
)

// keepParts does in parts of a large model what keepAll does in the whole: it frees the dearest move with those that
// hang on it, holds what it can of them and pulls the rest back. It goes on to the dearest move that it has not looked
// at, and begins again when that helped.
func (o *optimiser) keepParts() {
	o.until *= partsSteps
	for better := true; better && !o.done(); {
		before, seen := o.value, make([]bool, len(o.m.Tasks))
		for {
			seed := o.dearest(seen)
			if seed == model.None || o.done() {
				break
			}
			free := o.hangingOn(seed)
			for _, task := range free {
				seen[task] = true
			}
			o.keepPart(free)
		}
		better = o.value.Less(before)
	}
}

// keepPart works on one part.
func (o *optimiser) keepPart(free []int32) {
	h := newHolder(o, newPiece(o.m, o.g, o.starts, free, true))
	o.steps += int64(len(o.m.Tasks)/4 + 100*len(free))
	h.holdMost(h.earliest)
	h.pull()
}

// dearest is the task not seen yet whose move costs most; none if there is no such task.
func (o *optimiser) dearest(seen []bool) int32 {
	most, at := int64(0), model.None
	for task := range o.starts {
		if d := o.distance(int32(task)); d > 0 && !seen[task] {
			if cost := o.m.Kept[task].Weight * int64(d+model.MoveCharge); cost > most {
				most, at = cost, int32(task)
			}
		}
	}
	o.steps += int64(len(o.starts) / 16)
	return at
}

// hangingOn lists a task that has moved with the moved ones that arcs lead to, and with those that use the same
// resources where it was or is.
func (o *optimiser) hangingOn(task int32) []int32 {
	d := &o.mending
	clear(d.isFree)
	d.size = keepSize
	free := o.add(nil, task)
	for k := 0; k < len(free) && len(free) < keepSize/2; k++ {
		for _, i := range o.g.In(free[k]) {
			free = o.addMoved(free, o.m.Arcs[i].From)
		}
		for _, i := range o.g.Out(free[k]) {
			free = o.addMoved(free, o.m.Arcs[i].To)
		}
	}
	return o.prompts.free(d.isFree, o.rivals(free))
}

// addMoved frees a task that has moved, or that follows by itself.
func (o *optimiser) addMoved(free []int32, task int32) []int32 {
	if o.distance(task) == 0 && !o.m.Tasks[task].Prompt {
		return free
	}
	return o.add(free, task)
}
