package sgs

import "epr/plan/solve/model"

// sequencer turns keys into orders of work.
type sequencer struct {
	tasks         []model.Task
	before, after [][]int32 // tasks that must be listed before and after each task
	blocks        []int32   // tasks tied to each other by maximum lags share a block
	blockKey      []int64
	waits         []int32
	ready         heap
}

// newSequencer prepares the orders of a model, or with reverse those of the model run backwards.
func newSequencer(m *model.Model, g *model.Graph, reverse bool) *sequencer {
	n := len(m.Tasks)
	s := &sequencer{
		tasks:  m.Tasks,
		before: make([][]int32, n), after: make([][]int32, n),
		blocks: findBlocks(m, g), waits: make([]int32, n),
	}
	for i := range m.Arcs {
		a := &m.Arcs[i]
		if a.Back || a.From == model.Origin || a.To == model.Origin {
			continue
		}
		from, to := a.From, a.To
		if reverse {
			from, to = to, from
		}
		s.before[to] = append(s.before[to], from)
		s.after[from] = append(s.after[from], to)
	}
	s.blockKey = make([]int64, n)
	s.ready.before = s.comesFirst
	return s
}

// order lists the tasks by ascending key, work under way first, as far as what waits for what permits. Tasks of a block count
// with the largest key among them, so that they come one after the other: if a maximum lag sends one of
// them back, little else has to be taken out with it.
func (s *sequencer) order(keys []int64, into []int32) []int32 {
	s.setBlockKeys(keys)
	s.ready.keys = keys
	for task := range s.waits {
		s.waits[task] = int32(len(s.before[task]))
		if s.waits[task] == 0 {
			s.ready.push(int32(task))
		}
	}
	into = into[:0]
	for {
		for len(s.ready.tasks) > 0 {
			into = s.list(s.ready.pop(), into)
		}
		if len(into) == len(keys) {
			return into
		}
		s.ready.push(s.breakRing(keys))
	}
}

// list appends a task and readies those that waited for nothing else.
func (s *sequencer) list(task int32, into []int32) []int32 {
	s.waits[task] = listed
	for _, next := range s.after[task] {
		if s.waits[next] == listed {
			continue
		}
		if s.waits[next]--; s.waits[next] == 0 {
			s.ready.push(next)
		}
	}
	return append(into, task)
}

const listed = -1

// breakRing picks the first of the tasks that wait for each other.
func (s *sequencer) breakRing(keys []int64) int32 {
	first := model.None
	for task, waits := range s.waits {
		if waits > 0 && (first == model.None || s.comesFirst(int32(task), first)) {
			first = int32(task)
		}
	}
	s.waits[first] = 0
	return first
}

func (s *sequencer) setBlockKeys(keys []int64) {
	for task, block := range s.blocks {
		if int32(task) == block {
			s.blockKey[block] = keys[task]
		} else {
			s.blockKey[block] = max(s.blockKey[block], keys[task])
		}
	}
}

func (s *sequencer) comesFirst(a, b int32) bool {
	if s.tasks[a].Begun != s.tasks[b].Begun {
		return s.tasks[a].Begun
	}
	blockA, blockB := s.blocks[a], s.blocks[b]
	if ka, kb := s.blockKey[blockA], s.blockKey[blockB]; ka != kb {
		return ka < kb
	}
	if blockA != blockB {
		return blockA < blockB
	}
	if s.ready.keys[a] != s.ready.keys[b] {
		return s.ready.keys[a] < s.ready.keys[b]
	}
	return a < b
}

// heap keeps tasks so that the first is at hand.
type heap struct {
	tasks  []int32
	keys   []int64
	before func(a, b int32) bool
}

func (h *heap) push(task int32) {
	h.tasks = append(h.tasks, task)
	i := len(h.tasks) - 1
	for i > 0 {
		parent := (i - 1) / 2
		if !h.before(h.tasks[i], h.tasks[parent]) {
			return
		}
		h.tasks[i], h.tasks[parent] = h.tasks[parent], h.tasks[i]
		i = parent
	}
}

func (h *heap) pop() int32 {
	first := h.tasks[0]
	last := len(h.tasks) - 1
	h.tasks[0] = h.tasks[last]
	h.tasks = h.tasks[:last]
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < last; child++ {
			if h.before(h.tasks[child], h.tasks[least]) {
				least = child
			}
		}
		if least == i {
			return first
		}
		h.tasks[i], h.tasks[least] = h.tasks[least], h.tasks[i]
		i = least
	}
}
