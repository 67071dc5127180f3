package forecast_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/forecast"
)

// failer is what fails a test of either kind.
type failer interface {
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

// sameAsPlanned checks that a forecast of what is certain is the schedule, to the day.
func sameAsPlanned(t failer, c drawnCase) {
	f, err := forecast.Run(c.net, c.schedule, forecast.Options{Runs: 100})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range append(f.Outcomes, f.Programme) {
		first, _ := o.Dates.At(0)
		last, ok := o.Dates.At(100)
		if !ok || first != o.Planned || last != o.Planned {
			t.Errorf("%s is planned for %s, forecast for %s to %s (%v)", o.ID, o.Planned, first, last, ok)
		}
	}
	if len(f.Breaks) > 0 || f.Beyond > 0 || f.Price != 0 {
		t.Errorf("nothing is uncertain, but the forecast has breaks %+v, %d beyond, a price of %s", f.Breaks, f.Beyond, f.Price)
	}
	played, err := forecast.Play(c.net, c.schedule, forecast.Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	for k, row := range played[0].Schedule.Rows {
		if row != c.schedule.Rows[k] {
			t.Errorf("%v is planned, %v played", c.schedule.Rows[k], row)
		}
	}
}

func TestWhatIsCertainIsTheSchedule(t *testing.T) {
	c := example(t)
	c.net = certain(c.net)
	sameAsPlanned(t, c)
	rapid.Check(t, func(t *rapid.T) { sameAsPlanned(t, drawn(t, false)) })
}
