package reports

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
)

func dayAt(month, day int) calendar.Date { return calendar.MustOf(2027, month, day) }

// uncertain is a method with something to draw.
var uncertain = Method{Runs: 1_000, Ranged: 3, Played: 2}

func promised(name string, share int, p80 calendar.Date) PromiseChance {
	by := dayAt(4, 30)
	return PromiseChance{ID: name, Name: name, Promise: Promise{Date: by, Kind: PromisedBy}, Chance: share, Planned: dayAt(4, 1),
		P80: Percentile{Date: p80}, Short: DaysBoth{Calendar: int(p80 - by), Set: true}}
}

// TestWillWeMakeIt has every way in which promises can stand.
func TestWillWeMakeIt(t *testing.T) {
	broken := promised("Pilot", 0, dayAt(5, 10))
	broken.Done, broken.Planned = true, dayAt(5, 10)
	kept := promised("Pilot", 10_000, dayAt(4, 1))
	kept.Done = true
	beyond := promised("Phase 1", 4_000, 0)
	beyond.P80, beyond.Short = Percentile{Date: dayAt(12, 31), Beyond: true}, DaysBoth{}
	told := promised("Phase 1", 8_500, dayAt(4, 20))
	told.Promise, told.Short.Calendar = Promise{Date: dayAt(4, 28), Kind: Announced}, -8
	never := promised("Phase 1", 0, dayAt(6, 1))
	never.Promise = Promise{Date: dayAt(4, 24), Kind: Announced}
	never.Short.Calendar = 38
	earlier := broken
	earlier.Promise = Promise{Date: dayAt(4, 24), Kind: Announced}
	other := broken
	other.ID = "other"
	for _, c := range []struct {
		name     string
		all      int
		promises []PromiseChance
		want     string
	}{
		{"one, probable", 8_600, []PromiseChance{promised("Phase 1", 8_600, dayAt(4, 20))},
			"Very probably: the chance that the one promise made is kept is 86%. “Phase 1” is promised for 30 April 2027; four times in five it is finished by 20 April 2027, 10 days before."},
		{"one, on the day", 8_000, []PromiseChance{promised("Phase 1", 8_000, dayAt(4, 30))},
			"Very probably: the chance that the one promise made is kept is 80%. “Phase 1” is promised for 30 April 2027; four times in five it is finished by that day."},
		{"one, certain", 10_000, []PromiseChance{promised("Phase 1", 10_000, dayAt(4, 20))},
			"Yes: the one promise made is kept in every one of 1,000 replications."},
		{"one, never", 0, []PromiseChance{promised("Phase 1", 0, dayAt(6, 1))},
			"No, as things stand: the one promise made is kept in none of 1,000 replications. “Phase 1” is promised for 30 April 2027; a date to keep four times in five is 1 June 2027, 32 days later."},
		{"two, likelier than not", 5_000, []PromiseChance{promised("Phase 1", 5_500, dayAt(5, 1)), promised("Phase 2", 9_000, dayAt(4, 2))},
			"More likely than not: the chance that both promises are kept is 50%. The weakest is “Phase 1” with 55% for 30 April 2027; a date to keep four times in five is 1 May 2027, 1 day later."},
		{"two, probably not", 2_000, []PromiseChance{promised("Phase 1", 4_000, dayAt(5, 1)), promised("Phase 2", 4_500, dayAt(5, 2))},
			"Probably not: the chance that both promises are kept is 20%. The weakest is “Phase 1” with 40% for 30 April 2027; a date to keep four times in five is 1 May 2027, 1 day later."},
		{"two, hardly", 3, []PromiseChance{promised("Phase 1", 3, dayAt(9, 1)), promised("Phase 2", 10_000, dayAt(4, 2))},
			"Hardly: the chance that both promises are kept is under 1%. The weakest is “Phase 1” with under 1% for 30 April 2027; a date to keep four times in five is 1 September 2027, 124 days later."},
		{"two that never meet", 0, []PromiseChance{promised("Phase 1", 4_000, dayAt(5, 1)), promised("Phase 2", 4_500, dayAt(5, 2))},
			"No, as things stand: in none of 1,000 replications are both promises kept at once. The weakest is “Phase 1” with 40% for 30 April 2027; a date to keep four times in five is 1 May 2027, 1 day later."},
		{"beyond the horizon", 4_000, []PromiseChance{beyond},
			"Probably not: the chance that the one promise made is kept is 40%. “Phase 1” is promised for 30 April 2027; more than one time in five it is not finished when the forecast ends, on 31 December 2027."},
		{"one is broken already", 0, []PromiseChance{broken, promised("Phase 1", 4_000, dayAt(5, 1))},
			"No: “Pilot” was finished on 10 May 2027, 10 days after it was promised. The weakest is “Phase 1” with 40% for 30 April 2027; a date to keep four times in five is 1 May 2027, 1 day later."},
		{"two are broken already", 0, []PromiseChance{broken, other},
			"No: 2 of 2 promises are broken already, that of “Pilot” by 10 days."},
		{"all are kept and over", 10_000, []PromiseChance{kept}, "Yes: the one promise made has been kept."},
		{"one, announced as well", 8_500, []PromiseChance{told, promised("Phase 1", 8_600, dayAt(4, 20))},
			"Very probably: the chance that the one promise made is kept is 85%. “Phase 1” is promised for 28 April 2027; four times in five it is finished by 20 April 2027, 8 days before."},
		{"one, broken already, announced as well", 0, []PromiseChance{broken, earlier},
			"No: “Pilot” was finished on 10 May 2027, 16 days after it was promised."},
		{"one, never, announced as well", 0, []PromiseChance{never, promised("Phase 1", 100, dayAt(6, 1)), promised("Phase 2", 9_000, dayAt(4, 1))},
			"No, as things stand: in none of 1,000 replications are both promises kept at once. “Phase 1” never keeps 24 April 2027; a date to keep four times in five is 1 June 2027, 38 days later. " +
				"The next weakest is “Phase 2” with 90% for 30 April 2027."},
	} {
		t.Run(c.name, func(t *testing.T) {
			conf := Confidence{Given: true, Method: uncertain, AllKept: plan.Chance{Share: c.all, Set: true}, Promises: c.promises}
			made := map[string]bool{}
			for i := range c.promises {
				made[c.promises[i].ID] = true
			}
			conf.PlanKeeps.Of = len(made)
			if diff := cmp.Diff(c.want, willWeMakeIt(&conf)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNoPromise(t *testing.T) {
	at := func(month, day int) Percentile { return Percentile{Date: dayAt(month, day)} }
	end := Percentile{Date: dayAt(12, 31), Beyond: true}
	for _, c := range []struct {
		name string
		p    Prospect
		want string
	}{
		{"a spread", Prospect{P10: at(3, 1), P50: at(4, 1), P80: at(5, 1), P90: at(6, 1)},
			"There is no promise to keep. The programme is finished by 1 April 2027 with even chances and by 1 May 2027 four times in five."},
		{"one day", Prospect{P10: at(4, 1), P50: at(4, 1), P80: at(4, 1), P90: at(4, 1)},
			"There is no promise to keep. The programme is finished on 1 April 2027."},
		{"P80 beyond", Prospect{P10: at(4, 1), P50: at(4, 1), P80: end, P90: end, Never: 3_000},
			"There is no promise to keep. The programme is finished by 1 April 2027 with even chances, and with a chance of 30% not when the forecast ends, on 31 December 2027."},
		{"P50 beyond", Prospect{P10: at(4, 1), P50: end, P80: end, P90: end},
			"There is no promise to keep. More often than not the programme is not finished when the forecast ends, on 31 December 2027."},
	} {
		t.Run(c.name, func(t *testing.T) {
			conf := Confidence{Given: true, Method: uncertain, Programme: c.p}
			if diff := cmp.Diff(c.want, willWeMakeIt(&conf)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// costly is a risk that costs so many days at P80 and so much of the chance of every promise.
func costly(name string, p80, lost int) Risk {
	return Risk{ID: name, Name: name, Now: RiskEffect{Set: true, P80: p80, Mean: plan.Hundredths(p80) * 50, Lost: plan.Chance{Share: lost, Set: true}}}
}

func TestWhatCouldStopUs(t *testing.T) {
	only := costly("Winter", 0, 0)
	only.Now.Most = Lost{ID: "one", Name: "Phase 1", Chance: 700}
	window := func(open, to int, chance, weeks int, planned bool, closed string) Window {
		return Window{Open: calendar.Span{From: dayAt(open, 1), To: dayAt(to, 28)}, Planned: planned, Chance: chance, Weeks: weeks, Closed: closed}
	}
	missing := Landing{Name: "Go-live", Planned: dayAt(3, 1), Missed: 4_400, Windows: []Window{
		window(3, 4, 5_600, 0, true, "Spring"), window(5, 6, 1_400, 9, false, "Summer"), window(9, 10, 3_000, 30, false, "")}}
	nowhere := Landing{Name: "Go-live", Planned: dayAt(3, 1), Missed: 4_400, Windows: []Window{window(3, 4, 5_600, 0, true, "Spring")}}
	for _, c := range []struct {
		name  string
		conf  Confidence
		risks []Risk
		want  string
	}{
		{"nothing is uncertain", Confidence{Method: Method{Runs: 10}}, nil,
			"Nothing that the forecast knows of: no duration has a range and no risk is played, so every date is as planned."},
		{"no risk, some work", Confidence{Method: Method{Ranged: 1}, Sensitive: []Sensitive{{Name: "Build", Criticality: 6_200}}}, nil,
			"No risk is played. What sways the finish most is how long “Build” takes; it is critical in 62% of the replications."},
		{"risks that do nothing", Confidence{Method: uncertain}, []Risk{costly("Strike", 0, 0)},
			"No risk of the register moves the finish by a day or costs a promise any of its chance."},
		{"one risk", Confidence{Method: uncertain}, []Risk{costly("Strike", 12, 340)},
			"What costs most is the risk “Strike”: without it the programme is finished 6 days earlier on average and the chance to keep every promise is 3 points higher."},
		{"of chance alone", Confidence{Method: uncertain}, []Risk{costly("Strike", 0, 40), costly("Leavers", 1, 0), costly("Other", 0, 0)},
			"What costs most is the risk “Strike”: without it the chance to keep every promise is 0.4 points higher. Next comes “Leavers” (1 day)."},
		{"of one promise", Confidence{Method: uncertain}, []Risk{only},
			"What costs most is the risk “Winter”: without it the chance of “Phase 1” is 7 points higher."},
		{"and a window", Confidence{Method: uncertain, Landings: []Landing{missing}}, []Risk{costly("Strike", 12, 0)},
			"What costs most is the risk “Strike”: without it the programme is finished 6 days earlier on average. “Go-live” misses its window with a chance of 44%; beyond “Spring” it comes 30 weeks later."},
		{"and no window after it", Confidence{Method: uncertain, Landings: []Landing{nowhere}}, []Risk{costly("Strike", 12, 0)},
			"What costs most is the risk “Strike”: without it the programme is finished 6 days earlier on average. “Go-live” misses its window with a chance of 44% and then does not fit before the forecast ends."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, whatCouldStopUs(&c.conf, c.risks)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// answered is a risk with one open response that halves it.
func answered(name string, p80 int, saved, cost int64) Risk {
	r := costly(name, p80, 1_000)
	r.After = RiskEffect{Set: true, P80: p80 / 2, Mean: r.Now.Mean / 2, Lost: plan.Chance{Share: 600, Set: true}}
	r.Responses = []Response{{Action: "Do it."}}
	r.Next = r.Responses[0]
	r.Saved, r.Pays = Pounds{N: saved, Set: true}, PaysNo
	if saved > cost {
		r.Pays = PaysYes
	}
	r.Cost = Pounds{N: cost, Set: cost > 0}
	return r
}

func TestWhatWouldHelp(t *testing.T) {
	unpriced := answered("Strike", 12, 0, 0)
	unpriced.Saved, unpriced.Pays = Pounds{}, ""
	two := answered("Strike", 12, 90_000, 1_000)
	two.Responses = append(two.Responses, Response{Action: "And that"})
	silent := costly("Strike", 12, 0)
	silent.Responses = []Response{{Action: "Do it."}}
	build := []Sensitive{{Name: "Build", Criticality: 6_200}}
	for _, c := range []struct {
		name  string
		conf  Confidence
		risks []Risk
		want  string
	}{
		{"nothing is uncertain", Confidence{}, nil,
			"A range for each duration and a probability for each risk would help most: without them the forecast can only repeat the plan."},
		{"no response", Confidence{Method: uncertain}, []Risk{costly("Strike", 12, 0)},
			"The register holds no response that is still to be carried out."},
		{"no response says what it leaves", Confidence{Method: uncertain, Sensitive: build}, []Risk{silent},
			"No open response of the register says what it would leave of its risk. Most would be gained by making “Build” shorter or surer: it is critical in 62% of the replications."},
		{"none pays", Confidence{Method: uncertain}, []Risk{answered("Strike", 12, 10_000, 20_000)},
			"No open response of the register is worth what it costs by this forecast."},
		{"one pays", Confidence{Method: uncertain}, []Risk{answered("Strike", 12, 90_000, 20_000)},
			"What would help most is the response to “Strike”, “Do it”: it saves £90,000 of delay on average and 3 days and raises the chance to keep every promise by 4 points, for £20,000."},
		{"the largest and the thriftiest", Confidence{Method: uncertain}, []Risk{answered("Winter", 4, 50_000, 5_000), answered("Strike", 12, 90_000, 20_000)},
			"What would help most is the response to “Strike”, “Do it”: it saves £90,000 of delay on average and 3 days and raises the chance to keep every promise by 4 points, for £20,000. " +
				"For its money the response to “Winter”, “Do it” does more: it saves £50,000 of delay on average and 1 day and raises the chance to keep every promise by 4 points, for £5,000."},
		{"two responses to one risk", Confidence{Method: uncertain}, []Risk{two},
			"What would help most is to carry out the 2 open responses to “Strike”: it saves £90,000 of delay on average and 3 days and raises the chance to keep every promise by 4 points, for £1,000."},
		{"no cost of delay", Confidence{Method: uncertain}, []Risk{unpriced},
			"What would help most is the response to “Strike”, “Do it”: it saves 3 days on average and raises the chance to keep every promise by 4 points, at no stated cost."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, whatWouldHelp(&c.conf, c.risks)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
