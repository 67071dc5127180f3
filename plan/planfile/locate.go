package planfile

import "strings"

// The locator finds where the keys and values of a TOML text stand. It is meant for text that the
// decoder accepts, so it validates nothing and works out neither names nor values: mark number i, in
// the order of the text, is key number i of the decoder. On text that the decoder refuses it goes as
// far as it can, and says what it found left open.

// extent is a piece of text, from byte start up to but not including end.
type extent struct{ start, end int }

// mark is a header or a key with its value.
type mark struct {
	parts  []extent // of its name: "a.b" has two, quotes included
	header bool     // "[a.b]" or "[[a.b]]"
	array  bool     // "[[a.b]]"
	value  written  // of a key
}

// written is a value as it was written: a scalar, a list with elements, or an inline table with marks.
type written struct {
	extent
	elements []written
	marks    []mark
}

// keys counts the keys inside a value.
func (w written) keys() int {
	n := len(w.marks)
	for _, m := range w.marks {
		n += m.value.keys()
	}
	for _, e := range w.elements {
		n += e.keys()
	}
	return n
}

// location is what the locator found.
type location struct {
	marks []mark
	// open is where the first string, list or inline table begins that is never closed or goes on in a
	// way that makes no sense; -1 if there is none.
	open int
	// deep is where tables, lists or names are nested more deeply than any plan needs; -1 if nowhere.
	deep int
}

// maxNesting keeps the decoder, which calls itself for each level, within its stack.
const maxNesting = 40

func locate(text string) location {
	l := locator{text: text, open: -1, deep: -1}
	return location{marks: l.document(), open: l.open, deep: l.deep}
}

type locator struct {
	text  string
	at    int
	depth int
	open  int
	deep  int
}

// document reads headers and keys to the end of the text. What it cannot read it leaves out, line by
// line.
func (l *locator) document() []mark {
	var marks []mark
	for l.deep < 0 {
		l.skipSpace()
		if l.at == len(l.text) {
			break
		}
		m, ok := l.statement()
		if ok {
			marks = append(marks, m)
		} else {
			l.skipLine()
		}
	}
	return marks
}

func (l *locator) statement() (mark, bool) {
	if l.peek() == '[' {
		return l.header()
	}
	return l.key()
}

func (l *locator) header() (mark, bool) {
	m := mark{header: true, array: strings.HasPrefix(l.text[l.at:], "[[")}
	open, end := "[", "]"
	if m.array {
		open, end = "[[", "]]"
	}
	l.at += len(open)
	var ok bool
	if m.parts, ok = l.name(); !ok {
		return m, false
	}
	return m, l.accept(end)
}

func (l *locator) key() (mark, bool) {
	var m mark
	var ok bool
	if m.parts, ok = l.name(); !ok || !l.accept("=") {
		return m, false
	}
	l.skipBlank()
	m.value, ok = l.value()
	return m, ok
}

// name reads the parts of a key, with the blanks around each.
func (l *locator) name() ([]extent, bool) {
	parts := make([]extent, 0, 2)
	for {
		l.skipBlank()
		part, ok := l.part()
		if !ok {
			return nil, false
		}
		if parts = append(parts, part); len(parts) > maxNesting {
			l.deep = parts[0].start
			return nil, false
		}
		l.skipBlank()
		if !l.accept(".") {
			return parts, true
		}
	}
}

func (l *locator) part() (extent, bool) {
	start := l.at
	if c := l.peek(); c == '"' || c == '\'' {
		ok := l.line(c)
		return extent{start, l.at}, ok
	}
	for l.at < len(l.text) && isBare(l.text[l.at]) {
		l.at++
	}
	return extent{start, l.at}, l.at > start
}

func isBare(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c == '-'
}
