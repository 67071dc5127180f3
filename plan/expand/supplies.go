package expand

import (
	"epr/calendar"
	"epr/plan"
)

// addSupplies works out the size of every team that is needed, day by day over the horizon.
func (x *expander) addSupplies() {
	needed := map[string]bool{}
	for i := range x.net.Activities {
		for _, need := range x.activity(i).Needs {
			needed[need.Team] = true
		}
	}
	for id, team := range x.plan.Teams.All() {
		if needed[id] {
			x.net.Teams = append(x.net.Teams, x.supply(team))
		}
	}
}

func (x *expander) supply(team *plan.Team) plan.Supply {
	from, to := x.net.Horizon.From, x.net.Horizon.To
	supply := plan.Supply{Team: team, From: from, Size: make([]plan.Hundredths, max(0, to-from+1))}
	for day := from; day <= to; day++ {
		supply.Size[day-from] = team.Size.On(day)
	}
	for _, b := range x.plan.Blackouts.All() {
		for _, factor := range b.Capacity {
			if factor.Team == team.ID {
				reduce(&supply, b.Windows.In(x.net.Horizon), factor.By)
			}
		}
	}
	return supply
}

// reduce multiplies a team's size in some windows, rounding down to hundredths of a person.
func reduce(supply *plan.Supply, windows []calendar.Span, by plan.Hundredths) {
	for _, window := range windows {
		for day := window.From; day <= window.To; day++ {
			size := &supply.Size[day-supply.From]
			*size = *size * by / plan.One
		}
	}
}
