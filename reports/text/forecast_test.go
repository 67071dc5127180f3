package text_test

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"epr/calendar"
	"epr/plan"
	"epr/plan/plantest"
	"epr/plan/plantest/golden"
	"epr/reports"
	"epr/reports/reportstest"
	"epr/reports/text"
)

func TestForecast(t *testing.T) {
	for _, test := range []struct {
		name string
		pack *reports.Pack
		text.Options
	}{
		{"80", forecast(), text.Options{}},
		{"120", forecast(), text.Options{Width: 120}},
		{"200", forecast(), text.Options{Width: 200}},
		{"all", forecast(), text.Options{All: true}},
		{"colour", forecast(), text.Options{Colour: true}},
		{"plain", forecast(), text.Options{Plain: true}},
		{"narrow", forecast(), text.Options{Width: 40}},
		{"northshire-80", reportstest.Pack(), text.Options{}},
		{"certain-80", certain(), text.Options{}},
		{"none-80", lincolnshire(), text.Options{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := text.Forecast(&b, test.pack, test.Options); err != nil {
				t.Fatal(err)
			}
			golden.Compare(t, "forecast-"+test.name+".txt", b.String())
		})
	}
}

func TestForecastWriterFails(t *testing.T) {
	want := errors.New("disk full")
	if err := text.Forecast(failing{want}, forecast(), text.Options{}); !errors.Is(err, want) {
		t.Errorf("got %v, want the writer's error", err)
	}
}

// forecast is the pack of [lincolnshire] with a forecast: of what was promised, one is likely, one doubtful,
// one hopeless and one has happened; one go-live may miss the winter, one may miss the horizon.
func forecast() *reports.Pack {
	p := lincolnshire()
	p.Confidence = reports.Confidence{
		Given: true,
		Method: reports.Method{Runs: 10_000, Seed: 1, Sentence: "10,000 replications of the whole schedule on random numbers of seed 1: " +
			"127 durations drawn from their ranges, triangular with low as P10 and high as P90, 4 of 5 risks played."},
		Short: [3]string{
			"Probably not: the chance that all 4 promises are kept is 31%. The weakest is “Phase 2: departmental systems” with 0% for 30 April 2028.",
			"What costs most is the risk “Too few trainers before winter”: without it the P80 of the programme would be 21 days earlier.",
			"What would help most is the response to “Too few trainers before winter”.",
		},
		AllKept:   plan.Chance{Share: 3_140, Set: true},
		PlanKeeps: reports.Share{N: 4, Of: 4},
		Price:     reports.Pounds{N: 612_345, Set: true},
		Beyond:    30,
	}
	c := &p.Confidence
	c.Programme = prospect("", "LCHG electronic patient record", "2028-10-15", "", -1)
	c.Phases = []reports.Prospect{
		prospect("one", "Phase 1: core record", "2027-04-18", "2027-04-30", 8_420),
		prospect("two", "Phase 2: departmental systems", "2028-05-09", "2028-04-30", 3),
		prospect("three", "Phase 3: community and mental health", "2028-10-15", "", -1),
	}
	c.Dated = []reports.Prospect{
		prospect("two/ulth/pilgrim/go-live", "Go-live, Pilgrim Hospital Boston", "2028-03-04", "2028-03-03", 4_711),
		done(prospect("tender", "Tender published", "2026-07-01", "2026-07-01", 10_000)),
		done(prospect("contract", "Contract signed", "2026-10-02", "2026-09-30", 0)),
	}
	far := &c.Dated[0]
	far.P90, far.P80 = reports.Percentile{Date: plantest.Date("2029-03-31"), Beyond: true}, reports.Percentile{Date: plantest.Date("2028-09-17")}
	c.Promises = []reports.PromiseChance{
		{ID: "two", Name: "Phase 2: departmental systems", Promise: reports.Promise{Date: plantest.Date("2028-06-30"), Kind: reports.MustBy}, Chance: 7_250},
	}
	c.Landings = forecastLandings()
	c.Sensitive = forecastSensitive()
	c.Breaks = []reports.Break{
		{Rule: reports.BreakOutlast, Name: "Old system off", Other: "Old patient administration system", Date: plantest.Date("2028-12-31"), Share: 2_200},
		{Rule: reports.BreakWithin, Name: "Training, Pilgrim Hospital Boston", Other: "Go-live, Pilgrim Hospital Boston", Share: 480},
	}
	p.Evidence.Sentence = "By the rule of the pack the evidence is consistent with amber. EPR Programme Board rated it amber on 18 November 2026."
	forecastRisks(&p.Risks)
	return p
}

func prospect(id, name, planned, promised string, chance int) reports.Prospect {
	x := reports.Prospect{ID: id, Name: name, Planned: plantest.Date(planned), Promise: reports.Promise{Date: plantest.Date(promised), Kind: reports.PromisedBy}}
	x.Chance = plan.Chance{Share: max(chance, 0), Set: chance >= 0}
	later := func(days int) reports.Percentile { return reports.Percentile{Date: x.Planned + calendar.Date(days)} }
	x.P10, x.P50, x.P80, x.P90 = later(-3), later(9), later(28), later(84)
	x.SureFrom, x.SureTo = later(26), later(29)
	x.Reserve = reports.DaysBoth{Calendar: 28, Working: 19, Set: true}
	return x
}

