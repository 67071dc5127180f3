package reports

import (
	"cmp"
	"slices"
	"strings"

	"epr/calendar"
	"epr/plan"
)

// Outline is the plan as other planning tools hold it: an outline of phases, trusts and sites with their
// activities, the calendars they are worked by, the links between them, and the teams.
type Outline struct {
	Calendars []WorkCalendar
	Default   int           // position of the programme's calendar
	Start     calendar.Date // the first day of any of it
	Finish    calendar.Date // the last
	Rows      []OutlineRow  // each before what it contains
	Teams     []OutlineTeam // in the plan's order
	// Last is the dates of the whole in the last version, Baselines those in each approved schedule, the one approved
	// first at the head.
	Last      OutlineDates
	Baselines []OutlineBaseline
}

// OutlineRow is one line of the outline: an activity, or what contains activities.
type OutlineRow struct {
	Level         int       // 1 is the outermost
	ID, Name      string    // of a summary: the path of phase, trust and site; "" for work of no phase
	Kind          plan.Kind // "" for a summary
	Place         plan.Place
	Start, Finish calendar.Date
	State         State
	Owner         string
	HeldBy        string        // what holds its start
	Deadline      calendar.Date // its own promise; zero if it has none

	// What follows is said of activities alone.

	Days       int  // working days, 0 for a milestone
	Worked     int  // of them, those before the status date, all of what is done
	StartOfDay bool // a milestone reached when its day begins
	Calendar   int  // position among Outline.Calendars
	Pin        Pin
	Needs      []plan.Need
	After      []OutlineLink
	Notes      []string // sentences on what other tools cannot hold

	Last      OutlineDates   // in the last version
	Baselines []OutlineDates // in each of Outline.Baselines
}

// IsSummary reports whether the row contains activities rather than being one.
func (r *OutlineRow) IsSummary() bool { return r.Kind == "" }

// Pin says what keeps a planned activity on its date beyond its links, its calendar and the start of the
// programme. Other tools are told so as a constraint, because they know neither teams nor meetings.
type Pin string

// The pins.
const (
	Unpinned  Pin = ""           // its links and calendar give its date
	NotBefore Pin = "not before" // teams, windows, weekdays or stated dates hold it back to its start
	OnTheDay  Pin = "on the day" // a gate: the body meets on that day
)

// OutlineTeam is a team with its sizes.
type OutlineTeam struct {
	ID, Name string
	Sizes    []TeamSize // over the horizon, without gaps
	Most     plan.Hundredths
}

// TeamSize is the size of a team over some days.
type TeamSize struct {
	Span calendar.Span
	Size plan.Hundredths
}

// outline lays the network out. Within a place activities go by start, then by id.
func (f *facts) outline() Outline {
	o := outliner{facts: f, calendars: map[string]int{}, row: make([]int, len(f.rows)), linksTo: make([][]plan.Link, len(f.rows))}
	for _, l := range f.net.Links {
		o.linksTo[l.To] = append(o.linksTo[l.To], l)
	}
	o.out.Default, o.out.Baselines = o.standard(), f.outlineBaselines()
	for k, i := range o.order() {
		o.enter(f.activity(i).Place, k == 0)
		o.row[i] = len(o.out.Rows)
		o.out.Rows = append(o.out.Rows, o.activityRow(i))
		o.stretch(i)
	}
	for i := range f.rows {
		o.link(i)
	}
	o.out.Teams = f.outlineTeams()
	return o.out
}

// outliner lays one outline.
type outliner struct {
	*facts
	out       Outline
	calendars map[string]int       // positions, by what their days depend on
	counts    []*calendar.Calendar // the same calendars, for counting
	linksTo   [][]plan.Link        // what each activity waits for
	row       []int                // of each activity
	open      []int                // rows of the summaries that contain the next activity, outermost first
	place     plan.Place           // of the innermost
}

