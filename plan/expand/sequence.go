package expand

import (
	"fmt"

	"epr/plan"
	"epr/plan/source"
)

// checkSequence warns of work that has started although what it waits for has not finished. Such work
// keeps its dates; the plan or the progress may be wrong. A milestone may be reached on the day itself,
// for history does not say at which hour.
func (x *expander) checkSequence() {
	for _, l := range x.net.Links {
		from, to := x.activity(l.From), x.activity(l.To)
		if l.Max || l.Type != plan.FinishStart || l.Lag < 0 || l.Done != plan.One || !to.Started() {
			continue
		}
		if !from.Done() {
			x.outOfSequence(from, to, "has not finished")
			continue
		}
		switch finished := from.Progress.Finished; {
		case finished > to.Progress.Started, finished == to.Progress.Started && !from.IsMilestone():
			x.outOfSequence(from, to, fmt.Sprintf("finished only on %s", finished))
		}
	}
}

func (x *expander) outOfSequence(from, to *plan.Activity, how string) {
	x.problem(source.Warning, "out-of-sequence", to.Progress.Place("started"),
		fmt.Sprintf("\"%s\" started on %s but waits for \"%s\", which %s", to.ID, to.Progress.Started, from.ID, how),
		"correct the progress, or the link if they may overlap")
}
