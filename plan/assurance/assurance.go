// Package assurance measures the quality of a schedule as a programme office or an assessor does: by the fourteen
// points of the DCMA (DCMA-EA PAM 200.1, October 2012, chapter 4), and by checks of our own on what rollouts of
// patient records trip over. [Assess] is the one function; each [Check] says what it counted, of how many, against
// which threshold, which activities fell through, and where it cannot be made, why.
//
// It certifies nothing. A point that is not met is a reason to look, as its authors say themselves. Every threshold
// is compared before anything is rounded. Implementations of the fourteen points disagree, so that each check prints
// its population and its definition; three of them (6, 7 and 12) are computed on the order of work with its teams,
// calendars and closed windows in force, where most tools look at links alone.
package assurance

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/explain/critical"
	"epr/plan/explain/float"
	"epr/plan/flow"
)

// Input is what a schedule is assessed by. Network and Schedule are required; without another, the checks that
// need it are not applicable and say so.
type Input struct {
	Network  *plan.Network
	Schedule *plan.Schedule
	// Committed is the schedule as last committed, nil if there is none. It is the baseline of a plan that has none
	// with a schedule of its own.
	Committed *plan.Schedule
	Flow      *flow.Flow       // the order of work behind the schedule
	Floats    *float.Floats    // how far each activity can slip
	Critical  []critical.Chain // critical chains, the programme's first
	Verified  []Verified       // what the independent check looked at
	Settings  Settings
}

// Verified is one rule of the independent check with how many facts it looked at, and how many broke it.
type Verified struct {
	Rule          string
	Facts, Broken int
}

// Settings are the sizes that the checks go by, in working days. A zero is read as the default.
type Settings struct {
	HighFloat    int // float above which point 6 counts an activity
	HighDuration int // baseline duration above which point 8 does
	Stretch      int // by which point 12 stretches a critical activity
	LittleFloat  int // below which a go-live is near its cliff, and a promise has no room
	TrainedAhead int // before a go-live, earlier than which its training starts too early
}

// The defaults. 44 is the standard's; 600 is customary, the standard names no size. Ten weeks is the longest
// period of training before a go-live that we have seen published (East Lancashire, 2023).
const (
	HighFloat    = 44
	HighDuration = 44
	Stretch      = 600
	LittleFloat  = 5
	TrainedAhead = 50
)

func (s Settings) withDefaults() Settings {
	for _, x := range []struct {
		setting *int
		unless  int
	}{
		{&s.HighFloat, HighFloat}, {&s.HighDuration, HighDuration}, {&s.Stretch, Stretch}, {&s.LittleFloat, LittleFloat}, {&s.TrainedAhead, TrainedAhead},
	} {
		if *x.setting == 0 {
			*x.setting = x.unless
		}
	}
	return s
}

// Check is one check of a schedule.
type Check struct {
	ID     string // "dcma-05", "epr-gates"
	Number int    // of the fourteen points; 0 for one of our own
	Name   string
	// Definition says what is counted, of what; Threshold when that is met; Clause where both come from.
	Definition, Threshold, Clause string
	Population                    int    // what the check could look at
	Of                            string // what that is, in the plural
	Measure                       Measure
	Numerator, Denominator        int
	Outcome                       Outcome
	Why                           string // it is not applicable
	Note                          string // how it was counted, and what was counted apart; "" if there is nothing to say
	Offenders                     []Offender
}

// Measure is how numerator and denominator are read.
type Measure string

// The measures.
const (
	Share Measure = "share" // so many of so many
	Index Measure = "index" // a ratio about one
	Trial Measure = "trial" // working days that came of working days that were put in
)

// Outcome is how a check came out.
type Outcome string

// The outcomes.
const (
	Met           Outcome = "met"
	NotMet        Outcome = "not met"
	NotApplicable Outcome = "not applicable"
)

// Offender is something that a check counted against the schedule.
type Offender struct {
	ID  string // of an activity, or of what the check looks at
	Why string
}

// Assess makes every check, the fourteen points first.
func Assess(in Input) []Check {
	a := newAssessment(in)
	return []Check{
		a.logic(), a.leads(), a.lags(), a.relationships(), a.hardConstraints(), a.highFloat(), a.negativeFloat(),
		a.highDuration(), a.invalidDates(), a.resources(), a.missed(), a.criticalPath(), a.pathLength(), a.execution(),
		a.gates(), a.cliffs(), a.training(), a.promises(), a.waivers(), a.covered(), a.contracts(), a.verified(),
	}
}

// assessment is a schedule being assessed.
type assessment struct {
	Input
	net    *plan.Network
	status calendar.Date      // zero if the plan states none
	days   *calendar.Calendar // the programme's
	rows   []plan.Row         // by activity
	open   []int              // the population: unfinished work

	baseline   *plan.Schedule // nil if there is none
	baselineIs string         // in words
	isOpen     []bool
}

func newAssessment(in Input) *assessment {
	in.Settings = in.Settings.withDefaults()
	n := in.Network
	a := &assessment{Input: in, net: n, status: n.Plan.Programme.Status, days: programmeDays(n)}
	a.rows, a.isOpen = make([]plan.Row, len(n.Activities)), make([]bool, len(n.Activities))
	for i := range n.Activities {
		a.rows[i], _ = in.Schedule.Find(n.Activities[i].ID)
		if x := &n.Activities[i]; !x.Done() && !x.IsMilestone() {
			a.open, a.isOpen[i] = append(a.open, i), true
		}
	}
	a.findBaseline()
	return a
}

// findBaseline takes the last baseline of the plan, or failing that what was committed last.
func (a *assessment) findBaseline() {
	a.baseline, a.baselineIs = a.Committed, "the schedule as last committed, with what had happened by then as it happened"
	if b := a.net.Plan.LastBaseline(); b != nil && b.Schedule != nil {
		a.baseline, a.baselineIs = b.Schedule, "“"+b.ID+"”, approved on "+b.Date.Short()
	}
}

// programmeDays is the programme's own calendar, or that of weekdays where the plan names one that is none.
func programmeDays(n *plan.Network) *calendar.Calendar {
	id := n.Plan.Programme.Calendar
	if id == "" {
		id = plan.Weekdays
	}
	rule, ok := n.Plan.WorkingCalendar(id)
	if !ok {
		rule, _ = n.Plan.WorkingCalendar(plan.Weekdays)
	}
	// A baseline may lie beyond a horizon that was shortened since, and a stretched plan lies beyond any.
	const beyond = 20 * 366
	return calendar.Compile(rule, calendar.Span{From: n.Horizon.From - beyond, To: n.Horizon.To + beyond})
}

func (a *assessment) activity(i int) *plan.Activity { return &a.net.Activities[i] }

func (a *assessment) id(i int) string { return a.net.Activities[i].ID }

// between counts the working days of the programme from the end of one day to the end of another, negative if
// that is earlier.
func (a *assessment) between(from, to calendar.Date) int {
	return a.days.Before(to+1) - a.days.Before(from+1)
}
