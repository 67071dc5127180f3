package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan/diff"
)

// outlook lists how the percentiles and the chances moved, the longest move of a P80 first.
func (c *changes) outlook() {
	s := ChangeSection{Title: "Forecast", Noun: "date", Columns: []ChangeColumn{
		{"Date", NameColumn}, {"P50", ExactColumn}, {"Days", ExactColumn}, {"P80", ExactColumn}, {"Days", ExactColumn}, {"Misses window", ExactColumn}}}
	list := slices.Clone(c.Outlook)
	slices.SortStableFunc(list, func(a, b diff.Outlook) int {
		return cmp.Or(cmp.Compare(abs(int(b.P80Is-b.P80Was)), abs(int(a.P80Is-a.P80Was))), cmp.Compare(abs(int(b.P50Is-b.P50Was)), abs(int(a.P50Is-a.P50Was))))
	})
	same := 0
	for _, o := range list {
		miss := ""
		if o.IsLanding {
			miss = fromTo(Chance(o.MissWas), Chance(o.MissIs))
		}
		if o.P50Was == o.P50Is && o.P80Was == o.P80Is && Chance(o.MissWas) == Chance(o.MissIs) {
			same++
			continue
		}
		s.Rows = append(s.Rows, []string{o.Name, shortOr(o.P50Is), shiftSaid(o.P50Was, o.P50Is), shortOr(o.P80Is), shiftSaid(o.P80Was, o.P80Is), miss})
	}
	if same > 0 && len(s.Rows) > 0 {
		s.Notes = []string{"The chances of " + Count(same, "other go-live") + " changed by less than a point."}
	}
	c.add(s)
}

// shiftSaid is by how many calendar days a percentile moved.
func shiftSaid(was, is calendar.Date) string {
	switch {
	case was == is:
		return ""
	case was.IsZero():
		return "was beyond"
	case is.IsZero():
		return "was " + was.Short()
	}
	return Signed(int(is - was))
}

// fromTo is what became of something; said once if nothing did.
func fromTo(was, is string) string {
	if was == is {
		return is
	}
	return was + " → " + is
}

func shortOr(d calendar.Date) string {
	if d.IsZero() {
		return "beyond"
	}
	return d.Short()
}

func (c *changes) chain() {
	if c.Chain == nil || len(c.Chain.Joined)+len(c.Chain.Left) == 0 {
		return
	}
	s := ChangeSection{Title: "What drives the finish", Noun: "activity", Columns: []ChangeColumn{{"Activity", NameColumn}, {"Change", TextColumn}}}
	for _, n := range c.Chain.Joined {
		s.Rows = append(s.Rows, []string{n.ID, "drives it now"})
	}
	for _, n := range c.Chain.Left {
		s.Rows = append(s.Rows, []string{n.ID, "does not any more"})
	}
	s.Notes = []string{fmt.Sprintf("The chain has %s, %s before.", Count(len(c.Chain.Is), "activity"), Number(len(c.Chain.Was)))}
	c.add(s)
}

func (c *changes) links() {
	s := ChangeSection{Title: "Links", Noun: "link", Columns: []ChangeColumn{{"Activity", NameColumn}, {"Waits for", NameColumn}, {"Change", TextColumn}}}
	for _, l := range c.Links {
		s.Rows = append(s.Rows, []string{l.To, l.From, linkSaid(&l)})
	}
	c.add(s)
}

func linkSaid(l *diff.LinkChange) string {
	kind := l.Type.String()
	if l.Max {
		kind += ", at most"
	}
	switch {
	case l.Change != diff.Changed:
		return string(l.Change) + " (" + kind + lagSaid(l) + ")"
	case l.DoneWas != l.DoneIs:
		return fmt.Sprintf("share done %s → %s", l.DoneWas, l.DoneIs)
	}
	return fmt.Sprintf("%s, lag %d → %d", kind, l.LagWas, l.LagIs)
}

func lagSaid(l *diff.LinkChange) string {
	if lag := l.LagWas + l.LagIs; lag != 0 {
		return ", lag " + strconv.Itoa(lag)
	}
	return ""
}

func (c *changes) work() {
	s := ChangeSection{Title: "Durations and effort", Noun: "activity", Columns: []ChangeColumn{
		{"Activity", NameColumn}, {"Days were", ExactColumn}, {"Days are", ExactColumn}, {"Person-days", TextColumn}}}
	for _, w := range c.Work {
		effort := ""
		if w.EffortWas != w.EffortIs {
			effort = w.EffortWas.String() + " → " + w.EffortIs.String()
		}
		s.Rows = append(s.Rows, []string{w.ID, daysSaid(w.DaysWas), daysSaid(w.DaysIs), effort})
	}
	c.add(s)
}

// daysSaid are working days with their range.
func daysSaid(d diff.Estimate) string {
	if d.Low == d.High {
		return strconv.Itoa(d.Likely)
	}
	return fmt.Sprintf("%d (%d–%d)", d.Likely, d.Low, d.High)
}

