package reports

import (
	"fmt"
	"slices"
	"strings"

	"epr/plan"
	"epr/plan/diff"
)

// Changes is a comparison of two versions as a reader wants it: a few sentences, then sections in the order in
// which a programme office asks. Sections in which nothing changed are left out.
type Changes struct {
	Old, New string
	InShort  []string // a few sentences
	Sections []ChangeSection
	// Skipped says what was not looked at, and why.
	Skipped []string
}

// ChangeSection is one list of changes.
type ChangeSection struct {
	Title   string         // what the list is of
	Columns []ChangeColumn // of each row
	Rows    [][]string     // as many texts in each as there are columns
	// Noun is what a row is, to count those that are left out.
	Noun string
	// Notes are said after the list.
	Notes []string
}

// ChangeColumn is one fact of each row.
type ChangeColumn struct {
	Title string // what stands in it
	Kind  ColumnKind
}

// ColumnKind is what a column holds.
type ColumnKind int

// The kinds of columns.
const (
	NameColumn  ColumnKind = iota // a name or an id
	ExactColumn                   // a date or a number, aligned right
	TextColumn                    // text
)

// ChangesOf lays a comparison out for reading.
func ChangesOf(d *diff.Diff) *Changes {
	c := &changes{Diff: d, out: &Changes{Old: d.Old, New: d.New}}
	c.moved()
	c.attribution()
	c.byEdit()
	c.byOrder()
	c.before()
	c.outlook()
	c.chain()
	c.links()
	c.work()
	c.scope()
	c.content()
	c.floats()
	c.rewritten()
	c.risks()
	c.quality()
	c.further()
	c.quiet()
	c.inShort()
	c.skipped()
	return c.out
}

// changes is a report of changes under way.
type changes struct {
	*diff.Diff
	out *Changes
}

// add adds a section unless it is empty, without the columns in which nothing stands.
func (c *changes) add(s ChangeSection) {
	for k := len(s.Columns) - 1; k > 0 && len(s.Rows) > 0; k-- {
		if slices.ContainsFunc(s.Rows, func(row []string) bool { return row[k] != "" }) {
			continue
		}
		s.Columns = slices.Delete(s.Columns, k, k+1)
		for i := range s.Rows {
			s.Rows[i] = slices.Delete(s.Rows[i], k, k+1)
		}
	}
	if len(s.Rows) > 0 || len(s.Notes) > 0 {
		c.out.Sections = append(c.out.Sections, s)
	}
}

// inShort is the comparison in a few sentences.
func (c *changes) inShort() {
	moved, crossed, late, kept := 0, 0, 0, 0
	for k := range c.Milestones {
		m := &c.Milestones[k]
		if !m.Moved.IsZero() {
			moved++
		}
		if len(m.Crossed) > 0 {
			crossed++
		}
		if m.LateIs > 0 && m.LateWas == 0 {
			late++
		}
		if m.LateIs == 0 && m.LateWas > 0 {
			kept++
		}
	}
	say := func(text string) { c.out.InShort = append(c.out.InShort, text) }
	switch {
	case moved == 0 && len(c.Came)+len(c.Gone) == 0:
		say("No date moved.")
	case moved == 0:
		say("No date that is in both versions moved.")
	default:
		say(fmt.Sprintf("%s of %s moved.", Number(moved), Count(len(c.Milestones), c.followed(), strings.Replace(c.followed(), "date", "dates", 1))))
	}
	if finish, ok := c.finish(); ok {
		say(finish)
	}
	if crossed > 0 {
		say(Count(crossed, "go-live") + " landed in another window.")
	}
	if late > 0 {
		say(Count(late, "promise") + Plural(late, " that was kept is broken now.", " that were kept are broken now."))
	}
	if kept > 0 {
		say(Count(kept, "promise") + Plural(kept, " that was broken is kept now.", " that were broken are kept now."))
	}
	if !c.anything() && !c.DatesOnly {
		say("Nothing that can move a date was changed.")
	}
}

// followed is what the dates are.
func (c *changes) followed() string {
	if c.DatesOnly {
		return "date"
	}
	return "date that people follow"
}

// finish is by how much the last phase moved.
func (c *changes) finish() (string, bool) {
	last := -1
	for k := range c.Milestones {
		if m := &c.Milestones[k]; m.IsPhase && (last < 0 || m.Is > c.Milestones[last].Is) {
			last = k
		}
	}
	if last < 0 || c.Milestones[last].Moved.IsZero() {
		return "", false
	}
	m := &c.Milestones[last]
	word := "later"
	if m.Moved.Calendar < 0 {
		word = "earlier"
	}
	return fmt.Sprintf("The last phase, %s, finishes on %s, %s %s.", quoted(m.Name), m.Is.Short(), Count(abs(m.Moved.Calendar), "day"), word) + c.causes(last), true
}

// causes are the parts of a milestone's move in a sentence.
func (c *changes) causes(k int) string {
	if c.Attribution == nil {
		return ""
	}
	m := &c.Attribution.Moves[k]
	var said []string
	say := func(what string, d diff.Days) {
		if d.Calendar != 0 {
			said = append(said, what+" "+Signed(d.Calendar))
		}
	}
	for i := range m.Steps {
		say(names(c.Attribution.Steps[i].Groups), m.Steps[i])
	}
	say("re-planning", m.Reoptimisation)
	say("the old schedule made anew", m.Reproduction)
	if len(said) == 0 {
		return ""
	}
	return " By cause: " + Join(said) + "."
}

