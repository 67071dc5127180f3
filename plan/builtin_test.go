package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
)

func TestBuiltInCalendars(t *testing.T) {
	days := []struct {
		what string
		day  calendar.Date
	}{
		{"a Wednesday", calendar.MustOf(2027, 3, 10)},
		{"a Saturday", calendar.MustOf(2027, 3, 13)},
		{"St Patrick's Day", calendar.MustOf(2027, 3, 17)},
		{"Easter Monday", calendar.MustOf(2027, 3, 29)},
		{"the Scottish August holiday", calendar.MustOf(2027, 8, 2)},
	}
	want := map[string][]bool{
		plan.Weekdays:                {true, false, true, false, true},
		plan.WeekdaysScotland:        {true, false, true, true, false},
		plan.WeekdaysNorthernIreland: {true, false, false, false, true},
		plan.EveryDay:                {true, true, true, true, true},
	}
	var p plan.Plan
	for _, id := range plan.BuiltInCalendars() {
		rule, ok := p.WorkingCalendar(id)
		if !ok {
			t.Fatalf("there is no calendar %q", id)
		}
		for i, d := range days {
			if rule.Works(d.day) != want[id][i] {
				t.Errorf("%s works %s: %v", id, d.what, !want[id][i])
			}
		}
	}
}

func TestCalendarOfThePlanComesFirst(t *testing.T) {
	var p plan.Plan
	p.Calendars.Add(plan.Weekdays, &plan.Calendar{Working: &calendar.Rule{Workdays: calendar.EveryDay}})
	p.Calendars.Add("board", &plan.Calendar{Meeting: &plan.Meeting{Slots: 2}})
	if rule, ok := p.WorkingCalendar(plan.Weekdays); !ok || rule.Workdays != calendar.EveryDay {
		t.Errorf("the plan's own weekdays were passed over: %v, %v", rule, ok)
	}
	if _, ok := p.WorkingCalendar("board"); ok {
		t.Error("a meeting calendar was taken for a working one")
	}
	if _, ok := p.MeetingCalendar(plan.EveryDay); ok {
		t.Error("a working calendar was taken for a meeting one")
	}
	if meeting, ok := p.MeetingCalendar("board"); !ok || meeting.Slots != 2 {
		t.Errorf("the board has %v, %v", meeting, ok)
	}
}

func TestThresholdOf(t *testing.T) {
	var p plan.Plan
	builtIn, ok := p.ThresholdOf("")
	if !ok || builtIn.ID != plan.GoodsAndServices {
		t.Fatalf("no default threshold: %v", builtIn)
	}
	var amounts []string
	for _, day := range []calendar.Date{calendar.MustOf(2023, 12, 31), calendar.MustOf(2025, 12, 31), calendar.MustOf(2026, 1, 1)} {
		amounts = append(amounts, builtIn.Amount.On(day).String())
	}
	if diff := cmp.Diff([]string{"0", "139688", "135018"}, amounts); diff != "" {
		t.Error(diff)
	}
	p.Thresholds.Add(plan.GoodsAndServices, &plan.Threshold{Source: "ours"})
	if own, _ := p.ThresholdOf(plan.GoodsAndServices); own.Source != "ours" {
		t.Error("the plan's own threshold was passed over")
	}
	if _, ok := p.ThresholdOf("works"); ok {
		t.Error("there is a threshold that nobody defined")
	}
}
