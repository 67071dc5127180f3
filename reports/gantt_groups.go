package reports

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// byPhase groups the activities by phase, then by trust; what belongs to no phase comes first.
func (c *charting) byPhase() []GanttGroup {
	in := c.parted(c.order, func(p plan.Place) string { return p.Phase })
	list := c.unplaced(in[""], c.unphased(), LevelPhase, c.splitByTrust)
	for id := range c.plan.Phases.All() {
		if members := in[id]; len(members) > 0 {
			list = append(list, c.splitByTrust(c.phaseGroup(id, members), members))
		}
	}
	return list
}

// byTrust groups the activities by trust, then by phase; what is shared by the trusts comes first.
func (c *charting) byTrust() []GanttGroup {
	in := c.parted(c.order, func(p plan.Place) string { return p.Trust })
	list := c.unplaced(in[""], "Shared by the trusts", LevelTrust, c.splitByPhase)
	for id := range c.plan.Trusts.All() {
		if members := in[id]; len(members) > 0 {
			list = append(list, c.splitByPhase(c.trustGroup(id, members), members))
		}
	}
	return list
}

// unplaced is the group of what has no phase, or no trust.
func (c *charting) unplaced(members []int, name string, level Level, split func(GanttGroup, []int) GanttGroup) []GanttGroup {
	if len(members) == 0 {
		return nil
	}
	g := c.group(members)
	g.Level, g.Name = level, name
	return []GanttGroup{split(g, members)}
}

// splitByTrust puts the activities of a phase under their trusts, those of no trust first.
func (c *charting) splitByTrust(g GanttGroup, members []int) GanttGroup {
	in := c.parted(members, func(p plan.Place) string { return p.Trust })
	if len(in) == 1 && len(in[""]) > 0 {
		g.Rows = c.positions(members)
		return g
	}
	if shared := in[""]; len(shared) > 0 {
		s := c.group(shared)
		s.Level, s.ID, s.Name = LevelShared, g.ID, "Shared work"
		s.Rows = c.positions(shared)
		g.Groups = append(g.Groups, s)
	}
	for id := range c.plan.Trusts.All() {
		if own := in[id]; len(own) > 0 {
			t := c.group(own)
			t.Level, t.ID, t.Name, t.Rows = LevelTrust, id, c.trustName(id), c.positions(own)
			g.Groups = append(g.Groups, t)
		}
	}
	return g
}

// splitByPhase puts the activities of a trust under their phases. Those of no phase, or all if there is but one
// phase, stay in the trust itself.
func (c *charting) splitByPhase(g GanttGroup, members []int) GanttGroup {
	in := c.parted(members, func(p plan.Place) string { return p.Phase })
	if len(in) == 1 {
		g.Rows = c.positions(members)
		return g
	}
	g.Rows = c.positions(in[""])
	for id := range c.plan.Phases.All() {
		if own := in[id]; len(own) > 0 {
			p := c.group(own)
			p.Level, p.ID, p.Name, p.Rows = LevelPhase, id, c.phaseName(id), c.positions(own)
			g.Groups = append(g.Groups, p)
		}
	}
	return g
}

func (c *charting) parted(members []int, by func(plan.Place) string) map[string][]int {
	parts := map[string][]int{}
	for _, i := range members {
		key := by(c.activity(i).Place)
		parts[key] = append(parts[key], i)
	}
	return parts
}

func (c *charting) positions(members []int) []int {
	list := make([]int, 0, len(members))
	for _, i := range members {
		list = append(list, c.at[i])
	}
	return list
}

// phaseGroup is a whole phase, with the figures that the phase has everywhere else.
func (c *charting) phaseGroup(id string, members []int) GanttGroup {
	g := c.group(members)
	g.Level, g.ID, g.Name = LevelPhase, id, c.phaseName(id)
	for k := range c.pack.Phases {
		if p := &c.pack.Phases[k]; p.ID == id {
			g.Finish, g.Promise, g.Slack, g.Rating = p.Finish, p.Promise, p.Slack, p.Rating
		}
	}
	return g
}

// trustGroup is all work of a trust, with the figures that the trust has everywhere else.
func (c *charting) trustGroup(id string, members []int) GanttGroup {
	g := c.group(members)
	g.Level, g.ID, g.Name = LevelTrust, id, c.trustName(id)
	for k := range c.pack.Trusts {
		if t := &c.pack.Trusts[k]; t.ID == id {
			g.Promise, g.Slack, g.Rating = t.Promise, t.Slack, t.Rating
		}
	}
	return g
}

// group is the dates of some activities, the slack of the most pressing go-live among them and the days closed to
// their go-lives.
func (c *charting) group(members []int) GanttGroup {
	g := GanttGroup{Rating: Unpromised, Start: c.rows[members[0]].Start, Activities: Share{Of: len(members)}}
	pressing := -1
	var closed []calendar.Span
	seen := map[*plan.Terms]bool{}
	for _, i := range members {
		a := c.activity(i)
		g.Start, g.Finish = min(g.Start, c.rows[i].Start), max(g.Finish, c.rows[i].Finish)
		if c.state(i) == Done {
			g.Activities.N++
		}
		if a.Kind != plan.GoLive {
			continue
		}
		if pressing < 0 || c.pressesMore(i, pressing) {
			pressing = i
		}
		if a.Terms != nil && !seen[a.Terms] {
			seen[a.Terms] = true
			closed = slices.Concat(closed, c.closedDays(a.Terms))
		}
	}
	if pressing >= 0 {
		g.Promise = c.promise(pressing)
		g.Slack = g.Promise.Slack(c.rows[pressing].Finish)
		g.Rating = c.rate(pressing, g.Slack)
	}
	g.Closed = c.addWindows(closed)
	return g
}
