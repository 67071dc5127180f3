package plan

import (
	"fmt"

	"epr/plan/source"
)

// checkRisks checks the scores of each risk and that what it does to the schedule is said in full.
func (c *checker) checkRisks() {
	for id, risk := range c.plan.Risks.All() {
		who := "risk " + q(id)
		c.checkActivities(risk.Hits, risk.Origin, "hits", who)
		c.checkScores(risk, who)
		c.checkRiskEffect(risk, who)
		for name, response := range risk.Responses.All() {
			c.checkResponse(risk, response, "response "+q(name)+" to "+who)
		}
	}
}

func (c *checker) checkScores(risk *Risk, who string) {
	target, current := risk.Target.Value(), risk.Current.Value()
	if current > 0 && target > current {
		c.warn("risk-target", risk.Place("target"), fmt.Sprintf(
			"%s has the target score %d, above its current score %d", who, target, current),
			"a target is what the responses should bring the score down to",
			source.Note{At: risk.Place("current"), Text: "the current score"})
	}
}

// checkRiskEffect warns of a risk of which only a part of its effect on the schedule is stated: the
// forecast needs all of it and leaves the risk out.
func (c *checker) checkRiskEffect(risk *Risk, who string) {
	parts := []struct {
		key, word string
		isStated  bool
	}{
		{"probability", `"probability"`, risk.Probability.Set || risk.has("probability")},
		{"hits", `"hits"`, len(risk.Hits) > 0 || risk.has("hits")},
		{"delay", `"delay" or "stretch"`, !risk.Impact.isZero() || risk.has("delay", "stretch")},
	}
	var stated, missing, at string
	for _, part := range parts {
		switch {
		case !part.isStated:
			missing = joined(missing, " and no ", part.word)
		case at == "":
			at, stated = part.key, part.word
		default:
			stated += " and " + part.word
		}
	}
	if at == "delay" && !risk.has("delay") {
		at = "stretch"
	}
	if stated != "" && missing != "" {
		c.warn("risk-effect", risk.Place(at), who+" has "+stated+" but no "+missing+", so the forecast leaves it out",
			`state "probability", "hits" and "delay" or "stretch", or none of them`)
	}
}

func joined(list, by, next string) string {
	if list == "" {
		return next
	}
	return list + by + next
}

// checkResponse warns of a response whose effect on the schedule is not stated though that of its risk is,
// and of the reverse.
func (c *checker) checkResponse(risk *Risk, response *Response, who string) {
	isRisk := risk.Probability.Set && len(risk.Hits) > 0 && !risk.Impact.isZero()
	isResponse := response.Probability.Set || !response.Impact.isZero()
	switch {
	case isRisk == isResponse || response.has("probability", "delay", "stretch") && !isResponse:
	case isRisk:
		c.warn("risk-effect", response.At, who+" does not say what it leaves of the risk, so the forecast cannot count it",
			`state the "probability", "delay" or "stretch" after the response`)
	case !risk.has("probability", "hits", "delay", "stretch"):
		c.warn("risk-effect", response.At, who+" changes an effect on the schedule that the risk does not have",
			`give the risk "probability", "hits" and "delay" or "stretch", or leave them out of the response`)
	}
}

func (i Impact) isZero() bool { return i.Delay.IsZero() && i.Stretch.IsZero() }
