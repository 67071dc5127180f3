package plan

// checkBaselines checks that each baseline was approved by the status date.
func (c *checker) checkBaselines() {
	for id, b := range c.plan.Baselines.All() {
		c.inThePast(b.Date, b.Place("date"), "baseline "+q(id)+" was approved on")
	}
}
