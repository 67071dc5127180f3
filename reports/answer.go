package reports

import (
	"cmp"
	"fmt"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/explain"
	"epr/plan/explain/whatif"
	"epr/plan/solve"
	"epr/plan/source"
)

// Answer says why something is when it is, and what would bring it forward.
type Answer struct {
	Asked   string        `json:"asked"` // as it was asked
	Name    string        `json:"name"`
	Targets []Target      `json:"targets"` // the last one first
	Finish  calendar.Date `json:"finish"`  // of the last one
	Promise *PromiseKept  `json:"promise,omitempty"`
	// History says how the date was announced, baselined and planned before, in sentences.
	History []string    `json:"history,omitempty"`
	Chain   []ChainStep `json:"chain"` // of the last target, from it back
	// Soonest is when it could finish if nothing else became later and nothing in the plan changed; the
	// changes start from there.
	Soonest calendar.Date `json:"soonest"`
	Changes []Change      `json:"changes"` // that bring it forward, most days first
	Tried   int           `json:"changes_tried"`
	NotBy   *NotBy        `json:"not_by,omitempty"`
}

// Target is an activity that was asked about.
type Target struct {
	ID     string        `json:"id"`
	Name   string        `json:"name"`
	Start  calendar.Date `json:"start"`
	Finish calendar.Date `json:"finish"`
	// Joins is the name of the activity at which its chain runs into the one that is told; "" if it does not,
	// and the chain that is told is its own if it is the last.
	Joins string `json:"joins,omitempty"`
	Held  string `json:"held,omitempty"` // what holds it, if it is not the last
}

// PromiseKept is what was promised and how it stands.
type PromiseKept struct {
	By   calendar.Date `json:"by"`
	Late int           `json:"late_days"` // negative if there are days to spare
}

// ChainStep is one activity of a chain with what holds it.
type ChainStep struct {
	ID     string        `json:"id"`
	Name   string        `json:"name"`
	Start  calendar.Date `json:"start"`
	Finish calendar.Date `json:"finish"`
	Holds  []Held        `json:"holds"`
}

// Held is a fact that holds an activity.
type Held struct {
	Cause   string        `json:"cause"`
	Text    string        `json:"text"`           // the end of a sentence that begins with the activity
	Also    string        `json:"also,omitempty"` // what else has to go before it could start earlier
	From    calendar.Date `json:"from"`
	To      calendar.Date `json:"to"`
	Alone   bool          `json:"alone"` // without it alone, the activity could start on Without
	Without calendar.Date `json:"without"`
	File    string        `json:"file,omitempty"`
	Line    int           `json:"line,omitempty"`
}

// Change is a single change to the plan that brings the date forward; it was made and planned again.
type Change struct {
	Text   string        `json:"text"`
	Days   int           `json:"days"` // calendar days earlier
	Finish calendar.Date `json:"finish"`
	Then   string        `json:"then,omitempty"` // what holds it then
	File   string        `json:"file,omitempty"`
	Line   int           `json:"line,omitempty"`
}

// NotBy says whether it can be by a day, and what that costs.
type NotBy struct {
	Date     calendar.Date `json:"date"`
	Possible string        `json:"possible"` // "yes", "no" or "not known"
	Moved    int           `json:"activities_moved"`
	Costs    []DateMoved   `json:"costs"`
}

// DateMoved is a promise or an event that is then on another day.
type DateMoved struct {
	ID      string        `json:"id"`
	Name    string        `json:"name"`
	From    calendar.Date `json:"from"`
	To      calendar.Date `json:"to"`
	Days    int           `json:"days"` // later; negative if earlier
	Late    int           `json:"late_days"`
	LateNow int           `json:"late_days_now"`
}

// Explain answers why the last of some activities is when it is. The goal is what they belong to, if all of
// them are its members; nil otherwise.
func Explain(n *plan.Network, s *plan.Schedule, asked string, targets []int, goal *plan.Goal) *Answer {
	e := explaining{n, s}
	targets = e.lastFirst(targets)
	chains := explain.Chains(n, s, targets)
	levers := whatif.FindLevers(n, s, targets, chains[0])
	a := &Answer{Asked: asked, Name: n.Activities[targets[0]].Name, Finish: levers.Now, Soonest: levers.Soonest,
		Tried: levers.Tried, Changes: []Change{}}
	if goal != nil {
		a.Name = orID(goal.Name, goal.ID)
		a.Promise = promiseKept(goal, a.Finish)
	}
	for k, i := range targets {
		a.Targets = append(a.Targets, e.target(i, chains[k], k > 0))
	}
	for _, step := range chains[0].Steps {
		a.Chain = append(a.Chain, e.step(step))
	}
	for _, l := range levers.List {
		c := Change{Text: l.Text, Days: l.Days, Finish: l.Finish, Then: l.Then}
		c.File, c.Line = placeOf(l.At)
		a.Changes = append(a.Changes, c)
	}
	return a
}

