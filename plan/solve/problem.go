package solve

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/solve/model"
)

// problem is a network as an integer model, with the way back. Day 0 of the model is the first day of the
// network's horizon.
type problem struct {
	network *plan.Network
	model   *model.Model
	status  calendar.Date

	task     []int32 // of each activity; model.None if it is done
	activity []int   // of each task
	states   []state // of each activity

	calendars map[*calendar.Calendar]int32
	domains   map[domainKey]domains
	resources map[string]int32         // teams
	slots     map[*plan.Calendar]int32 // meeting calendars whose decisions are limited
	bodies    []*plan.Calendar         // the same: their resources follow those of the teams
	softs     map[*plan.Blackout]int32
	projects  map[plan.Place]int32
	steps     map[*plan.Step]int32
}

// The calendar and the domain of milestones: every day.
const (
	everyDay int32 = 0
	anyDay   int32 = 0
)

func translate(n *plan.Network) *problem {
	horizon := int32(n.Horizon.Days())
	p := &problem{
		network: n,
		model: &model.Model{
			Horizon:   horizon,
			Calendars: []model.Calendar{model.EveryDay(horizon)},
			Domains:   []model.Domain{model.AnyDay(horizon)},
		},
		status:    max(n.Plan.Programme.Status, n.Horizon.From),
		calendars: map[*calendar.Calendar]int32{},
		domains:   map[domainKey]domains{},
		resources: map[string]int32{},
		slots:     map[*plan.Calendar]int32{},
		softs:     map[*plan.Blackout]int32{},
		projects:  map[plan.Place]int32{},
		steps:     map[*plan.Step]int32{},
	}
	p.addTeams()
	p.makeRoom(len(n.Activities), len(n.Links))
	for i := range n.Activities {
		p.addActivity(i)
	}
	for i := range n.Links {
		p.addLink(i)
	}
	for i := range n.Goals {
		p.addGoal(&n.Goals[i])
	}
	if err := p.model.Validate(); err != nil {
		panic("solve: " + err.Error())
	}
	return p
}

// makeRoom makes room for as many tasks and arcs as there can be.
func (p *problem) makeRoom(activities, links int) {
	p.states, p.task, p.activity = make([]state, 0, activities), make([]int32, 0, activities), make([]int, 0, activities)
	p.model.Tasks, p.model.Arcs = make([]model.Task, 0, activities), make([]model.Arc, 0, links)
}

// day is the number of a date in the model; negative before the horizon.
func (p *problem) day(d calendar.Date) int32 { return int32(d - p.network.Horizon.From) }

// date is the date of a day of the model.
func (p *problem) date(day int32) calendar.Date { return p.network.Horizon.From + calendar.Date(day) }

// addTeams makes a resource of each team.
func (p *problem) addTeams() {
	for i := range p.network.Teams {
		supply := &p.network.Teams[i]
		capacity := make([]int32, p.model.Horizon)
		for day := range capacity {
			capacity[day] = int32(supply.On(p.date(int32(day))))
		}
		p.resources[supply.Team.ID] = p.addResource(capacity)
	}
}

func (p *problem) addResource(capacity []int32) int32 {
	p.model.Resources = append(p.model.Resources, model.Resource{Capacity: capacity})
	return int32(len(p.model.Resources)) - 1
}

// calendarOf makes the table of a calendar, once.
func (p *problem) calendarOf(c *calendar.Calendar) int32 {
	if known, ok := p.calendars[c]; ok {
		return known
	}
	worked := make([]bool, p.model.Horizon)
	for day := range worked {
		worked[day] = c.Works(p.date(int32(day)))
	}
	p.model.Calendars = append(p.model.Calendars, model.NewCalendar(worked))
	made := int32(len(p.model.Calendars)) - 1
	p.calendars[c] = made
	return made
}
