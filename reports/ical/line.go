package ical

import (
	"strings"
	"unicode/utf8"

	"epr/reports"
)

// lines is the text of a file under way.
type lines struct{ b strings.Builder }

// longest is the most octets of a line, its end left aside.
const longest = 75

// put writes a property, folded: a line that is too long goes on after a line break and a space.
func (l *lines) put(name, value string) {
	rest := name + ":" + value
	room := longest
	for len(rest) > room {
		cut := room
		for !utf8.RuneStart(rest[cut]) {
			cut--
		}
		l.b.WriteString(rest[:cut] + "\r\n ")
		rest, room = rest[cut:], longest-1
	}
	l.b.WriteString(rest + "\r\n")
}

// text is a text as a value: on one line, with what separates values marked.
func text(s string) string {
	return strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`).Replace(reports.OneLine(s))
}

// paragraphs are several texts as one value.
func paragraphs(list []string) string {
	escaped := make([]string, len(list))
	for k, s := range list {
		escaped[k] = text(s)
	}
	return strings.Join(escaped, `\n`)
}