func done(x reports.Prospect) reports.Prospect {
	x.Done = true
	x.P10, x.P50, x.P80, x.P90 = reports.Percentile{Date: x.Planned}, reports.Percentile{Date: x.Planned}, reports.Percentile{Date: x.Planned}, reports.Percentile{Date: x.Planned}
	x.SureFrom, x.SureTo, x.Reserve = x.P80, x.P80, reports.DaysBoth{Set: true}
	return x
}

func forecastLandings() []reports.Landing {
	const winter = "Winter pressures"
	span := func(from, to string) calendar.Span {
		return calendar.Span{From: plantest.Date(from), To: plantest.Date(to)}
	}
	landing := func(name string, missed int) reports.Landing {
		return reports.Landing{Name: name, Missed: missed, Windows: []reports.Window{
			{Open: span("2026-07-01", "2027-11-30"), First: true, Closed: winter, Chance: 10_000 - missed, Planned: true, Median: plantest.Date("2027-10-17"), Weeks: 0},
			{Open: span("2028-03-01", "2028-11-30"), Closed: winter, Chance: missed - missed/10, Median: plantest.Date("2028-03-05"), Weeks: 20, Price: reports.Pounds{N: 2_282_786, Set: true}},
			{Open: span("2029-03-01", "2029-03-31"), Chance: 0},
		}}
	}
	return []reports.Landing{
		landing("Go-live, Pilgrim Hospital Boston", 6_100), landing("Go-live, Lincoln County Hospital", 1_250),
		landing("Go-live, Grantham and District Hospital", 40), landing("Go-live, County Hospital Louth", 12),
		{Name: "Go-live, Community nursing", Windows: []reports.Window{{First: true, Planned: true, Chance: 10_000, Median: plantest.Date("2027-03-07"), Weeks: -2}}},
	}
}

func forecastSensitive() []reports.Sensitive {
	var list []reports.Sensitive
	for k, name := range []string{"Trial load 2", "Integration test (Phase 2)", "Train the wards, Pilgrim Hospital Boston"} {
		list = append(list, reports.Sensitive{ID: fmt.Sprintf("two/activity-%d", k+1), Name: name, Criticality: 8_800 - 900*k, Cruciality: 4_700 - 2_400*k,
			Sensitivity: 3_105 - 1_000*k, Planned: 20 - 19*(k/2), Deviation: 612})
	}
	return list
}

func forecastRisks(r *reports.Risks) {
	r.Forecast = true
	effect := func(p80 int, price int64) reports.RiskEffect {
		return reports.RiskEffect{Set: true, P80: p80, Mean: plan.Hundredths(price) * 3000 / 500_000, Price: reports.Pounds{N: price, Set: true}}
	}
	rows := r.Rows
	rows[0].Probability = plan.Chance{Share: 4_000, Set: true}
	rows[0].Now, rows[0].After = effect(21, 340_000), effect(9, 120_000)
	rows[0].Now.Most = reports.Lost{Name: "Phase 1: core record", Chance: 2_310}
	rows[0].Responses = []reports.Response{{Action: "a"}}
	rows[0].Saved, rows[0].Cost, rows[0].Pays = reports.Pounds{N: 220_000, Set: true}, reports.Pounds{N: 60_000, Set: true}, reports.PaysYes
	rows[1].Probability = plan.Chance{Share: 2_500, Set: true}
	rows[1].Now, rows[1].After = effect(7, 95_500), effect(7, 90_000)
	rows[1].Responses = []reports.Response{{Action: "a"}, {Action: "b", Done: true}}
	rows[1].Done, rows[1].Pays = 1, reports.PaysNo
	rows[1].Saved, rows[1].Cost = reports.Pounds{N: 5_500, Set: true}, reports.Pounds{N: 30_000, Set: true}
	rows[2].Probability = plan.Chance{Share: 300, Set: true}
	rows[2].Now = effect(0, 0)
	rows[3].Probability = plan.Chance{Share: 1_000, Set: true}
	rows[3].Now = effect(-1, 1_200)
	rows[3].Responses, rows[3].Done = []reports.Response{{Done: true}}, 1
	rows[4].LeftOut = "it states no probability"
}

// certain is a plan in which nothing can differ: no range, no risk, one promise.
func certain() *reports.Pack {
	p := lincolnshire()
	p.Risks.Rows = nil
	only := done(prospect("one", "Phase 1: core record", "2027-04-18", "2027-04-30", 10_000))
	only.Done = false
	p.Confidence = reports.Confidence{Given: true, Method: reports.Method{Runs: 100, Seed: 7, Envelope: true, Sentence: "100 replications."},
		Short: [3]string{"Yes.", "Nothing.", ""}, PlanKeeps: reports.Share{N: 1, Of: 1}, AllKept: plan.Chance{Share: 10_000, Set: true},
		Programme: only, Phases: []reports.Prospect{only}}
	return p
}

