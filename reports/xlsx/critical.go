package xlsx

import (
	"strings"

	"epr/plan"
	"epr/reports"
)

// critical writes the critical chains: what decides when the programme is finished, then each other phase,
// with what makes each step critical.
func (s *sheet) critical() {
	s.columns(6, 46, 15, 13, 13, 15, 84, 12, 13, 13)
	chains := s.pack.Critical
	row := s.banner(sheetCritical, criticalAbout(chains))
	head := row - 1
	if len(chains) == 0 && len(s.pack.Cliffs()) == 0 {
		row = s.nothing(row, noChain)
		s.setUp(layout{lastColumn: 10, lastRow: row - 1, titleRows: head})
		return
	}
	if len(chains) == 0 {
		row = s.note(row, noChain)
	}
	if s.hasManySteps() {
		s.manyChains(row)
		return
	}
	for i := range chains {
		row = s.chain(row, i)
	}
	row = s.note(row, chainRule)
	row = s.cliffs(row)
	s.setUp(layout{lastColumn: 10, lastRow: row - 1, titleRows: head})
}

// The steps of all chains from which the other chains stand last, so that only the first pages of them are printed, and
// how many pages of the sheet those are.
const (
	manySteps      = 120
	mostChainPages = 4
)

// hasManySteps reports whether the chains have many steps, those of the chain at the top counted once.
func (s *sheet) hasManySteps() bool {
	chains, steps := s.pack.Critical, 0
	for i := range chains {
		steps += len(chains[i].Steps)
		if i > 0 {
			steps -= shared(&chains[0], &chains[i])
		}
	}
	return steps > manySteps && s.told == nil
}

// manyChains writes the chain at the top, what lies beyond the cliffs, and then the other chains, of which as many are
// printed as some pages have room for.
func (s *sheet) manyChains(row int) {
	chains, head := s.pack.Critical, row-1
	row = s.cliffs(s.note(s.chain(row, 0), chainRule))
	ends := []int{row - 1}
	for i := range chains[1:] {
		row = s.chain(row, i+1)
		ends = append(ends, row-1)
	}
	l := layout{lastColumn: 10, lastRow: row - 1, titleRows: head}
	last := s.lastOn(mostChainPages, &l)
	printed := 1
	for printed < len(ends) && ends[printed] <= last {
		printed++
	}
	if printed < len(ends) {
		l.printTo = ends[printed-1]
		s.putPrinted(partOf("the first", printed, len(ends), "chains"))
	}
	s.setUp(l)
}

// chainRule says how to read a chain.
const chainRule = "Each step waits for the one above it: for its work, for its people, or for its place on a board's agenda. " +
	"The chain is computed on the schedule with its teams, so that who hands people to whom counts like a link. " +
	"Moved are the calendar days by which days off, blackouts and meetings put a step off once it could have begun. " +
	"Float is in working days: how far the step alone can slip before a promised or announced date breaks, and before any go-live, gate, " +
	"milestone or phase moves at all. A step may have float although it is on the chain: the next meeting waits for it."

const noChain = "No chain was worked out, or every phase is finished."

// fell is a figure of a go-live that lands beyond its cliff, none of one that fits nowhere.
func fell(f *reports.Fall, shown cell) cell {
	if f.To.IsZero() {
		return cell{none, midLook}
	}
	return shown
}

// mostCliffs is the most milestones of which the sheet says what lies beyond their cliffs.
const mostCliffs = 12

