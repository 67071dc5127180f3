package bound

import "epr/plan/solve/model"

// PriceOptions say what to price and how hard to try.
type PriceOptions struct {
	Level model.Level // the level of the objective to bound
	// Target is what a known schedule reaches at the level. Prices beyond it are of no use.
	Target int64
	Steps  int64 // effort: starts looked at
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
	t := newTies(m, g, w)
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
// Alvarez-Valdes and Tamarit 1987).
func (p *Pricer) Price(o PriceOptions) Priced {
	q := pricing{pricer: p, options: o, best: p.bounds.Value[o.Level], priced: make([]bool, len(p.ties.m.Resources))}
	for _, r := range p.short {
		if !q.done() && q.add(r) && q.forest.size() > small {
			q.run()
		}
	}
	if q.forest != nil && q.forest.size() <= small {
		q.run()
	}
	return Priced{Value: min(q.best, max(o.Target, p.bounds.Value[o.Level])), Orders: q.orders, Steps: q.steps}
}

const (
	// unit is a weighted day: prices and values are in parts of it.
	unit = 1 << 20
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
	pricer  *Pricer
	options PriceOptions
	priced  []bool
	forest  *forest
	tariffs []*tariff // of each resource; nil if it is free
	steps   int64

	value  int64   // at the current prices, in parts
	top    int64   // the best at the resources now priced, in parts
	best   int64   // that is proved, in days
	factor int64   // of the step, in parts of stepUnit
	fails  int     // rounds since the last gain or change of step
	barren int     // changes of step since the last gain
	mean   []int64 // of the starts chosen lately, in parts of meanUnit
	orders [][]int32
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
		switch {
		case !is:
		case before == nil:
			q.tariffs[r] = newTariff(p.ties.m, int32(r), f, nil)
		default:
			q.tariffs[r] = newTariff(p.ties.m, int32(r), f, before[r])
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
	q.factor, q.fails, q.barren, q.mean = stepUnit/16, 0, 0, make([]int64, len(q.forest.nodes))
	for round := 0; round < rounds && q.barren < mostBarren && !q.done(); round++ {
		q.look(round)
		q.note(round)
		q.adjust()
	}
}

// look lets every chain choose its days at the current prices, and works out the value.
func (q *pricing) look(round int) {
	q.value = q.forest.fixed
	for _, t := range q.tariffs {
		if t != nil {
			t.post()
			q.value -= t.givenBack()
		}
	}
	q.value += q.forest.choose(q.tariffs)
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
}

const meanUnit = 256

// note keeps the best prices, and goes back to them with smaller steps when there was no gain for long.
func (q *pricing) note(round int) {
	if q.value > q.top+unit/2 || round == 0 {
		q.fails, q.barren = 0, 0
	} else {
		q.fails++
	}
	if q.value > q.top || round == 0 {
		q.top = q.value
		q.best = max(q.best, (q.top+unit-1)/unit)
		q.eachTariff((*tariff).keep)
	}
	if q.fails == patience {
		q.fails, q.barren, q.factor = 0, q.barren+1, q.factor*2/3
		q.eachTariff((*tariff).goBack)
	}
	if (round+1)%every == 0 {
		q.orders = append(q.orders, q.forest.complete(func(i int) int32 { return int32(q.mean[i] / meanUnit) }))
	}
}

// patience is the number of rounds without gain after which steps are made smaller.
const patience = 20

// mostBarren is the number of smaller steps without gain after which prices are given up.
const mostBarren = 6

func (q *pricing) eachTariff(do func(*tariff)) {
	for _, t := range q.tariffs {
		if t != nil {
			do(t)
		}
	}
}

// stepUnit is a step that would reach the target if all prices agreed (Polyak 1969).
const stepUnit = 1 << 10

// adjust changes the prices by what was asked for too much or too little.
func (q *pricing) adjust() {
	norm := int64(0)
	for _, t := range q.tariffs {
		if t != nil {
			norm += t.turn()
		}
	}
	if norm == 0 {
		return
	}
	way := max(q.options.Target*unit-q.value, unit) / stepUnit * q.factor
	for _, t := range q.tariffs {
		if t != nil {
			t.move(way, norm)
		}
	}
}
