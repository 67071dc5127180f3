package forecast_test

import (
	"slices"
	"testing"

	"epr/calendar"
	"epr/plan"
	"epr/plan/forecast"
)

// What a risk costs must be what a forecast of the plan without it says, to the day: the luck is the same.
func TestCostsAreThoseOfPlansWithoutTheRisk(t *testing.T) {
	c := example(t)
	all := ran(t, c)
	for k, risk := range all.Risks {
		if !*long && k%5 > 0 {
			continue
		}
		without := c.copied()
		without.net.Drivers = slices.Delete(without.net.Drivers, k, k+1)
		sameCost(t, risk.Risk.ID+" now", risk.Now, all, ran(t, without))
		if !risk.HasAfter {
			continue
		}
		after := c.copied()
		after.net.Drivers[k].Risk = answered(risk.Risk)
		sameCost(t, risk.Risk.ID+" after its responses", risk.After, ran(t, after), ran(t, without))
	}
}

// answered is a risk all of whose responses are done.
func answered(r *plan.Risk) *plan.Risk {
	done := *r
	done.Responses = plan.Table[plan.Response]{}
	for id, response := range r.Responses.All() {
		response := *response
		response.Done = true
		done.Responses.Add(id, &response)
	}
	return &done
}

func sameCost(t *testing.T, what string, cost forecast.Cost, with, without *forecast.Forecast) {
	t.Helper()
	for percent, got := range map[int]int{50: cost.P50, 80: cost.P80} {
		a, _ := with.Programme.Dates.At(percent)
		b, _ := without.Programme.Dates.At(percent)
		if want := int(a - b); got != want {
			t.Errorf("%s: costs %d days at P%d, want %d", what, got, percent, want)
		}
	}
	if want := without.AllKept - with.AllKept; cost.AllKept != want {
		t.Errorf("%s: all promises would be kept %d more often, want %d", what, cost.AllKept, want)
	}
	if want := with.Price - without.Price; cost.Price != want {
		t.Errorf("%s: costs £%s, want £%s", what, cost.Price, want)
	}
	for k := range with.Promises {
		if want := without.Promises[k].Kept - with.Promises[k].Kept; cost.Promises[k] != want {
			t.Errorf("%s: promise %d would be kept %d more often, want %d", what, k, cost.Promises[k], want)
		}
	}
	most, worst := 0, -1
	for k := range with.Landings {
		if fewer := with.Landings[k].Missed - without.Landings[k].Missed; fewer > most {
			most, worst = fewer, k
		}
	}
	if cost.Missed != most || cost.GoLive != worst {
		t.Errorf("%s: go-live %d would be missed %d less often, want go-live %d and %d", what, cost.GoLive, cost.Missed, worst, most)
	}
}

func TestResponsesLeaveTheSmallerPart(t *testing.T) {
	const risk = `
[activity.work]
kind = "build"
days = 10
[risk.r]
cause = "c"
event = "e"
effect = "e"
owner = "o"
current = { consequence = 3, likelihood = 3 }
probability = 0.8
hits = ["work"]
delay = 20
[risk.r.response.done]
action = "a"
done = true
probability = 0.5
[risk.r.response.dear]
action = "a"
cost = 900
delay = 4
[risk.r.response.weak]
action = "a"
cost = 100
probability = 0.6
delay = 12
`
	_, f := forecastOf(t, everyDay+"cost_of_delay = { per_month = 31 }\n"+risk, forecast.Options{Runs: 1_000})
	got := f.Risks[0]
	if got.Occurs != 5_000 || got.Now.Mean != 1_000 || got.Now.P80 != 20 {
		t.Errorf("as it is: happens %d, costs %s days on average, %d at P80", got.Occurs, got.Now.Mean, got.Now.P80)
	}
	if got.After.Mean != 200 || got.After.P80 != 4 {
		t.Errorf("with all responses: costs %s days on average, %d at P80", got.After.Mean, got.After.P80)
	}
	// A pound a day in January, one and three twenty-eighths in February: half of the time 20 days until
	// 2 February, then half of the time 4.
	if got.Saved != 810 || got.Responses != 1_000_00 || got.Pays {
		t.Errorf("the responses save £%s for £%s, and that pays: %v", got.Saved, got.Responses, got.Pays)
	}
}