func (c *changes) scope() {
	s := ChangeSection{Title: "Scope", Noun: "activity", Columns: []ChangeColumn{{"Activity", NameColumn}, {"Change", TextColumn}}}
	for _, r := range c.Scope.Renamed {
		how := "recognised: nothing else has the same content"
		if r.Stated {
			how = "as stated"
		}
		s.Notes = append(s.Notes, fmt.Sprintf("%s is called %s now (%s; %s).", r.Old, r.New, r.Table, how))
	}
	for _, n := range c.Scope.Added {
		s.Rows = append(s.Rows, []string{n.ID, "added: " + n.Name})
	}
	for _, n := range c.Scope.Removed {
		s.Rows = append(s.Rows, []string{n.ID, "removed: " + n.Name})
	}
	if c.Scope.Retitled > 0 {
		s.Notes = append(s.Notes, Count(c.Scope.Retitled, "activity")+Plural(c.Scope.Retitled, " has", " have")+" only another title.")
	}
	c.add(s)
}

// mostDays is how many runs of days of one calendar or team are listed.
const mostDays = 6

func (c *changes) content() {
	s := ChangeSection{Title: "Calendars, blackouts, teams and contracts", Noun: "entry", Columns: []ChangeColumn{
		{"What", NameColumn}, {"Change", TextColumn}}}
	for k := range c.Content {
		x := &c.Content[k]
		s.Rows = append(s.Rows, []string{x.Table + " " + x.Name, contentSaid(x) + placed(x.Place)})
	}
	c.add(s)
}

func contentSaid(x *diff.ContentChange) string {
	if x.Change != diff.Changed {
		return string(x.Change) + saysSaid(x.Says)
	}
	said := runsSaid(x)
	for k := range x.Keys {
		e := &x.Keys[k]
		switch {
		case e.Was != "" && e.Is != "":
			said = append(said, e.Key+" "+e.Was+" → "+e.Is)
		default:
			said = append(said, e.Key+" changed")
		}
	}
	return strings.Join(said, "; ")
}

// mostSaid is how many keys are named of what was added or removed.
const mostSaid = 8

// saysSaid is what something says that was added or removed, after a colon.
func saysSaid(says []string) string {
	n := min(len(says), mostSaid)
	if n == 0 {
		return ""
	}
	more := ""
	if rest := len(says) - n; rest > 0 {
		more = " and " + Count(rest, "more key")
	}
	return ": " + strings.Join(says[:n], ", ") + more
}

// runsSaid are the days that changed.
func runsSaid(x *diff.ContentChange) []string {
	var said []string
	for k, d := range x.Days {
		if k == mostDays {
			said = append(said, "and "+Count(len(x.Days)-k, "more run")+" of days")
			break
		}
		said = append(said, spanSaid(d.Span)+daySaid(x.Table, d))
	}
	return said
}

func spanSaid(s calendar.Span) string {
	if s.From == s.To {
		return s.From.Short()
	}
	return s.From.Short() + " to " + s.To.Short()
}

func daySaid(table string, d diff.DaysChange) string {
	isNow := d.Is > 0
	switch {
	case table == "team":
		return ": " + d.Was.String() + " → " + d.Is.String()
	case table == "blackout" && isNow:
		return " closed now"
	case table == "blackout":
		return " open now"
	case isNow:
		return " added"
	}
	return " taken out"
}

func (c *changes) floats() {
	s := ChangeSection{Title: "Float lost, in working days", Noun: "activity", Columns: []ChangeColumn{
		{"Activity", NameColumn}, {"Was", ExactColumn}, {"Is", ExactColumn}, {"Lost", ExactColumn}}}
	for _, f := range c.Floats {
		s.Rows = append(s.Rows, []string{f.ID, Number(f.Was), Number(f.Is), Number(f.Lost())})
	}
	c.add(s)
}

func (c *changes) rewritten() {
	s := ChangeSection{Title: "History told otherwise", Noun: "date", Columns: []ChangeColumn{
		{"What", NameColumn}, {"Change", TextColumn}}}
	for _, r := range c.Rewritten {
		s.Rows = append(s.Rows, []string{r.ID + " " + r.What, rewrittenSaid(&r) + placed(r.Place)})
	}
	c.add(s)
}

func rewrittenSaid(r *diff.Rewritten) string {
	switch {
	case r.What == "baseline":
		return "approved on " + r.Was.Short() + "; what it holds was changed since"
	case r.What == "dropped":
		return "the baseline approved on " + r.Was.Short() + " is gone"
	case r.Is.IsZero():
		return r.Was.Short() + " → nothing"
	}
	return r.Was.Short() + " → " + r.Is.Short()
}

func (c *changes) risks() {
	s := ChangeSection{Title: "Risks", Noun: "risk", Columns: []ChangeColumn{{"Risk", NameColumn}, {"Score", TextColumn}, {"Change", TextColumn}}}
	for _, r := range c.Risks {
		said := string(r.Change) + saysSaid(r.Keys)
		if r.Change == diff.Changed {
			said = strings.Join(r.Keys, ", ")
		}
		score := strconv.Itoa(r.ScoreIs)
		if r.ScoreWas != r.ScoreIs {
			score = strconv.Itoa(r.ScoreWas) + " → " + score
		}
		s.Rows = append(s.Rows, []string{r.Name, score, said + placed(r.Place)})
	}
	c.add(s)
}
