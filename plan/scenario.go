package plan

import "epr/plan/source"

// Scenario is a named set of edits of a plan, to be planned beside it: other sizes, other dates, things left out.
// Whoever reads a plan makes the edits; here they are only told.
type Scenario struct {
	Origin
	ID   string
	Name string
	Note string
	Drop []string // what it leaves out, as "blackout.winter"
	// Edits are what it makes otherwise, what it leaves out first, then in the order written. Only the scenario that
	// a plan is has them.
	Edits []Edit
}

// Edit is one statement of a plan that a scenario makes otherwise.
type Edit struct {
	Path string // as "team.trainers.size", or "blackout.winter" for a table as a whole
	Kind EditKind
	// Was and Is are the two values as they stand in the model, on one line; empty where there is none and for
	// tables.
	Was, Is string
	At      source.Span
}

// EditKind is what a scenario does to a statement.
type EditKind string

// The kinds of edits.
const (
	EditSet     EditKind = "set"
	EditAdded   EditKind = "added"
	EditRemoved EditKind = "removed"
)

// String says an edit in words: "team.trainers.size: 12 → 20", "blackout.winter removed".
func (e Edit) String() string {
	switch {
	case e.Kind == EditSet:
		return e.Path + ": " + e.Was + " → " + e.Is
	case e.Kind == EditAdded && e.Is != "":
		return e.Path + ": " + e.Is + " added"
	}
	return e.Path + " " + string(e.Kind)
}
