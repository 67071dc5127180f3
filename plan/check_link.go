package plan

import (
	"fmt"

	"epr/plan/source"
)

// checkWorkLinks checks what work waits for and is tied to.
func (c *checker) checkWorkLinks(w work) {
	scopes := c.scopesOf(w)
	c.checkLinks(w.After, w.Origin, w.who, scopes...)
	for i, after := range w.After {
		c.checkSelf(w, after.Step, w.Place(index("after", i)+".step"), "waits for itself")
	}
	for i, within := range w.Within {
		c.checkWithin(w, within, i, scopes)
	}
}

// checkLinks checks links that somebody waits for. A plain name has to be in every scope.
func (c *checker) checkLinks(after []After, from Origin, who string, scopes ...scope) {
	for i, link := range after {
		path := index("after", i)
		at := from.Place(path + ".step")
		if isTable := at != from.Place(path); link.Step != "" || !isTable { // a table without a step has been reported
			c.checkName(link.Step, at, who+" waits for", scopes)
		}
		if link.Link.FromStart() && link.Done != 0 && link.Done != One {
			c.wrong("link-done", from.Place(path+".done"), fmt.Sprintf(
				"%s waits for the start of %s and for a share of it to be done", who, q(link.Step)),
				`leave "done" out, or wait for the finish`)
		}
		if link.Within.Set && link.Within.N < link.Lag {
			c.wrong("window-empty", from.Place(path+".within"), fmt.Sprintf(
				"%s comes at least %s and at most %d after %s", who, count(link.Lag, "working day"), link.Within.N, q(link.Step)),
				`"within" is never less than "lag"`)
		}
	}
}

// checkName checks one name in a list of links: a selector is well formed, a plain name is in scope.
func (c *checker) checkName(name string, at source.Span, who string, scopes []scope) {
	if name == "" && !saysNothing(at) {
		return // not understood
	}
	if IsSelector(name) {
		c.checkSelector(name, at)
		return
	}
	for _, s := range scopes {
		if !c.isIn(s, name) {
			c.wrong(s.code, at, who+" "+q(name)+", "+s.outside(), c.nameHint(name, c.namesIn(s)))
			return
		}
	}
}

func (c *checker) nameHint(name string, among []string) string {
	if near := source.Suggest(name, among); near != "" {
		return "did you mean " + q(near) + "?"
	}
	if c.plan.Phases.Has(name) {
		return "to wait for all of phase " + q(name) + `, write "` + name + `/*"`
	}
	for id, playbook := range c.plan.Playbooks.All() {
		if playbook.Steps.Has(name) {
			return "playbook " + q(id) + " has such a step; to name a step of another phase, write its ids, as in " + q("*/"+name)
		}
	}
	return "name a step, a one-off activity, or ids with a selector"
}

// checkSelf reports work that waits for itself.
func (c *checker) checkSelf(w work, name string, at source.Span, how string) {
	if name == w.ID {
		c.wrong("cycle", at, w.who+" "+how, "take it out")
	}
}

// checkWithin checks one maximum lag.
func (c *checker) checkWithin(w work, within Within, i int, scopes []scope) {
	path := index("within", i)
	at := func(key string) source.Span { return w.item("within", i, len(w.Within), key) }
	switch {
	case within.Before != "" && within.After != "":
		c.wrong("conflicting-keys", at(".after"), w.who+` has a "within" with both "before" and "after"`,
			"make two of it: [{ before = …, days = … }, { after = …, days = … }]")
	case within.Before+within.After == "" && !w.has(path+".before", path+".after", index("within", len(w.Within))):
		c.wrong("missing-key", at(""), w.who+` has a "within" with neither "before" nor "after"`,
			"say which work it is tied to")
	case within.Before != "":
		c.checkTie(w, within.Before, at(".before"), scopes)
	default:
		c.checkTie(w, within.After, at(".after"), scopes)
	}
}

func (c *checker) checkTie(w work, name string, at source.Span, scopes []scope) {
	c.checkName(name, at, w.who+" is tied to", scopes)
	c.checkSelf(w, name, at, "is tied to itself")
}
