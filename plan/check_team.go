package plan

import (
	"fmt"

	"epr/plan/source"
)

// checkNeeds looks up the teams that work needs and compares what it needs with what there ever is. Sizes
// are those on days of the programme, times the largest capacity that a blackout gives the team.
func (c *checker) checkNeeds(needs []Need, from Origin, who string) {
	if len(needs) == 0 {
		c.spoil("team", from, "needs")
	}
	for _, need := range needs {
		path := "needs." + need.Team
		if !c.lookUp(c.names.teams, need.Team, from.Key(path), who) {
			continue
		}
		team := c.plan.Teams.Get(need.Team)
		most := c.mostOf(team)
		if most <= 0 || need.Amount <= most {
			continue // of a team nobody has, see checkTeams
		}
		c.wrong("need-above-team", from.Place(path), fmt.Sprintf(
			"%s needs %s of team %s, which never has more than %s", who, people(need.Amount), q(need.Team), most),
			"need fewer, for longer, or let the team grow",
			source.Note{At: team.Place("size"), Text: "the size of the team"})
	}
}

// checkTeams reports teams that are needed but have nobody in them.
func (c *checker) checkTeams() {
	for id, team := range c.plan.Teams.All() {
		if len(team.Size) == 0 || c.mostOf(team) > 0 || !c.isUsed("team", id) {
			continue // a team without a size has been reported
		}
		text := "team " + q(id) + " is needed, but its size is never above 0"
		if team.Size.Largest() > 0 {
			text = "team " + q(id) + " is needed, but there is nobody in it at any time of the programme"
		}
		c.wrong("empty-team", team.Place("size"), text, "give it a size, such as size = 4")
	}
}

// mostOf is the largest size a team has on any day of the programme.
func (c *checker) mostOf(team *Team) Hundredths {
	most, within := Hundredths(0), c.horizon()
	for i, step := range team.Size {
		isOver := i+1 < len(team.Size) && team.Size[i+1].From <= within.From
		if within.Days() > 0 && (isOver || step.From > within.To) {
			continue
		}
		most = max(most, step.Is)
	}
	return most * c.largestFactor(team.ID) / One
}

// largestFactor is the most that a blackout multiplies a team by, at least 1.
func (c *checker) largestFactor(team string) Hundredths {
	largest := One
	for _, b := range c.plan.Blackouts.All() {
		for _, factor := range b.Capacity {
			if factor.Team == team {
				largest = max(largest, factor.By)
			}
		}
	}
	return largest
}
