package forecast_test

import (
	"testing"

	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
)

// The price of a delay is the programme's own, however the days are asked for.
func TestPricesAreTheProgrammes(t *testing.T) {
	p := &plan.Programme{CostOfDelay: plan.Dated{
		{From: calendar.MustOf(2027, 1, 1), Is: 500_000_00},
		{From: calendar.MustOf(2027, 5, 17), Is: 333_333_33},
		{From: calendar.MustOf(2028, 2, 29), Is: 10_00},
	}}
	for _, planned := range []calendar.Date{calendar.MustOf(2026, 11, 30), calendar.MustOf(2027, 1, 31), calendar.MustOf(2027, 5, 16)} {
		var days []calendar.Date
		for day := planned + 700; day > planned-3; day -= 7 {
			days = append(days, day)
		}
		for k, got := range forecast.PriceOf(p, planned, days...) {
			want, _ := p.CostOf(calendar.Span{From: planned + 1, To: days[k]})
			if got != want {
				t.Errorf("planned for %s, on %s it costs £%s, want £%s", planned, days[k], got, want)
			}
		}
	}
}

// TestCostAfterAnyDay holds that the cost after the planned day is the price of the forecast, and that a day earlier it
// is more by the cost of that day, since every replication comes later than both.
func TestCostAfterAnyDay(t *testing.T) {
	c := example(t)
	f, programme := ran(t, c), &c.net.Plan.Programme
	if got, ok := f.CostAfter(f.Programme.Planned, programme); !ok || got != f.Price {
		t.Errorf("after the planned day %s, want %s", got, f.Price)
	}
	if f.Programme.Dates.By(f.Programme.Planned) > 0 {
		t.Fatal("some replications are not late, so the rest says nothing")
	}
	from, _ := f.CostAfter(f.Programme.Planned-31, programme)
	month, _ := programme.CostOf(calendar.Span{From: f.Programme.Planned - 30, To: f.Programme.Planned})
	if more := from - f.Price; more < month-2 || more > month+2 { // rounded down for each month
		t.Errorf("31 days earlier it costs %s more, want %s", more, month)
	}
}
