package main

import (
	"bytes"
	"cmp"
	"fmt"

	"epr/calendar"
	"epr/plan"
	"epr/plan/planfile"
	"epr/plan/solve"
	"epr/reports"
)

// checkScheduleOnly refuses what is about a pack where none is made.
func (o planOptions) checkScheduleOnly() error {
	for _, other := range []struct {
		is   bool
		name string
	}{{o.json, "json"}, {o.plain, "plain"}, {o.strict, "strict"}, {o.check, "check"}} {
		if o.only && other.is {
			return failf(exitUsage, "--schedule-only makes no pack, which --%s is about: say one of the two", other.name)
		}
	}
	return nil
}

// writeSchedule writes the schedule alone, and says in a few lines what it promises.
func (f files) writeSchedule(sys *terminal, n *plan.Network, result *solve.Result) error {
	path := f.target + scheduleEnding
	if err := makeFolderOf(path); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := planfile.EncodeSchedule(&b, committedOf(n, result.Schedule)); err != nil {
		return failf(exitFiles, "%s could not be made: %v", path, err)
	}
	if err := writeAll([]output{{path, b.Bytes()}}); err != nil {
		return err
	}
	kept, of, last := promisesKept(n, result.Schedule)
	_, err := fmt.Fprintf(sys.stdout, "%d of %d promises kept; the last of %s activities finishes on %s\n",
		kept, of, reports.Number(len(n.Activities)), last)
	for _, s := range result.Stages {
		best := "proved best"
		if !s.Proved {
			best = "at best " + reports.Number(int(s.Bound))
		}
		_, failed := fmt.Fprintf(sys.stdout, "%s: %s %s, %s\n", s.Name, reports.Number(int(s.Value)), s.Unit, best)
		err = cmp.Or(err, failed)
	}
	return cmp.Or(err, sys.say("wrote %s", path))
}

// promisesKept counts the dates promised and how many of them a schedule keeps, and tells its last day.
func promisesKept(n *plan.Network, s *plan.Schedule) (kept, of int, last calendar.Date) {
	for i := range n.Goals {
		g := &n.Goals[i]
		if g.By.IsZero() {
			continue
		}
		of++
		if s.Finish(n, g) <= g.By {
			kept++
		}
	}
	for _, row := range s.Rows {
		last = max(last, row.Finish)
	}
	return kept, of, last
}
