package planfile

import (
	"slices"
	"strings"

	"epr/plan"
)

// line is the finish as it is written.
func (f *Finish) line() string {
	id := f.id()
	if f.Trust != "" {
		id = `"` + id + `"`
	}
	text := id + " = { finish = " + f.Finish.String()
	if f.By != 0 {
		text += ", by = " + f.By.String()
	}
	return text + " }"
}

// rowLine is the dates of an activity as they are written.
func rowLine(row plan.Row) string {
	if row.Start == row.Finish {
		return `"` + row.ID + `" = { on = ` + row.Start.String() + " }"
	}
	return `"` + row.ID + `" = { start = ` + row.Start.String() + ", finish = " + row.Finish.String() + " }"
}

// owner is the phase and what comes after it in an id: lines of different owners stand apart, because Git takes
// changes of neighbouring lines for a conflict. One-off work has none.
func owner(id string) string {
	phase, rest, _ := strings.Cut(id, "/")
	member, _, found := strings.Cut(rest, "/")
	switch {
	case rest == "":
		return ""
	case !found:
		return phase
	}
	return phase + "/" + member
}

// line is a line with its place. Its text is without the line's end.
type line struct {
	text  string
	start int
}

// fields are the dates of an entry, with their names.
type fields struct {
	names []string
	dates []line
}

func (f fields) are(names ...string) bool { return slices.Equal(f.names, names) }

// cutEntry takes a line "id = { name = date, name = date }" apart.
func cutEntry(l line) (id line, f fields, ok bool) {
	const opens, closes = " = { ", " }"
	name, rest, ok := strings.Cut(l.text, opens)
	inside, isClosed := strings.CutSuffix(rest, closes)
	if !ok || !isClosed || !isPath(strings.Trim(name, `"`)) {
		return id, f, false
	}
	at := l.start + len(name) + len(opens)
	for field := range strings.SplitSeq(inside, ", ") {
		key, date, ok := strings.Cut(field, " = ")
		if !ok {
			return id, f, false
		}
		f.names = append(f.names, key)
		f.dates = append(f.dates, line{date, at + len(key) + len(" = ")})
		at += len(field) + len(", ")
	}
	return line{name, l.start}, f, true
}

// finishOf takes the name of a finish apart: a phase, or a phase and a trust in quotes, which it takes off.
func finishOf(id *line) (Finish, bool) {
	if isKebab(id.text) {
		return Finish{Phase: id.text}, true
	}
	quoted := strings.Trim(id.text, `"`)
	phase, trust, ok := strings.Cut(quoted, "/")
	if !ok || len(quoted) != len(id.text)-2 || !isKebab(phase) || !isKebab(trust) {
		return Finish{}, false
	}
	*id = line{quoted, id.start + 1}
	return Finish{Phase: phase, Trust: trust}, true
}
