// Package plan holds the nouns of an EPR rollout — programme, trust, phase, workflow, playbook, team,
// blackout, contract, risk — and what they become: a [Network] of activities and links, and a
// [Schedule] that gives each activity its dates. Together with the rules between the nouns ([Check])
// it is the vocabulary that every other package shares. It reads no files and schedules nothing.
//
// A [Plan] is what a person wrote. Package expand turns it into a Network, package solve gives the
// Network a Schedule, and package verify checks one against the other.
package plan

import (
	"strconv"

	"epr/calendar"
)

// Plan is a whole rollout model.
type Plan struct {
	Programme  Programme
	Calendars  Table[Calendar]
	Trusts     Table[Trust]
	Workflows  Table[Workflow]
	Teams      Table[Team]
	Blackouts  Table[Blackout]
	Waivers    Table[Waiver]
	Phases     Table[Phase]
	Playbooks  Table[Playbook]
	Activities Table[Step] // one-off work
	Adjusts    []Adjust
	Contracts  Table[Contract]
	Thresholds Table[Threshold]
	Risks      Table[Risk]
	Progress   []Progress
	Baselines  Table[Baseline]
	Scenarios  Table[Scenario]
	Scenario   *Scenario // the one that this plan is; nil for the plan itself
	Forecast   Forecasting
}

// Programme is the whole undertaking: its name, its horizon and the rules of its reports.
type Programme struct {
	Origin
	Name        string
	Start       calendar.Date // nothing is planned earlier
	End         calendar.Date // horizon; nothing may finish later
	Status      calendar.Date // as-at date; before it lies history
	Calendar    string        // default calendar id
	CostOfDelay Dated         // pounds per month of delay; empty if not stated
	Owner       string
	Confidence  Confidence // as rated by people; the zero value if nobody has
	EscalateAt  int        // risk score from which the board is told
	Bands       Bands
	Note        string
}

// Trust is an NHS body that takes part.
type Trust struct {
	Origin
	ID       string
	Name     string
	ODS      string // ODS organisation code, as "RWD"
	Sites    Table[Site]
	Groups   []string
	Staff    Staff
	Calendar string
	Note     string
}

// Site is a hospital or other place of a trust where people go live together.
type Site struct {
	Origin
	ID    string
	Name  string
	Staff Staff
	Note  string
}

// Staff counts heads by staff group, in the order written.
type Staff []Heads

// Heads is the size of one staff group.
type Heads struct {
	Group string
	Count int
}

// Workflow is a clinical or administrative way of working that is designed once and used by many.
type Workflow struct {
	Origin
	ID        string
	Name      string
	Owner     string
	Specialty string
	Groups    []string
	Note      string
}

// Team is a pool of people who can do the same work.
type Team struct {
	Origin
	ID   string
	Name string
	Size Dated // people, by date
	Note string
}

// Phase is a part of the programme with members, a playbook that each of them goes through, and
// promises.
type Phase struct {
	Origin
	Target
	ID           string
	Name         string
	Trusts       []string // ids or groups; "all"
	Sites        []string
	Workflows    []string // ids or groups; "all"
	Playbooks    []string
	CompleteWhen []string // steps that finish the phase; every activity if empty
	NotBefore    calendar.Date
	After        []After
	Owner        string
	Note         string
}

// Playbook is a sequence of steps that members of a phase go through.
type Playbook struct {
	Origin
	ID    string
	Steps Table[Step]
}

// Target is what was promised about a date.
type Target struct {
	By        calendar.Date // promise: lateness is minimised
	MustBy    calendar.Date // cannot be broken
	Announced []Announced   // told to the public, oldest first; the last is in force
	Priority  int           // weight of lateness; 0 is read as 1
}

// Announced is a date as it was told to the public.
type Announced struct {
	Date  calendar.Date
	On    calendar.Date // when it was told; zero if not stated
	Where string
}

// InForce is the announced date that holds now, zero if none was announced.
func (t Target) InForce() calendar.Date {
	if len(t.Announced) == 0 {
		return calendar.Date(0)
	}
	return t.Announced[len(t.Announced)-1].Date
}

// Weight is the priority, 1 unless stated.
func (t Target) Weight() int { return max(t.Priority, 1) }

// Progress is what has happened to one activity.
type Progress struct {
	Origin
	Activity  string
	Started   calendar.Date
	Finished  calendar.Date
	Remaining Whole // working days still to do
	Note      string
}

// Whole is a whole number that may be left unsaid.
type Whole struct {
	N   int
	Set bool
}

// MarshalJSON is the number, or null if it was left unsaid.
func (w Whole) MarshalJSON() ([]byte, error) {
	if !w.Set {
		return []byte("null"), nil
	}
	return []byte(strconv.Itoa(w.N)), nil
}

// Adjust changes activities that a playbook made.
type Adjust struct {
	Origin
	Target
	Selector  string
	Days      Duration
	Attempts  Attempts
	Needs     []Need
	Calendar  string
	StartsOn  calendar.Weekdays
	NotBefore calendar.Date
	After     []After
	Owner     string
	Note      string
	Reason    string
}
