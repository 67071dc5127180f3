package sgs

import "epr/plan/solve/model"

// closure finds everything a task waits for, maximum lags included.
type closure struct {
	m     *model.Model
	g     *model.Graph
	seen  []int32 // the round in which a task was last seen
	round int32
	queue []int32
}

func newClosure(m *model.Model, g *model.Graph) closure {
	return closure{m: m, g: g, seen: make([]int32, len(m.Tasks))}
}

// begin forgets what has been seen.
func (c *closure) begin() { c.round++ }

// each calls do for a task and for everything it waits for, but for what has been seen since begin.
func (c *closure) each(task int32, do func(task int32)) {
	c.queue = c.queue[:0]
	if c.seen[task] != c.round {
		c.seen[task] = c.round
		c.queue = append(c.queue, task)
	}
	for k := 0; k < len(c.queue); k++ {
		do(c.queue[k])
		for _, i := range c.g.In(c.queue[k]) {
			if from := c.m.Arcs[i].From; c.seen[from] != c.round {
				c.seen[from] = c.round
				c.queue = append(c.queue, from)
			}
		}
	}
}