// hostileForecast is a forecast whose every text is hostile, with lists of any length and any chances.
var hostileForecast = rapid.Custom(func(t *rapid.T) *reports.Pack {
	name := func() string { return names.Draw(t, "name") }
	chance := func() int { return rapid.IntRange(0, 10_000).Draw(t, "chance") }
	n := func() int { return rapid.IntRange(0, 9).Draw(t, "n") }
	p := forecast()
	c := &p.Confidence
	c.Short, c.Method.Sentence, p.Evidence.Sentence = [3]string{name(), name(), name()}, name(), name()
	for range n() {
		x := prospect(name(), name(), "2028-10-15", "2028-10-10", chance())
		x.P80.Beyond, x.Done = rapid.Bool().Draw(t, "beyond"), rapid.Bool().Draw(t, "done")
		c.Phases = append(c.Phases, x)
		c.Dated = append(c.Dated, x)
		c.Promises = append(c.Promises, reports.PromiseChance{ID: x.ID, Promise: reports.Promise{Date: plantest.Date("2028-11-11")}, Chance: chance()})
		c.Landings = append(c.Landings, reports.Landing{Name: name(), Missed: chance(), Windows: []reports.Window{
			{Closed: name(), Chance: chance(), Median: plantest.Date("2028-10-15"), Weeks: rapid.IntRange(-500, 500).Draw(t, "weeks"), Price: reports.Pounds{N: -1_234_567_890, Set: true}}}})
		c.Sensitive = append(c.Sensitive, reports.Sensitive{ID: name(), Name: name(), Criticality: chance(), Cruciality: -chance()})
		c.Breaks = append(c.Breaks, reports.Break{Name: name(), Other: name(), Rule: reports.BreakContract, Share: chance()})
		p.Risks.Rows = append(p.Risks.Rows, reports.Risk{Name: name(), Event: name(), Owner: name(), LeftOut: name(),
			Now: reports.RiskEffect{Set: rapid.Bool().Draw(t, "played"), P80: -99_999, Most: reports.Lost{Name: name(), Chance: chance()}}})
	}
	return p
})

func TestNoNameBreaksTheForecast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, o := hostileForecast.Draw(t, "pack"), options.Draw(t, "options")
		checkLines(t, drawForecast(t, p, o), o)
		checkLines(t, draw(t, p, o), o)
	})
}

// Every entry of every list of the forecast is either printed or counted.
func TestForecastLeavesNothingOutSilently(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "n")
		o := options.Draw(t, "options")
		o.Width = max(o.Width, 40)
		got := strings.Join(strings.Fields(drawForecast(t, countedForecast(n), o)), " ")
		for noun, stem := range map[string]string{"promise": "pr", "go-live": "go", "risk": "ri", "activity": "ac", "rule": "br"} {
			printed := 0
			for i := range n {
				if strings.Contains(got, fmt.Sprintf("%s-%d.", stem, i)) {
					printed++
				}
			}
			left := leftOut(t, got, noun)
			if printed+left != n || o.All && left > 0 {
				t.Fatalf("of %d: %d printed, %d said to be left out\n%s", n, printed, left, got)
			}
		}
	})
}

func countedForecast(n int) *reports.Pack {
	p := &reports.Pack{Confidence: reports.Confidence{Given: true}, Risks: reports.Risks{Forecast: true}}
	for i := range n {
		at := func(stem string) string { return fmt.Sprintf("%s-%d.", stem, i) }
		p.Confidence.Phases = append(p.Confidence.Phases, reports.Prospect{Name: at("pr")})
		p.Confidence.Landings = append(p.Confidence.Landings, reports.Landing{Name: at("go"), Missed: i%3 + 1})
		p.Confidence.Sensitive = append(p.Confidence.Sensitive, reports.Sensitive{Name: at("ac")})
		p.Confidence.Breaks = append(p.Confidence.Breaks, reports.Break{Name: at("br")})
		p.Risks.Rows = append(p.Risks.Rows, reports.Risk{Name: at("ri"), Now: reports.RiskEffect{Set: true}})
	}
	return p
}

func drawForecast(t *rapid.T, p *reports.Pack, o text.Options) string {
	var b strings.Builder
	if err := text.Forecast(&b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

var command = regexp.MustCompile(`\(epr (plan|forecast) --all\)`)

// What was left out is had by the command that left it out.
func TestMoreIsHadByTheSameCommand(t *testing.T) {
	var b bytes.Buffer
	if err := text.Forecast(&b, forecast(), text.Options{}); err != nil {
		t.Fatal(err)
	}
	for _, found := range command.FindAllString(b.String(), -1) {
		if found != "(epr forecast --all)" {
			t.Errorf("the forecast points to %s", found)
		}
	}
}
