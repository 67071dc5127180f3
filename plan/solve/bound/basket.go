package bound

// basket is what was bought for a lot so far: the cheapest units there were, the dearest of them first. No more is
// bought than can have begun: after each day the dearest units beyond that are given back. What is kept is always the
// cheapest choice, for the limits of later days include those of earlier ones.
type basket struct {
	lot    *lot
	price  []int64
	units  []bundle // a heap
	paid   int64
	bought int64
	until  int32 // boundary up to which days were offered
}

// bundle are units of a day.
type bundle struct {
	price, amount int64
	day           int32
}

func (k *basket) begin(l *lot, price []int64) {
	*k = basket{lot: l, price: price, units: k.units[:0]}
}

// isDone reports whether all the work has been bought.
func (k *basket) isDone() bool { return k.bought == k.lot.work }

// upTo buys what is cheapest before the last boundary at which the goals add no more than a cost, and counts the days
// looked at.
func (k *basket) upTo(cost int64) (days int64) {
	from := k.until
	for k.next() <= cost {
		k.offer(k.until)
		k.until++
	}
	return int64(k.until-from) / 4
}

// next is what the goals add if the work is done a day later; impossible if there is no such day.
func (k *basket) next() int64 {
	if int(k.until) == len(k.price) {
		return impossible
	}
	return k.lot.cost[k.until+1]
}

// offer buys units of a day if they are needed or cheaper than others, and gives those back.
func (k *basket) offer(day int32) {
	most, price, begun := k.lot.most[day], k.price[day], k.lot.begun[day+1]
	if k.lot.extra != nil {
		price += k.lot.extra[day]
	}
	if most == 0 || k.bought == begun && (begun == 0 || price >= k.units[0].price) {
		return
	}
	k.push(bundle{price, most, day})
	k.paid += price * most
	k.bought += most
	for k.bought > begun {
		top := &k.units[0]
		back := min(top.amount, k.bought-begun)
		k.paid -= back * top.price
		k.bought -= back
		if top.amount -= back; top.amount == 0 {
			k.pop()
		}
	}
}

func (k *basket) push(u bundle) {
	k.units = append(k.units, u)
	for i := len(k.units) - 1; i > 0; {
		up := (i - 1) / 2
		if k.units[up].price >= k.units[i].price {
			return
		}
		k.units[up], k.units[i] = k.units[i], k.units[up]
		i = up
	}
}

func (k *basket) pop() {
	last := len(k.units) - 1
	k.units[0] = k.units[last]
	k.units = k.units[:last]
	for i := 0; 2*i+1 < last; {
		kid := 2*i + 1
		if kid+1 < last && k.units[kid+1].price > k.units[kid].price {
			kid++
		}
		if k.units[i].price >= k.units[kid].price {
			return
		}
		k.units[i], k.units[kid] = k.units[kid], k.units[i]
		i = kid
	}
}
