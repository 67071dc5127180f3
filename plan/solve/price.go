package solve

import (
	"sync"
	"sync/atomic"

	"epr/plan/solve/bound"
	"epr/plan/solve/model"
	"epr/plan/solve/sgs"
)

// search finds a good schedule, and meanwhile has the levels priced that are not proved. Orders of work that
// cheap prices suggest go into the search. With the effort for a first schedule only, that is all it finds.
func (r *run) search() sgs.Result {
	begun := sgs.Begin(r.model, r.graph, r.window, r.searchOptions())
	first := begun.First()
	switch {
	case r.options.Effort == First && len(r.model.Tasks) <= wideTasks:
		return begun.Settle()
	case r.options.Effort == First:
		return begun.Finish(nil) // its steps are spent by then, so that it is justified and no more
	case first.Starts == nil:
		return begun.Finish(nil)
	}
	pricer := bound.NewPricer(r.model, r.graph, r.window, r.bounds)
	var running sync.WaitGroup
	var proved model.Value
	var over atomic.Bool
	running.Go(func() { proved = r.priceAll(pricer, first.Value, over.Load) })
	orders := pricer.Price(bound.PriceOptions{
		Level: model.Finish, Target: first.Value[model.Finish], Steps: r.options.Effort.orderSteps(),
	}).Orders
	found := begun.Finish(orders)
	over.Store(r.stopped)
	running.Wait()
	for level := range proved {
		r.bounds.Value[level] = max(r.bounds.Value[level], proved[level])
	}
	return found
}

// priced are the levels for which prices are of use.
var priced = [...]model.Level{model.Late, model.Finish, model.Starts}

// priceAll bounds levels by prices, given the value of some schedule.
func (r *run) priceAll(pricer *bound.Pricer, value model.Value, stop func() bool) model.Value {
	var proved model.Value
	for _, level := range priced {
		proved[level] = pricer.Price(bound.PriceOptions{
			Level: level, Target: value[level], Steps: r.options.Effort.priceSteps(), Stop: stop,
		}).Value
	}
	return proved
}
