package plan

import "epr/plan/source"

// checkSelector reports a selector that is none. Whether it matches anything shows when the plan is
// expanded.
func (c *checker) checkSelector(text string, at source.Span) bool {
	if _, err := ParseSelector(text); err != nil {
		c.wrong("bad-selector", at, err.Error(), `write ids such as "one/ulth/train", with "*" for any parts or letters`)
		return false
	}
	return true
}

// checkActivities checks a list of selectors. What has no "/" and no "*" is the id of one-off work,
// because all other ids begin with a phase.
func (c *checker) checkActivities(selectors []string, from Origin, key, who string) {
	for i, text := range selectors {
		c.checkActivity(text, from.Place(index(key, i)), who)
	}
}

func (c *checker) checkActivity(text string, at source.Span, who string) {
	isUnread := text == "" && !saysNothing(at)
	if isUnread || !c.checkSelector(text, at) || IsSelector(text) || c.plan.Activities.Has(text) {
		return
	}
	c.wrong("unknown-activity", at, who+" names the activity "+q(text)+", which is not in the plan", c.activityHint(text))
}

func (c *checker) activityHint(text string) string {
	if near := source.Suggest(text, c.plan.Activities.IDs()); near != "" {
		return "did you mean " + q(near) + "?"
	}
	if c.plan.Phases.Has(text) {
		return `for all of the phase, write "` + text + `/*"`
	}
	for _, playbook := range c.plan.Playbooks.All() {
		if playbook.Steps.Has(text) {
			return "for a step wherever it is done, write " + q("*/"+text)
		}
	}
	return `write the id of a one-off activity, or of a step with its phase: "one/ulth/train"`
}

// checkAdjusts checks what changes single activities.
func (c *checker) checkAdjusts() {
	for i := range c.plan.Adjusts {
		a := &c.plan.Adjusts[i]
		who := "the adjustment of " + q(a.Selector)
		c.checkActivity(a.Selector, a.At, who)
		c.workingCalendar(a.Calendar, a.Origin, who)
		c.checkNeeds(a.Needs, a.Origin, who)
		c.checkQuantity(a.Days, a.Origin, who)
		c.checkAttempts(a.Attempts, "", a.Origin, who)
		c.checkTarget(a.Target, a.Origin, who)
		c.startsInside(a.NotBefore, a.Place("not_before"), who)
		c.checkLinks(a.After, a.Origin, who, anyWork())
		if !a.changes() {
			c.warn("no-effect", a.At, who+" changes nothing", `say what is different, such as "days" or "needs"`)
		}
	}
}

// changes reports whether an adjustment says anything but why.
func (a *Adjust) changes() bool {
	return !a.Days.IsZero() || !a.Attempts.IsZero() || len(a.Needs) > 0 || a.Calendar != "" || a.StartsOn != 0 || !a.NotBefore.IsZero() ||
		len(a.After) > 0 || a.Owner != "" || a.Note != "" ||
		!a.By.IsZero() || !a.MustBy.IsZero() || len(a.Announced) > 0 || a.Priority != 0 ||
		a.has("days", "attempts", "needs", "calendar", "starts_on", "not_before", "after", "owner", "note",
			"by", "must_by", "announced", "priority")
}
