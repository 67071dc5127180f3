package sgs

import "epr/plan/solve/model"

// Reorder makes the schedule in the order of some starts, each task on the first day that is left for it:
// nothing is searched, and nothing held back. Tasks whose start is None come as early as their window lets
// them. Soft windows are open to the tasks whose start lies in one. It fails if no day is left for some task.
//
// Tasks that maximum lags tie to each other are taken in the order of their own starts too, and only where that
// fails one after the other: a schedule is then more often made again as it was.
func Reorder(m *model.Model, g *model.Graph, w *model.Window, starts []int32) ([]int32, bool) {
	from := make([]int32, len(starts))
	for task, x := range starts {
		if x == model.None {
			x = w.Earliest[task]
		}
		from[task] = min(max(x, 0), m.Horizon)
	}
	k := newKeeper(m, NewGenerator(m, g, w), newSequencer(m, g, false).singly())
	if made, _, ok := k.reorder(from); ok {
		return made, true
	}
	k.sequencer = newSequencer(m, g, false)
	made, _, ok := k.reorder(from)
	return made, ok
}

// singly makes every task a block of its own.
func (s *sequencer) singly() *sequencer {
	for task := range s.blocks {
		s.blocks[task] = int32(task)
	}
	return s
}
