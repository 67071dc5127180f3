package source

import (
	"io"
	"strings"
)

// Point writes one place with what there is to say about it, the line as written and the caret, as [Show] does
// for a problem. A place that is none is written without. The error is that of w.
func Point(w io.Writer, at Span, text string, style Style) error {
	var b strings.Builder
	if !at.IsZero() {
		b.WriteString(style.paint(bold, clean(at.String())+":") + " ")
	}
	b.WriteString(clean(text) + "\n")
	style.picture(&b, Problem{Severity: Warning, At: at})
	_, err := io.WriteString(w, b.String())
	return err
}
