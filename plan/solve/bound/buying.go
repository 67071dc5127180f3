package bound

import "epr/plan/solve/model"

// buying is the search for prices of resources at which batches buy dear. Each batch buys the days that are cheapest
// for it, dropping work and taking it up again as it likes, and pays for the lateness of its goals besides:
//
//	value of a schedule ≥ Σ over batches of the least (own cost + prices paid) - Σ of price × capacity.
//
// The bound is that of prices for chains of work, with two differences. What is late when any of several chains is late
// waits for all of them, and no batch takes more of a day than there is. In return a batch looks at each resource on
// its own: the work of one has to be done by some day for the goals to cost so much, but not before that of another.
type buying struct {
	ascent
	fixed   int64 // what goals add that wait for nothing that is priced, in parts
	batches []*batch
	baskets []basket // of the lots of the batch at hand
	steps   int64
}

func newBuying(p *Pricer, o PriceOptions) *buying {
	m := p.ties.m
	f := newBatcher(p.ties, p.bounds, p.short, o.Level)
	b := &buying{baskets: make([]basket, len(p.short))}
	b.batches, b.fixed = f.batches()
	b.steps = f.steps
	tariffs := make([]*tariff, len(m.Resources))
	for _, r := range p.short {
		tariffs[r] = b.newTariff(m, r)
	}
	b.ascent = newAscent(tariffs, o.Target)
	return b
}

// run looks for good prices.
func (b *buying) run(o PriceOptions) {
	for round := 0; round < rounds && len(b.batches) > 0 && b.steps < o.Steps && !b.stands(); round++ {
		if b.proved() >= o.Target || o.Stop != nil && o.Stop() {
			return
		}
		b.note(b.look(), round == 0)
		b.adjust()
	}
}

// newTariff is the tariff of a resource for the batches.
func (b *buying) newTariff(m *model.Model, r int32) *tariff {
	open, work := make([]bool, m.Horizon), int64(0)
	for _, batch := range b.batches {
		for _, l := range batch.lots {
			if l.resource != r {
				continue
			}
			work += l.work
			for day, most := range l.most {
				open[day] = open[day] || most > 0
			}
		}
	}
	return newTariff(m, r, open, work)
}

// look lets every batch buy at the current prices, and works out the value.
func (b *buying) look() int64 {
	value := b.fixed - b.post()
	for _, batch := range b.batches {
		paid, own := b.buy(batch, impossible)
		value = min(value+paid, mostSum)
		b.buy(batch, own)
		for k, l := range batch.lots {
			for _, u := range b.baskets[k].units {
				b.tariffs[l.resource].used[u.day] += u.amount
			}
		}
	}
	return value
}

// buy finds out what a batch pays at least, prices included, and what of it is its own cost. It looks at own costs up
// to the most given, and leaves in the baskets what is bought at the last one.
func (b *buying) buy(batch *batch, most int64) (paid, own int64) {
	paid, own = impossible, impossible-1
	cost := batch.base
	for k := range batch.lots {
		l := &batch.lots[k]
		b.baskets[k].begin(l, b.tariffs[l.resource].price)
		cost = max(cost, l.cost[0])
	}
	for cost <= most && cost < paid {
		price, next, isDone := int64(0), int64(impossible), true
		for k := range batch.lots {
			basket := &b.baskets[k]
			b.steps += basket.upTo(cost)
			price += basket.paid
			isDone = isDone && basket.isDone()
			next = min(next, basket.next())
		}
		if isDone && cost+price < paid {
			paid, own = cost+price, cost
		}
		cost = next
	}
	return paid, own
}
