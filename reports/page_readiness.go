package reports

import "fmt"

// Untrained counts the gates still to be passed at whose first go-live less than TrainedEnough of the staff are
// projected to be trained.
func (r *Readiness) Untrained() int {
	n := 0
	for i := range r.Waiting {
		if t := r.Waiting[i].AtGoLive; t.Set && t.Share < TrainedEnough {
			n++
		}
	}
	return n
}

// Sentence says how many gates are still to be passed.
func (r *Readiness) Sentence() string {
	if len(r.Waiting) == 0 {
		return "No gate is left to be passed."
	}
	text := Count(len(r.Waiting), "gate") + " to come, the next on " + r.Waiting[0].Date.Long() + "."
	if n := r.Untrained(); n > 0 {
		text += fmt.Sprintf(" For %s fewer than %s of the staff are projected to be trained at the go-live.", Number(n), Chance(TrainedEnough))
	}
	return text
}

// Where is the site, the trust or the phase that a gate is about.
func (g *GateReady) Where() string {
	for _, name := range []string{g.Site, g.Trust, g.Phase} {
		if name != "" {
			return name
		}
	}
	return "The programme"
}
