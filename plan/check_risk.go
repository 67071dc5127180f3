package plan

import (
	"fmt"
	"strings"

	"epr/plan/source"
)

// checkRisks checks the scores of each risk and that what it does to the schedule is said in full.
func (c *checker) checkRisks() {
	for id, risk := range c.plan.Risks.All() {
		who := "risk " + q(id)
		c.checkActivities(risk.Hits, risk.Origin, "hits", who)
		c.checkScores(risk, who)
		c.checkRiskEffect(risk, who)
		c.checkClosure(risk.Closes, who)
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
// forecast needs all of it and leaves out what is not whole. An effect is "hits" with what happens to them,
// or what the risk closes, or both.
func (c *checker) checkRiskEffect(risk *Risk, who string) {
	effect := statedEffect(risk)
	stated, missing := effect.words(true), effect.words(false)
	if len(stated) == 0 || len(missing) == 0 {
		return
	}
	because := ", so the forecast leaves it out"
	if effect.closes && effect.probability {
		because = ", so the forecast counts only what it closes"
	}
	c.warn("risk-effect", risk.Place(effect.keyOf(risk)),
		who+" has "+strings.Join(stated, " and ")+" but no "+strings.Join(missing, " and no ")+because,
		`state "probability" with "hits" and "delay" or "stretch", or with "closes", or none of them`)
}

// riskEffect is which parts of its effect on the schedule a risk states, understood or not.
type riskEffect struct{ probability, closes, hits, impact bool }

func statedEffect(risk *Risk) riskEffect {
	return riskEffect{
		probability: risk.Probability.Set || risk.has("probability"),
		closes:      risk.Closes != nil || risk.has("closes"),
		hits:        len(risk.Hits) > 0 || risk.has("hits"),
		impact:      !risk.Impact.isZero() || risk.has("delay", "stretch"),
	}
}

// words lists the parts that are stated, or those that are missing. What a risk closes is never missed, and
// with it neither are hits that nothing is said about.
func (e riskEffect) words(isStated bool) []string {
	parts := []struct {
		word     string
		isStated bool
		isNeeded bool
	}{
		{`"probability"`, e.probability, true},
		{`"closes"`, e.closes, false},
		{`"hits"`, e.hits, !e.closes || e.impact},
		{`"delay" or "stretch"`, e.impact, !e.closes || e.hits},
	}
	var words []string
	for _, part := range parts {
		if part.isStated == isStated && (isStated || part.isNeeded) {
			words = append(words, part.word)
		}
	}
	return words
}

// keyOf is the stated key that wants another.
func (e riskEffect) keyOf(risk *Risk) string {
	if e.probability && !e.closes {
		return "probability"
	}
	for _, key := range []string{"hits", "delay", "stretch"} {
		if risk.has(key) {
			return key
		}
	}
	return "closes"
}

func (i Impact) isZero() bool { return i.Delay.IsZero() && i.Stretch.IsZero() }
