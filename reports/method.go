package reports

import (
	"fmt"

	"epr/plan"
	"epr/plan/forecast"
)

// Method is how a forecast was made.
type Method struct {
	Runs   int
	Seed   uint64
	Ranges plan.RangeMeaning
	// Envelope marks a forecast in which people are given to whoever is ready first: an optimistic
	// envelope, not the forecast.
	Envelope bool
	Ranged   int // activities not done whose duration is a range
	Repeated int // activities not done that may take several attempts
	Played   int // risks that it plays
	Bias     plan.Range
	Sentence string // all of it, in sentences
}

// Certain reports whether there is nothing that could differ from one replication to another.
func (m *Method) Certain() bool {
	return m.Ranged == 0 && m.Repeated == 0 && m.Played == 0 && m.Bias.Low == m.Bias.High
}

func (f *facts) method(fc *forecast.Forecast) Method {
	m := Method{Runs: fc.Runs, Seed: fc.Seed, Ranges: fc.Ranges, Envelope: fc.Policy == forecast.Redispatch,
		Bias: f.plan.Forecast.OptimismBias}
	m.Ranged = f.countActivities(func(a *plan.Activity) bool { return !a.Done() && a.Days.Low != a.Days.High })
	m.Repeated = f.countActivities(func(a *plan.Activity) bool { return !a.Done() && !a.Attempts.IsZero() })
	for i := range fc.Risks {
		if fc.Risks[i].LeftOut == "" {
			m.Played++
		}
	}
	m.Sentence = m.sentence(len(fc.Risks))
	return m
}

func (m *Method) sentence(risks int) string {
	text := fmt.Sprintf("%s of the whole schedule, with calendars, blackouts, teams and meetings, on random numbers of seed %d: %s, ",
		Count(m.Runs, "replication"), m.Seed, Count(m.Ranged, "duration drawn from its range", "durations drawn from their ranges"))
	text += "triangular with " + ends(m.Ranges) + ", "
	if m.Repeated > 0 {
		text += Count(m.Repeated, "activity that may take several attempts", "activities that may take several attempts") + ", "
	}
	text += fmt.Sprintf("%s of %s played. ", Number(m.Played), Count(risks, "risk"))
	if m.Bias.High > 0 {
		text += fmt.Sprintf("All work still to do is stretched by an optimism bias of %s to %s (likely %s). ", m.Bias.Low, m.Bias.High, m.Bias.Likely)
	}
	if m.Envelope {
		return text + "People go to whoever is ready first, which nobody does every day: this is an optimistic envelope, not the forecast."
	}
	return text + "Each keeps the plan's order of work and people; what has happened is certain."
}

// ends says what the two ends of a range are.
func ends(r plan.RangeMeaning) string {
	if r == plan.Limits {
		return "low and high as limits"
	}
	return "low as P10 and high as P90"
}
