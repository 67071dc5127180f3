package planfile

import "epr/plan"

// closure reads what a risk closes if it happens: a window within a period, to the work that a blackout of the
// same keys would hold up.
func (t *table) closure() *plan.Closure {
	s := t.sub("closes")
	if s == nil {
		return nil
	}
	defer s.done()
	s.what, s.who = "a closure", "the closure of "+t.who
	period, _ := s.window()
	c := &plan.Closure{
		Period: period,
		Days:   s.spread("days", plan.One, maxDays*plan.One),
		Scope: plan.Blackout{
			Origin:     s.origin(),
			Effect:     s.effect(),
			Blocks:     s.kinds("blocks"),
			Phases:     s.texts("phases"),
			Trusts:     s.texts("trusts"),
			Sites:      s.texts("sites"),
			Activities: s.texts("activities"),
		},
	}
	if c.Scope.Effect == plan.NoEffect {
		c.Scope.Effect = plan.Pause
	}
	return c
}
