package assurance

// resources is point 10: work that takes time and nobody's time. Money is not planned here, so people are all that
// can be loaded.
func (a *assessment) resources() Check {
	c := point(10, "Resources", "activities that take time and need no team ÷ population", "0, often for information only").over(len(a.open), ofWork)
	loaded := 0
	for _, i := range a.open {
		if len(a.activity(i).Needs) > 0 {
			loaded++
		} else {
			c.against(a.id(i), "needs no team of the plan")
		}
	}
	if loaded == 0 {
		c.Offenders = nil
		return c.without("No unfinished activity needs a team, so the plan is not loaded with people.")
	}
	c.Note = "Decisions of boards, and work of suppliers and others, are counted too."
	return c.atMost(0)
}
