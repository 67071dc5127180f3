package planfile

import (
	"slices"
	"strings"
)

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
	if !ok || !isClosed || !activityPath.MatchString(strings.Trim(name, `"`)) {
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
