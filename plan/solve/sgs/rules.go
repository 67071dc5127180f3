package sgs

import (
	"cmp"
	"math"
	"slices"

	"epr/plan/solve/model"
)

// rule gives each task a key; tasks with smaller keys go first.
type rule struct {
	name string
	keys []int64
}

// rules are the priority rules, worked out for one model.
func rules(m *model.Model, g *model.Graph, w *model.Window) []rule {
	due, prompt := dueAims(m, g, w), promptAims(m, g, w)
	urgency := byGoal(m, g, func(goal *model.Goal) int64 { return slackPerWeight(goal, m.Horizon) })
	importance := byGoal(m, g, func(goal *model.Goal) int64 { return -(goal.Finish + goal.Weight) })
	promise := byGoal(m, g, func(goal *model.Goal) int64 { return int64(min(goal.Announced, goal.By, 2*m.Horizon)) })
	return []rule{
		{"latest start", keys(m, func(i int32) int64 { return int64(due[i]) })},
		{"last possible start", keys(m, func(i int32) int64 { return int64(w.Latest[i]) })},
		{"latest prompt start", keys(m, func(i int32) int64 { return int64(prompt[i]) })},
		{"least slack", keys(m, func(i int32) int64 { return int64(due[i] - w.Earliest[i]) })},
		{"least prompt slack", keys(m, func(i int32) int64 { return int64(prompt[i] - w.Earliest[i]) })},
		{"earliest due", keys(m, func(i int32) int64 { return compose(urgency[i], due[i]) })},
		{"goal order", keys(m, func(i int32) int64 { return compose(importance[i], prompt[i]) })},
		{"project by latest start", byProject(m, prompt, func(p projectSum) int64 { return p.aim })},
		{"shortest project", byProject(m, prompt, func(p projectSum) int64 { return p.work })},
		{"most followers", keys(m, func(i int32) int64 { return -followers(m, g, i) })},
		{"earliest start", keys(m, func(i int32) int64 { return int64(w.Earliest[i]) })},
		{"as listed", keys(m, func(i int32) int64 { return int64(i) })},
		{"earliest promise", keys(m, func(i int32) int64 { return compose(promise[i], i) })},
	}
}

func keys(m *model.Model, key func(task int32) int64) []int64 {
	all := make([]int64, len(m.Tasks))
	for i := range all {
		all[i] = key(int32(i))
	}
	return all
}

// compose puts the aim behind a rank.
func compose(rank int64, aim int32) int64 { return rank<<32 + int64(aim) }

// slackPerWeight ranks a goal by its due date, brought forward by its weight: of two goals due on the
// same day the heavier goes first. Goals without a date come last.
func slackPerWeight(goal *model.Goal, horizon int32) int64 {
	due := min(goal.Announced, goal.By)
	if due >= model.Never {
		return int64(horizon) * 2
	}
	return int64(due) - min(goal.Weight, int64(horizon))
}

// byGoal is for each task the least rank of the goals that wait for it.
func byGoal(m *model.Model, g *model.Graph, rank func(*model.Goal) int64) []int64 {
	least := make([]int64, len(m.Tasks))
	for i := range least {
		least[i] = math.MaxInt32
	}
	for i := range m.Goals {
		r := rank(&m.Goals[i])
		for _, task := range m.Goals[i].Members {
			least[task] = min(least[task], r)
		}
	}
	for _, task := range slices.Backward(g.Topological(m)) {
		for _, i := range g.Out(task) {
			if a := &m.Arcs[i]; !a.Back {
				least[task] = min(least[task], least[a.To])
			}
		}
	}
	return least
}

// followers is the work of a task and of those that wait for it directly.
func followers(m *model.Model, g *model.Graph, task int32) int64 {
	days := int64(m.Tasks[task].Days)
	for _, i := range g.Out(task) {
		if a := &m.Arcs[i]; !a.Back {
			days += 1 + int64(m.Tasks[a.To].Days)
		}
	}
	return days
}

// projectSum is what a rule knows of a project.
type projectSum struct {
	project int32
	work    int64 // demand times days
	aim     int64 // the last latest start
}

// byProject gives tasks the rank of their project, then their aim.
func byProject(m *model.Model, aim aims, by func(projectSum) int64) []int64 {
	sums := sumProjects(m, aim)
	slices.SortFunc(sums, func(a, b projectSum) int {
		return cmp.Or(cmp.Compare(by(a), by(b)), cmp.Compare(a.project, b.project))
	})
	rank := make([]int64, len(sums))
	for r, sum := range sums {
		rank[sum.project] = int64(r)
	}
	return keys(m, func(i int32) int64 { return compose(rank[m.Tasks[i].Project], aim[i]) })
}

func sumProjects(m *model.Model, aim aims) []projectSum {
	var sums []projectSum
	for i := range m.Tasks {
		t := &m.Tasks[i]
		for int(t.Project) >= len(sums) {
			sums = append(sums, projectSum{project: int32(len(sums))})
		}
		sum := &sums[t.Project]
		for _, demand := range t.Demands {
			sum.work += int64(demand.Amount) * int64(t.Days)
		}
		sum.aim = max(sum.aim, int64(aim[i]))
	}
	return sums
}
