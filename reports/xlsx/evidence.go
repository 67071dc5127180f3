package xlsx

import (
	"fmt"
	"strings"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
)

// The sheet has a left block of three columns, a gap, and a right block of three.
const (
	leftBlock  = 1
	rightBlock = 5
	blockWide  = 3
	// mostEvidence is the most lines of each of its tables; the rest is counted and said.
	mostEvidence = 4
)

// evidence writes what a judgement of delivery confidence can rest on, beside the rating as people stated it
// and the published definitions. It awards nothing.
func (s *sheet) evidence() {
	s.columns(42, 17, 62, 3, 42, 17, 62)
	e := &s.pack.Evidence
	row := s.banner("Evidence for delivery confidence", "What is known, beside what was stated. A rating is a judgement and for people: nothing here awards one.")
	words := look{size: 12, across: left, wrap: true, indent: 1, fill: pale}
	s.span(1, row, len(s.widths), row, cell{e.Sentence, words})
	s.height(row, heightOf(lineCount(e.Sentence, words, s.room(1, len(s.widths))), words.points())+14)
	row = s.note(row+1, "The rule: "+e.Rule)
	first := row
	row = s.measures(first, e)
	row = s.cliffLines(row, e)
	row = s.slipLines(row, e)
	right := s.statedRating(first, e)
	right = s.definitions(right, e)
	right = s.gateLines(right, e)
	right = s.trainedLines(right, e)
	s.setUp(layout{lastColumn: len(s.widths), lastRow: max(row, right) - 1, onePage: true})
}

// blockHeading writes the heading of a block and returns the next row.
func (s *sheet) blockHeading(block, row int, title string) int {
	s.put(block, row, cell{title, sectionLook})
	s.grow(row, 30)
	return row + 1
}

func (s *sheet) blockNote(block, row int, words string) int {
	return s.noteOver(block, block+blockWide-1, row, words)
}

// measure is a line of the evidence: what, how much, and what it rests on.
type measure struct {
	name  string
	value cell
	basis string
}

func (s *sheet) measures(row int, e *reports.Evidence) int {
	row = s.blockHeading(leftBlock, row, "The evidence in figures")
	list := s.measureList(e)
	return s.tableAt("Evidence", leftBlock, row, len(list), 26,
		column{"Measure", func(i int) cell { return strong(list[i].name) }},
		column{"Figure", func(i int) cell { return list[i].value }},
		column{"What it rests on", func(i int) cell { return text(list[i].basis) }},
	)
}

func (s *sheet) measureList(e *reports.Evidence) []measure {
	return []measure{
		{"Chance to keep every promise", likely(e.AllKept), s.promiseBasis(e)},
		weakest(e),
		{"Promises that the plan keeps", middle(of(e.Kept)), "If everything takes its likely duration and no risk happens; announced dates included"},
		nearestCliff(e),
		{"Extreme risks open", middle(of(reports.Share{N: len(e.Extreme), Of: e.Risks})), extremeNames(e)},
		{fmt.Sprintf("Gates of the coming %d days", reports.DecisionDays), count(len(e.Gates)), gatesBasis(e)},
		leastTrained(e),
		{"Announced dates that have slipped", middle(of(reports.Share{N: e.Slipped(), Of: len(e.Slips)})), slipsBasis(e)},
	}
}

func (s *sheet) promiseBasis(e *reports.Evidence) string {
	c := &s.pack.Confidence
	switch {
	case !c.Given:
		return "No forecast was made"
	case !e.AllKept.Set:
		return "Nothing is promised"
	}
	return fmt.Sprintf("%s; %s, announced dates included", reports.Count(c.Method.Runs, "replication"), reports.Count(c.PlanKeeps.Of, "promise"))
}

func weakest(e *reports.Evidence) measure {
	if e.Weakest == nil {
		return measure{"Weakest promise", cell{none, midLook}, "None is open, or no forecast was made"}
	}
	return measure{"Weakest promise", odds(e.Weakest.Chance), e.Weakest.Name + ", " + e.Weakest.Promise.Date.Short() + "; P80 " + e.Weakest.P80.Short()}
}

func nearestCliff(e *reports.Evidence) measure {
	if len(e.Cliffs) == 0 {
		return measure{"Float to the next cliff", cell{none, midLook}, "No go-live still to come has a blackout ahead, or floats were not worked out"}
	}
	c := &e.Cliffs[0]
	words := c.Name
	if beyond := fallen(&c.Fall, c.Name); beyond != "" {
		words += "; beyond: " + lowered(beyond)
	}
	return measure{"Float to the next cliff", middle(reports.Count(c.Float, "working day")), words}
}

