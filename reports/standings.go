package reports

import (
	"strings"

	"epr/plan"
)

// TrustStandings says how many trusts are late, tight and so on: "3 late, 195 kept"; "" of none.
func TrustStandings(list []Trust) string {
	return standings(list, func(t *Trust) string { return standingWord(t.Rating, t.Slack) })
}

// PhaseStandings says the same of phases.
func PhaseStandings(list []Phase) string {
	return standings(list, func(p *Phase) string { return standingWord(p.Rating, p.Slack) })
}

// RestOfPressing is the trusts that [Pack.Pressing] leaves out.
func (p *Pack) RestOfPressing(n int) []Trust {
	return unpressing(p.Trusts, n, func(x *Trust) plan.Whole { return x.Slack })
}

// RestOfPressingPhases is the phases that [Pack.PressingPhases] leaves out.
func (p *Pack) RestOfPressingPhases(n int) []Phase {
	return unpressing(p.Phases, n, func(x *Phase) plan.Whole { return x.Slack })
}

func unpressing[T any](list []T, n int, slack func(*T) plan.Whole) []T {
	if len(list) <= n {
		return nil
	}
	return bySlack(list, slack)[n:]
}

func standings[T any](list []T, word func(*T) string) string {
	count := map[string]int{}
	for i := range list {
		count[word(&list[i])]++
	}
	var said []string
	for _, word := range standingWords {
		if n := count[word]; n > 0 {
			said = append(said, Number(n)+" "+word)
		}
	}
	return strings.Join(said, ", ")
}

// standingWords are the standings, the worst first. Unlikely is what the plan keeps and the forecast does not.
var standingWords = [...]string{"late", "unlikely", "tight", "kept", "live", "without a promise"}

func standingWord(rating Rating, slack plan.Whole) string {
	switch {
	case rating == Red && slack.N >= 0:
		return "unlikely"
	case rating == Red:
		return "late"
	case rating == Amber:
		return "tight"
	case rating == Green:
		return "kept"
	case rating == Live:
		return "live"
	}
	return "without a promise"
}
