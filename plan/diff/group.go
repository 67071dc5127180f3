package diff

// Group is one of the five kinds of edits that dates are attributed to. The half-step method of AACE MIP 3.4
// separates progress from revisions; the finer split is ours.
type Group int

// The groups, in the order in which they are applied.
const (
	// Progress is what happened: actual dates, remaining work, the status date.
	Progress Group = iota
	// Estimates are durations, ranges, quantities, rates, heads to train, and the people that work needs.
	Estimates
	// Scope is which work there is and what waits for what: activities, members, links, lags.
	Scope
	// Capacity is when work can be done and by how many: calendars, blackouts, sizes of teams, meetings,
	// contracts, weekdays to start on.
	Capacity
	// Targets are dates that people set: promises, dates not to begin before, priorities, and waivers.
	Targets
)

// Groups lists the groups in the order in which they are applied.
var Groups = [...]Group{Progress, Estimates, Scope, Capacity, Targets}

var groupNames = [...]string{"progress", "estimates", "scope", "capacity and windows", "targets"}

// String is the name of the group, as in a table.
func (g Group) String() string { return groupNames[g] }

// MarshalText is the name of the group.
func (g Group) MarshalText() ([]byte, error) { return []byte(g.String()), nil }
