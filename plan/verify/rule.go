package verify

// Rule names a hard rule.
type Rule string

// The hard rules.
const (
	// Missing: every activity has one row, and rows are sorted by id so that they can be found.
	Missing Rule = "missing"
	// Extra: every row is of an activity, and no activity has two.
	Extra Rule = "extra"
	// Span: a row has two dates in order, and the worked days between them are those the work takes.
	Span Rule = "span"
	// Horizon: nothing is planned before the programme's start or after its end.
	Horizon Rule = "horizon"
	// Progress: what is done keeps its dates, what has started keeps its start and has room for what
	// remains, and what has not started is planned from the status date on.
	Progress Rule = "progress"
	// Calendar: work starts and finishes on worked days of its own calendar.
	Calendar Rule = "calendar"
	// Blackout: no day of a span lies in a window that forbids it, and no end of it on a day that pauses it.
	Blackout Rule = "blackout"
	// StartsOn: work starts on one of the weekdays it may start on.
	StartsOn Rule = "starts-on"
	// NotBefore: work does not start before its own or its phase's earliest date.
	NotBefore Rule = "not-before"
	// Contract: the work a contract covers lies inside it.
	Contract Rule = "contract"
	// Outlast: work finishes while the legacy contracts that must outlast it still run.
	Outlast Rule = "outlast"
	// MustBy: dates that cannot be broken are kept, by activities and by phases.
	MustBy Rule = "must-by"
	// Gate: a gate takes one day, on which its body meets, and its papers close in time.
	Gate Rule = "gate"
	// Slots: no meeting takes more decisions than it can.
	Slots Rule = "slots"
	// Milestone: a milestone has one day, the first on which all it waits for is reached.
	Milestone Rule = "milestone"
	// Link: work waits for what it has to wait for.
	Link Rule = "link"
	// MaximumLag: work does not come later than it may after what it is tied to.
	MaximumLag Rule = "maximum-lag"
	// Team: on no day more people of a team are needed than there are.
	Team Rule = "team"
)

// Rules lists every rule, in the order of a report.
var Rules = []Rule{
	Missing, Extra, Span, Horizon, Progress, Calendar, Blackout, StartsOn, NotBefore, Contract, Outlast,
	MustBy, Gate, Slots, Milestone, Link, MaximumLag, Team,
}