func TestWhatCannotBePlayedIsLeftOut(t *testing.T) {
	const head = "cause = \"c\"\nevent = \"e\"\neffect = \"e\"\nowner = \"o\"\ncurrent = { consequence = 3, likelihood = 3 }\n"
	_, f := forecastOf(t, everyDay+`
[calendar.board]
dates = [2027-02-01]
[activity.work]
kind = "build"
days = 10
[activity.finished]
kind = "build"
days = 10
[activity.decide]
kind = "gate"
meets = "board"
[progress.finished]
started = 2027-01-04
finished = 2027-01-04
[risk.a]
`+head+"hits = [\"work\"]\ndelay = 1\n[risk.b]\n"+head+"probability = 0.5\ndelay = 1\n[risk.c]\n"+head+
		"probability = 0.5\nhits = [\"work\"]\n[risk.d]\n"+head+"probability = 0.5\nhits = [\"finished\"]\ndelay = 1\n[risk.e]\n"+head+
		"probability = 0.5\nhits = [\"decide\"]\ndelay = 1\n", forecast.Options{Runs: 100})
	var got []string
	for _, r := range f.Risks {
		got = append(got, r.LeftOut)
	}
	want := []string{
		"its probability is not stated", "the work it hits is not stated", "its delay or stretch is not stated",
		"the work it hits is finished", "it hits only gates and milestones, which take no longer for it",
	}
	if !slices.Equal(got, want) {
		t.Errorf("left out for %q, want %q", got, want)
	}
}

func TestInfluenceOfMergingWork(t *testing.T) {
	n, f := forecastOf(t, everyDay+`
[forecast]
ranges = "limits"
[activity.long]
kind = "build"
days = { low = 10, likely = 20, high = 30 }
[activity.short]
kind = "build"
days = 15
[activity.alone]
kind = "build"
days = { low = 1, likely = 5, high = 9 }
`, forecast.Options{Runs: manyRuns})
	long := daysOf(10, 20, 30, plan.Limits)
	of := func(id string) forecast.Influence { return f.Influences[n.Index(id)] }
	// Two that finish on the same day both decide it, but a chain is followed from one of them.
	if got, want := float64(of("long").Criticality)/10_000, 1-long.upTo(14); got < want-0.005 || got > want+0.005 {
		t.Errorf("the longer work is critical with a chance of %.4f, want %.4f", got, want)
	}
	if got, want := of("short").Criticality, 10_000-of("long").Criticality; got != want {
		t.Errorf("the shorter work is critical in %d of 10,000 replications, want %d", got, want)
	}
	if got := of("alone"); got.Criticality != 0 || got.Cruciality > 150 || got.Cruciality < -150 || got.Sensitivity != 0 {
		t.Errorf("work without influence has %+v", got)
	}
	if got := of("long"); got.Cruciality < 9_700 || got.Mean < 1_998 || got.Mean > 2_002 || got.Deviation < 405 || got.Deviation > 413 {
		t.Errorf("the longer work has %+v", got)
	}
}

func TestPromisesAndWhatTheyNeed(t *testing.T) {
	_, f := forecastOf(t, `
[programme]
name = "Test"
start = 2027-01-04
end = 2028-12-31
[activity.work]
kind = "build"
calendar = "every-day"
days = { low = 10, likely = 20, high = 30 }
by = 2027-01-24
must_by = 2027-01-31
announced = 2027-01-20
[forecast]
ranges = "limits"
`, forecast.Options{Runs: manyRuns})
	days := daysOf(10, 20, 30, plan.Limits)
	for k, want := range []struct {
		kind forecast.PromiseKind
		days int
	}{{forecast.By, 21}, {forecast.MustBy, 28}, {forecast.Announced, 17}} {
		p := f.Promises[k]
		if p.Kind != want.kind || p.Kept < int(10_000*days.upTo(want.days))-40 || p.Kept > int(10_000*days.upTo(want.days))+40 {
			t.Errorf("promise %s is kept with a chance of %d, want %.4f", p.Kind, p.Kept, days.upTo(want.days))
		}
	}
	if f.AllKept != f.Promises[2].Kept { // all of one activity are kept where the earliest is, and that was announced
		t.Errorf("all promises are kept with a chance of %d, what was announced with %d", f.AllKept, f.Promises[2].Kept)
	}
	p80, _ := f.Outcomes[0].Dates.At(80)
	if want := (forecast.Slip{Calendar: int(p80 - calendar.MustOf(2027, 1, 24)), Working: 3}); f.Promises[0].AtP80 != want {
		t.Errorf("P80 is %s, %+v from the promise, want %+v", p80, f.Promises[0].AtP80, want)
	}
	if len(f.Breaks) != 1 || f.Breaks[0].Rule != "must_by" || f.Breaks[0].Share != 10_000-f.Promises[1].Kept {
		t.Errorf("breaks %+v", f.Breaks)
	}
}
