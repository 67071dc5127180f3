package reports

import (
	"fmt"
	"slices"
	"strings"

	"epr/plan"
)

// whatWouldHelp names the responses that save most and, if they are others, those that save most for each
// pound.
func whatWouldHelp(c *Confidence, risks []Risk) string {
	if c.Method.Certain() {
		return "A range for each duration and a probability for each risk would help most: without them the forecast can only repeat the plan."
	}
	best, thrifty := mostSaved(risks), mostPerPound(risks)
	if best == nil {
		return nothingSaves(c, risks)
	}
	text := fmt.Sprintf("What would help most is %s: %s.", responsesTo(best), saving(best))
	if thrifty != nil && thrifty != best {
		text += fmt.Sprintf(" For its money %s does more: %s.", responsesTo(thrifty), saving(thrifty))
	}
	return text
}

// saves is the days that the open responses to a risk save on average.
func saves(r *Risk) plan.Hundredths {
	if !r.Now.Set || !r.After.Set {
		return 0
	}
	return r.Now.Mean - r.After.Mean
}

// mostSaved is the risk whose open responses save most: money less what they cost or, where no cost of
// delay is stated, days on average; nil if none saves anything.
func mostSaved(risks []Risk) *Risk {
	var best *Risk
	for i := range risks {
		r := &risks[i]
		if saves(r) > 0 && (!r.Saved.Set || r.Net() > 0) && (best == nil || moreSaved(r, best)) {
			best = r
		}
	}
	return best
}

func moreSaved(a, b *Risk) bool {
	if a.Saved.Set && b.Saved.Set {
		return a.Net() > b.Net()
	}
	return saves(a) > saves(b)
}

// mostPerPound is the risk whose responses save most for each pound that they cost, those that state a cost;
// nil if none pays for itself.
func mostPerPound(risks []Risk) *Risk {
	var best *Risk
	for i := range risks {
		r := &risks[i]
		if r.Pays != PaysYes || r.Cost.N <= 0 {
			continue
		}
		if best == nil || r.Saved.N*best.Cost.N > best.Saved.N*r.Cost.N {
			best = r
		}
	}
	return best
}

// responsesTo names what is done about a risk: its next action if that is all that is open.
func responsesTo(r *Risk) string {
	open := len(r.Responses) - r.Done
	if open > 1 {
		return fmt.Sprintf("to carry out the %s to %s", Count(open, "open response"), quoted(r.Name))
	}
	return fmt.Sprintf("the response to %s, %s", quoted(r.Name), quoted(strings.TrimSuffix(r.Next.Action, ".")))
}

// saving says what responses save, and what they cost.
func saving(r *Risk) string {
	mean := saves(r)
	var gains []string
	if r.Saved.Set && r.Saved.N > 0 {
		gains = append(gains, "£"+Number(int(r.Saved.N))+" of delay on average")
	}
	switch days := wholeDays(mean); {
	case len(gains) > 0 && days > 0:
		gains = append(gains, Count(days, "day"))
	case len(gains) == 0:
		gains = append(gains, mean.String()+" days on average")
	}
	text := "it saves " + Join(gains)
	if points := r.Now.Lost.Share - r.After.Lost.Share; points > 0 {
		text += " and raises the chance to keep every promise by " + Points(points)
	}
	if r.Cost.Set {
		return text + ", for £" + Number(int(r.Cost.N))
	}
	return text + ", at no stated cost"
}

// nothingSaves is said where no open response is worth its money.
func nothingSaves(c *Confidence, risks []Risk) string {
	text := "No open response of the register is worth what it costs by this forecast."
	switch {
	case !slices.ContainsFunc(risks, func(r Risk) bool { return len(r.Responses) > r.Done }):
		text = "The register holds no response that is still to be carried out."
	case !slices.ContainsFunc(risks, func(r Risk) bool { return r.After.Set }):
		text = "No open response of the register says what it would leave of its risk."
	}
	if len(c.Sensitive) == 0 {
		return text
	}
	s := &c.Sensitive[0]
	return text + fmt.Sprintf(" Most would be gained by making %s shorter or surer: it is critical in %s of the replications.",
		quoted(s.Name), Chance(s.Criticality))
}
