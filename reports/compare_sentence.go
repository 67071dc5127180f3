package reports

import "strings"

// Sentence says how many scenarios there are, which of them moves the finish most, and which keeps fewest promises.
func (c *Comparison) Sentence() string {
	scenarios := c.Variants[c.Base+1:]
	if len(scenarios) == 0 {
		return "There is no scenario beside the plan."
	}
	said := []string{Count(len(scenarios), "scenario") + " beside the plan."}
	if v := c.farthest(scenarios); v != nil {
		said = append(said, quoted(v.Name)+" moves the finish most: "+laterOrEarlier(v.Later.N)+", to "+v.Finish.Long()+".")
	}
	if v := c.weakest(scenarios); v != nil {
		base := &c.Variants[c.Base]
		said = append(said, quoted(v.Name)+" keeps the fewest promises: "+Number(v.Promises.N)+" of "+Number(v.Promises.Of)+
			", where "+quoted(base.Name)+" keeps "+Number(base.Promises.N)+" of "+Number(base.Promises.Of)+".")
	}
	if n := impossible(scenarios); n > 0 {
		said = append(said, "No schedule keeps the rules of "+Count(n, "scenario")+".")
	}
	return strings.Join(said, " ")
}

// farthest is the scenario that moves the finish most; nil if none does.
func (c *Comparison) farthest(scenarios []Variant) *Variant {
	var found *Variant
	most := 0
	for i := range scenarios {
		if later := scenarios[i].Later; later.Set && max(later.N, -later.N) > most {
			found, most = &scenarios[i], max(later.N, -later.N)
		}
	}
	return found
}

// weakest is the scenario that breaks the most promises; nil if none breaks more than the base.
func (c *Comparison) weakest(scenarios []Variant) *Variant {
	var found *Variant
	base := c.Variants[c.Base].Promises
	most := base.Of - base.N
	for i := range scenarios {
		if v := &scenarios[i]; !v.Impossible && v.Promises.Of-v.Promises.N > most {
			found, most = v, v.Promises.Of-v.Promises.N
		}
	}
	return found
}

func impossible(scenarios []Variant) int {
	n := 0
	for i := range scenarios {
		if scenarios[i].Impossible {
			n++
		}
	}
	return n
}

// Rule says how scenarios are planned, and what their figures are measured against.
func (c *Comparison) Rule() string {
	base := quoted(c.Variants[c.Base].Name)
	return "Scenarios are planned without the committed schedule, so that they differ in nothing but their edits, and are measured against " + base +
		". The finish is that of the last phase. P80, chances and the mean cost of delay are by the forecast; that cost counts the days after the finish of " + base +
		". The cost of lateness is that of the promise that costs most, as planned."
}

// BindsSentence says what a finish waits for, or why there is none.
func (v *Variant) BindsSentence() string {
	switch {
	case v.Impossible:
		return "No schedule keeps its rules; “epr plan --scenario " + v.ID + "” says why."
	case len(v.Binds) > 0:
		return strings.Join(v.Binds, " ")
	case v.Last == "":
		return ""
	case v.HeldBy != "":
		return "It ends with " + quoted(v.Last) + "; " + v.HeldBy + "."
	}
	return "It ends with " + quoted(v.Last) + "."
}

// DatesMoved is how many dates are not those of the base: of activities that moved, that the base does not have, and that
// it alone has.
func (v *Variant) DatesMoved() int { return v.Moved + v.Added + v.Removed }

// laterOrEarlier is a difference in calendar days: "7 days later".
func laterOrEarlier(days int) string {
	if days < 0 {
		return Count(-days, "day") + " earlier"
	}
	return Count(days, "day") + " later"
}
