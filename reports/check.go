package reports

import "strings"

// Check is one rule of the independent check: how many facts it tested and how many failed.
type Check struct {
	Rule    string // as package verify names it
	Counted int
	Failed  int
}

// Demand says what the rule demands, for readers who do not know its name; the name if the rule is not
// known here.
func (c Check) Demand() string {
	if words, ok := demands[c.Rule]; ok {
		return words
	}
	return strings.ReplaceAll(c.Rule, "-", " ")
}

// demands is never changed.
var demands = map[string]string{
	"missing":     "every activity has its dates",
	"extra":       "no dates without an activity",
	"span":        "no work finishes before it starts",
	"horizon":     "everything lies within the horizon",
	"progress":    "what has happened stays as it was",
	"calendar":    "work starts and finishes on worked days",
	"blackout":    "no work in a blackout that forbids it",
	"starts-on":   "work starts on its weekdays",
	"not-before":  "nothing comes before its earliest date",
	"contract":    "work lies inside its contracts",
	"outlast":     "old contracts outlast their work",
	"must-by":     "dates that cannot be broken are kept",
	"gate":        "gates meet their boards, papers in time",
	"slots":       "no meeting takes too many decisions",
	"milestone":   "milestones are reached when due",
	"link":        "work waits for what it has to",
	"maximum-lag": "work is not too long after or before",
	"team":        "no team is needed beyond its size",
}