func (c *changes) anything() bool { return len(c.Edits)+len(c.Scope.Renamed) > 0 }

// quiet counts what is not listed.
func (c *changes) quiet() {
	a := c.Activities
	if a.Moved == 0 || a.IsKnown && a.Quiet == 0 {
		return
	}
	text := fmt.Sprintf("Besides the dates above, %s of %s moved.", Number(a.Moved), Count(a.Both, "activity"))
	if a.IsKnown {
		text = fmt.Sprintf("%s of %s moved within %s float.", Number(a.Quiet), Count(a.Both, "activity"), Plural(a.Quiet, "its", "their"))
	}
	c.add(ChangeSection{Title: "Not listed", Noun: "activity", Notes: []string{text}})
}

// skipped says what was not compared.
func (c *changes) skipped() {
	say := func(text string) { c.out.Skipped = append(c.out.Skipped, text) }
	if c.DatesOnly {
		say("Without models the dates alone were compared: not what moved them, nor which of them people follow.")
		return
	}
	if c.Outlook == nil {
		say("Forecasts were not compared, or say the same (epr diff --forecast).")
	}
	if c.Chain == nil {
		say("Float and what drives the finish were not compared: one of the schedules does not keep the rules of its model.")
	}
	switch a := c.Attribution; {
	case a == nil:
		say("What moved each date was not worked out.")
	case a.Orders == 0 && len(a.Left) > 0:
		say("Other orders of the groups were not tried: " + names(a.Left) + " cannot be timed in the old order of work.")
	case a.Orders == 0 && len(c.Edits) > 0:
		say("Other orders of the groups were not tried.")
	}
	if c.Quality == nil {
		say("The quality of the schedules was not compared.")
	}
	if text := LookedSaid(c.Looked); text != "" {
		say(text)
	}
}

// moved lists the dates that people follow: go-lives first, then phases, promises, gates and milestones.
func (c *changes) moved() {
	s := ChangeSection{Title: "Dates moved", Noun: "date", Columns: []ChangeColumn{
		{"Date", NameColumn}, {"Was", ExactColumn}, {"Is", ExactColumn}, {"Days", ExactColumn}, {"Worked", ExactColumn}, {"Besides", TextColumn}}}
	for _, k := range c.byWeight() {
		m := &c.Milestones[k]
		if !m.Moved.IsZero() {
			s.Rows = append(s.Rows, []string{m.Name, m.Was.Short(), m.Is.Short(), Signed(m.Moved.Calendar), Signed(m.Moved.Working), besides(m)})
		}
	}
	for k := range c.Came {
		s.Notes = append(s.Notes, "New: "+milestoneName(&c.Came[k])+", "+c.Came[k].Is.Short()+".")
	}
	for k := range c.Gone {
		s.Notes = append(s.Notes, "Gone: "+milestoneName(&c.Gone[k])+", which was "+c.Gone[k].Was.Short()+".")
	}
	c.add(s)
}

// byWeight lists the milestones in the order in which they are read: go-lives, phases, the others; the largest
// move first.
func (c *changes) byWeight() []int {
	order := make([]int, len(c.Milestones))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &c.Milestones[a], &c.Milestones[b]
		if w := weight(x) - weight(y); w != 0 {
			return w
		}
		return abs(y.Moved.Calendar) - abs(x.Moved.Calendar)
	})
	return order
}

// weight is the rank of a milestone among those that are read about, the first the least.
func weight(m *diff.Milestone) int {
	switch {
	case m.Kind == plan.GoLive:
		return 0
	case m.IsPhase:
		return 1
	case !m.By.IsZero():
		return 2
	}
	return 3
}

func abs(n int) int { return max(n, -n) }

// milestoneName is the name of a milestone and, for an activity, its id, which can be asked about further.
func milestoneName(m *diff.Milestone) string {
	if m.IsPhase || m.Name == m.ID {
		return m.Name
	}
	return m.Name + " (" + m.ID + ")"
}

// besides is the window crossed and the promise.
func besides(m *diff.Milestone) string {
	var said []string
	if len(m.Crossed) > 0 {
		said = append(said, fmt.Sprintf("past %s: %s → %s", Join(m.Crossed), month(m.Was), month(m.Is)))
	}
	switch {
	case m.LateIs > 0 && m.LateWas > 0:
		said = append(said, fmt.Sprintf("%s late instead of %s", Count(m.LateIs, "day"), Number(m.LateWas)))
	case m.LateIs > 0:
		said = append(said, Count(m.LateIs, "day")+" late now")
	case m.LateWas > 0:
		said = append(said, "no longer late")
	}
	return Join(said)
}

// Signed is a number of days with its sign: "+12", "−3", "0".
func Signed(n int) string {
	switch {
	case n > 0:
		return "+" + Number(n)
	case n < 0:
		return "−" + Number(-n)
	}
	return "0"
}
