package plan

// Scenario is a named set of edits of a plan, to be planned beside it: other sizes, other dates, things left out.
// Whoever reads a plan makes the edits; here they are only named.
type Scenario struct {
	Origin
	ID   string
	Name string
	Note string
	Drop []string // what it leaves out, as "blackout.winter"
}
