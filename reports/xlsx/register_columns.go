package xlsx

import (
	"fmt"
	"slices"
	"strings"

	"epr/plan"
	"epr/reports"
)

// riskColumn is a column of the register with its width, left out if no risk has anything in it.
type riskColumn struct {
	head  string
	width float64
	has   func(*reports.Risk) bool
	show  func(*reports.Risk) cell
}

// words is a column of text.
func words(head string, width float64, of func(*reports.Risk) string) riskColumn {
	return riskColumn{head, width,
		func(r *reports.Risk) bool { return of(r) != "" },
		func(r *reports.Risk) cell { return text(of(r)) }}
}

// always makes a column that is shown even if it is empty.
func always(c riskColumn) riskColumn {
	c.has = nil
	return c
}

// The columns of the register, in groups: what the risk is, how it scores, what it costs by the forecast or,
// without one, what the plan says that it would delay, and what is done.
var (
	riskIs = []riskColumn{
		{"#", 4, nil, func(r *reports.Risk) cell { return count(r.Rank) }},
		{"Risk", 24, nil, func(r *reports.Risk) cell { return strong(r.Name) }},
		{"Id", 14, nil, func(r *reports.Risk) cell { return text(r.ID) }},
		always(words("Cause", 20, func(r *reports.Risk) string { return capitalised(r.Cause) })),
		always(words("Event", 20, func(r *reports.Risk) string { return capitalised(r.Event) })),
		always(words("Effect", 20, func(r *reports.Risk) string { return capitalised(r.Effect) })),
		words("Proximity", 12, func(r *reports.Risk) string { return capitalised(r.Proximity) }),
		always(words("Owner", 13, func(r *reports.Risk) string { return r.Owner })),
	}
	riskPlayed = []riskColumn{
		{"Stated score", 14, nil, bandedScore},
		{"Computed score", 14, func(r *reports.Risk) bool { return r.Computed.Value() > 0 }, computedScore},
		{"Chance", 9, func(r *reports.Risk) bool { return r.Probability.Set }, func(r *reports.Risk) cell { return chance(r.Probability) }},
	}
	riskCosts = []riskColumn{
		{"Days at P50", 10, isPlayed, func(r *reports.Risk) cell { return played(&r.Now, count(r.Now.P50)) }},
		{"Days at P80", 10, isPlayed, func(r *reports.Risk) cell { return played(&r.Now, count(r.Now.P80)) }},
		{"Days on average", 10, isPlayed, func(r *reports.Risk) cell { return played(&r.Now, hundredths(r.Now.Mean, true)) }},
		{"Pounds", 13, func(r *reports.Risk) bool { return r.Now.Price.Set }, func(r *reports.Risk) cell { return pounds(r.Now.Price) }},
		{"Chance lost (points)", 12, func(r *reports.Risk) bool { return r.Now.Lost.Set }, func(r *reports.Risk) cell { return lost(r.Now.Lost) }},
		{"Promise it hurts most", 34, func(r *reports.Risk) bool { return r.Now.Most.Name != "" }, func(r *reports.Risk) cell { return text(hurts(r)) }},
		{"After: days at P80", 11, func(r *reports.Risk) bool { return r.After.Set }, func(r *reports.Risk) cell { return played(&r.After, count(r.After.P80)) }},
		{"Saved by actions", 13, func(r *reports.Risk) bool { return r.Saved.Set }, func(r *reports.Risk) cell { return pounds(r.Saved) }},
		{"Cost of actions", 13, func(r *reports.Risk) bool { return r.Cost.Set }, func(r *reports.Risk) cell { return pounds(r.Cost) }},
		{"Pays", 9, func(r *reports.Risk) bool { return r.Pays != "" }, func(r *reports.Risk) cell { return middle(pays(r.Pays)) }},
		{"Not played, because", 26, func(r *reports.Risk) bool { return r.LeftOut != "" }, func(r *reports.Risk) cell { return text(capitalised(r.LeftOut)) }},
	}
	riskDelays = []riskColumn{
		{"Likely delay (days)", 12, func(r *reports.Risk) bool { return !r.Delay.IsZero() }, func(r *reports.Risk) cell { return hundredths(r.Delay.Likely, !r.Delay.IsZero()) }},
		{"Likely stretch (factor)", 12, func(r *reports.Risk) bool { return !r.Stretch.IsZero() }, func(r *reports.Risk) cell { return hundredths(r.Stretch.Likely, !r.Stretch.IsZero()) }},
		{"Expected delay (days)", 12, func(r *reports.Risk) bool { return r.Expected.Set }, func(r *reports.Risk) cell { return hundredths(r.Expected.N, r.Expected.Set) }},
		{"Activities hit", 12, func(r *reports.Risk) bool { return r.Hits > 0 }, func(r *reports.Risk) cell { return count(r.Hits) }},
		{"First hit", 14, func(r *reports.Risk) bool { return !r.FirstHit.IsZero() }, func(r *reports.Risk) cell { return date(r.FirstHit) }},
		{"Cost of actions", 13, func(r *reports.Risk) bool { return r.Cost.Set }, func(r *reports.Risk) cell { return pounds(r.Cost) }},
	}
	riskActions = []riskColumn{
		always(words("Next action", 28, action)),
		{"Due", 12, nil, due},
	}
)

