package csv

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// WriteSchedule writes every activity of a pack in the order of its outline, phase by phase, with what it waits
// for. The form is that of the risk register. The only errors are those of w.
func WriteSchedule(w io.Writer, p *reports.Pack) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	s := scheduleOf(p)
	header := make([]string, len(scheduleColumns))
	for c, col := range scheduleColumns {
		header[c] = col.name
	}
	if err := out.Write(header); err != nil {
		return err
	}
	for k := range p.Outline.Rows {
		row := &p.Outline.Rows[k]
		if row.IsSummary() {
			continue
		}
		fields := make([]string, len(scheduleColumns))
		for c, col := range scheduleColumns {
			fields[c] = col.of(s, row)
		}
		if err := out.Write(fields); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// scheduled is a pack with its activities and events by id.
type scheduled struct {
	activity map[string]*reports.Activity
	event    map[string]*reports.Milestone
}

func scheduleOf(p *reports.Pack) *scheduled {
	s := &scheduled{map[string]*reports.Activity{}, map[string]*reports.Milestone{}}
	for i := range p.Schedule {
		s.activity[p.Schedule[i].ID] = &p.Schedule[i]
	}
	for i := range p.Milestones {
		s.event[p.Milestones[i].ID] = &p.Milestones[i]
	}
	return s
}

// variation is how far a row is from the baseline; the zero one where there is none.
func (s *scheduled) variation(r *reports.OutlineRow) reports.Variation {
	if a := s.activity[r.ID]; a != nil {
		return a.Variation
	}
	return reports.Variation{}
}

type scheduleColumn struct {
	name  string
	means string
	of    func(*scheduled, *reports.OutlineRow) string
}

var scheduleColumns = [...]scheduleColumn{
	{"id", "path of the activity, `phase/trust/site/workflow/step`",
		plainly(func(r *reports.OutlineRow) string { return r.ID })},
	{"name", "name",
		plainly(func(r *reports.OutlineRow) string { return r.Name })},
	{"kind", "kind of activity, as in the model",
		plainly(func(r *reports.OutlineRow) string { return string(r.Kind) })},
	{"phase", "id of the phase, empty where it belongs to none",
		plainly(func(r *reports.OutlineRow) string { return r.Place.Phase })},
	{"trust", "id of the trust, empty where it belongs to all",
		plainly(func(r *reports.OutlineRow) string { return r.Place.Trust })},
	{"site", "id of the site, likewise",
		plainly(func(r *reports.OutlineRow) string { return r.Place.Site })},
	{"workflow", "id of the workflow, likewise",
		plainly(func(r *reports.OutlineRow) string { return r.Place.Workflow })},
	{"start", "first day",
		on(func(r *reports.OutlineRow) calendar.Date { return r.Start })},
	{"finish", "last day",
		on(func(r *reports.OutlineRow) calendar.Date { return r.Finish })},
	{"working_days", "days worked, by the calendar of the activity; 0 for a milestone",
		func(_ *scheduled, r *reports.OutlineRow) string { return strconv.Itoa(r.Days) }},
	{"state", "`planned`, `under way` or `done`",
		plainly(func(r *reports.OutlineRow) string { return string(r.State) })},
	{"last_start", "first day in the last version",
		on(func(r *reports.OutlineRow) calendar.Date { return r.Last.Start })},
	{"last_finish", "last day in the last version",
		on(func(r *reports.OutlineRow) calendar.Date { return r.Last.Finish })},
	{"baseline_finish", "last day in the baseline approved last",
		func(s *scheduled, r *reports.OutlineRow) string { return date(s.variation(r).Baseline) }},
	{"from_baseline_days", "calendar days from it to the finish, negative if earlier",
		func(s *scheduled, r *reports.OutlineRow) string {
			v := s.variation(r).Variance
			return wholeNumber(plan.Whole{N: v.Calendar, Set: v.Set})
		}},
	{"from_baseline_working_days", "the same in working days of the programme's calendar",
		func(s *scheduled, r *reports.OutlineRow) string {
			v := s.variation(r).Variance
			return wholeNumber(plan.Whole{N: v.Working, Set: v.Set})
		}},
	{"promise", "promised date",
		func(s *scheduled, r *reports.OutlineRow) string {
			if m := s.event[r.ID]; m != nil {
				return date(m.Promise.Date)
			}
			return date(r.Deadline)
		}},
	{"slack_days", "calendar days from the finish to the promise, negative if late",
		func(s *scheduled, r *reports.OutlineRow) string {
			if m := s.event[r.ID]; m != nil {
				return wholeNumber(m.Slack)
			}
			return ""
		}},
	{"float_working_days", "working days that it can slip, alone, before a promise breaks or a hard rule",
		func(s *scheduled, r *reports.OutlineRow) string {
			if a := s.activity[r.ID]; a != nil {
				return wholeNumber(a.Float.Promise)
			}
			return ""
		}},
	{"needs", "people on each worked day, as `4 trainers; 0.5 safety`",
		plainly(needs)},
	{"waits_for", "ids of what it waits for with type, share and lag of the link, as `one/design; one/build start-start +3; one/test 80% within 10`",
		plainly(waitsFor)},
	{"held_by", "what holds its start, as the rest of a sentence about it",
		plainly(func(r *reports.OutlineRow) string { return r.HeldBy })},
	{"owner", "role that answers for it",
		plainly(func(r *reports.OutlineRow) string { return r.Owner })},
}

func plainly(of func(*reports.OutlineRow) string) func(*scheduled, *reports.OutlineRow) string {
	return func(_ *scheduled, r *reports.OutlineRow) string { return harmless(of(r)) }
}

func on(of func(*reports.OutlineRow) calendar.Date) func(*scheduled, *reports.OutlineRow) string {
	return func(_ *scheduled, r *reports.OutlineRow) string { return date(of(r)) }
}

func wholeNumber(n plan.Whole) string {
	if !n.Set {
		return ""
	}
	return strconv.Itoa(n.N)
}

// needs is the people on each day, as "4 trainers; 0.5 safety".
func needs(r *reports.OutlineRow) string {
	list := make([]string, len(r.Needs))
	for k, need := range r.Needs {
		list[k] = need.Amount.String() + " " + need.Team
	}
	return strings.Join(list, "; ")
}

// waitsFor is what an activity waits for, as "one/design; one/build start-start +3; one/test 80% within 10".
func waitsFor(r *reports.OutlineRow) string {
	list := make([]string, len(r.After))
	for k, l := range r.After {
		text := l.ID
		if l.Type != plan.FinishStart {
			text += " " + l.Type.String()
		}
		if l.Done < plan.One {
			text += " " + strconv.Itoa(int(l.Done)) + "%"
		}
		switch {
		case l.Max:
			text += " within " + strconv.Itoa(l.Lag)
		case l.Lag > 0:
			text += " +" + strconv.Itoa(l.Lag)
		case l.Lag < 0:
			text += " " + strconv.Itoa(l.Lag)
		}
		list[k] = text
	}
	return strings.Join(list, "; ")
}
