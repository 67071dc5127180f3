package reports

import (
	"fmt"
)

// whatCouldStopUs names what costs most of the dates: the risks that lead the register, and the window that
// is likeliest to be missed.
func whatCouldStopUs(c *Confidence, risks []Risk) string {
	if c.Method.Certain() {
		return "Nothing that the forecast knows of: no duration has a range and no risk is played, so every date is as planned."
	}
	return joinSentences(worstRisks(c, risks), likeliestMiss(c))
}

// felt is the risks that move the finish or cost a promise some of its chance, by rank.
func felt(risks []Risk) []*Risk {
	var list []*Risk
	for i := range risks {
		if r := &risks[i]; r.Now.Set && (r.Now.Days() > 0 || r.Now.Lost.Share > 0 || r.Now.Most.Chance > 0) {
			list = append(list, r)
		}
	}
	return list
}

func worstRisks(c *Confidence, risks []Risk) string {
	list := felt(risks)
	if len(list) == 0 {
		text := "No risk of the register moves the finish by a day or costs a promise any of its chance."
		if c.Method.Played == 0 {
			text = "No risk is played."
		}
		if len(c.Sensitive) == 0 {
			return text
		}
		s := &c.Sensitive[0]
		return text + fmt.Sprintf(" What sways the finish most is how long %s takes; it is critical in %s of the replications.",
			quoted(s.Name), Chance(s.Criticality))
	}
	text := fmt.Sprintf("What costs most is the risk %s: %s.", quoted(list[0].Name), costing(&list[0].Now))
	if len(list) == 1 {
		return text
	}
	var others []string
	for _, r := range list[1:min(3, len(list))] {
		others = append(others, fmt.Sprintf("%s (%s)", quoted(r.Name), briefly(&r.Now)))
	}
	return text + " Next " + Plural(len(others), "comes ", "come ") + Join(others) + "."
}

// costing says what would be gained without a risk.
func costing(e *RiskEffect) string {
	var gains []string
	if days := e.Days(); days > 0 {
		gains = append(gains, "the programme is finished "+Count(days, "day")+" earlier on average")
	}
	switch {
	case e.Lost.Share > 0:
		gains = append(gains, "the chance to keep every promise is "+Points(e.Lost.Share)+" higher")
	case e.Most.Chance > 0:
		gains = append(gains, "the chance of "+quoted(e.Most.Name)+" is "+Points(e.Most.Chance)+" higher")
	}
	return "without it " + Join(gains)
}

func briefly(e *RiskEffect) string {
	switch {
	case e.Days() > 0:
		return Count(e.Days(), "day")
	case e.Lost.Share > 0:
		return Points(e.Lost.Share)
	}
	return Points(e.Most.Chance)
}

// likeliestMiss names the go-live that is likeliest to miss its window.
func likeliestMiss(c *Confidence) string {
	if len(c.Landings) == 0 || c.Landings[0].Missed == 0 {
		return ""
	}
	l := &c.Landings[0]
	text := fmt.Sprintf("%s misses its window with a chance of %s", quoted(l.Name), Chance(l.Missed))
	next := l.Next()
	if next == nil {
		return text + " and then does not fit before the forecast ends."
	}
	if shut := l.Shut(); shut != "" {
		text += fmt.Sprintf("; beyond %s it comes %s later", quoted(shut), Count(next.Weeks, "week"))
	}
	return text + "."
}
