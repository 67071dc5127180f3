package plan

import (
	"slices"

	"epr/calendar"
)

// Step is a piece of work: a step of a playbook, done once for each combination of the dimensions in
// Per, or one-off work (which has no Per and Only, but may say where it belongs).
type Step struct {
	Origin
	Target
	ID        string
	Name      string
	Kind      Kind
	Per       []Dimension
	Only      Only
	In        Place // one-off work: the phase, trust, site and workflow it belongs to
	Days      Duration
	Attempts  Attempts
	Calendar  string
	StartsOn  calendar.Weekdays // zero: any day
	NotBefore calendar.Date
	Needs     []Need
	After     []After
	Within    []Within
	Meets     string // gates: the meeting calendar
	Papers    Whole  // gates: own paper deadline, working days before the meeting
	Criteria  []string
	Evidence  []string
	Contracts []string
	Owner     string
	Note      string
}

// IsPer reports whether the step is done once for each member of d.
func (s *Step) IsPer(d Dimension) bool { return slices.Contains(s.Per, d) }

// Only limits a step to some members; an empty list is no limit.
type Only struct {
	Trusts, Sites, Workflows []string
}

// Place is the members an activity belongs to; an empty id where it belongs to all of them.
type Place struct {
	Phase, Trust, Site, Workflow string
}

// Of is the member along one dimension.
func (p Place) Of(d Dimension) string {
	switch d {
	case PerTrust:
		return p.Trust
	case PerSite:
		return p.Site
	case PerWorkflow:
		return p.Workflow
	}
	return ""
}

// Dimension is something a step can be repeated for.
type Dimension string

// The dimensions, in the order in which they stand in an activity's id.
const (
	PerTrust    Dimension = "trust"
	PerSite     Dimension = "site"
	PerWorkflow Dimension = "workflow"
)

// Dimensions lists them all, in the order of an id.
var Dimensions = []Dimension{PerTrust, PerSite, PerWorkflow}

// Need is how many people of a team an activity occupies on each of its worked days.
type Need struct {
	Team   string
	Amount Hundredths
}

// After is one thing that work waits for.
type After struct {
	Step   string // a step's name, a one-off activity or a selector
	Link   LinkType
	Lag    int        // working days of the waiting activity's calendar; may be negative
	Done   Hundredths // share of the work that must be done; 0 is read as 1
	Within Whole      // at most that many working days later
}

// Within ties the start of work to other work by a maximum lag.
type Within struct {
	// Before: start at most Days before that starts. After: start at most Days after that finishes.
	// Exactly one of them is set.
	Before, After string
	Days          int
}

// LinkType says which ends of two activities a link joins.
type LinkType int

// The four link types; the first word is the earlier activity's end.
const (
	FinishStart LinkType = iota
	StartStart
	FinishFinish
	StartFinish
)

var linkTypeNames = [...]string{"finish-start", "start-start", "finish-finish", "start-finish"}

// LinkTypes lists the names of the link types as they are written in a plan.
func LinkTypes() []string { return linkTypeNames[:] }

// String is the name as written in a plan.
func (t LinkType) String() string { return linkTypeNames[t] }

// FromStart reports whether the link leaves the earlier activity's start rather than its finish.
func (t LinkType) FromStart() bool { return t == StartStart || t == StartFinish }

// ToStart reports whether the link holds the later activity's start rather than its finish.
func (t LinkType) ToStart() bool { return t == FinishStart || t == StartStart }

// Duration is how long work takes, in working days, or the quantity and rate from which that follows.
// The zero Duration is not stated.
type Duration struct {
	Low, Likely, High int // P10, mode, P90; equal if there is no range
	Quantity          *Quantity
}

// IsZero reports whether nothing was stated.
func (d Duration) IsZero() bool { return d == Duration{} }

// Quantity is work measured in pieces and a daily rate, such as staff to train.
type Quantity struct {
	AllStaff   bool
	Staff      []string // staff groups; with AllStaff false and none named, Count is used
	Count      int
	PerDay     Hundredths
	Attendance Hundredths // share that turns up; 0 is read as 1
	Low, High  Hundredths // factors on the result; 0 is read as 1
}

// Days is the duration of a quantity of that many pieces, rounded up to whole working days.
func (q *Quantity) Days(pieces int) Duration {
	attendance := q.Attendance
	if attendance == 0 {
		attendance = One
	}
	likely := ceilDiv(int64(pieces)*int64(One)*int64(One), int64(q.PerDay)*int64(attendance))
	scaled := func(factor Hundredths) int {
		if factor == 0 {
			factor = One
		}
		return int(max(1, ceilDiv(likely*int64(factor), int64(One))))
	}
	return Duration{Low: scaled(q.Low), Likely: int(max(1, likely)), High: scaled(q.High)}
}

func ceilDiv(a, b int64) int64 { return (a + b - 1) / b }
