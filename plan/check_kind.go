package plan

// checkKind checks that work has the keys its kind asks for and no others: a gate meets, on a day that its
// meetings give it; a milestone takes no time and occupies nobody; all else has days.
func (c *checker) checkKind(w work) {
	switch w.Kind {
	case "": // not understood, and reported
	case Gate:
		c.refuse(w, "is a gate, which takes the one day of its meeting", "days", "starts_on")
		if w.Meets == "" && !w.has("meets") {
			c.wrong("missing-key", w.At, w.who+" is a gate but does not say who decides", `name a meeting calendar: meets = "…"`)
		}
	case Milestone:
		c.refuse(w, "is a milestone, which takes no time", "days", "attempts", "needs", "starts_on")
		c.refuseGateKeys(w)
	default:
		if w.Days.IsZero() && !w.has("days") {
			c.wrong("missing-key", w.At, w.who+" does not say how long it takes",
				"add days = 10, or days = { low = 8, likely = 10, high = 15 }")
		}
		c.refuseGateKeys(w)
	}
}

func (c *checker) refuseGateKeys(w work) {
	c.refuse(w, "is no gate", "meets", "papers", "criteria", "evidence")
}

// refuse reports keys that mean nothing for the kind of the work.
func (c *checker) refuse(w work, because string, keys ...string) {
	for _, key := range keys {
		if w.states(key) {
			c.wrong("conflicting-keys", w.Key(key), w.who+" "+because+", so that "+q(key)+" means nothing",
				"take it out, or change the kind of the work")
		}
	}
}

// states reports whether the work says something under a key.
func (w work) states(key string) bool {
	switch key {
	case "days":
		return !w.Days.IsZero()
	case "attempts":
		return !w.Attempts.IsZero()
	case "needs":
		return len(w.Needs) > 0
	case "starts_on":
		return w.StartsOn != 0
	case "meets":
		return w.Meets != ""
	case "papers":
		return w.Papers.Set
	case "criteria":
		return len(w.Criteria) > 0
	case "evidence":
		return len(w.Evidence) > 0
	}
	panic("plan: no key " + key)
}
