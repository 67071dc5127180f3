package diff

import "epr/plan"

// programme is the frame of the plan.
func (x *mixer) programme() plan.Programme {
	old, new := &x.old.Programme, &x.new.Programme
	n := noun{header: "programme", old: old.Origin, new: new.Origin}
	made := *new
	made.Status = pick(x, Progress, n, "status", old.Status, new.Status)
	made.Calendar = pick(x, Capacity, n, "calendar", old.Calendar, new.Calendar)
	made.Start = pick(x, Targets, n, "start", old.Start, new.Start)
	made.End = pick(x, Targets, n, "end", old.End, new.End)
	made.CostOfDelay = pick(x, Targets, n, "cost_of_delay", old.CostOfDelay, new.CostOfDelay)
	return made
}

func (x *mixer) trust(n noun, old, new *plan.Trust) *plan.Trust {
	made := *new
	made.Groups = pick(x, Scope, n, "groups", old.Groups, new.Groups)
	made.Staff = pick(x, Estimates, n, "staff", old.Staff, new.Staff)
	made.Calendar = pick(x, Capacity, n, "calendar", old.Calendar, new.Calendar)
	made.Sites = table(x, Scope, n.header+".site", &old.Sites, &new.Sites, originOfSite, x.site)
	return &made
}

func (x *mixer) site(n noun, old, new *plan.Site) *plan.Site {
	made := *new
	made.Staff = pick(x, Estimates, n, "staff", old.Staff, new.Staff)
	return &made
}

func (x *mixer) workflow(n noun, old, new *plan.Workflow) *plan.Workflow {
	made := *new
	made.Groups = pick(x, Scope, n, "groups", old.Groups, new.Groups)
	return &made
}

func (x *mixer) phase(n noun, old, new *plan.Phase) *plan.Phase {
	made := *new
	made.Target = x.target(n, old.Target, new.Target)
	made.Trusts = pick(x, Scope, n, "trusts", old.Trusts, new.Trusts)
	made.Sites = pick(x, Scope, n, "sites", old.Sites, new.Sites)
	made.Workflows = pick(x, Scope, n, "workflows", old.Workflows, new.Workflows)
	made.Playbooks = pick(x, Scope, n, "playbook", old.Playbooks, new.Playbooks)
	made.CompleteWhen = pick(x, Scope, n, "complete_when", old.CompleteWhen, new.CompleteWhen)
	made.After = pick(x, Scope, n, "after", old.After, new.After)
	made.NotBefore = pick(x, Targets, n, "not_before", old.NotBefore, new.NotBefore)
	return &made
}

// target is what was promised.
func (x *mixer) target(n noun, old, new plan.Target) plan.Target {
	return plan.Target{
		By:        pick(x, Targets, n, "by", old.By, new.By),
		MustBy:    pick(x, Targets, n, "must_by", old.MustBy, new.MustBy),
		Announced: pick(x, Targets, n, "announced", old.Announced, new.Announced),
		Priority:  pickBy(x, Targets, n, "priority", old.Priority, new.Priority, old.Weight() == new.Weight()),
	}
}

func (x *mixer) waiver(n noun, old, new *plan.Waiver) *plan.Waiver {
	made := *new
	made.Blackout = pick(x, Targets, n, "blackout", old.Blackout, new.Blackout)
	made.Activities = pick(x, Targets, n, "activities", old.Activities, new.Activities)
	return &made
}