// cliffs lists what lies beyond the cliff of each go-live, gate and milestone, the nearest first.
func (s *sheet) cliffs(row int) int {
	all := s.pack.Cliffs()
	list := all[:min(len(all), mostCliffs)]
	s.turn(row, 220)
	row = s.section(row, "How near the next cliff is")
	if len(list) == 0 {
		return s.note(row, "No go-live, gate or milestone still to come can push a go-live past a blackout, or floats were not worked out.")
	}
	columns := []column{
		{"No.", func(i int) cell { return count(i + 1) }},
		{"Milestone", func(i int) cell { return strong(list[i].Name) }},
		{"Its kind", func(i int) cell { return middle(eventName(list[i].Kind)) }},
		{"Date", func(i int) cell { return date(list[i].Date) }},
		{"Days to cliff", func(i int) cell { return floating(list[i].Float.Cliff) }},
		{"Price", func(i int) cell { return pounds(list[i].Fall.Price) }},
		{"Beyond it", func(i int) cell { return text(fallen(&list[i].Fall, list[i].Name)) }},
		{"Days later", func(i int) cell { return fell(&list[i].Fall, count(list[i].Fall.Days)) }},
		{"Other go-lives", func(i int) cell { return fell(&list[i].Fall, count(list[i].Fall.Others)) }},
		{"Lands on", func(i int) cell { return date(list[i].Fall.To) }},
	}
	row = s.table("MilestoneCliffs", row, len(list), 18, columns...)
	note := "Days to cliff are the working days that the date can slip before a go-live is pushed past a blackout; beyond it, that go-live, where it " +
		"would land, and the price of that delay of the programme at its cost of delay."
	if more := len(all) - len(list); more > 0 {
		note = "… and " + reports.Number(more) + " farther from theirs: see “Float to a cliff” on “" + sheetSchedule + "”. " + note
	}
	if tried := s.pack.FallsTried(); tried != "" {
		note += " " + tried
	}
	return s.note(row, note)
}

func criticalAbout(chains []reports.CriticalChain) string {
	if len(chains) == 0 {
		return "The activities that decide when the programme is finished."
	}
	return reports.Count(len(chains[0].Steps), "activity decides", "activities decide") + " that " + chains[0].Name + " is finished on " +
		chains[0].Finish.Long() + " and no sooner."
}

// chain writes one chain. A later one that is the same up to some step begins where it parts.
func (s *sheet) chain(row, i int) int {
	c := &s.pack.Critical[i]
	s.turn(row, 220) // its heading, a note and some steps
	row = s.section(row, c.Name+", finished on "+c.Finish.Long())
	row = s.note(row, reports.WaitsOf(c))
	from := 0
	if i > 0 {
		from = shared(&s.pack.Critical[0], c)
	}
	if from > 1 {
		row = s.note(row, "Its first "+reports.Count(from, "step")+" are those of the chain at the top, up to "+c.Steps[from-1].Name+".")
	} else {
		from = 0
	}
	list := c.Steps[from:]
	if len(list) == 0 {
		return row
	}
	return s.tableInParts("Chain"+strings.Repeat("I", i+1), row, len(list), 20, c.Name,
		column{"Step", func(k int) cell { return count(from + k + 1) }},
		column{"Activity", func(k int) cell { return strong(list[k].Name) }},
		column{"Kind", func(k int) cell { return text(string(list[k].Kind)) }},
		column{"Start", func(k int) cell { return date(list[k].Start) }},
		column{"Finish", func(k int) cell { return date(list[k].Finish) }},
		column{"Waits for", func(k int) cell { return middle(capital(becauseOf(list[k].Because))) }},
		column{"What makes it critical", func(k int) cell { return text(capitalised(strings.Join(list[k].Why, "; "))) }},
		column{"Moved (days)", func(k int) cell { return count(list[k].Moved) }},
		column{"Float to a promise", func(k int) cell { return floating(list[k].Float.Promise) }},
		column{"Float to any date", func(k int) cell { return floating(list[k].Float.Goals) }},
	)
}

// shared is how many first steps two chains have in common.
func shared(a, b *reports.CriticalChain) int {
	n := 0
	for n < len(a.Steps) && n < len(b.Steps) && a.Steps[n].ID == b.Steps[n].ID {
		n++
	}
	return n
}

func becauseOf(b reports.Because) string {
	switch b {
	case reports.BecauseDate:
		return "own date"
	case reports.BecauseNear:
		return "staying near"
	case reports.BecauseOrder:
		return "order of work"
	}
	return string(b)
}

// floating is a number of working days of float, none if there is none to speak of.
func floating(days plan.Whole) cell {
	if !days.Set {
		return cell{none, midLook}
	}
	return count(days.N)
}
