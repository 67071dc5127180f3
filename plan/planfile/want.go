package planfile

import (
	"strconv"
	"strings"

	"epr/calendar"
	"epr/plan/source"
)

// want is what a key wants, as a sentence says it.
type want string

const (
	wantText      want = "a text"
	wantTexts     want = "a list of texts"
	wantNames     want = "a name or a list of names"
	wantMembers   want = `a list of ids, or "all"`
	wantWhole     want = "a whole number"
	wantDays      want = "a whole number of working days"
	wantNumber    want = "a number"
	wantFlag      want = "true or false"
	wantDate      want = "a date"
	wantDates     want = "a list of dates"
	wantTable     want = "a table"
	wantTables    want = "a list of tables"
	wantDuration  want = "a whole number of working days, or a table"
	wantRange     want = "a number, or a table with low, likely and high"
	wantLinks     want = "a list of names and tables"
	wantWithin    want = "a table or a list of tables"
	wantDated     want = "a number, or a list of { from, is }"
	wantAnnounced want = "a date, or a list of { date, on, where }"
	wantSpans     want = "a list of dates and { from, to }"
	wantPaths     want = "a path or a list of paths"
	wantAttempts  want = "a table such as { pass = 0.7 }"
)

// wrong reports a value of the wrong type.
func (t *table) wrong(n *node, key string, w want) {
	if n.form == isRefused {
		return
	}
	inside := ""
	if isElement := n.name == "" && strings.Contains(string(w), "list"); isElement {
		inside = " in it"
	}
	t.report("wrong-type", n.at, w.hint(n), "%s wants %s, found %s%s", quote(key), w, describe(n), inside)
}

// hint says how to write what was probably meant; empty if that cannot be guessed.
func (w want) hint(n *node) string {
	has := func(word string) bool { return strings.Contains(string(w), word) }
	switch {
	case n.form == isTime && has("date"):
		if date, _, _ := strings.Cut(n.text, "T"); date != noDate {
			return "write the date alone: " + date
		}
	case n.form == isText && has("date"):
		return dateHint(n.text)
	case n.form == isText && w == wantFlag:
		return "write true or false, without quotes"
	case n.form == isText && has("number"):
		return numberHint(n.text)
	case n.form == isCell:
		return w.cellHint(n.text)
	case n.form == isTable, n.form == isList:
	case w == wantText, n.name == "" && n.form != isText && (has("texts") || has("names") || has("ids")):
		return "put it in quotes: " + quote(n.written())
	case n.name != "" && strings.HasPrefix(string(w), "a list"):
		return "write a list, even of one: [" + n.written() + "]"
	}
	return ""
}

// noDate is the date that the decoder gives a time of day.
const noDate = "0000-01-01"

func (w want) cellHint(text string) string {
	switch {
	case strings.Contains(string(w), "date"):
		if _, hint, ok := spelt(text); ok {
			return hint + inSpreadsheet
		}
		return writeDates + inSpreadsheet
	case strings.Contains(string(w), "number"):
		return "write digits alone, without a unit"
	}
	return ""
}

// inSpreadsheet is how a spreadsheet comes to write such dates: it saves what its cells show.
const inSpreadsheet = ` (in a spreadsheet, give the column the format yyyy-mm-dd before saving)`

func dateHint(text string) string {
	text = strings.TrimSpace(text)
	if date, err := calendar.Parse(text); err == nil {
		return "write it without quotes: " + date.String()
	}
	if _, hint, ok := spelt(text); ok {
		return hint + ", without quotes"
	}
	return writeDates + ", without quotes"
}

func numberHint(text string) string {
	text = strings.TrimSpace(text)
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		return "write it without quotes: " + text
	}
	if _, hint, ok := spelt(text); ok {
		return hint
	}
	return ""
}

// describe says what a value is, for a sentence that wanted something else.
func describe(n *node) string {
	switch n.form {
	case isTable:
		return "a table"
	case isList:
		return "a list"
	case isText, isCell:
		return "the text " + quote(n.text)
	case isWhole, isDecimal:
		return "the number " + n.written()
	case isDay:
		return "the date " + n.date.String()
	case isTime:
		if strings.HasPrefix(n.text, noDate) {
			return "a time of day"
		}
		return "a date with a time"
	}
	return n.written()
}

// written is a value as it stands in the file, or as it would.
func (n *node) written() string {
	if text := n.at.Text(); text != "" {
		return shorten(text)
	}
	switch n.form {
	case isWhole:
		return strconv.FormatInt(n.number, 10)
	case isFlag:
		return strconv.FormatBool(n.number == 1)
	case isDay:
		return n.date.String()
	}
	return shorten(n.text)
}

// quote puts a word of the user's in quotes, cut if it is long.
func quote(s string) string { return strconv.Quote(shorten(s)) }

func shorten(s string) string {
	const most = 100
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

// quoteAll lists names as a sentence does: "a", "b" and "c".
func quoteAll(names []string, last string) string {
	var b strings.Builder
	for i, name := range names {
		switch i {
		case 0:
		case len(names) - 1:
			b.WriteString(" " + last + " ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(quote(name))
	}
	return b.String()
}

// grouped puts underscores between the thousands of a number, as a plan may have them.
func grouped(number string) string {
	whole, fraction, hasFraction := strings.Cut(number, ".")
	for i := len(whole) - 3; i > 0 && whole[i-1] != '-' && len(whole) > 4; i -= 3 {
		whole = whole[:i] + "_" + whole[i:]
	}
	if hasFraction {
		whole += "." + fraction
	}
	return whole
}

// refuse reports what another package has to say about a text. If it ends in how to write it, that is the
// hint.
func (t *table) refuse(code string, at source.Span, err error) {
	text, hint := splitHint(err.Error())
	t.report(code, at, hint, "%s", text)
}

// splitHint divides a sentence that goes on to say what to write.
func splitHint(sentence string) (text, hint string) {
	for _, joint := range []string{"; write ", ": write "} {
		if at := strings.LastIndex(sentence, joint); at >= 0 {
			return sentence[:at], sentence[at+2:]
		}
	}
	return sentence, ""
}
