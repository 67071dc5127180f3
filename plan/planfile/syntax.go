package planfile

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"epr/calendar"
	"epr/plan/source"
)

// The decoder stops at the first mistake. To report them all, the table that holds it is blanked out and
// the text decoded again. Tables do not depend on each other, so what is reported is wrong in itself,
// and not because something else was.

// maxSyntax is how many mistakes of syntax are looked for in a file.
const maxSyntax = 20

// reportSyntax reports why the decoder refused a file.
func reportSyntax(file *source.File, d decoded, problems *source.Problems) {
	text, where, err := d.text, d.where, d.err
	for n := len(d.refused); n < maxSyntax; n++ {
		m := mistake{file: file, text: text, where: where}
		m.read(err)
		p := m.problem()
		if n == maxSyntax-1 {
			p.Notes = append(p.Notes, source.Note{Text: "further mistakes of this file were not looked for"})
		}
		problems.Add(p)
		from := m.start
		if where.open >= 0 {
			from = min(from, where.open)
		}
		blanked := blankTable(text, from)
		if blanked == text {
			return
		}
		text, where = blanked, locate(blanked)
		if where.deep >= 0 {
			return
		}
		if _, _, err = decode(text); err == nil {
			return
		}
	}
}

// headerLine is a line that begins a table. In a list or a string it can look the same, but hardly ever
// does.
var headerLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^[ \t]*\[\[?[ \t]*[A-Za-z][^\]\[\n=,{]*(\]|$)`)
})

// blankTable replaces the table around an offset, from its header up to the next one, by spaces.
func blankTable(text string, at int) string {
	start, end := 0, len(text)
	for _, header := range headerLine().FindAllStringIndex(text, -1) {
		if header[0] <= at {
			start = header[0]
		} else {
			end = header[0]
			break
		}
	}
	blank := []byte(text)
	for i := start; i < end; i++ {
		if c := blank[i]; c != '\n' && c != '\r' {
			blank[i] = ' '
		}
	}
	return string(blank)
}

// mistake is one place where a text is not TOML.
type mistake struct {
	file       *source.File
	text       string // of the file, with tables blanked out that were reported before
	where      location
	message    string // of the decoder
	start, end int
}

// read takes from the decoder's error what can be trusted: its message, and where it starts and ends.
func (m *mistake) read(err error) {
	var wrong toml.ParseError
	if !errors.As(err, &wrong) {
		m.message = err.Error()
		return
	}
	m.message = wrong.Message
	m.start = min(max(wrong.Position.Start, 0), len(m.text))
	m.end = min(max(m.start+wrong.Position.Len, m.start), len(m.text))
	for m.start > 0 && m.start < len(m.text) && !utf8.RuneStart(m.text[m.start]) {
		m.start--
	}
	for m.end < len(m.text) && !utf8.RuneStart(m.text[m.end]) {
		m.end++
	}
}

// problem explains the mistake in the words of a plan.
func (m *mistake) problem() source.Problem {
	if strings.Contains(m.message, "already been defined") || strings.Contains(m.message, "already created") ||
		strings.Contains(m.message, "is not a table") {
		return m.duplicate()
	}
	if strings.HasPrefix(m.message, "invalid datetime") {
		return m.badDate()
	}
	if noBreak := "\u00a0"; strings.HasPrefix(m.text[m.start:], noBreak) {
		return source.Problem{Code: "syntax", At: m.file.Span(m.start, m.start+len(noBreak)),
			Text: "here is a no-break space, which only looks like a space", Hint: "type it again"}
	}
	if p, ok := m.misspelt(); ok {
		return p
	}
	if at, ok := m.thousands(); ok {
		return source.Problem{Code: "syntax", At: at, Text: quote(at.Text()) + " is not a number",
			Hint: "write a large number with underscores: " + strings.ReplaceAll(at.Text(), ",", "_")}
	}
	p := source.Problem{Code: "syntax", At: m.file.Span(m.start, m.end)}
	p.Text, p.Hint = m.inGeneral()
	m.showOpening(&p)
	return p
}

// thousands finds a number in a table in braces that is divided by commas, as 1,200: what follows the comma was read
// as a key.
func (m *mistake) thousands() (source.Span, bool) {
	if !strings.HasPrefix(m.message, "expected '.' or '='") {
		return source.Span{}, false
	}
	const digits = "0123456789"
	head := strings.TrimRight(m.text[:m.start], " ")
	first := strings.TrimRight(head, digits+",")
	number := head[len(first):]
	whole, thousands, _ := strings.Cut(number, ",")
	return m.file.Span(len(first), len(head)), whole != "" && len(thousands) == 3
}

// showOpening points at what is never closed. Where a text was to end nobody can say, so the problem is
// where it begins; a list or a table may well lack no more than a comma, so that is a note.
func (m *mistake) showOpening(p *source.Problem) {
	open := m.where.open
	if open < 0 || open >= m.start {
		return
	}
	switch m.text[open] {
	case '[':
		p.Notes = []source.Note{{At: m.file.Span(open, open+1), Text: "the list begins here"}}
	case '{':
		p.Notes = []source.Note{{At: m.file.Span(open, open+1), Text: "the table begins here"}}
	default:
		line, _, _ := strings.Cut(m.text[open:], "\n")
		p.At = m.file.Span(open, open+len(strings.TrimRight(line, " \t\r")))
	}
}

// badDate explains a date or time that does not exist.
func (m *mistake) badDate() source.Problem {
	written := strings.TrimSpace(m.text[m.start:m.end])
	p := source.Problem{Code: "bad-date", At: m.file.Span(m.start, m.start+len(written)),
		Text: quote(written) + " is not a date", Hint: writeDates}
	if _, err := calendar.Parse(written); err != nil && isDate(written) {
		p.Text, p.Hint = splitHint(err.Error())
	}
	return p
}

// general explains messages of the decoder. The first whose beginning fits is used.
var general = []struct{ message, text, hint string }{
	{"unexpected EOF; expected value", "the value is missing", ""},
	{"unexpected EOF; expected '.' or", "there is no \"=\" after the key", `write key = value`},
	{"unexpected EOF", "a text is not closed", "close it with the same quotes that open it"},
	{"strings cannot contain newlines", "a text is not closed on its line", `close it with ", or write longer text between """ and """`},
	{"expected value but found", "this is not a value", "write text in quotes, numbers and dates without"},
	{"expected a top-level item to end", "there is more on this line after the value", "write one key on each line"},
	{"expected a comma (',') or array", "a comma or \"]\" is missing in a list", ""},
	{"expected a comma or an inline", "a comma or \"}\" is missing in a table in braces", ""},
	{"unexpected comma", "there is a comma with nothing before it", ""},
	{"expected '.' or '=', but got", "there is no \"=\" after the key", `write key = value; a key with other characters than letters, digits, "-" and "_" stands in quotes`},
	{"unexpected '=': key name appears blank", "there is no key before \"=\"", ""},
	{"unexpected '.'", "a key cannot begin with a full stop", ""},
	{"unexpected end of table name", "the table has no name", "write [trust.ulth], for example"},
	{"unexpected table separator", "a part of the table's name is missing", "write [trust.ulth], for example"},
	{"expected '.' or ']' to end table name", "the name of the table is not closed with \"]\"",
		`write [trust.ulth]; a part with other characters than letters, digits, "-" and "_" stands in quotes`},
	{"expected end of table array name", "the name of the table is not closed with \"]]\"", ""},
	{"floats must start with a digit", "a decimal has no digit before the point", "write 0.5"},
	{"expected a digit", "there is no number after the sign", ""},
	{"Invalid float", "this is not a number", "write a decimal as in 0.85"},
	{"invalid float", "this is not a number", "write a decimal as in 0.85"},
	{"invalid escape", `"\" in a text in double quotes has a meaning, but not before this`, `write "\\" for one, or put the text in single quotes`},
	{"TOML files cannot contain control", "there is a character here that cannot be seen", "delete it and type the line again"},
	{"expected two hexadecimal", `"\x" is followed by two hexadecimal digits`, `write "\\" for a plain one`},
	{"expected four hexadecimal", `"\u" is followed by four hexadecimal digits`, `write "\\" for a plain one`},
	{"expected eight hexadecimal", `"\U" is followed by eight hexadecimal digits`, `write "\\" for a plain one`},
	{"Escaped character", "there is no such character", ""},
}

func (m *mistake) inGeneral() (text, hint string) {
	switch {
	case strings.Contains(m.message, "out of range"):
		return "the number is too large", ""
	case strings.Contains(m.message, "leading zero"):
		return "a number does not begin with 0", "leave the 0 out, or put a code in quotes"
	case strings.Contains(m.message, "underscores"):
		return `"_" stands between two digits`, ""
	case strings.HasSuffix(m.message, `found '\n' instead`):
		return `there is no value after "="`, ""
	}
	for _, g := range general {
		if strings.HasPrefix(m.message, g.message) {
			return g.text, g.hint
		}
	}
	return "this is not TOML: " + m.message, ""
}

// valueMessages begin the decoder's messages about something that is no value, or more than one.
var valueMessages = []string{"expected value but found", "expected a top-level item to end",
	"expected a comma", "expected a digit", "Invalid integer", "Invalid float", "unexpected comma"}

// misspelt explains a value that is written as people write it elsewhere.
func (m *mistake) misspelt() (source.Problem, bool) {
	isValue := func(message string) bool { return strings.HasPrefix(m.message, message) }
	if !slices.ContainsFunc(valueMessages, isValue) {
		return source.Problem{}, false
	}
	start := m.valueStart()
	line, _, _ := strings.Cut(m.text[start:], "\n")
	for _, s := range spellings() {
		found := s.looks.FindStringSubmatch(line)
		if found == nil || s.isWord && !strings.HasPrefix(m.message, "expected value") && !strings.HasPrefix(m.message, "expected a top") {
			continue
		}
		written := strings.TrimSpace(found[0])
		p := source.Problem{Code: "syntax", At: m.file.Span(start, start+len(written)), Text: quote(written) + " " + s.text}
		if s.hint != nil {
			p.Hint = s.hint(found)
		}
		return p, true
	}
	return source.Problem{}, false
}

// valueStart is the beginning of the value around the mistake: what follows the last "=", "[", "{" or
// comma of its line.
func (m *mistake) valueStart() int {
	start := m.start
	for start > 0 && !strings.ContainsRune("=[{,\n\"'", rune(m.text[start-1])) {
		start--
	}
	for start < m.start && (m.text[start] == ' ' || m.text[start] == '\t') {
		start++
	}
	return start
}
