package plan_test

import (
	"testing"

	"epr/calendar"
	"epr/plan"
)

func TestCostOf(t *testing.T) {
	day := calendar.MustOf
	p := plan.Programme{CostOfDelay: plan.Dated{
		{From: day(2027, 1, 1), Is: 310_000 * plan.One}, {From: day(2027, 2, 15), Is: 560_000 * plan.One},
	}}
	for _, tt := range []struct {
		rule     string
		from, to calendar.Date
		want     plan.Hundredths
	}{
		{"a day of January is a 31st", day(2027, 1, 5), day(2027, 1, 5), 10_000 * plan.One},
		{"nothing is charged before the first amount", day(2026, 12, 20), day(2027, 1, 1), 10_000 * plan.One},
		{"a month costs its amount", day(2027, 1, 1), day(2027, 1, 31), 310_000 * plan.One},
		{"a new amount counts from its day", day(2027, 2, 15), day(2027, 2, 28), 280_000 * plan.One},
		{"no day costs nothing", day(2027, 2, 2), day(2027, 2, 1), 0},
	} {
		if got, ok := p.CostOf(calendar.Span{From: tt.from, To: tt.to}); got != tt.want || !ok {
			t.Errorf("%s: %s, %v, want %s", tt.rule, got, ok, tt.want)
		}
	}
	if _, ok := (&plan.Programme{}).CostOf(calendar.Span{From: 1, To: 2}); ok {
		t.Error("a plan without a cost of delay has one")
	}
}
