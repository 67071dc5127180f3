package bound

import "epr/plan/solve/model"

// PriceOptions say what to price and how hard to try.
type PriceOptions struct {
	Level model.Level // the level of the objective to bound
	// Target is what a known schedule reaches at the level. Prices beyond it are of no use.
	Target int64
	Steps  int64 // effort: starts looked at, and as many for promises as a whole
	// Stop is asked now and then whether to end early; nil for never.
	Stop func() bool
}

// Priced is what prices prove and suggest.
type Priced struct {
	Value int64 // no schedule has less at the level
	// Orders are starts that the prices suggest, the last ones with the best prices. They break rules, but
	// to make a schedule in their order is a good beginning.
	Orders [][]int32
	Steps  int64
}

// Pricer bounds levels of one model by prices. Levels can be priced side by side.
type Pricer struct {
	ties   *ties
	bounds Bounds
	short  []int32 // resources
}

// NewPricer prepares the pricing of a model with the bounds that [Find] has found.
func NewPricer(m *model.Model, g *model.Graph, w *model.Window, b Bounds) *Pricer {
	t := newTies(model.Usable(m), g, w)
	return &Pricer{t, b, shortOf(t)}
}

// Price bounds a level by prices. Every team and every board asks a price for its time, another one each
// day or at each meeting, and gets back what all its capacity would cost. Whoever pays need not ask
// whether there is room, so that each chain of work takes the cheapest days for itself, on its own. No
// schedule does better:
//
//	value of a schedule ≥ Σ over chains of the least (own value + prices paid) - Σ of price × capacity,
//
// because a schedule uses no more than there is: what it pays is at most what is given back. That holds for
// any prices from 0 up, and the certificate is the list of prices. They are found by raising those of what
// is asked for too much and lowering the others (Held and Karp 1971; for schedules Christofides,
// Alvarez-Valdes and Tamarit 1987). Of lateness, where a promise to several trusts is broken by whichever comes
// last, all that a promise waits for is also priced together.
func (p *Pricer) Price(o PriceOptions) Priced {
	q := pricing{pricer: p, options: o, best: p.bounds.Value[o.Level], priced: make([]bool, len(p.ties.m.Resources))}
	steps := int64(0)
	if o.Level == model.Announced || o.Level == model.Late {
		b := newBuying(p, o)
		b.run(o)
		q.best, steps = max(q.best, b.proved()), b.steps
	}
	for _, r := range p.short {
		if !q.done() && q.add(r) && q.forest.size() > small {
			q.run()
		}
	}
	if q.forest != nil && q.forest.size() <= small {
		q.run()
	}
	return Priced{Value: min(q.best, max(o.Target, p.bounds.Value[o.Level])), Orders: q.orders, Steps: q.steps + steps}
}

const (
	// rounds is how often prices are changed before another resource is priced as well.
	rounds = 300
	// small is the number of starts up to which resources are taken on together.
	small = 25_000
	// every is the number of rounds after which an order of work is suggested.
	every = 5
)

// pricing is the search for good prices. It begins with one resource, and takes on another when prices have
// settled.
type pricing struct {
	ascent
	pricer  *Pricer
	options PriceOptions
	priced  []bool
	forest  *forest
	steps   int64
	best    int64   // that is proved, in days
	mean    []int64 // of the starts chosen lately, in parts of meanUnit
	orders  [][]int32
}

// add takes on a resource. It reports false if there is no effort left for it, or if work has no day left.
func (q *pricing) add(r int32) bool {
	p, level := q.pricer, q.options.Level
	q.priced[r] = true
	isNode := p.ties.nodes(q.priced, level)
	if q.steps+p.ties.starts(isNode)*rounds > q.options.Steps {
		q.priced[r] = false
		return false
	}
	f := newForest(p.ties, isNode, p.bounds, level)
	if f == nil {
		return false
	}
	before := q.tariffs
	q.forest, q.tariffs = f, make([]*tariff, len(q.priced))
	for r, is := range q.priced {
		if is {
			q.tariffs[r] = f.newTariff(int32(r))
			if before != nil && before[r] != nil {
				q.tariffs[r].begin(before[r])
			}
		}
	}
	return true
}

// done reports whether nothing can be gained, or the work is to end.
func (q *pricing) done() bool {
	return q.best >= q.options.Target || q.options.Stop != nil && q.options.Stop()
}

// run looks for good prices of the resources taken on.
func (q *pricing) run() {
	q.ascent, q.mean = newAscent(q.tariffs, q.options.Target), make([]int64, len(q.forest.nodes))
	for round := 0; round < rounds && !q.stands() && !q.done(); round++ {
		q.note(q.look(round), round == 0)
		q.best = max(q.best, q.proved())
		if (round+1)%every == 0 {
			q.orders = append(q.orders, q.forest.complete(func(i int) int32 { return int32(q.mean[i] / meanUnit) }))
		}
		q.adjust()
	}
}

// look lets every chain choose its days at the current prices, and works out the value.
func (q *pricing) look(round int) int64 {
	value := q.forest.fixed - q.post() + q.forest.choose(q.tariffs)
	q.steps += q.forest.size()
	for k := range q.forest.nodes {
		n := &q.forest.nodes[k]
		x := n.starts[n.chosen]
		q.mean[k] += (int64(x)*meanUnit - q.mean[k]) / int64(min(round+1, 20))
		for _, d := range q.pricer.ties.m.Tasks[n.task].Demands {
			if t := q.tariffs[d.Resource]; t != nil {
				t.use(&q.pricer.ties.m.Calendars[q.pricer.ties.m.Tasks[n.task].Calendar], x, n.finish[n.chosen], d.Amount)
			}
		}
	}
	return value
}

const meanUnit = 256
