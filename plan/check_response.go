package plan

// checkResponse warns of a response whose effect on the schedule is not stated though that of its risk is,
// of the reverse, and of one that makes matters worse.
func (c *checker) checkResponse(risk *Risk, response *Response, who string) {
	hasEffect := risk.Probability.Set && (len(risk.Hits) > 0 && !risk.Impact.isZero() || risk.Closes != nil)
	saysEffect := response.Probability.Set || !response.Impact.isZero()
	switch {
	case !saysEffect && response.has("probability", "delay", "stretch"): // not understood, and reported
	case hasEffect && !saysEffect:
		c.warn("risk-effect", response.At, who+" does not say what it leaves of the risk, so the forecast cannot count it",
			`state the "probability", "delay" or "stretch" after the response`)
	case saysEffect && !hasEffect:
		if !risk.has("probability", "hits", "delay", "stretch", "closes") {
			c.warn("risk-effect", response.At, who+" changes an effect on the schedule that the risk does not have",
				`give the risk "probability", "hits" and "delay" or "stretch", or leave them out of the response`)
		}
	case saysEffect:
		c.checkResponseHelps(risk, response, who)
	}
}

// checkResponseHelps warns of a response that leaves more of a risk than there was: either figure is wrong,
// or it was meant as what the response takes away.
func (c *checker) checkResponseHelps(risk *Risk, response *Response, who string) {
	const hint = "state what is left after the response, not what it takes away"
	if response.Probability.Share > risk.Probability.Share {
		c.warn("risk-effect", response.Place("probability"), who+` leaves a larger "probability" than the risk has`, hint)
	}
	if risk.swapsImpact(response) {
		return
	}
	for _, part := range []struct {
		key         string
		before, now Range
	}{
		{"delay", risk.Impact.Delay, response.Impact.Delay},
		{"stretch", risk.Impact.Stretch, response.Impact.Stretch},
	} {
		switch before, now := part.before, part.now; {
		case now.IsZero():
		case before.IsZero() && !risk.has(part.key):
			c.warn("risk-effect", response.Place(part.key), who+" leaves a "+q(part.key)+", which the risk does not have",
				"give the risk a "+q(part.key)+", or leave it out of the response")
		case !before.IsZero() && (now.Low > before.Low || now.Likely > before.Likely || now.High > before.High):
			c.warn("risk-effect", response.Place(part.key), who+" leaves a larger "+q(part.key)+" than the risk has", hint)
		}
	}
}

// swapsImpact reports whether a response leaves a stretch of what was a delay, or the reverse: it then says
// what is left of the impact as a whole.
func (r *Risk) swapsImpact(response *Response) bool {
	was, left := r.Impact, response.Impact
	return was.Delay.IsZero() != left.Delay.IsZero() && was.Stretch.IsZero() != left.Stretch.IsZero()
}
