// Package verify checks a schedule against its network from scratch. It shares no code with whoever
// made the schedule and believes nothing that was worked out in advance: it goes back to what the plan
// says — calendar rules, blackout windows and their scopes, team sizes and their reductions, contract
// dates, progress — and walks the days one by one.
//
// [Check] is the one function most readers need. Its [Report] names every rule that is broken, with
// the activities, dates and numbers, and says for each rule how many facts were looked at, so that a
// check that looked at nothing can be seen.
//
// What is taken from the network as it stands: which activities there are, of which kind and place, and
// which links join them. Everything else is derived a second time, and where the network disagrees
// with the plan, that is a violation too.
package verify

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// Report is the outcome of a check.
type Report struct {
	// Violations are the hard rules broken, in the order of the rules, then of the activities.
	Violations []Violation
	// Rules says for every rule how many facts were checked.
	Rules []RuleCount
	// Entered are the blackouts that work lies in although they apply to it, each with the reason
	// why that is allowed. They are no violations.
	Entered []Entry
}

// OK reports whether no rule is broken.
func (r Report) OK() bool { return len(r.Violations) == 0 }

// Violation is one hard rule broken.
type Violation struct {
	Rule       Rule
	Activities []string // ids; empty if the rule is not about single activities
	Text       string   // one sentence with the dates and numbers
	At         source.Span
}

// RuleCount is how many facts of a rule were looked at in the schedule: rows and ends of activities,
// pairs of an activity and a blackout, links, meetings with a gate, days on which a team is needed.
// Comparing the network with the plan is not counted.
type RuleCount struct {
	Rule    Rule
	Checked int
}

// Check compares a schedule with the network it is for and with the plan behind that.
func Check(n *plan.Network, s *plan.Schedule) Report {
	c := newChecker(n, s)
	c.checkRows()
	c.checkActivities()
	c.checkLinks()
	c.checkMaximumLags()
	c.checkMilestones()
	c.checkTeams()
	c.checkMeetings()
	c.checkPromises()
	return c.report()
}

// checker is a check under way. Slices of one value for each activity go by the network's index.
type checker struct {
	net  *plan.Network
	plan *plan.Plan
	days *days

	facts []facts
	waits []bool // it waits for something
	rows  []plan.Row
	sound []bool // the row can be checked further: it has dates, in order, that lie near the horizon

	meetings map[*plan.Calendar][]calendar.Date

	list    []plan.Row // the schedule as given
	found   map[Rule][]Violation
	checked map[Rule]int
	entered []Entry
}

func newChecker(n *plan.Network, s *plan.Schedule) *checker {
	c := &checker{
		net:      n,
		plan:     n.Plan,
		days:     newDays(n.Plan),
		rows:     make([]plan.Row, len(n.Activities)),
		sound:    make([]bool, len(n.Activities)),
		list:     s.Rows,
		waits:    readWaits(n),
		meetings: map[*plan.Calendar][]calendar.Date{},
		found:    map[Rule][]Violation{},
		checked:  map[Rule]int{},
	}
	c.facts = readFacts(c)
	return c
}

func (c *checker) activity(i int) *plan.Activity { return &c.net.Activities[i] }

// name is an activity as it stands in a sentence.
func (c *checker) name(i int) string { return quote(c.net.Activities[i].ID) }

// broken notes a violation about some activities.
func (c *checker) broken(rule Rule, at source.Span, text string, activities ...int) {
	v := Violation{Rule: rule, Text: text, At: at}
	for _, i := range activities {
		v.Activities = append(v.Activities, c.net.Activities[i].ID)
	}
	c.found[rule] = append(c.found[rule], v)
}

// brokenBy notes a violation about one activity, at the place of a key of its step.
func (c *checker) brokenBy(rule Rule, i int, key, text string) {
	var at source.Span
	if step := c.activity(i).Step; step != nil {
		at = step.Place(key)
	}
	c.broken(rule, at, text, i)
}

func (c *checker) count(rule Rule, facts int) { c.checked[rule] += facts }

func (c *checker) report() Report {
	r := Report{Entered: c.entered}
	for _, rule := range Rules {
		r.Violations = append(r.Violations, c.found[rule]...)
		r.Rules = append(r.Rules, RuleCount{rule, c.checked[rule]})
	}
	return r
}

// status is the as-at date; without one, the programme's start.
func (c *checker) status() calendar.Date {
	return max(c.plan.Programme.Status, c.plan.Programme.Start)
}
