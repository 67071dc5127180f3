package bound

// ascent looks for good prices: those of what is asked for too much rise, the others fall, and when there was no
// gain for long the best so far are taken up again and changed in smaller steps.
type ascent struct {
	tariffs []*tariff // of each resource; nil if it is free
	target  int64     // in days
	value   int64     // at the current prices, in parts
	top     int64     // the best so far, in parts
	factor  int64     // of the step, in parts of stepUnit
	fails   int       // rounds since the last gain or change of step
	barren  int       // changes of step since the last gain
}

const (
	// unit is a weighted day: prices and values are in parts of it.
	unit = 1 << 20
	// stepUnit is a step that would reach the target if all prices agreed (Polyak 1969).
	stepUnit = 1 << 10
	// patience is the number of rounds without gain after which steps are made smaller.
	patience = 20
	// mostBarren is the number of smaller steps without gain after which prices are given up.
	mostBarren = 6
)

func newAscent(tariffs []*tariff, target int64) ascent {
	return ascent{tariffs: tariffs, target: target, factor: stepUnit / 16}
}

// stands reports whether nothing was gained for long.
func (a *ascent) stands() bool { return a.barren >= mostBarren }

// proved is what the best prices prove, in days.
func (a *ascent) proved() int64 { return (a.top + unit - 1) / unit }

// post posts the prices, and returns what all the capacity would cost.
func (a *ascent) post() int64 {
	sum := int64(0)
	for _, t := range a.tariffs {
		if t != nil {
			t.post()
			sum += t.givenBack()
		}
	}
	return sum
}

// note keeps the best prices, and goes back to them with smaller steps when there was no gain for long.
func (a *ascent) note(value int64, first bool) {
	a.value = value
	if value > a.top+unit/2 || first {
		a.fails, a.barren = 0, 0
	} else {
		a.fails++
	}
	if value > a.top || first {
		a.top = value
		a.eachTariff((*tariff).keep)
	}
	if a.fails == patience {
		a.fails, a.barren, a.factor = 0, a.barren+1, a.factor*2/3
		a.eachTariff((*tariff).goBack)
	}
}

func (a *ascent) eachTariff(do func(*tariff)) {
	for _, t := range a.tariffs {
		if t != nil {
			do(t)
		}
	}
}

// adjust changes the prices by what was asked for too much or too little.
func (a *ascent) adjust() {
	norm := int64(0)
	for _, t := range a.tariffs {
		if t != nil {
			norm += t.turn()
		}
	}
	if norm == 0 {
		return
	}
	way := max(a.target*unit-a.value, unit) / stepUnit * a.factor
	a.eachTariff(func(t *tariff) { t.move(way, norm) })
}
