package plan

// checkForecast checks what is said about the forecast itself, and the rating that people gave.
func (c *checker) checkForecast() {
	f := &c.plan.Forecast
	if same := (Range{Low: One, Likely: One, High: One}); f.OptimismBias == same {
		c.warn("no-effect", f.Place("optimism_bias"), `an "optimism_bias" of 1 changes nothing`,
			"a factor is meant: 1.1 adds a tenth to all work; or take it out")
	}
	rating := &c.plan.Programme.Confidence
	c.inThePast(rating.Date, rating.Place("date"), "delivery confidence was rated on")
}
