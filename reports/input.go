package reports

import (
	"epr/plan"
	"epr/plan/assurance"
	"epr/plan/diff"
	"epr/plan/explain"
	"epr/plan/explain/critical"
	"epr/plan/explain/float"
	"epr/plan/forecast"
)

// Input is what a pack is computed from. Network and Schedule are required; the rest may be empty,
// and the pack then says that it was not given.
type Input struct {
	Network   *plan.Network
	Schedule  *plan.Schedule
	Previous  *plan.Schedule // the last version, for changes; nil if there is none
	Solve     Solve
	Checks    []Check            // what the independent check counted
	Reasons   [][]explain.Reason // what holds each start, of explain.Reasons; nil if not known
	Floats    *float.Floats      // how far each activity can slip; nil if not known
	Critical  []critical.Chain   // critical chains, the programme's first; nil if not known
	Forecast  *forecast.Forecast // what the plan will probably do; nil if not known
	Assurance []assurance.Check  // of the quality of the schedule; nil if it was not checked
	// LastRegister is the risk register as it was last committed, for movement; nil if there is none.
	LastRegister []Registered
	// History says how dates were told and how they stood in the versions that were kept, Looked how far back that was
	// followed; nil if no versions are known.
	History []diff.History
	Looked  diff.Looked
	// Since compares with the last version that was kept and says something else; nil if none is known.
	Since *diff.Diff
	// Before is that version, to measure the figures of today by; nil if none is known or its schedule is not sound.
	Before *Before
	// Alternatives are what the plan is compared with: the plan planned afresh, of no ID, if that has other dates, then
	// its scenarios.
	Alternatives []Alternative
	Files        []File // what the plan was read from, the model itself first
	Version      string // of epr
}

// Solve is what the scheduler says about its schedule.
type Solve struct {
	Stages  []Stage
	Keeping *Keeping // nil where no committed schedule was kept
	// Reproducible is false if the search was ended early, so that another run may find
	// another schedule.
	Reproducible bool
}

// Stage is one aim of the search, in the order in which the aims are pursued.
type Stage struct {
	Name   string // "weighted lateness", "weighted finish of phases and milestones", …
	Value  int    // reached
	Bound  int    // no schedule does better than this
	Unit   string // of both, in the plural: "days", "weighted days"
	Proved bool   // Value is proved best
}

// Gap is how far the value may be from the best: 0 if it is proved best, else 1 at least, for two that are equal when
// rounded prove nothing.
func (s Stage) Gap() int {
	if s.Proved {
		return 0
	}
	return max(1, s.Value-s.Bound)
}

// Keeping is the price of keeping the committed schedule rather than planning afresh.
type Keeping struct {
	Earlier int // calendar days by which a fresh plan finishes earlier; negative if later
	Moved   int // dates that a fresh plan would move
	Held    int // dates that were held whatever that costs
	Later   int // weighted days by which promises are kept less well than in a fresh plan
}

// File is one file that the plan was read from.
type File struct {
	Name   string
	SHA256 string // hexadecimal
}
