package optimise

import "epr/plan/solve/model"

// prompts are the consequences of a model, in the order in which they follow from each other.
type prompts struct {
	m     *model.Model
	g     *model.Graph
	floor []int32
	tasks []int32
}

func newPrompts(m *model.Model, g *model.Graph) prompts {
	p := prompts{m: m, g: g, floor: model.Floors(m, g)}
	for _, task := range g.Topological(m) {
		if m.Tasks[task].Prompt {
			p.tasks = append(p.tasks, task)
		}
	}
	return p
}

// settle puts every consequence on its day, and reports false if a maximum lag wants one of them later.
// Nothing else can go wrong if they were no earlier before.
func (p *prompts) settle(starts []int32) bool {
	for _, task := range p.tasks {
		x, wanted := p.floor[task], int32(0)
		for _, i := range p.g.In(task) {
			a := &p.m.Arcs[i]
			if from := p.m.MinTo(a, starts[a.From]); a.Back {
				wanted = max(wanted, from)
			} else {
				x = max(x, from)
			}
		}
		if x > starts[task] || wanted > x {
			return false
		}
		starts[task] = x
	}
	return p.lagsHold(starts)
}

// lagsHold looks at the maximum lags to consequences again: what they count from may have moved as well.
func (p *prompts) lagsHold(starts []int32) bool {
	for _, task := range p.tasks {
		for _, i := range p.g.In(task) {
			if a := &p.m.Arcs[i]; p.m.MinTo(a, starts[a.From]) > starts[task] {
				return false
			}
		}
	}
	return true
}

// free adds to some free tasks the consequences that follow from them.
func (p *prompts) free(isFree []bool, tasks []int32) []int32 {
	for _, task := range p.tasks {
		for _, i := range p.g.In(task) {
			if a := &p.m.Arcs[i]; !isFree[task] && isFree[a.From] {
				isFree[task] = true
				tasks = append(tasks, task)
			}
		}
	}
	return tasks
}
