package bound

import (
	"math/bits"

	"epr/plan/solve/model"
)

// tariff is the price of a resource's time, another one each day.
type tariff struct {
	m        *model.Model
	capacity []int64 // of each day on which some user can work, else 0
	price    []int64 // of each day, for a unit of the resource
	kept     []int64 // the best prices so far
	used     []int64 // of each day
	way      []int64 // where each price is going, in parts of wayUnit of the largest capacity
	scale    int64   // the largest capacity
	most     int64   // no price is higher: all prices together stay within 64 bits
	posted   [][]int64
}

const wayUnit = 1 << 12

// newTariff is the tariff of a resource that can be used on open days, with what all that pay for it use. At
// first nothing has a price.
func newTariff(m *model.Model, resource int32, open []bool, work int64) *tariff {
	t := &tariff{m: m, capacity: make([]int64, m.Horizon), scale: 1, posted: make([][]int64, len(m.Calendars))}
	for day, capacity := range m.Resources[resource].Capacity {
		if open[day] {
			t.capacity[day] = int64(capacity)
			work += int64(capacity)
			t.scale = max(t.scale, int64(capacity))
		}
	}
	t.price, t.kept = make([]int64, m.Horizon), make([]int64, m.Horizon)
	t.used, t.way = make([]int64, m.Horizon), make([]int64, m.Horizon)
	t.most = (1 << 56) / max(1, work)
	for i := range m.Tasks {
		if c := m.Tasks[i].Calendar; t.posted[c] == nil && uses(&m.Tasks[i], resource) {
			t.posted[c] = make([]int64, m.Horizon+1)
		}
	}
	return t
}

// begin begins with the best prices of another tariff of the resource.
func (t *tariff) begin(before *tariff) {
	for day, price := range before.kept {
		t.price[day] = min(price, t.most)
	}
}

// post adds up the prices day by day, for each calendar that users work in, and forgets what was used.
func (t *tariff) post() {
	clear(t.used)
	for c, sum := range t.posted {
		if sum == nil {
			continue
		}
		calendar := &t.m.Calendars[c]
		for day := range t.m.Horizon {
			sum[day+1] = sum[day]
			if calendar.Works(day) {
				sum[day+1] += t.price[day]
			}
		}
	}
}

// givenBack is what all the capacity would cost.
func (t *tariff) givenBack() int64 {
	sum := int64(0)
	for day, price := range t.price {
		sum += price * t.capacity[day]
	}
	return sum
}

// use notes the days that a task takes.
func (t *tariff) use(c *model.Calendar, from, to, amount int32) {
	for _, day := range c.D[c.W[from]:c.W[to]] {
		t.used[day] += int64(amount)
	}
}

func (t *tariff) keep() { copy(t.kept, t.price) }

func (t *tariff) goBack() {
	copy(t.price, t.kept)
	clear(t.way)
}

// turn turns the way of the prices towards what is asked for too much, and returns the square of its length.
func (t *tariff) turn() int64 {
	length := int64(0)
	for day := range t.way {
		more := (t.used[day] - t.capacity[day]) * wayUnit / t.scale
		if t.price[day] == 0 {
			more = max(more, 0)
		}
		t.way[day] = (7*t.way[day] + 3*more) / 10
		length += t.way[day] * t.way[day]
	}
	return length
}

// move changes the prices.
func (t *tariff) move(by, length int64) {
	for day, way := range t.way {
		if way != 0 {
			change := mulDiv(by, way*wayUnit, length) / t.scale
			t.price[day] = min(max(0, t.price[day]+change), t.most)
		}
	}
}

// mulDiv is a × b / c, as near to zero as that is not a whole number, and at most what 62 bits hold. a must not be
// negative, c be positive.
func mulDiv(a, b, c int64) int64 {
	const most = 1 << 62
	sign := int64(1)
	if b < 0 {
		sign, b = -1, -b
	}
	high, low := bits.Mul64(uint64(a), uint64(b))
	if high >= uint64(c) {
		return sign * most
	}
	q, _ := bits.Div64(high, low, uint64(c))
	return sign * int64(min(q, most))
}
