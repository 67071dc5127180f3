package reports

import (
	"epr/calendar"
	"epr/plan"
)

// Provenance is where the pack comes from and what it rests on.
type Provenance struct {
	Files       []File
	Version     string
	Status      calendar.Date
	Counts      Counts
	Calendars   []CalendarUse // working calendars, then meeting calendars
	Solve       Solve
	Checks      []Check
	Checked     int // facts the independent check tested
	Failed      int // of them, those that failed
	Waivers     []Waiver
	SoftEntries []SoftEntry
	Adjusts     []Adjust
	Assumptions []string // sentences
	Limits      []string // sentences: what the pack does not say
}

// Counts is the size of the plan.
type Counts struct {
	Activities, Links, Phases, Trusts, Sites, Workflows, Teams, Blackouts, Contracts, Risks int
}

// Adjust is a change that the plan makes to activities of its playbooks.
type Adjust struct {
	Selector   string
	Reason     string
	Activities int // that it changes
}

func (f *facts) provenance(p *Pack) Provenance {
	v := Provenance{
		Files:       f.in.Files,
		Version:     f.in.Version,
		Status:      f.status,
		Counts:      f.counts(),
		Calendars:   f.calendars(),
		Solve:       f.in.Solve,
		Checks:      f.in.Checks,
		Waivers:     p.Clashes.Waivers,
		SoftEntries: p.Clashes.SoftEntries,
		Adjusts:     f.adjusts(),
	}
	for _, check := range v.Checks {
		v.Checked += check.Counted
		v.Failed += check.Failed
	}
	v.Assumptions = f.assumptions()
	v.Limits = f.limits()
	return v
}

func (f *facts) counts() Counts {
	c := Counts{
		Activities: len(f.net.Activities),
		Links:      len(f.net.Links),
		Phases:     f.plan.Phases.Len(),
		Trusts:     f.plan.Trusts.Len(),
		Workflows:  f.plan.Workflows.Len(),
		Teams:      f.plan.Teams.Len(),
		Blackouts:  f.plan.Blackouts.Len(),
		Contracts:  f.plan.Contracts.Len(),
		Risks:      f.plan.Risks.Len(),
	}
	for _, trust := range f.plan.Trusts.All() {
		c.Sites += trust.Sites.Len()
	}
	return c
}

func (f *facts) adjusts() []Adjust {
	by := map[*plan.Adjust]int{}
	for i := range f.net.Activities {
		for _, adjust := range f.activity(i).Adjusts {
			by[adjust]++
		}
	}
	var list []Adjust
	for i := range f.plan.Adjusts {
		source := &f.plan.Adjusts[i]
		list = append(list, Adjust{Selector: source.Selector, Reason: source.Reason, Activities: by[source]})
	}
	return list
}
