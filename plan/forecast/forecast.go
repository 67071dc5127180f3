package forecast

import (
	"epr/calendar"
	"epr/plan"
)

// Options are how a forecast is made. The zero Options leave everything to the plan and its defaults.
type Options struct {
	Runs   int    // replications; 0: as the plan says, else as DefaultRuns says
	Seed   uint64 // 0: as the plan says, else DefaultSeed
	Policy Policy
	// DatesOnly leaves out what risks and their responses cost, which takes most of the time: every
	// replication is played once, not once more for each risk that happens in it. Dates and chances are the same.
	DatesOnly bool
	// Progress, if not nil, is told how much of the work is done. It is called from one goroutine at a
	// time, at most a few hundred times.
	Progress func(done, of int)
}

// DefaultSeed is the seed where neither the plan nor the caller states one.
const DefaultSeed = 1

// How many replications there can be.
const (
	FewestRuns = 100 // with fewer there is no P90 to speak of
	MostRuns   = 1_000_000
)

// The most and the fewest replications that are played where nobody says how many, and the activities up to
// which it is the most. A plan of that size is forecast in half a second on two cores; with the most, its P80
// lies between the P79 and the P81 of infinitely many replications (see Dates.Sure).
const (
	mostByDefault   = 5_000
	fewestByDefault = 1_000
	ordinarySize    = 500
)

// DefaultRuns is how many replications a network is forecast with where neither the plan nor the caller says
// how many: thousands, fewer of a large network, so that a forecast does not take much longer than a plan.
func DefaultRuns(n *plan.Network) int {
	alike := mostByDefault * ordinarySize / max(1, len(n.Activities))
	return min(max(alike/1_000*1_000, fewestByDefault), mostByDefault)
}

// Policy is what a replication does with people when work takes longer or shorter than planned.
type Policy int

const (
	// KeepOrder keeps the plan's order of work: who waits for whose people is as planned.
	KeepOrder Policy = iota
	// Redispatch gives people to whoever is ready first, in the order of the planned starts. Nobody
	// re-plans a programme every day, so it is an optimistic envelope and is named so wherever it is shown.
	Redispatch
)

// Forecast is what the plan will probably do. All lists are in the order in which the network has the same
// things, unless said otherwise. Shares and chances are in ten-thousandths of the replications.
type Forecast struct {
	Runs   int
	Seed   uint64
	Policy Policy
	Ranges plan.RangeMeaning
	// Programme is when the last phase is finished; of a plan without phases, the last activity.
	Programme Outcome
	// Outcomes are the phases and the activities with promises, then the go-lives, gates and milestones
	// without.
	Outcomes []Outcome
	// Promises are all promised, announced and immovable dates, in the order of Outcomes.
	Promises []Promise
	// AllKept is the chance that all of Promises are kept at once: what was announced counts as what was promised.
	AllKept    int
	Landings   []Landing   // of every go-live still to come
	Influences []Influence // of every activity, aligned with the network's
	Risks      []RiskCost  // of every risk, in the plan's order
	Breaks     []Break     // rules that nobody controls and that break in some replications
	Beyond     int         // share of the replications in which something does not fit before Horizon ends
	Horizon    calendar.Span
	// Price is the mean cost of delay of a replication, in hundredths of a pound: of the calendar days by
	// which the programme finishes later than planned. Unset if the plan states no cost of delay.
	Price   plan.Hundredths
	IsPrice bool
}

// Outcome is when something is finished.
type Outcome struct {
	ID, Name string
	Goal     int // position among the network's goals; -1 if it is none
	Activity int // -1 for a phase and for the programme
	Planned  calendar.Date
	IsDone   bool // it has happened: every replication has the same date
	Dates    *Dates
}

// PromiseKind is how firm a promised date is.
type PromiseKind string

// The kinds, as the keys of the plan language.
const (
	By        PromiseKind = "by"
	MustBy    PromiseKind = "must_by"
	Announced PromiseKind = "announced"
)

