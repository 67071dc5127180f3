package forecast_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
	"epr/plan/plantest"
	"epr/plan/plantest/scheduled"
)

// The models of these tests begin on this day, which is a Monday, and work every day.
var firstDay = calendar.MustOf(2027, 1, 4)

const everyDay = `
[programme]
name = "Test"
start = 2027-01-04
end = 2029-12-31
calendar = "every-day"
`

const manyRuns = 100_000

// forecastOf forecasts a small model many times over.
func forecastOf(t *testing.T, model string, o forecast.Options) (*plan.Network, *forecast.Forecast) {
	t.Helper()
	n := plantest.ExpandText(t, model)
	f, err := forecast.Run(n, scheduled.Quick(t, n), o)
	if err != nil {
		t.Fatal(err)
	}
	return n, f
}

// within compares an outcome with its exact distribution: nowhere may they differ by more than chance does,
// which at so many replications is four standard deviations, 2/√n at most; and the P50 and the P80 may not
// be days that are too unlikely to be those.
func within(t *testing.T, what string, exact chances, d *forecast.Dates) {
	t.Helper()
	tolerance := 2 / math.Sqrt(manyRuns)
	if got := exact.differs(d, firstDay); got > tolerance {
		t.Errorf("%s: differs from the exact distribution by %.4f, more than %.4f", what, got, tolerance)
	}
	for _, percent := range []int{50, 80} {
		day, ok := d.At(percent)
		n := int(day-firstDay) + 1
		if share := float64(percent) / 100; !ok || exact.upTo(n) < share-tolerance || exact.upTo(n-1) > share+tolerance {
			t.Errorf("%s: P%d is day %d, by which %.4f are finished, and %.4f the day before", what, percent, n, exact.upTo(n), exact.upTo(n-1))
		}
	}
}

func TestChainIsTheSumOfItsWork(t *testing.T) {
	for _, meaning := range []plan.RangeMeaning{plan.Percentiles, plan.Limits} {
		_, f := forecastOf(t, everyDay+fmt.Sprintf(`
[forecast]
ranges = "%s"
[activity.a]
kind = "build"
days = { low = 10, likely = 15, high = 30 }
[activity.b]
kind = "build"
days = { low = 4, likely = 5, high = 9 }
after = ["a"]
[activity.c]
kind = "build"
days = { low = 1, likely = 2, high = 8 }
after = ["b"]
`, meaning), forecast.Options{Runs: manyRuns})
		exact := daysOf(10, 15, 30, meaning).plus(daysOf(4, 5, 9, meaning)).plus(daysOf(1, 2, 8, meaning))
		within(t, meaning.String(), exact, f.Programme.Dates)
	}
}

func TestMergeIsTheLatest(t *testing.T) {
	var model strings.Builder
	model.WriteString(everyDay)
	exact := point(0)
	for i := range 6 {
		low, likely, high := 5+i, 20-i, 25+2*i
		fmt.Fprintf(&model, "[activity.w%d]\nkind = \"build\"\ndays = { low = %d, likely = %d, high = %d }\n", i, low, likely, high)
		exact = exact.latest(daysOf(float64(low), float64(likely), float64(high), plan.Percentiles))
	}
	model.WriteString("[activity.merged]\nkind = \"milestone\"\nafter = [\"w0\", \"w1\", \"w2\", \"w3\", \"w4\", \"w5\"]\n")
	_, f := forecastOf(t, model.String(), forecast.Options{Runs: manyRuns})
	within(t, "the milestone", exact, f.Outcomes[0].Dates)
}

func TestRiskHitsAllItsWorkAtOnce(t *testing.T) {
	_, f := forecastOf(t, everyDay+`
[activity.a]
kind = "build"
days = { low = 5, likely = 10, high = 12 }
[activity.b]
kind = "build"
days = 5
after = ["a"]
[activity.c]
kind = "build"
days = 5
after = ["b"]
[activity.d]
kind = "build"
days = 5
after = ["c"]
[risk.supplier]
cause = "c"
event = "e"
effect = "e"
owner = "o"
current = { consequence = 3, likelihood = 3 }
probability = 0.35
hits = ["b", "c", "d"]
delay = { low = 4, likely = 6, high = 14 }
`, forecast.Options{Runs: manyRuns})
	without := daysOf(5, 10, 12, plan.Percentiles).plus(point(15))
	// The shared draw is rounded alike for all three. It is hardly ever below half a day.
	delay := daysOf(4, 6, 14, plan.Percentiles)
	exact := without.plus(delay.times(3)).or(0.35, without)
	within(t, "the programme", exact, f.Programme.Dates)

	cost := f.Risks[0]
	if cost.Occurs != 3500 {
		t.Errorf("the risk happens in %d of 10,000 replications, want 3,500", cost.Occurs)
	}
	wantMean := 0.0
	for n, p := range delay {
		wantMean += 0.35 * p * 3 * float64(n)
	}
	if got := float64(cost.Now.Mean) / 100; math.Abs(got-wantMean) > 0.05 {
		t.Errorf("the risk costs %.2f days on average, want %.2f", got, wantMean)
	}
}