// riskScores are the columns of scores.
func (s *sheet) riskScores() []riskColumn {
	bands, told := s.pack.Risks.Bands, s.pack.Risks.EscalateAt
	return slices.Concat(
		[]riskColumn{{headInherent, 6, func(r *reports.Risk) bool { return r.Inherent.Value() > 0 }, func(r *reports.Risk) cell { return score(r.Inherent) }}},
		scoredCells(),
		[]riskColumn{
			{headRating, 12.5, nil, func(r *reports.Risk) cell { return ratingOf(bands, r) }},
			{"Since last", s.moveWidth(), func(r *reports.Risk) bool { return r.Movement.Move != "" }, func(r *reports.Risk) cell { return middle(moveWord(r.Movement)) }},
			{headTarget, 6, func(r *reports.Risk) bool { return r.Target.Value() > 0 }, func(r *reports.Risk) cell { return score(r.Target) }},
			{"To board", 5.5, nil, func(r *reports.Risk) cell { return toBoard(told, r) }},
		})
}

// moveWidth is the width of the column of moves, in characters: its longest word stays on one line.
func (s *sheet) moveWidth() float64 {
	longest := 0
	for i := range s.pack.Risks.Rows {
		longest = max(longest, textWidth(moveWord(s.pack.Risks.Rows[i].Movement), fontSize, false))
	}
	return max(8, float64(longest/1000+6)/pointsPerCharacter+1)
}

// registerColumns are the columns of the register: of what a risk costs, days on average and pounds alone.
func (s *sheet) registerColumns() []riskColumn {
	return slices.Concat(riskIs, s.riskScores(), riskCosts[2:4], riskActions)
}

// isPlayed reports whether the forecast knows what a risk costs.
func isPlayed(r *reports.Risk) bool { return r.Now.Set }

// hurts names the promise that loses most through a risk.
func hurts(r *reports.Risk) string {
	if r.Now.Most.Name == "" {
		return ""
	}
	return fmt.Sprintf("%s: %s", r.Now.Most.Name, reports.Points(r.Now.Most.Chance))
}

// played is a figure of the forecast, none where it does not play the risk.
func played(e *reports.RiskEffect, shown cell) cell {
	if !e.Set {
		return cell{none, midLook}
	}
	return shown
}

// computedScore is shown where its band is not the stated one.
func computedScore(r *reports.Risk) cell {
	switch {
	case r.Computed.Value() == 0:
		return cell{none, midLook}
	case !r.Disagrees:
		return middle("as stated")
	}
	l := bandLook(r.ComputedBand)
	l.bold = false
	l.format = `0" ` + bandGlyph(r.ComputedBand) + " " + capital(string(r.ComputedBand)) + `"`
	return cell{r.Computed.Value(), l}
}

func pays(p reports.Pays) string {
	switch p {
	case reports.PaysYes:
		return "● yes"
	case reports.PaysNo:
		return "■ no"
	}
	return none
}

var controlColumns = [...]riskColumn{
	riskIs[0], riskIs[1], riskIs[2],
	{"Current score", 14, nil, bandedScore},
	words("Category", 14, func(r *reports.Risk) string { return capitalised(r.Category) }),
	words("Controls", 32, func(r *reports.Risk) string { return r.Controls }),
	words("Gaps in control", 32, func(r *reports.Risk) string { return r.Gaps }),
	words("Assurance", 28, func(r *reports.Risk) string { return r.Assurance }),
	words("Appetite", 12, func(r *reports.Risk) string { return capitalised(r.Appetite) }),
	words("Objective", 20, func(r *reports.Risk) string { return r.Objective }),
	words("Committee", 20, func(r *reports.Risk) string { return r.Committee }),
	always(words("Responses", 44, responses)),
	riskDelays[4],
	{"Review", 12, nil, review},
	words("Note", 32, func(r *reports.Risk) string { return r.Note }),
}

// responses lists all responses, one a line.
func responses(r *reports.Risk) string {
	var lines []string
	for _, response := range r.Responses {
		line := "• " + response.Action
		if response.Owner != "" {
			line += " (" + response.Owner + ")"
		}
		if !response.Due.IsZero() {
			line += ", due " + response.Due.Short()
		}
		if response.Cost > 0 {
			line += ", £" + reports.Number(reports.Rounded(response.Cost))
		}
		if response.Done {
			line += ", done"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// bandedScore is the score as a number that is shown with the glyph and word of its band.
func bandedScore(r *reports.Risk) cell {
	l := bandLook(r.Band)
	l.format = `0" ` + bandGlyph(r.Band) + " " + capital(string(r.Band)) + `"`
	return cell{r.Score, l}
}

func score(s plan.Score) cell {
	if s.Value() == 0 {
		return cell{none, midLook}
	}
	return count(s.Value())
}

func yes(is bool) string {
	if is {
		return "Yes"
	}
	return "No"
}

func chance(c plan.Chance) cell {
	if !c.Set {
		return cell{none, midLook}
	}
	l := midLook
	l.format = formatShare
	return cell{float64(c.Share) / 10_000, l}
}

func hundredths(n plan.Hundredths, set bool) cell {
	if !set {
		return cell{none, midLook}
	}
	l := midLook
	l.format = formatTenths
	return cell{n, l}
}

// review is the review date; one that has passed says so.
func review(r *reports.Risk) cell {
	if !r.ReviewDue {
		return date(r.Review)
	}
	l := midLook
	l.bold, l.ink = true, red
	return cell{r.Review.Short() + "\n! passed", l}
}
