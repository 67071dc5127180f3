package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"epr/reports"
)

// proof is how good the schedule is proved to be, and what keeping the committed one costs.
func (p *page) proof(pack *reports.Pack) {
	const title = "How good the schedule is"
	solve := &pack.Provenance.Solve
	if len(solve.Stages) == 0 {
		p.heading(title)
		p.say("How near it is to the best was not worked out.")
	} else {
		p.stages(title, solve.Stages)
		if !solve.Reproducible {
			p.say("The search was ended early: another run may find another schedule.")
		}
	}
	p.say(checked(pack))
	if solve.Keeping != nil {
		p.say(keeping(solve.Keeping))
	}
}

// stages is the table of the aims of the search.
func (p *page) stages(title string, list []reports.Stage) {
	t := table{title: title, columns: []column{
		{title: "Aim", fill: name},
		{title: "Reached"},
		{title: "From the best"},
	}}
	for i := range list {
		s := &list[i]
		t.rows = append(t.rows, row{
			words(capital(s.Name)), {number: reports.Number(s.Value), text: unit(s)}, words(gap(s)),
		})
	}
	p.print(t)
}

// unit is the noun that agrees with the value of a stage, whose unit may be given in the plural.
func unit(s *reports.Stage) string {
	number := reports.Number(s.Value) + " "
	return strings.TrimPrefix(reports.Count(s.Value, strings.TrimSuffix(s.Unit, "s")), number)
}

func gap(s *reports.Stage) string {
	if s.Gap() > 0 {
		return "at most " + reports.Number(s.Gap())
	}
	return "proved best"
}

// checked is what the independent check says.
func checked(pack *reports.Pack) string {
	from := &pack.Provenance
	switch {
	case from.Checked == 0:
		return "It was not checked independently."
	case from.Failed > 0:
		return "Checked independently: " + reports.Number(from.Failed) + " of " +
			reports.Count(from.Checked, "fact") + " FAILED."
	}
	return "Checked independently: " + reports.Count(from.Checked, "fact") + " about " +
		reports.Count(len(pack.Schedule), "activity") + ", none failed."
}

// keeping is the price of the committed schedule.
func keeping(k *reports.Keeping) string {
	said := "The committed schedule was kept: a fresh plan "
	if k.Held > 0 {
		said = "The committed schedule was kept and " + reports.Count(k.Held, "date") + " of it held: a fresh plan "
	}
	if k.Later > 0 {
		said += "is " + reports.Count(k.Later, "weighted day") + " less late, "
	}
	switch {
	case k.Moved == 0 && k.Earlier == 0:
		return said + "would be the same."
	case k.Earlier > 0:
		said += "finishes " + reports.Count(k.Earlier, "day") + " earlier"
	case k.Earlier < 0:
		said += "finishes " + reports.Count(-k.Earlier, "day") + " later"
	default:
		said += "finishes on the same day"
	}
	return said + " and moves " + reports.Count(k.Moved, "date") + ": --fresh"
}

// capital writes the beginning of a sentence.
func capital(s string) string {
	if s == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