func TestMissedWindowCostsTheWholeCliff(t *testing.T) {
	n, f := forecastOf(t, everyDay+`
[activity.build]
kind = "build"
days = { low = 20, likely = 30, high = 45 }
[activity.live]
kind = "go-live"
days = 2
after = ["build"]
[blackout.winter]
from = 2027-02-15
to = 2027-06-30
effect = "forbid"
blocks = ["go-live"]
`, forecast.Options{Runs: manyRuns})
	// The go-live is in time if the build takes 40 days or less: 4 January + 40 + 2 is 14 February.
	build := daysOf(20, 30, 45, plan.Percentiles)
	landing := f.Landings[0]
	if n.Activities[landing.Activity].ID != "live" || len(landing.Windows) != 2 {
		t.Fatalf("landing table %+v", landing)
	}
	want := 1 - build.upTo(40)
	if got := float64(landing.Missed) / 10_000; math.Abs(got-want) > 4*math.Sqrt(want*(1-want)/manyRuns) {
		t.Errorf("the window is missed with a chance of %.4f, want %.4f", got, want)
	}
	second := landing.Windows[1]
	if second.Open.From != calendar.MustOf(2027, 7, 1) || second.Median != calendar.MustOf(2027, 7, 2) || second.Weeks != 21 {
		t.Errorf("after the window it lands %+v", second)
	}
	if b := landing.Windows[0].Closed; b == nil || b.ID != "winter" {
		t.Errorf("the first window is ended by %+v", b)
	}
}

func TestAttemptsAreGeometric(t *testing.T) {
	for _, c := range []struct {
		name, attempts string
		again, most    int
	}{
		{"again as long as at first", "{ pass = 0.6 }", 20, 4},
		{"again shorter", "{ pass = 0.6, again = 7, most = 3 }", 7, 3},
	} {
		_, f := forecastOf(t, everyDay+`
[activity.load]
kind = "migration"
days = 20
attempts = `+c.attempts+"\n", forecast.Options{Runs: manyRuns})
		exact := make(chances, 20+c.again*(c.most-1)+1)
		left := 1.0
		for k := range c.most {
			p := 0.6
			if k == c.most-1 {
				p = 1
			}
			exact[20+k*c.again] += left * p
			left *= 1 - p
		}
		within(t, c.name, exact, f.Programme.Dates)
	}
}

func TestRefusedGatesGoToALaterMeeting(t *testing.T) {
	_, f := forecastOf(t, everyDay+`
[calendar.board]
dates = [2027-02-01, 2027-03-01, 2027-03-08, 2027-04-05, 2027-05-03, 2027-06-07]
[activity.decide]
kind = "gate"
meets = "board"
attempts = { pass = 0.5, again = 10, most = 3 }
`, forecast.Options{Runs: manyRuns})
	got := fmt.Sprint(f.Outcomes[0].Dates.Curve())
	// Ten days after 1 March no papers could be ready for 8 March.
	want := "[{2027-02-01 5000} {2027-03-01 7500} {2027-04-05 10000}]"
	if got != want {
		t.Errorf("the gate passes on %s, want %s", got, want)
	}
}

func TestClosedDaysPutWorkOff(t *testing.T) {
	_, f := forecastOf(t, everyDay+`
[activity.train]
kind = "training"
days = 10
[risk.strike]
cause = "c"
event = "e"
effect = "e"
owner = "o"
current = { consequence = 3, likelihood = 3 }
probability = 0.25
[risk.strike.closes]
from = 2027-01-07
to = 2027-01-26
days = 5
blocks = ["training"]
`, forecast.Options{Runs: manyRuns})
	// Ten days from 4 to 13 January. A strike begins on any day from 7 to 22 January alike: on the first
	// seven of those sixteen it stops five days of work.
	exact := point(15).or(0.25*7/16, point(10))
	within(t, "paused", exact, f.Programme.Dates)
}

func TestMaximumLagsBreakWhenWhatTheyWaitForIsLate(t *testing.T) {
	const model = everyDay + `
[activity.build]
kind = "build"
days = { low = 20, likely = 30, high = 45 }
[activity.train]
kind = "training"
days = 6
within = { before = "live", days = 12 }
[activity.brief]
kind = "training"
days = 10
[activity.live]
kind = "go-live"
days = 1
after = ["build", "train", { step = "brief", done = 0.5, within = 20 }]
`
	n := plantest.ExpandText(t, model)
	s := scheduled.Quick(t, n)
	f, err := forecast.Run(n, s, forecast.Options{Runs: manyRuns})
	if err != nil {
		t.Fatal(err)
	}
	train, _ := s.Find("train")
	brief, _ := s.Find("brief")
	build := daysOf(20, 30, 45, plan.Percentiles)
	// The go-live starts when the build is done; half of the briefing takes five days.
	want := map[string]float64{
		"train": 1 - build.upTo(int(train.Start-firstDay)+12),
		"brief": 1 - build.upTo(int(brief.Start-firstDay)+5+20),
	}
	for _, b := range f.Breaks {
		other := n.Activities[b.Link.From].ID
		if got := float64(b.Share) / 10_000; b.Rule != "within" || math.Abs(got-want[other]) > 0.007 {
			t.Errorf("the maximum lag from %q is exceeded with a chance of %.4f, want %.4f", other, got, want[other])
		}
		delete(want, other)
	}
	if len(want) > 0 {
		t.Errorf("nothing is said of the maximum lags %v, breaks %+v", want, f.Breaks)
	}
}