type explaining struct {
	net      *plan.Network
	schedule *plan.Schedule
}

func (e explaining) row(i int) plan.Row {
	row, _ := e.schedule.Find(e.net.Activities[i].ID)
	return row
}

// lastFirst orders activities by their finish, the last first.
func (e explaining) lastFirst(targets []int) []int {
	targets = slices.Clone(targets)
	slices.SortStableFunc(targets, func(a, b int) int {
		return cmp.Or(cmp.Compare(e.row(b).Finish, e.row(a).Finish), cmp.Compare(a, b))
	})
	return targets
}

func (e explaining) target(i int, chain explain.Chain, told bool) Target {
	row := e.row(i)
	t := Target{ID: row.ID, Name: e.net.Activities[i].Name, Start: row.Start, Finish: row.Finish}
	if chain.Joins >= 0 {
		t.Joins = e.net.Activities[chain.Joins].Name
	}
	if told && len(chain.Steps) > 0 {
		t.Held = e.main(chain)
	}
	return t
}

// main names what tells most of a chain: its first fact that is more than the wait for other work.
func (e explaining) main(chain explain.Chain) string {
	for _, step := range chain.Steps {
		for _, h := range step.Holds {
			if h.Cause != explain.Link && h.Cause != explain.StartsOn {
				return explain.SayFact(e.net, step.Activity, h.Fact)
			}
		}
	}
	return ""
}

func (e explaining) step(step explain.ChainStep) ChainStep {
	row := e.row(step.Activity)
	c := ChainStep{ID: row.ID, Name: e.net.Activities[step.Activity].Name, Start: row.Start, Finish: row.Finish, Holds: []Held{}}
	for _, h := range step.Holds {
		held := Held{Cause: h.Cause.String(), Text: explain.SayHold(e.net, e.schedule, step.Activity, h),
			Also: explain.SayAlso(e.net, step.Activity, h),
			From: h.From, To: h.To, Alone: h.Alone, Without: h.Without}
		held.File, held.Line = placeOf(h.At(e.net))
		c.Holds = append(c.Holds, held)
	}
	for _, r := range step.Rests {
		held := Held{Cause: explain.Blackout.String(), Text: explain.SayRest(r), From: row.Start, To: row.Finish, Alone: true, Without: r.Without}
		held.File, held.Line = placeOf(r.Blackout.At)
		c.Holds = append(c.Holds, held)
	}
	return c
}

func promiseKept(goal *plan.Goal, finish calendar.Date) *PromiseKept {
	due := goal.InForce()
	if due.IsZero() {
		due = goal.By
	}
	if due.IsZero() {
		return nil
	}
	return &PromiseKept{By: due, Late: int(finish - due)}
}

func placeOf(at source.Span) (file string, line int) {
	if at.IsZero() {
		return "", 0
	}
	line, _ = at.Position()
	return at.File.Name, line
}

// NotByOf is the answer to whether it can be by a day as data.
func NotByOf(answer whatif.NotBy) *NotBy {
	n := &NotBy{Date: answer.Date, Possible: "not known", Moved: answer.Moved, Costs: []DateMoved{}}
	switch answer.Answer {
	case solve.Feasible:
		n.Possible = "yes"
	case solve.Impossible:
		n.Possible = "no"
	}
	for _, c := range answer.Costs {
		n.Costs = append(n.Costs, DateMoved{ID: c.Goal.ID, Name: orID(c.Goal.Name, c.Goal.ID), From: c.From, To: c.To,
			Days: c.Days(), Late: c.Late, LateNow: c.LateNow})
	}
	return n
}

// placeText is where the plan states something, as editors know it; "" if it was written nowhere.
func placeText(file string, line int) string {
	if file == "" {
		return ""
	}
	return fmt.Sprintf("%s:%d", file, line)
}

// Place is where the plan states the fact.
func (h Held) Place() string { return placeText(h.File, h.Line) }

// Place is the statement of the plan to change.
func (c Change) Place() string { return placeText(c.File, c.Line) }
