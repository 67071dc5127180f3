package reports

import (
	"fmt"

	"epr/plan"
	"epr/plan/forecast"
)

// ScoreScale turns a chance and a delay into a score on the 5×5 matrix.
type ScoreScale struct {
	// Likelihood is the chances, in ten-thousandths, up to which a risk is rare, unlikely, possible and
	// likely. What is likelier is almost certain.
	Likelihood [4]int
	// Consequence is the delays, in ten-thousandths of the days that the programme still takes, up to which
	// a consequence is minor, moderate and major. No delay is negligible, and a longer one catastrophic.
	Consequence [3]int
}

// AssumedScale is the scale of computed scores. The shares are those of the columns for probability and for
// slippage that circulate with the matrix of the National Patient Safety Agency; we have not found them in
// its own text, so they are an assumption.
var AssumedScale = ScoreScale{Likelihood: [4]int{10, 100, 1_000, 5_000}, Consequence: [3]int{500, 1_000, 2_500}}

// Score is the score of a chance and of a delay as a share of the days left, both in ten-thousandths.
func (s ScoreScale) Score(chance, delay int) plan.Score {
	score := plan.Score{Likelihood: 1, Consequence: 1}
	for _, most := range s.Likelihood {
		if chance > most {
			score.Likelihood++
		}
	}
	if delay > 0 {
		score.Consequence++
	}
	for _, most := range s.Consequence {
		if delay > most {
			score.Consequence++
		}
	}
	return score
}

// Rule says in words how scores are computed.
func (s ScoreScale) Rule() string {
	return fmt.Sprintf("Computed scores, shown where their band is not the stated one, count the dates alone, not safety, quality or money. "+
		"Likelihood is the chance that the risk happens (rare up to %s, unlikely up to %s, possible up to %s, likely up to %s); "+
		"consequence is the mean delay of the programme where it does happen, as a share of the days that the programme still takes "+
		"(minor up to %s, moderate up to %s, major up to %s). These limits are assumed, not published.",
		shareText(s.Likelihood[0]), shareText(s.Likelihood[1]), shareText(s.Likelihood[2]), shareText(s.Likelihood[3]),
		shareText(s.Consequence[0]), shareText(s.Consequence[1]), shareText(s.Consequence[2]))
}

// shareText is a limit as a percentage: "0.1%", "25%".
func shareText(share int) string { return plan.Hundredths(share).String() + "%" }

// computedScore is the score that follows from the forecast; zero if the programme has no days left.
//
// The consequence is the delay where the risk happens, because the likelihood counts already how often it
// does: the delay at P80 would count it twice.
func (f *facts) computedScore(c *forecast.RiskCost) plan.Score {
	left := int64(f.in.Forecast.Programme.Planned - f.status)
	if left <= 0 || c.Occurs <= 0 {
		return plan.Score{}
	}
	// Mean is in hundredths of a day over all replications, the share in ten-thousandths of the days left.
	delay := int64(c.Now.Mean) * 10_000 / int64(c.Occurs) * 100 / left
	if delay == 0 && c.Now.Mean > 0 {
		delay = 1
	}
	return AssumedScale.Score(c.Occurs, int(delay))
}
