package diff

import (
	"reflect"

	"epr/calendar"
	"epr/plan"
)

// mixer makes a plan that lies between two versions: of every key that differs it takes the new value or
// leaves the old one, as takes says. A noun in both versions is compared key by key, one in a single version
// is taken or left as a whole. What moves no date (names, notes, risks, the forecast) is the new version's.
//
// Where something refers to what is not there yet, it waits: a need of a team that a later group adds, an
// adjustment of an activity that is still to come.
type mixer struct {
	old, new *plan.Plan
	takes    func(Group, noun, string) bool
	span     calendar.Span // in which the content of calendars and windows is compared
	ids      map[string]bool
	selected map[string]bool
}

// noun is what an edit stands under, in both versions.
type noun struct {
	header   string
	old, new plan.Origin
	change   Change
}

func (n noun) as(c Change) noun {
	n.change = c
	return n
}

// pick gives a key its value: the new one if it is the same or taken, else the old one.
func pick[T any](x *mixer, g Group, n noun, key string, old, new T) T {
	return pickBy(x, g, n, key, old, new, same(old, new))
}

// pickBy is pick for what is the same by other rules.
func pickBy[T any](x *mixer, g Group, n noun, key string, old, new T, isSame bool) T {
	if isSame || x.takes(g, n.as(Changed), key) {
		return new
	}
	return old
}

// same compares two values; an empty list is the same as none.
func same(a, b any) bool {
	if v, w := reflect.ValueOf(a), reflect.ValueOf(b); v.Kind() == reflect.Slice && v.Len() == 0 && w.Len() == 0 {
		return true
	}
	return reflect.DeepEqual(a, b)
}

// table is the nouns of a table: those of both versions mixed, those of one taken or left. They stand in the
// order of the new version, what only the old one has after it.
func table[T any](x *mixer, g Group, name string, old, new *plan.Table[T], at func(*T) plan.Origin, mix func(noun, *T, *T) *T) plan.Table[T] {
	var made plan.Table[T]
	for id, is := range new.All() {
		n := noun{header: name + "." + id, new: at(is)}
		if was := old.Get(id); was != nil {
			n.old = at(was)
			made.Add(id, mix(n, was, is))
		} else if x.takes(g, n.as(Added), "") {
			made.Add(id, is)
		}
	}
	for id, was := range old.All() {
		n := noun{header: name + "." + id, old: at(was)}
		if !new.Has(id) && !x.takes(g, n.as(Removed), "") {
			made.Add(id, was)
		}
	}
	return made
}

// plan is the plan in between. ids are those of the activities it has: they depend on the scope alone.
func (x *mixer) plan() *plan.Plan {
	p := &plan.Plan{Thresholds: x.new.Thresholds}
	p.Programme = x.programme()
	p.Calendars = table(x, Capacity, "calendar", &x.old.Calendars, &x.new.Calendars, originOfCalendar, x.calendar)
	p.Trusts = table(x, Scope, "trust", &x.old.Trusts, &x.new.Trusts, originOfTrust, x.trust)
	p.Workflows = table(x, Scope, "workflow", &x.old.Workflows, &x.new.Workflows, originOfWorkflow, x.workflow)
	p.Teams = table(x, Capacity, "team", &x.old.Teams, &x.new.Teams, originOfTeam, x.team)
	p.Blackouts = table(x, Capacity, "blackout", &x.old.Blackouts, &x.new.Blackouts, originOfBlackout, x.blackout)
	p.Waivers = table(x, Targets, "waiver", &x.old.Waivers, &x.new.Waivers, originOfWaiver, x.waiver)
	p.Phases = table(x, Scope, "phase", &x.old.Phases, &x.new.Phases, originOfPhase, x.phase)
	p.Playbooks = table(x, Scope, "playbook", &x.old.Playbooks, &x.new.Playbooks, originOfPlaybook, x.playbook)
	p.Activities = table(x, Scope, "activity", &x.old.Activities, &x.new.Activities, originOfStep, x.step)
	p.Contracts = table(x, Capacity, "contract", &x.old.Contracts, &x.new.Contracts, originOfContract, x.contract)
	p.Adjusts = x.adjusts()
	p.Progress = x.progress()
	return p
}

func originOfCalendar(c *plan.Calendar) plan.Origin { return c.Origin }
func originOfTrust(t *plan.Trust) plan.Origin       { return t.Origin }
func originOfSite(s *plan.Site) plan.Origin         { return s.Origin }
func originOfWorkflow(w *plan.Workflow) plan.Origin { return w.Origin }
func originOfTeam(t *plan.Team) plan.Origin         { return t.Origin }
func originOfBlackout(b *plan.Blackout) plan.Origin { return b.Origin }
func originOfWaiver(w *plan.Waiver) plan.Origin     { return w.Origin }
func originOfPhase(p *plan.Phase) plan.Origin       { return p.Origin }
func originOfPlaybook(p *plan.Playbook) plan.Origin { return p.Origin }
func originOfStep(s *plan.Step) plan.Origin         { return s.Origin }
func originOfContract(c *plan.Contract) plan.Origin { return c.Origin }
