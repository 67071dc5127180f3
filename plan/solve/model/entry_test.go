package model_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/solve/model"
)

// TestEntries: a start is in an entry if Evaluate has a window paid for, and the price is the same.
func TestEntries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const horizon = 20
		var s model.Soft
		for day := rapid.Int32Range(-3, 4).Draw(t, "first"); day < horizon; {
			to := day + rapid.Int32Range(1, 6).Draw(t, "days")
			s.Windows = append(s.Windows, model.SoftWindow{From: day, To: to, Price: rapid.Int64Range(-1, 3).Draw(t, "price")})
			day = to + rapid.Int32Range(1, 5).Draw(t, "between")
		}
		worked := rapid.SliceOfN(rapid.Bool(), horizon, horizon).Draw(t, "worked")
		m := &model.Model{
			Horizon:   horizon,
			Calendars: []model.Calendar{model.NewCalendar(worked)},
			Softs:     []model.Soft{s},
			Tasks:     []model.Task{{Days: rapid.Int32Range(0, 4).Draw(t, "work"), Softs: []int32{0}}},
		}
		entries := m.Entries(0, 0)
		for x := int32(0); x <= horizon && m.Finish(0, x) != model.Never; x++ {
			var got model.Value
			for _, e := range entries {
				if e.From <= x && x <= e.To {
					got = paid(got, e.Price)
				}
			}
			want := m.Evaluate([]int32{x})
			want[model.Starts] = 0
			if got != want {
				t.Fatalf("a start on day %d costs %v, want %v; entries %v", x, got, want, entries)
			}
		}
	})
}

// paid adds the price of a window.
func paid(v model.Value, price int64) model.Value {
	if price < 0 {
		v[model.Unpriced]++
	} else {
		v[model.Late] += price
	}
	return v
}
