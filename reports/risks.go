package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Risks is the risk register, ranked, with its heat map.
type Risks struct {
	Rows       []Risk // as OrderRule says
	Bands      plan.Bands
	EscalateAt int
	ByBand     [4]BandCount // extreme, high, moderate, low
	Escalated  int          // risks the board is told of
	Heat       HeatMap
	Top        []Risk // the first five

	Forecast bool         // what each costs is known
	Compared bool         // there is a last register to compare with
	Gone     []Registered // that were in it and are no more, by their rank in it
}

// BandCount is how many risks are in a band.
type BandCount struct {
	Band  plan.Band
	Count int
	From  int // lowest and highest score of the band
	To    int
}

// Risk is one risk of the register.
type Risk struct {
	Rank                 int
	ID, Name             string
	Cause, Event, Effect string
	Owner                string
	Category, Proximity  string
	Controls, Gaps       string
	Assurance, Appetite  string
	Objective, Committee string
	Note                 string

	Current, Inherent, Target plan.Score // zero where not stated
	Score                     int        // current: consequence × likelihood
	Band                      plan.Band
	Escalated                 bool

	Probability plan.Chance
	Delay       plan.Range    // working days added to each activity that it hits
	Stretch     plan.Range    // factor on their durations
	Hits        int           // activities that it hits
	FirstHit    calendar.Date // start of the first unfinished of them; zero if none
	// Expected is probability × likely delay in working days, for one activity; unset if either is not
	// stated.
	Expected Days

	Responses []Response
	// Next is the first response that is not done, else the first; its Action is "" if there is none.
	Next    Response
	Done    int    // responses that are done
	Cost    Pounds // of the responses that are not done; unset if none states a cost
	Overdue bool   // Next is not done and its date has passed

	Review    calendar.Date
	ReviewDue bool // the review date has passed

	// Now is what it does to the finish of the programme and to the promises, by the forecast: unset if
	// there is no forecast or if that leaves it out, and LeftOut says why. After is what is left once
	// every response is in place.
	Now, After   RiskEffect
	LeftOut      string
	Saved        Pounds     // mean cost of delay that the responses not done would save
	Pays         Pays       // whether that is more than they cost
	Computed     plan.Score // from probability and delay; zero if not played
	ComputedBand plan.Band
	Disagrees    bool // the computed band is not the stated one
	Movement     Movement
}

// Response is what is done about a risk.
type Response struct {
	ID, Action, Owner string
	Due               calendar.Date
	Cost              plan.Hundredths // pounds; 0 if not stated
	Done              bool
}

// Days is a number of days in hundredths that may be left unsaid.
type Days struct {
	N   plan.Hundredths
	Set bool
}

func (f *facts) risks() Risks {
	programme := &f.plan.Programme
	r := Risks{Bands: programme.Bands, EscalateAt: programme.EscalateAt, Forecast: f.in.Forecast != nil}
	if r.Bands == (plan.Bands{}) {
		r.Bands = plan.DefaultBands
	}
	if r.EscalateAt == 0 {
		r.EscalateAt = r.Bands.Extreme
	}
	r.ByBand = countBands(r.Bands)
	for _, source := range f.plan.Risks.All() {
		r.Rows = append(r.Rows, f.risk(source, &r))
	}
	slices.SortStableFunc(r.Rows, byEffect)
	for i := range r.Rows {
		r.count(&r.Rows[i], i+1)
	}
	r.compare(f.in.LastRegister)
	r.Heat = heatMap(r.Rows, r.Bands)
	r.Top = r.Rows[:min(5, len(r.Rows))]
	return r
}

// byEffect ranks risks by what they do to the promises, in whole points of a hundred, because less is of no
// account, then to the finish on average, then by score; where that is not known, or nothing, by score and expected delay.
func byEffect(a, b Risk) int {
	return cmp.Or(
		cmp.Compare(percentOf(b.Now.Lost.Share), percentOf(a.Now.Lost.Share)),
		cmp.Compare(percentOf(b.Now.Most.Chance), percentOf(a.Now.Most.Chance)),
		cmp.Compare(b.Now.Mean, a.Now.Mean),
		cmp.Compare(b.Score, a.Score),
		cmp.Compare(b.Expected.N, a.Expected.N),
		cmp.Compare(a.ID, b.ID),
	)
}