// Promise is a date that was given and the chance that it holds.
type Promise struct {
	Outcome int // position among Outcomes
	Kind    PromiseKind
	Date    calendar.Date
	Kept    int // chance, in ten-thousandths
	// AtP80 is the days, calendar and worked (in the programme's calendar), from the promised date to the
	// P80: what has to be held in reserve so as to promise that date with four chances in five. Negative
	// where P80 is earlier than the promise.
	AtP80 Slip
}

// Slip is a difference between two dates, positive if later.
type Slip struct {
	Calendar, Working int // days
}

// Landing says in which open window a go-live comes to lie. Windows are separated by the blackouts that it
// keeps out of, those that make up at least 28 days in a row: a bank holiday weekend puts a go-live off by a
// week, a closed season is a cliff. A replication in which it never lands counts as missed, and is in no window.
type Landing struct {
	Activity int
	Planned  int             // the window it is planned for, a position in Windows
	Windows  []Landed        // by date; those in which it lands in no replication are left out, but for Planned
	Missed   int             // chance that it lands later than the planned window
	Price    plan.Hundredths // mean cost of delay of the replications in which it misses; unset if 0
}

// Landed is one open window of a landing table.
type Landed struct {
	Open   calendar.Span  // From is the programme's start if it is the first; To is the horizon's end if it is the last
	Closed *plan.Blackout // that ends the window, the longest if several do; nil for the last
	Chance int
	// Median is the P50 of the replications that land here, Weeks how many weeks that is later than planned
	// (rounded to the nearest; negative if earlier), Price the cost of delay of those days.
	Median  calendar.Date
	Weeks   int
	Price   plan.Hundredths
	IsPrice bool
}

// Influence is what an activity does to the finish of the programme over the replications. The indices
// are those of Vanhoucke (Measuring Time, 2010) and Williams (1992).
type Influence struct {
	// Criticality is the chance that it is on the chain of work, people and closed windows that decides the
	// finish; what has happened, and what takes no time by chance, can be critical too.
	Criticality int
	// Cruciality is the correlation of its duration with the finish of the programme, −10,000 to 10,000.
	Cruciality int
	// Sensitivity is the schedule sensitivity index: the standard deviation of the duration over that of the
	// finish, times the criticality.
	Sensitivity int
	// Mean and Deviation are those of its duration, in hundredths of a working day, attempts included.
	Mean, Deviation plan.Hundredths
	Planned         int // working days still to do, as scheduled
}

// RiskCost is what a risk does to the finish of the programme: the difference between all replications as
// they are and the same replications, on the same luck, without it.
type RiskCost struct {
	Risk *plan.Risk
	// LeftOut says why the forecast does not play the risk; "" if it does.
	LeftOut string
	Occurs  int // chance that it happens, as responses that are done leave it
	Now     Cost
	// After is what is left of it once every response is in place. HasAfter is false if no response that is
	// not done yet says what it leaves.
	After     Cost
	HasAfter  bool
	Responses plan.Hundredths // pounds, of the responses not done yet
	// Saved is the mean cost of delay that the responses save; Pays says that it is more than they cost.
	Saved plan.Hundredths
	Pays  bool
}

// Cost is what a risk costs.
type Cost struct {
	// P50 and P80 are the calendar days by which those of the programme's finish would be earlier without it.
	// Where a programme lands in one of few windows they are often 0 for each single risk, and Mean tells more.
	P50, P80 int
	Mean     plan.Hundredths // calendar days, in hundredths, on average over all replications
	Price    plan.Hundredths // mean cost of delay; 0 if the plan states no cost of delay
	// Promises is by how much the chance of each promise, in the order of Forecast.Promises, would rise
	// without it.
	Promises []int
	// AllKept is by how much the chance that every promise is kept would rise without it.
	AllKept int
	// Missed is by how much the chance that the go-live most hit by it misses its planned window would fall
	// without it, and GoLive that go-live, a position in Forecast.Landings; -1 if there is none.
	Missed, GoLive int
}

// Break is a rule that people do not control and that some replications break.
type Break struct {
	Rule     string         // "must_by", "within", "contract" or "outlast"
	Activity int            // of a phase, the one with which it is finished in the schedule
	Link     *plan.Link     // the maximum lag
	Contract *plan.Contract // that ends too soon
	Date     calendar.Date  // the day that should have held
	Share    int
}
