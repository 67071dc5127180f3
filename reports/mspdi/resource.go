package mspdi

import (
	"strings"

	"epr/plan"
	"epr/reports"
)

type resource struct {
	UID                 int
	ID                  int
	Name                string
	Type                int // 1 is people
	IsNull              int
	MaxUnits            string
	CanLevel            int
	AvailabilityPeriods *availabilityPeriods `xml:",omitempty"`
}

type availabilityPeriods struct {
	AvailabilityPeriod []availability
}

type availability struct {
	AvailableFrom  string
	AvailableTo    string
	AvailableUnits string
}

type assignment struct {
	UID                 int
	TaskUID             int
	ResourceUID         int
	PercentWorkComplete int
	ActualFinish        string `xml:",omitempty"`
	ActualStart         string `xml:",omitempty"`
	ActualWork          string
	Finish              string
	RemainingWork       string
	Start               string
	Units               string
	Work                string
}

func resources(o *reports.Outline) []resource {
	var list []resource
	for k := range o.Teams {
		t := &o.Teams[k]
		r := resource{UID: k + 1, ID: k + 1, Name: resourceName(t), Type: 1, MaxUnits: people(t.Most), CanLevel: yes}
		if len(t.Sizes) > 0 {
			r.AvailabilityPeriods = &availabilityPeriods{}
			for _, size := range t.Sizes {
				r.AvailabilityPeriods.AvailabilityPeriod = append(r.AvailabilityPeriods.AvailabilityPeriod, availability{
					size.Span.From.String() + "T00:00:00", size.Span.To.String() + "T23:59:00", people(size.Size)})
			}
		}
		list = append(list, r)
	}
	return list
}

// resourceName leaves out what Project refuses in the name of a resource: brackets, and what separates the
// names of several.
func resourceName(t *reports.OutlineTeam) string {
	return titleOf(strings.NewReplacer("[", "(", "]", ")", ",", " ", ";", " ").Replace(t.Name), t.ID)
}

func assignments(o *reports.Outline) []assignment {
	team := map[string]int{}
	for k := range o.Teams {
		team[o.Teams[k].ID] = k + 1
	}
	var list []assignment
	for k := range o.Rows {
		row := &o.Rows[k]
		for _, need := range row.Needs {
			a := assignment{UID: len(list) + 1, TaskUID: taskUID(k), ResourceUID: team[need.Team],
				ActualWork: workOf(need.Amount, row.Worked), RemainingWork: workOf(need.Amount, row.Days-row.Worked),
				Start: starts(row, row.Start), Finish: finishes(row, row.Finish), Units: people(need.Amount), Work: workOf(need.Amount, row.Days)}
			if row.Days > 0 {
				a.PercentWorkComplete = percentOfTheWhole * row.Worked / row.Days
			}
			if row.State != reports.Planned {
				a.ActualStart = a.Start
			}
			if row.State == reports.Done {
				a.ActualFinish = a.Finish
			}
			list = append(list, a)
		}
	}
	return list
}

// work is the time of everybody on an activity over some days; "" if nobody is needed.
func work(row *reports.OutlineRow, days int) string {
	if len(row.Needs) == 0 {
		return ""
	}
	var all plan.Hundredths
	for _, need := range row.Needs {
		all += need.Amount
	}
	return workOf(all, days)
}

func workOf(n plan.Hundredths, days int) string {
	return minutes(int(n) * days * minutesPerDay / int(plan.One))
}