// OrderRule says what the register is ranked by.
func (r *Risks) OrderRule() string {
	if r.Forecast {
		return "what it does to the promises (in whole points), then days on average, then current score"
	}
	return "current score, then expected delay"
}

// Highest is the risk with the highest current score, the first of them by rank; nil if there is no risk.
func (r *Risks) Highest() *Risk {
	var top *Risk
	for i := range r.Rows {
		if top == nil || r.Rows[i].Score > top.Score {
			top = &r.Rows[i]
		}
	}
	return top
}

// count numbers a risk and adds it up.
func (r *Risks) count(risk *Risk, rank int) {
	risk.Rank = rank
	if risk.Escalated {
		r.Escalated++
	}
	for b := range r.ByBand {
		if r.ByBand[b].Band == risk.Band {
			r.ByBand[b].Count++
		}
	}
}

func countBands(b plan.Bands) [4]BandCount {
	return [4]BandCount{
		{Band: plan.Extreme, From: b.Extreme, To: 25},
		{Band: plan.High, From: b.High, To: b.Extreme - 1},
		{Band: plan.Moderate, From: b.Moderate, To: b.High - 1},
		{Band: plan.Low, From: 1, To: b.Moderate - 1},
	}
}

func (f *facts) risk(source *plan.Risk, all *Risks) Risk {
	r := Risk{
		ID: source.ID, Name: orID(source.Name, source.Event),
		Cause: source.Cause, Event: source.Event, Effect: source.Effect, Owner: source.Owner,
		Category: source.Category, Proximity: source.Proximity, Controls: source.Controls, Gaps: source.Gaps,
		Assurance: source.Assurance, Appetite: source.Appetite, Objective: source.Objective,
		Committee: source.Committee, Note: source.Note,
		Current: source.Current, Inherent: source.Inherent, Target: source.Target,
		Probability: source.Probability, Delay: source.Impact.Delay, Stretch: source.Impact.Stretch,
		Review: source.Review,
	}
	r.Score = r.Current.Value()
	r.Band = all.Bands.Of(r.Score)
	r.Escalated = r.Score >= all.EscalateAt
	r.Expected = expected(source)
	r.ReviewDue = !r.Review.IsZero() && r.Review < f.status
	f.readHits(&r, source.Hits)
	f.readResponses(&r, &source.Responses)
	f.readEffect(&r, source, all)
	return r
}

// expected is probability × likely delay, rounded to hundredths of a day.
func expected(r *plan.Risk) Days {
	if !r.Probability.Set || r.Impact.Delay.IsZero() {
		return Days{}
	}
	const whole = 10_000
	n := int64(r.Impact.Delay.Likely) * int64(r.Probability.Share)
	return Days{N: plan.Hundredths((n + whole/2) / whole), Set: true}
}

// readHits finds the activities a risk delays.
func (f *facts) readHits(r *Risk, hits []string) {
	var selectors []plan.Selector
	for _, text := range hits {
		if s, err := plan.ParseSelector(text); err == nil {
			selectors = append(selectors, s)
		}
	}
	for i := range f.net.Activities {
		id := f.activity(i).ID
		if !slices.ContainsFunc(selectors, func(s plan.Selector) bool { return s.Match(id) }) {
			continue
		}
		r.Hits++
		if f.state(i) != Done && (r.FirstHit.IsZero() || f.rows[i].Start < r.FirstHit) {
			r.FirstHit = f.rows[i].Start
		}
	}
}

func (f *facts) readResponses(r *Risk, responses *plan.Table[plan.Response]) {
	var cost plan.Hundredths
	for id, source := range responses.All() {
		response := Response{id, source.Action, source.Owner, source.Due, source.Cost, source.Done}
		r.Responses = append(r.Responses, response)
		if source.Done {
			r.Done++
		} else if source.Cost > 0 {
			cost += source.Cost
			r.Cost.Set = true
		}
		if r.Next.Action == "" || (r.Next.Done && !response.Done) {
			r.Next = response
		}
	}
	r.Cost.N = int64(Rounded(cost))
	r.Overdue = !r.Next.Done && !r.Next.Due.IsZero() && r.Next.Due < f.status
}
