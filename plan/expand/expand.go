// Package expand turns a plan into its activity network: phases × trusts × sites × workflows ×
// playbook steps become activities with ids such as "one/ulth/lincoln/go-live", names in "after"
// become links, blackouts and contracts become limits on when each activity may run. [Expand] is the
// one function most readers need. It decides no dates; it only finds out whether each activity, on
// its own, has a day on which it could start at all.
//
// Like the checks before it, it reports every problem it finds and leaves out only what the problem
// spoils, so that one misspelt name does not hide ten others.
package expand

import (
	"cmp"
	"slices"

	"epr/plan"
	"epr/plan/source"
)

// Expand works out the network of a plan. The network is fit to be scheduled only if none of the
// problems is an error.
func Expand(p *plan.Plan) (*plan.Network, []source.Problem) {
	x := &expander{
		plan:    p,
		members: map[string]phaseMembers{},
		steps:   map[stepKey][]int{},
		joins:   map[joinKey]map[plan.Place][]int{},
		hits:    map[string][]int{},
		jointAt: map[source.Span]int{},
	}
	x.net = &plan.Network{Plan: p, Horizon: horizon(p)}
	x.calendars.plan = p
	x.calendars.span = x.calendarSpan()

	x.addPhases()
	x.addOneOffs()
	x.sortActivities()
	x.tellApart()
	x.attachProgress()
	x.applyAdjusts()
	x.setDurations()
	x.setAttempts()
	x.attachContracts()
	x.setTerms()
	x.addLinks()
	x.checkJoints()
	x.findStarts()
	x.findCycles()
	x.addGoals()
	x.setLimits()
	x.addSupplies()
	x.addDrivers()
	x.checkGaps()
	x.checkHistory()
	x.checkSequence()
	return x.net, x.problems
}

// expander is an expansion under way.
type expander struct {
	plan      *plan.Plan
	net       *plan.Network
	problems  []source.Problem
	calendars calendars
	terms     termsTable

	made      []*plan.Activity // until they are sorted
	members   map[string]phaseMembers
	phasesOf  map[*plan.Step]int // how many phases go through a step
	keys      []stepKey          // of each activity
	unstaffed []unstaffed
	steps     map[stepKey][]int                // activities made by one step of one phase
	joins     map[joinKey]map[plan.Place][]int // the same, by the members they share
	byLast    map[string][]int                 // activities by the last part of their id
	hits      map[string][]int                 // what each selector has matched
	joints    []joint                          // plain names, in the order in which they were first met
	jointAt   map[source.Span]int
}

// stepKey names a playbook step in a phase, or one-off work (with an empty phase).
type stepKey struct{ phase, playbook, step string }

func (x *expander) problem(severity source.Severity, code string, at source.Span, text, hint string, notes ...source.Note) {
	x.problems = append(x.problems, source.Problem{
		Severity: severity, Code: code, At: at, Text: text, Hint: hint, Notes: notes,
	})
}

func (x *expander) activity(i int) *plan.Activity { return &x.net.Activities[i] }

// sortActivities puts the activities in the order of their ids and indexes them.
func (x *expander) sortActivities() {
	x.net.Activities = byID(x.made)
	x.made = nil
	x.dropClashes()
	x.byLast = map[string][]int{}
	for i := range x.net.Activities {
		a := x.activity(i)
		key := x.keyOf(a)
		x.keys = append(x.keys, key)
		x.steps[key] = append(x.steps[key], i)
		last := lastPart(a.ID)
		x.byLast[last] = append(x.byLast[last], i)
	}
}

// byID are activities in the order of their ids, those of one id in the order in which they were made.
func byID(activities []*plan.Activity) []plan.Activity {
	order := make([]int, len(activities))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(activities[a].ID, activities[b].ID), a-b)
	})
	sorted := make([]plan.Activity, len(order))
	for at, i := range order {
		sorted[at] = *activities[i]
	}
	return sorted
}

// dropClashes reports ids that stand for two pieces of work and keeps the first of each.
func (x *expander) dropClashes() {
	kept := x.net.Activities[:0]
	for _, a := range x.net.Activities {
		if len(kept) > 0 && kept[len(kept)-1].ID == a.ID {
			first := kept[len(kept)-1].Step
			x.problem(source.Error, "id-clash", a.Step.At,
				"two pieces of work have the id \""+a.ID+"\"",
				"give one of the steps another name",
				source.Note{At: first.At, Text: "the other one"})
			continue
		}
		kept = append(kept, a)
	}
	x.net.Activities = kept
}
