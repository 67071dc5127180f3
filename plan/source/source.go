// Package source holds text, places in it, and problems with it, and prints a problem as a person
// wants to read it: file, line and column, one sentence, the line as written, a caret under the
// culprit, a hint. It knows neither TOML nor plans.
//
// A [Problem] is data; a place is a pair of byte offsets into a [File], and line and column are
// worked out only when a problem is printed. Most callers need [Problems] to collect and [Print] to
// show. [Suggest] finds the name that was probably meant.
package source

// Severity says what a problem stops.
type Severity int

const (
	// Error stops the plan: nothing is written.
	Error Severity = iota
	// Warning is printed and stops nothing, but for --strict.
	Warning
	// Notice is printed and stops nothing: something to know that nobody can mend, such as an assumption made.
	Notice
)

// String is "error", "warning" or "note".
func (s Severity) String() string { return [...]string{"error", "warning", "note"}[s] }

// Problem is one thing wrong with a model, or to be known about it.
type Problem struct {
	Severity Severity
	// Code is short, kebab-case and stable: "unknown-key", "cycle".
	Code string
	At   Span
	// Text is one sentence about the user's plan, lower case, without a full stop.
	Text string
	// Hint says how to mend it, in the same style; empty if nothing helps.
	Hint string
	// Notes are other places that matter.
	Notes []Note
}

// Note is a second place with what there is to say about it.
type Note struct {
	At   Span
	Text string
}
