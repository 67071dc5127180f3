package mspdi

import (
	"fmt"
	"strings"

	"epr/reports"
)

type baseline struct {
	Number         int
	Start          string
	Finish         string
	Duration       string `xml:",omitempty"`
	DurationFormat int
}

// mostBaselines is how many schedules Project keeps to compare with: "Baseline" and "Baseline 1" to "Baseline 10".
const mostBaselines = 11

// slot is one of Project's baselines and the schedule that is in it.
type slot struct {
	number int
	of     int // position among Outline.Baselines; lastVersion for the last version
}

const lastVersion = -1

// slots fills Project's baselines: the schedule approved last is number 0, the one that Project measures against;
// those approved before it are numbered from 1 on, the oldest first. Where nothing was approved, number 0 is the last
// version. Of more than eleven the newest are kept.
func slots(o *reports.Outline) []slot {
	n := len(o.Baselines)
	if n == 0 {
		if o.Last.Start.IsZero() {
			return nil
		}
		return []slot{{0, lastVersion}}
	}
	list := []slot{{0, n - 1}}
	for k := max(0, n-mostBaselines); k < n-1; k++ {
		list = append(list, slot{len(list), k})
	}
	return list
}

// in are the dates of a slot among those of a row.
func (s slot) in(last reports.OutlineDates, baselines []reports.OutlineDates) reports.OutlineDates {
	if s.of == lastVersion {
		return last
	}
	return baselines[s.of]
}

func baselines(o *reports.Outline, row *reports.OutlineRow) []baseline {
	var list []baseline
	for _, s := range slots(o) {
		was := s.in(row.Last, row.Baselines)
		if was.Start.IsZero() {
			continue
		}
		b := baseline{Number: s.number, Start: starts(row, was.Start), Finish: finishes(row, was.Finish), DurationFormat: inDays}
		if !row.IsSummary() {
			b.Duration = hours(was.Days)
		}
		list = append(list, b)
	}
	return list
}

// wholeBaselines are those of the row of the project itself.
func wholeBaselines(o *reports.Outline) []baseline {
	all := make([]reports.OutlineDates, len(o.Baselines))
	for k := range o.Baselines {
		all[k] = o.Baselines[k].Whole
	}
	return baselines(o, &reports.OutlineRow{Last: o.Last, Baselines: all})
}

// baselineNotes says what is in Project's baselines, which know only their numbers.
func baselineNotes(o *reports.Outline) string {
	list := slots(o)
	var lines []string
	for _, s := range list {
		name := "Baseline"
		if s.number > 0 {
			name = fmt.Sprintf("Baseline %d", s.number)
		}
		if s.of == lastVersion {
			lines = append(lines, name+": the last version of the schedule. None was approved.")
			continue
		}
		b := &o.Baselines[s.of]
		lines = append(lines, fmt.Sprintf("%s: %s, approved by %s on %s.", name, b.ID, reports.OneLine(b.Approver), b.Date.Long()))
	}
	if left := len(o.Baselines) - len(list); left > 0 {
		lines = append(lines, reports.Count(left, "older baseline")+" left out: Project keeps no more.")
	}
	return reports.Cut(strings.Join(lines, "\n"), longestNote)
}