// lowered begins a phrase with a small letter where it begins with a word of ours.
func lowered(s string) string {
	if after, ok := strings.CutPrefix(s, "Past "); ok {
		return "past " + after
	}
	return s
}

func extremeNames(e *reports.Evidence) string {
	if len(e.Extreme) == 0 {
		return "None in the register"
	}
	const most = 3
	var names []string
	for _, r := range e.Extreme[:min(len(e.Extreme), most)] {
		names = append(names, r.Name)
	}
	if more := len(e.Extreme) - most; more > 0 {
		names = append(names, reports.Number(more)+" more")
	}
	return reports.Join(names)
}

func gatesBasis(e *reports.Evidence) string {
	if len(e.Gates) == 0 {
		return "None falls in them"
	}
	tight := "None has"
	if n := e.Tight(); n > 0 {
		tight = reports.Count(n, "has", "have")
	}
	return fmt.Sprintf("%s less than %s of room before papers close; of %s the plan names no evidence",
		tight, reports.Count(reports.LittleFloat, "working day"), reports.Number(e.Unproved()))
}

func leastTrained(e *reports.Evidence) measure {
	if len(e.Trained) == 0 {
		return measure{"Staff trained at go-live, by the plan", cell{none, midLook}, "No go-live still to come has training in its phase and place"}
	}
	least := &e.Trained[0]
	for i := range e.Trained {
		if e.Trained[i].Share < least.Share {
			least = &e.Trained[i]
		}
	}
	return measure{"Staff trained at go-live, by the plan", odds(least.Share), "The least: " + least.Name + ", " + least.Date.Short()}
}

func slipsBasis(e *reports.Evidence) string {
	if len(e.Slips) == 0 {
		return "No date was announced"
	}
	if e.Slipped() == 0 {
		return "None is later than first announced"
	}
	return "The most: " + e.Slips[0].Name + ", " + reports.Count(e.Slips[0].Days, "day") + " after it was first announced"
}

// statedRating writes what people have stated, and what the evidence is consistent with by the rule.
func (s *sheet) statedRating(row int, e *reports.Evidence) int {
	row = s.blockHeading(rightBlock, row, "The rating as stated, and the rule")
	row = s.ratingLine(row, "Stated by people", delivery(e.Stated.Rating), s.statedWords(e))
	row = s.ratingLine(row, "The evidence is consistent with, by the rule", middle(string(e.Suggests)), suggestion(e))
	return row
}

func (s *sheet) ratingLine(row int, name string, rating cell, words string) int {
	s.put(rightBlock, row, strong(name))
	s.put(rightBlock+1, row, rating)
	s.put(rightBlock+2, row, text(words))
	s.grow(row, max(26, heightOf(max(lineCount(words, textLook, s.room(rightBlock+2, rightBlock+2)), lineCount(name, strongLook, s.room(rightBlock, rightBlock))), fontSize)))
	return row + 1
}

func (s *sheet) statedWords(e *reports.Evidence) string {
	stated := &e.Stated
	if stated.Rating == "" {
		return "The plan states no delivery confidence"
	}
	var parts []string
	if stated.By != "" {
		parts = append(parts, stated.By)
	}
	if !stated.Date.IsZero() {
		parts = append(parts, datedOn(stated.Date))
	}
	words := strings.Join(parts, ", ")
	if stated.Reason != "" {
		words += ": " + stated.Reason
	}
	if stated.Source != "" {
		words += " (" + stated.Source + ")"
	}
	return words
}

func datedOn(day calendar.Date) string { return "on " + day.Long() }

func suggestion(e *reports.Evidence) string {
	if e.Suggests == "" {
		return "Nothing: there is no forecast, or no promise to set it against"
	}
	return capital(reports.Join(e.Because))
}

// delivery is a rating of delivery confidence as glyph and word.
func delivery(r plan.Delivery) cell {
	switch r {
	case plan.DeliveryRed:
		return rated(reports.Red)
	case plan.DeliveryAmber:
		return rated(reports.Amber)
	case plan.DeliveryGreen:
		return rated(reports.Green)
	}
	return middle("")
}

// definitions writes the published words of the three ratings.
func (s *sheet) definitions(row int, _ *reports.Evidence) int {
	row = s.blockHeading(rightBlock, row, "What the ratings mean, as published")
	for _, d := range reports.Definitions {
		words := "“" + d.Words + "”"
		s.put(rightBlock, row, delivery(d.Rating))
		s.span(rightBlock+1, row, rightBlock+2, row, cell{words, textLook})
		s.grow(row, max(26, heightOf(lineCount(words, textLook, s.room(rightBlock+1, rightBlock+2)), fontSize)))
		row++
	}
	return s.blockNote(rightBlock, row, reports.DefinitionSource+".")
}
