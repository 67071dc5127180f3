package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
)

// later is a risk that is whole: it delays the signature.
func later() *plan.Risk {
	return &plan.Risk{ID: "late", Probability: chance(3000), Hits: []string{"sign"},
		Impact: plan.Impact{Delay: plan.Range{Low: 200, Likely: 500, High: 1000}}}
}

// strike is a risk that is whole: it closes training for some days of a month.
func strike() *plan.Risk {
	return &plan.Risk{ID: "strike", Probability: chance(3000), Closes: &plan.Closure{
		Period: calendar.Span{From: calendar.MustOf(2027, 4, 1), To: calendar.MustOf(2027, 4, 30)},
		Days:   plan.Range{Low: 300, Likely: 500, High: 700},
		Scope:  plan.Blackout{Effect: plan.Pause, Blocks: []plan.Kind{plan.Training}},
	}}
}

func chance(share int) plan.Chance { return plan.Chance{Share: share, Set: true} }

// TestCheckRisks looks at what a risk says for the forecast.
func TestCheckRisks(t *testing.T) {
	const (
		train = `"hits" and "delay" or "stretch"`
		hint  = `; state "probability" with ` + train + `, or with "closes", or none of them`
		left  = `; state what is left after the response, not what it takes away`
	)
	for _, c := range []struct {
		rule   string
		change func(late, strike *plan.Risk)
		want   []string
	}{
		{"hits with a delay, and a closure, are whole", func(late, strike *plan.Risk) {}, nil},
		{"one risk may do both", func(late, strike *plan.Risk) {
			strike.Hits, strike.Impact = late.Hits, late.Impact
		}, nil},
		{"a closure without a period of its own length lasts the whole of it", func(_, strike *plan.Risk) { strike.Closes.Days = plan.Range{} }, nil},
		{"a closure may fill its period", func(_, strike *plan.Risk) { strike.Closes.Days.High = 3000 }, nil},
		{"but not more", func(_, strike *plan.Risk) { strike.Closes.Days.High = 3001 }, []string{
			`error out-of-range: the closure of risk "strike" lasts up to 30.01 days, but the period within which it may come has 30; ` +
				`both count calendar days: make the period longer, or the closure shorter`,
		}},
		{"a closure needs a probability", func(_, strike *plan.Risk) { strike.Probability = plan.Chance{} }, []string{
			`warning risk-effect: risk "strike" has "closes" but no "probability", so the forecast leaves it out` + hint,
		}},
		{"hits beside a closure need a delay", func(late, strike *plan.Risk) { strike.Hits = late.Hits }, []string{
			`warning risk-effect: risk "strike" has "probability" and "closes" and "hits" but no "delay" or "stretch", ` +
				`so the forecast counts only what it closes` + hint,
		}},
		{"a delay beside a closure needs hits", func(late, strike *plan.Risk) {
			strike.Impact, strike.Probability = late.Impact, plan.Chance{}
		}, []string{
			`warning risk-effect: risk "strike" has "closes" and "delay" or "stretch" but no "probability" and no "hits", ` +
				`so the forecast leaves it out` + hint,
		}},
		{"a probability alone is no effect", func(late, _ *plan.Risk) { late.Hits, late.Impact = nil, plan.Impact{} }, []string{
			`warning risk-effect: risk "late" has "probability" but no "hits" and no "delay" or "stretch", so the forecast leaves it out` + hint,
		}},
		{"a risk of words alone is no problem", func(late, _ *plan.Risk) { *late = plan.Risk{ID: "late"} }, nil},
		{"a period ends after it begins", func(_, strike *plan.Risk) { strike.Closes.Period.To = calendar.MustOf(2027, 3, 31) }, []string{
			`error window-empty: the closure of risk "strike" ends on 2027-03-31, before it begins on 2027-04-01; correct one of the dates`,
		}},
		{"a period after the programme is of no use", func(_, strike *plan.Risk) {
			strike.Closes.Period = calendar.Span{From: calendar.MustOf(2029, 4, 1), To: calendar.MustOf(2029, 4, 30)}
		}, []string{`warning unused: the closure of risk "strike" has no day within the programme; correct its dates, or take it out`}},
		{"neither is one that is over by the status date", func(_, strike *plan.Risk) {
			strike.Closes.Period = calendar.Span{From: calendar.MustOf(2027, 2, 1), To: calendar.MustOf(2027, 2, 28)}
		}, []string{
			`warning no-effect: the closure of risk "strike" may come until 2027-02-28, which is before the status date 2027-03-01; ` +
				`what came shows in the progress: give the period that is still ahead, or take it out`,
		}},
		{"the status date itself is ahead", func(_, strike *plan.Risk) {
			strike.Closes.Period = calendar.Span{From: calendar.MustOf(2027, 2, 1), To: calendar.MustOf(2027, 3, 1)}
		}, nil},
		{"the limits of a closure are those of a blackout", func(_, strike *plan.Risk) {
			strike.Closes.Scope = plan.Blackout{Effect: plan.Pause, Blocks: []plan.Kind{plan.Cutover}, Phases: []string{"won"},
				Trusts: []string{"wave-2"}, Sites: []string{"lincon"}, Activities: []string{"sing"}}
		}, []string{
			`error unknown-activity: the closure of risk "strike" names the activity "sing", which is not in the plan; did you mean "sign"?`,
			`error unknown-phase: the closure of risk "strike" names the phase "won", which is not in the plan; there is "one"; define it in [phase.won]`,
			`error unknown-site: the closure of risk "strike" names the site "lincon", which no trust has; did you mean "lincoln"?`,
			`error unknown-trust: the closure of risk "strike" names the trust "wave-2", which is not in the plan; did you mean "wave-1"?`,
			`warning unused: the closure of risk "strike" blocks "cutover", but no work is of such a kind; correct the kinds, or take the closure out`,
		}},
		{"no response to a closure says how many days are left of it", func(late, strike *plan.Risk) {
			strike.Responses.Add("call", &plan.Response{ID: "call", Impact: late.Impact})
		}, []string{
			`warning risk-effect: response "call" to risk "strike" leaves a "delay", which the risk does not have; ` +
				`give the risk a "delay", or leave it out of the response`,
		}},
		{"a response says what it leaves of a closure", func(_, strike *plan.Risk) {
			strike.Responses.Add("call", &plan.Response{ID: "call"})
		}, []string{
			`warning risk-effect: response "call" to risk "strike" does not say what it leaves of the risk, so the forecast cannot count it; ` +
				`state the "probability", "delay" or "stretch" after the response`,
		}},
		{"a response leaves less", func(late, strike *plan.Risk) {
			strike.Responses.Add("call", &plan.Response{ID: "call", Probability: chance(3000)})
			late.Responses.Add("call", &plan.Response{ID: "call", Probability: chance(3001),
				Impact: plan.Impact{Delay: plan.Range{Low: 100, Likely: 200, High: 1001}}})
		}, []string{
			`warning risk-effect: response "call" to risk "late" leaves a larger "delay" than the risk has` + left,
			`warning risk-effect: response "call" to risk "late" leaves a larger "probability" than the risk has` + left,
		}},
		{"a response may leave a stretch of what was a delay", func(late, _ *plan.Risk) {
			late.Responses.Add("call", &plan.Response{ID: "call", Impact: plan.Impact{Stretch: plan.Range{Low: 100, Likely: 110, High: 120}}})
		}, nil},
		{"but not a stretch besides", func(late, _ *plan.Risk) {
			late.Responses.Add("call", &plan.Response{ID: "call", Impact: plan.Impact{
				Delay: late.Impact.Delay, Stretch: plan.Range{Low: 100, Likely: 110, High: 120}}})
		}, []string{
			`warning risk-effect: response "call" to risk "late" leaves a "stretch", which the risk does not have; ` +
				`give the risk a "stretch", or leave it out of the response`,
		}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p, late, strike := sound(), later(), strike()
			p.Risks.Add("late", late)
			p.Risks.Add("strike", strike)
			c.change(late, strike)
			if diff := cmp.Diff(c.want, found(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCheckAttempts looks at attempts that can have no effect.
func TestCheckAttempts(t *testing.T) {
	const train = `step "train" of playbook "acute" `
	for _, c := range []struct {
		rule   string
		change func(p *plan.Plan)
		want   []string
	}{
		{"work, gates and adjustments have attempts", func(p *plan.Plan) {
			step(p, "train").Attempts = plan.Attempts{Pass: chance(7000)}
			step(p, "decide").Attempts = plan.Attempts{Pass: chance(7000), Again: plan.Whole{Set: true}}
			p.Adjusts = []plan.Adjust{{Selector: "one/*/train", Attempts: plan.Attempts{Pass: chance(5000), Most: 2}}}
		}, nil},
		{"milestones have none", func(p *plan.Plan) {
			p.Activities.Add("done", &plan.Step{ID: "done", Kind: plan.Milestone, Attempts: plan.Attempts{Pass: chance(10_000)}})
		}, []string{
			`error conflicting-keys: activity "done" is a milestone, which takes no time, so that "attempts" means nothing; ` +
				`take it out, or change the kind of the work`,
		}},
		{"what passes for certain is not tried again", func(p *plan.Plan) {
			step(p, "train").Attempts = plan.Attempts{Pass: chance(10_000)}
		}, []string{
			`warning no-effect: ` + train + `passes at the first attempt for certain, so that "attempts" changes nothing; ` +
				`give the chance that one attempt passes, such as pass = 0.7, or take it out`,
		}},
		{"one attempt is none more", func(p *plan.Plan) {
			p.Adjusts = []plan.Adjust{{Selector: "one/*/train", Attempts: plan.Attempts{Pass: chance(5000), Most: 1}}}
		}, []string{
			`warning no-effect: the adjustment of "one/*/train" has one attempt and no more, so that "attempts" changes nothing; ` +
				`allow at least two, or take it out; left out, "most" is 4`,
		}},
		{"only a gate is asked again without work", func(p *plan.Plan) {
			step(p, "train").Attempts = plan.Attempts{Pass: chance(5000), Again: plan.Whole{Set: true}}
		}, []string{
			`warning no-effect: ` + train + `takes no days for a further attempt, so that "attempts" changes nothing; ` +
				`give the working days of one; left out, they are those of the first`,
		}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := sound()
			c.change(p)
			if diff := cmp.Diff(c.want, found(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCheckForecast(t *testing.T) {
	for _, c := range []struct {
		rule     string
		forecast plan.Forecasting
		rated    calendar.Date
		want     []string
	}{
		{"a range that begins at 1 is a bias", plan.Forecasting{OptimismBias: plan.Range{Low: 100, Likely: 100, High: 101}}, calendar.MustOf(2027, 3, 1), nil},
		{"a factor of 1 is none", plan.Forecasting{OptimismBias: plan.Range{Low: 100, Likely: 100, High: 100}}, 0, []string{
			`warning no-effect: an "optimism_bias" of 1 changes nothing; a factor is meant: 1.1 adds a tenth to all work; or take it out`,
		}},
		{"nobody rates ahead of time", plan.Forecasting{}, calendar.MustOf(2027, 3, 2), []string{
			`error not-yet: delivery confidence was rated on 2027-03-02, after the status date 2027-03-01; ` +
				`correct the date, or move the "status" of the programme`,
		}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			p := sound()
			p.Forecast, p.Programme.Confidence = c.forecast, plan.Confidence{Rating: plan.DeliveryAmber, By: "Board", Date: c.rated}
			if diff := cmp.Diff(c.want, found(p)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
