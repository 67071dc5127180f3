package source

import (
	"io"
	"strings"
	"unicode/utf8"
)

// Point writes one place with what there is to say about it, the line as written and the caret, as [Show] does
// for a problem. A place that is none is written without. The error is that of w.
func Point(w io.Writer, at Span, text string, style Style) error {
	var b strings.Builder
	used := 0
	if !at.IsZero() {
		place := clean(at.String()) + ":"
		b.WriteString(style.paint(bold, place) + " ")
		used = utf8.RuneCountInString(place) + 1
	}
	b.WriteString(style.broken(used, clean(text)) + "\n")
	style.picture(&b, Problem{Severity: Warning, At: at})
	_, err := io.WriteString(w, b.String())
	return err
}