// order is the activities by phase, trust and site as the plan has them, what belongs to all of them first.
func (o *outliner) order() []int {
	phase, trust, site := ranks(o.plan.Phases.IDs()), ranks(o.plan.Trusts.IDs()), map[string]int{}
	for id, t := range o.plan.Trusts.All() {
		for k, s := range t.Sites.IDs() {
			site[id+"/"+s] = k + 1
		}
	}
	order := make([]int, len(o.rows))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		p, q := o.activity(a).Place, o.activity(b).Place
		return cmp.Or(
			cmp.Compare(phase[p.Phase], phase[q.Phase]),
			cmp.Compare(trust[p.Trust], trust[q.Trust]),
			cmp.Compare(site[p.Trust+"/"+p.Site], site[q.Trust+"/"+q.Site]),
			cmp.Compare(o.rows[a].Start, o.rows[b].Start),
		)
	})
	return order
}

// ranks numbers ids from 1 on.
func ranks(ids []string) map[string]int {
	rank := map[string]int{}
	for k, id := range ids {
		rank[id] = k + 1
	}
	return rank
}

// enter closes and opens summaries until the innermost is that of a place.
func (o *outliner) enter(p plan.Place, first bool) {
	if first || p.Phase != o.place.Phase {
		o.open, o.place = nil, plan.Place{Phase: p.Phase}
		name := o.phaseName(p.Phase)
		if p.Phase == "" {
			name = o.unphased()
		}
		o.summary(name)
	}
	if p.Trust != o.place.Trust {
		o.open, o.place = o.open[:1], plan.Place{Phase: p.Phase, Trust: p.Trust}
		o.summary(o.trustName(p.Trust))
	}
	if p.Site != o.place.Site {
		o.open, o.place = o.open[:min(2, len(o.open))], plan.Place{Phase: p.Phase, Trust: p.Trust, Site: p.Site}
		o.summary(o.siteName(p.Trust, p.Site))
	}
}

func (o *outliner) summary(name string) {
	id := strings.TrimSuffix(plan.ActivityID(o.place, ""), "/")
	row := OutlineRow{Level: len(o.open) + 1, ID: id, Name: name, Place: o.place, Baselines: make([]OutlineDates, len(o.out.Baselines))}
	if end, ok := o.ends[id]; ok && o.place.Trust == "" {
		row.Deadline = promiseOf(end.goal.Target).Date
		row.Owner = o.plan.Phases.Get(id).Owner
	}
	o.open = append(o.open, len(o.out.Rows))
	o.out.Rows = append(o.out.Rows, row)
}

// stretch makes the open summaries, and the outline, contain the last row.
func (o *outliner) stretch(i int) {
	added := o.out.Rows[o.row[i]]
	for _, k := range o.open {
		s := &o.out.Rows[k]
		if s.Start.IsZero() {
			s.State = added.State
		} else if s.State != added.State {
			s.State = UnderWay
		}
		s.Start, s.Finish = widen(s.Start, s.Finish, added.Start, added.Finish)
		s.Last.contain(added.Last)
		for b, dates := range added.Baselines {
			s.Baselines[b].contain(dates)
		}
	}
	o.out.Start, o.out.Finish = widen(o.out.Start, o.out.Finish, added.Start, added.Finish)
	o.out.Last.contain(added.Last)
	for b, dates := range added.Baselines {
		o.out.Baselines[b].Whole.contain(dates)
	}
}

// widen is a period that contains another, which may be none.
func widen(from, to, start, finish calendar.Date) (calendar.Date, calendar.Date) {
	if start.IsZero() {
		return from, to
	}
	if from.IsZero() || start < from {
		from = start
	}
	return from, max(to, finish)
}

func (f *facts) outlineTeams() []OutlineTeam {
	var list []OutlineTeam
	for k := range f.net.Teams {
		s := &f.net.Teams[k]
		t := OutlineTeam{ID: s.Team.ID, Name: orID(s.Team.Name, s.Team.ID)}
		for i, size := range s.Size {
			day := s.From + calendar.Date(i)
			if last := len(t.Sizes) - 1; last >= 0 && t.Sizes[last].Size == size {
				t.Sizes[last].Span.To = day
			} else {
				t.Sizes = append(t.Sizes, TeamSize{calendar.Span{From: day, To: day}, size})
			}
			t.Most = max(t.Most, size)
		}
		list = append(list, t)
	}
	return list
}
