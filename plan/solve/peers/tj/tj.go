// Package tj asks TaskJuggler for a schedule of a network, so that the scheduler can be measured against it
// by the same rules. [Export] writes the network as a TaskJuggler project and [Project.Read] takes the CSV
// report of that project back as a schedule, which package verify then checks like any other. No code of the
// product imports the package.
//
// Work is of whole days and begins in the morning, so that TaskJuggler, which counts in hours, has no cause to
// begin anything later in a day. A working day has as few hours as is asked for: with one, TaskJuggler has no
// more to look at than it must; eight are what its users have, and decide ties between activities otherwise.
// Work without a team is a length in working days of the project, which are those of the programme's calendar. A
// team is as many crews as can work at once; what a team must not do, and what it lacks for a while, is leave of
// its crews. A promise is the maxend of a milestone, of which TaskJuggler only warns.
//
// What TaskJuggler cannot be asked by the same rules, Export refuses: maximum lags, other links than from
// finish to start, meeting dates, contracts, progress, prices of soft windows, work without a team that rests
// while others work, and work of several days for a team, which TaskJuggler interrupts for other work.
package tj

import (
	"fmt"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// Order is the priorities that TaskJuggler is given. It has no other means to prefer a promise: it books
// activities in the order of their priorities and, where these are equal, of their own criticalness.
type Order uint8

const (
	ByCriticalness Order = iota // all alike
	ByPromise                   // the earlier the promise that an activity serves, the higher
)

// Options say how TaskJuggler is asked.
type Options struct {
	Order Order
	Hours int // of a working day, which begins at nine, 1 to 14; 0 is read as 1
}

// Project is a network as a TaskJuggler project.
type Project struct {
	Text string // of the project file

	network  *plan.Network
	activity map[string]int // by the id of its task
	evening  string         // when a working day ends
}

// ReportName is the name of the project's report; its file has .csv after it.
const ReportName = "dates"

// Export writes a network as a project. The error names the first activity that TaskJuggler cannot be asked
// to schedule by the same rules.
func Export(n *plan.Network, o Options) (*Project, error) {
	rule, found := n.Plan.WorkingCalendar(n.Plan.Programme.Calendar)
	if !found {
		return nil, fmt.Errorf("the calendar %q of the programme is not known", n.Plan.Programme.Calendar)
	}
	e := &exporter{network: n, Options: o, ids: make([]string, len(n.Activities)), known: map[*plan.Terms][]bool{}}
	e.Hours = max(e.Hours, 1)
	e.working = e.days(calendar.Compile(rule, n.Horizon).Works)
	if err := e.check(); err != nil {
		return nil, err
	}
	activity, err := e.name()
	if err != nil {
		return nil, err
	}
	if err := e.findTeams(); err != nil {
		return nil, err
	}
	e.writeProject()
	e.writeTeams()
	e.writeStarts()
	e.writeTasks()
	e.writeGoals()
	e.writeReport()
	return &Project{Text: e.text.String(), network: n, activity: activity, evening: e.evening()}, nil
}

type exporter struct {
	network *plan.Network
	Options
	working []bool   // the days of the horizon that the programme's calendar works
	ids     []string // of the tasks of activities
	teams   []team   // by the network's index
	known   map[*plan.Terms][]bool
	text    strings.Builder
}

func (e *exporter) print(format string, args ...any) { fmt.Fprintf(&e.text, format, args...) }

// days asks for each day of the horizon.
func (e *exporter) days(works func(calendar.Date) bool) []bool {
	days := make([]bool, e.network.Horizon.Days())
	for i := range days {
		days[i] = works(e.network.Horizon.From + calendar.Date(i))
	}
	return days
}

func (e *exporter) evening() string { return fmt.Sprintf("%02d:00", 9+e.Hours) }

// name gives every activity the id of its task, in which TaskJuggler takes no other sign than an underscore.
func (e *exporter) name() (map[string]int, error) {
	activity := make(map[string]int, len(e.ids))
	for i := range e.network.Activities {
		id := strings.NewReplacer("/", "__", "-", "_").Replace(e.network.Activities[i].ID)
		if other, taken := activity[id]; taken {
			return nil, fmt.Errorf("%q and %q have the same id in TaskJuggler, %q",
				e.network.Activities[other].ID, e.network.Activities[i].ID, id)
		}
		e.ids[i], activity[id] = id, i
	}
	return activity, nil
}

// writeProject writes the horizon, the slots and the working days.
func (e *exporter) writeProject() {
	h := e.network.Horizon
	e.print("project race %s %s - %s {\n", quoted(e.network.Plan.Programme.Name), h.From, h.To+1)
	e.print("  timezone \"UTC\"\n  timingresolution 60 min\n  dailyworkinghours %d\n", e.Hours)
	e.writeHours("  ", e.working)
	e.print("}\n")
	for _, span := range e.closed(e.working, e.working, false) {
		e.writeLeave("", span)
	}
}

func (e *exporter) writeReport() {
	e.print("taskreport %s %q {\n  formats csv\n  columns id, start, end\n", ReportName, ReportName)
	e.print("  timeformat \"%%Y-%%m-%%d %%H:%%M\"\n}\n")
}

// quoted is a text as TaskJuggler reads it.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// priorities are those of the activities: promises are ranked by their dates, from 999 down, and an activity
// has the rank of the earliest that it serves itself. What serves none has 1, 500 is the default.
func (e *exporter) priorities() []int {
	all := make([]int, len(e.ids))
	for i := range all {
		all[i] = 500
	}
	if e.Order == ByCriticalness {
		return all
	}
	earliest := make([]calendar.Date, len(e.ids))
	var dates []calendar.Date
	for i := range e.network.Goals {
		g := &e.network.Goals[i]
		if g.By.IsZero() {
			continue
		}
		dates = append(dates, g.By)
		for _, member := range g.Members {
			if earliest[member].IsZero() || g.By < earliest[member] {
				earliest[member] = g.By
			}
		}
	}
	slices.Sort(dates)
	dates = slices.Compact(dates)
	for i, date := range earliest {
		all[i] = 1
		if rank, found := slices.BinarySearch(dates, date); found {
			all[i] = max(999-rank, 2)
		}
	}
	return all
}
