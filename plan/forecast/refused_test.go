package forecast_test

import (
	"testing"

	"epr/plan"
	"epr/plan/forecast"
)

func TestWhatDoesNotBelongTogetherIsRefused(t *testing.T) {
	c := example(t)
	fewer := c.copied()
	fewer.net.Activities = fewer.net.Activities[:10]
	renamed := c.copied()
	renamed.net.Activities[0].ID = "another"
	short := &plan.Schedule{Rows: c.schedule.Rows[1:]}
	other := &plan.Schedule{Rows: append([]plan.Row{{ID: "another"}}, c.schedule.Rows...)}
	for _, test := range []struct {
		name     string
		net      *plan.Network
		schedule *plan.Schedule
		runs     int
		want     string
	}{
		{"no row", c.net, short, 0, `the schedule has no dates for "archive-award": it was made for another plan`},
		{"fewer activities", fewer.net, c.schedule, 0,
			"the plan has 418 activities, its network 10: the network was not made from the plan as it is now"},
		{"another activity", renamed.net, other, 0,
			`the plan has the activity "archive-award" where its network has "another": the network was not made from the plan as it is now`},
		{"too many", c.net, c.schedule, 1_000_001, "a forecast of 1000001 replications was asked for: it takes 1 to 1000000"},
		{"too few", c.net, c.schedule, -1, "a forecast of -1 replications was asked for: it takes 1 to 1000000"},
	} {
		_, err := forecast.Run(test.net, test.schedule, forecast.Options{Runs: test.runs})
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", test.name, err, test.want)
		}
	}
}
