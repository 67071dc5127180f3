package plan

import "slices"

// scope is what a plain name in "after" or "within" may stand for: one-off work always, and the steps of
// the playbooks of a phase, or of all playbooks.
type scope struct {
	code       string // of a name that is not in scope
	phase      *Phase
	everything bool
}

// isIn reports whether a name stands for something.
func (c *checker) isIn(s scope, name string) bool {
	if c.plan.Activities.Has(name) {
		return true
	}
	return slices.ContainsFunc(c.playbooksOf(s), func(id string) bool {
		playbook := c.plan.Playbooks.Get(id)
		return playbook != nil && playbook.Steps.Has(name)
	})
}

// playbooksOf lists the playbooks of which every step is in scope.
func (c *checker) playbooksOf(s scope) []string {
	switch {
	case s.everything:
		return c.plan.Playbooks.IDs()
	case s.phase != nil:
		return s.phase.Playbooks
	}
	return nil
}

// namesIn lists all that is in scope.
func (c *checker) namesIn(s scope) []string {
	names := slices.Clone(c.plan.Activities.IDs())
	for _, id := range c.playbooksOf(s) {
		if playbook := c.plan.Playbooks.Get(id); playbook != nil {
			names = append(names, playbook.Steps.IDs()...)
		}
	}
	return names
}

// outside says of a name that it is not in scope.
func (s scope) outside() string {
	switch {
	case s.everything:
		return "which is neither a step nor a one-off activity"
	case s.phase != nil:
		return "which is neither a step of phase " + q(s.phase.ID) + " nor a one-off activity"
	}
	return "which is no one-off activity"
}

// scopesOf lists what plain names may stand for: one scope for each phase that uses the playbook, since
// each may use it together with others.
func (c *checker) scopesOf(w work) []scope {
	if w.playbook == nil {
		return []scope{c.scopeOfOneOff(w)}
	}
	var scopes []scope
	for _, phase := range c.plan.Phases.All() {
		if slices.Contains(phase.Playbooks, w.playbook.ID) {
			scopes = append(scopes, c.scopeOfPhase(phase))
		}
	}
	if scopes == nil {
		return []scope{anyWork()}
	}
	return scopes
}

func (c *checker) scopeOfOneOff(w work) scope {
	if phase := c.plan.Phases.Get(w.In.Phase); phase != nil {
		return c.scopeOfPhase(phase)
	}
	if w.has("phase") {
		return anyWork() // of a phase that is not known
	}
	return onlyOneOffs()
}

func (c *checker) scopeOfPhase(phase *Phase) scope {
	if !c.knowsPlaybooks(phase) {
		return anyWork()
	}
	return scope{code: "unknown-step", phase: phase}
}

// anyWork is the scope where it is not known which steps could be meant.
func anyWork() scope { return scope{code: "unknown-step", everything: true} }

// onlyOneOffs is the scope of what belongs to no playbook.
func onlyOneOffs() scope { return scope{code: "unknown-activity"} }
