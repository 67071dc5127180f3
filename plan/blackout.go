package plan

import "epr/calendar"

// Blackout is a window of days on which some work must not happen, or happens with fewer people.
type Blackout struct {
	Origin
	ID         string
	Name       string
	Windows    calendar.Windows
	Effect     Effect
	Blocks     []Kind // every kind if empty
	Phases     []string
	Trusts     []string // ids or groups
	Sites      []string
	Activities []string // selectors
	Capacity   []Factor
	Soft       bool
	Price      Hundredths // pounds for each activity that enters a soft window
	Source     string
	Note       string
}

// Effect is what a blackout does to the work in its scope.
type Effect int

const (
	// NoEffect leaves activities alone; such a blackout only reduces team sizes.
	NoEffect Effect = iota
	// Forbid keeps the whole span of an activity, weekends included, outside the window.
	Forbid
	// Pause stops work on the days of the window; a span may bridge them.
	Pause
)

// String is the effect as written in a plan.
func (e Effect) String() string { return [...]string{"", "forbid", "pause"}[e] }

// Factor multiplies the size of a team.
type Factor struct {
	Team string
	By   Hundredths
}

// Waiver lets named activities enter a blackout. Every waiver is reported.
type Waiver struct {
	Origin
	ID         string
	Blackout   string
	Activities []string // selectors
	Approver   string
	Date       calendar.Date
	Reason     string
}

// Calendar is a calendar of the plan: either a working calendar (Working is set) or a meeting calendar
// (Meeting is set).
type Calendar struct {
	Origin
	ID      string
	Name    string
	Working *calendar.Rule
	Meeting *Meeting
	Note    string
}

// Meeting is a body that meets on known dates.
type Meeting struct {
	Dates  []calendar.Date
	Rule   *calendar.MeetingRule // nil if the dates are listed
	Except []calendar.Date
	Slots  int // decisions one meeting can take; 0 is no limit
	Papers int // working days before a meeting at which its papers close
}

// IsStated reports whether anything says when the body meets.
func (m *Meeting) IsStated() bool { return len(m.Dates) > 0 || m.Rule != nil }

// On lists the meetings within a span, in order and without repeats.
func (m *Meeting) On(span calendar.Span) []calendar.Date {
	return calendar.Meetings(m.Dates, m.Rule, m.Except, span)
}

// LastClosing finds the blackout that a span of days runs into, and the window of it, cut to the horizon: of several
// the one that ends last. It is nil if the span runs into none.
func LastClosing(blackouts []*Blackout, span, horizon calendar.Span) (*Blackout, calendar.Span) {
	var found *Blackout
	var until calendar.Span
	for _, b := range blackouts {
		for _, window := range b.Windows.In(horizon) {
			if window.Overlaps(span) && window.To > until.To {
				found, until = b, window
			}
		}
	}
	return found, until
}
