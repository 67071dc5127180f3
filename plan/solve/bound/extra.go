package bound

import (
	"slices"

	"epr/plan/solve/model"
)

// extra is what a unit of work pays on each day for soft windows, in parts: who enters one pays for all units of
// the task, wherever they lie. A task that works for several lots pays in one of them. Nil if there is nothing to pay.
func (f *batcher) extra(r int32, users []int32) []int64 {
	if f.level != model.Late || slices.ContainsFunc(users, func(task int32) bool { return !f.pays(task, r) }) {
		return nil
	}
	least := slices.Repeat([]int64{impossible}, int(f.ties.m.Horizon))
	prices := make([]int64, len(least))
	for _, task := range users {
		f.entryPrices(task, prices)
		work := workOf(&f.ties.m.Tasks[task], r)
		for day, price := range prices {
			least[day] = min(least[day], price*unit/work)
		}
	}
	return least
}

// pays reports whether a task could enter a soft window and would pay for it in the lot of a resource: the first that
// it needs.
func (f *batcher) pays(task, r int32) bool {
	t := &f.ties.m.Tasks[task]
	if len(t.Softs) == 0 {
		return false
	}
	first := slices.IndexFunc(t.Demands, func(d model.Demand) bool {
		return f.isPriced[d.Resource] && d.Amount > 0
	})
	return t.Demands[first].Resource == r
}

// entryPrices are what a task pays at least for being at work on each day, in hundredths of a day of lateness: the first
// window that it enters of a set decides, whichever that is.
func (f *batcher) entryPrices(task int32, prices []int64) {
	m := f.ties.m
	clear(prices)
	for _, soft := range m.Tasks[task].Softs {
		windows := m.Softs[soft].Windows
		least := int64(impossible)
		for _, w := range windows {
			least = min(least, max(0, w.Price))
		}
		for _, w := range windows {
			for day := max(0, w.From); day < min(w.To, m.Horizon); day++ {
				prices[day] += least
			}
		}
	}
}
