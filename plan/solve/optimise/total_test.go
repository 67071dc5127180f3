package optimise

import (
	"testing"

	"epr/plan/solve/lcg"
	"epr/plan/solve/model"
)

// A bound from outside that is made of prices of soft windows is no news to the engine: held to what is reached, it still
// has the schedule there is.
func TestHoldPaidFor(t *testing.T) {
	for _, price := range []int64{50, 1<<31 + 1} { // the second is more than a sum in its units holds
		holdPaidFor(t, price)
	}
}

func holdPaidFor(t *testing.T, price int64) {
	const horizon = 4
	m := &model.Model{
		Horizon:   horizon,
		Calendars: []model.Calendar{model.EveryDay(horizon)},
		Domains:   []model.Domain{model.AnyDay(horizon), model.NewDomain(make([]bool, horizon+1))},
		Softs:     []model.Soft{{Windows: []model.SoftWindow{{From: 0, To: horizon, Price: price}}}},
		Tasks:     []model.Task{{Days: 2, Latest: horizon, Strict: 1, Softs: []int32{0}}},
		Goals:     []model.Goal{{Members: []int32{0}, Announced: model.Never, By: 2, Weight: 1}},
	}
	g := model.NewGraph(m)
	w, _ := model.FindWindow(m, g)
	for _, pays := range []bool{false, true} {
		o := newOptimiser(m, g, w, []int32{0}, Options{Bound: model.Value{model.Late: price}})
		o.begin(model.Late)
		if pays {
			o.pay()
		}
		o.raise()
		o.hold(model.Late)
		if got := o.entire.solver.Search(nil, 10, 1000); got != lcg.Found {
			t.Errorf("price %d, paid %v: the search ended with %d, want %d: there is the schedule given", price, pays, got, lcg.Found)
		}
	}
}

// A value between two of the variable is above the one and below the other, and no value is beyond what it holds.
func TestTotal(t *testing.T) {
	level := total{unit: 100, rest: 50}
	for _, tt := range []struct {
		value       int64
		most, least int32
	}{
		{0, -1, 0},
		{49, -1, 0},
		{50, 0, 0},
		{149, 0, 1},
		{150, 1, 1},
		{151, 1, 2},
		{1 << 50, lcg.MostSum, lcg.MostSum},
	} {
		if most, least := level.most(tt.value), level.least(tt.value); most != tt.most || least != tt.least {
			t.Errorf("%d: at most %d, at least %d, want %d and %d", tt.value, most, least, tt.most, tt.least)
		}
	}
}
