package planfile

import "epr/plan"

func (r *reader) risk(id string, t *table) {
	t.require("cause", "event", "effect", "owner", "current")
	risk := &plan.Risk{
		Origin:      t.origin(),
		ID:          id,
		Name:        t.textOr("name", t.text("event")),
		Cause:       t.text("cause"),
		Event:       t.text("event"),
		Effect:      t.text("effect"),
		Owner:       t.text("owner"),
		Category:    t.text("category"),
		Proximity:   t.text("proximity"),
		Controls:    t.text("controls"),
		Gaps:        t.text("gaps"),
		Assurance:   t.text("assurance"),
		Appetite:    t.text("appetite"),
		Objective:   t.text("objective"),
		Committee:   t.text("committee"),
		Note:        t.text("note"),
		Inherent:    t.score("inherent"),
		Current:     t.score("current"),
		Target:      t.score("target"),
		Probability: t.chance("probability"),
		Hits:        t.texts("hits"),
		Impact:      t.impact(),
		Closes:      t.closure(),
		Review:      t.date("review"),
	}
	r.responses(t, risk)
	keep(t, &r.plan.Risks, id, "risk", risk)
	t.done()
}

func (r *reader) responses(t *table, risk *plan.Risk) {
	t.entries("response", "response", func(id string, s *table) {
		s.require("action")
		keep(s, &risk.Responses, id, "response", &plan.Response{
			Origin:      s.origin(),
			ID:          id,
			Action:      s.text("action"),
			Owner:       s.text("owner"),
			Due:         s.date("due"),
			Cost:        s.amount("cost", 0, maxPounds),
			Done:        s.flag("done"),
			Probability: s.chance("probability"),
			Impact:      s.impact(),
		})
		s.done()
	})
}

// score reads a place on the 5×5 matrix.
func (t *table) score(key string) plan.Score {
	s := t.sub(key)
	if s == nil {
		return plan.Score{}
	}
	defer s.done()
	s.require("consequence", "likelihood")
	return plan.Score{Consequence: wholeOr(s, "consequence", 1, 5, 0), Likelihood: wholeOr(s, "likelihood", 1, 5, 0)}
}

func (t *table) impact() plan.Impact {
	return plan.Impact{
		Delay:   t.spread("delay", 0, maxDays*plan.One),
		Stretch: t.spread("stretch", 1, maxStretch),
	}
}
