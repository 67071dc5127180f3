package plan

import (
	"fmt"
	"strings"
)

// Selector names activities by the shape of their ids. The parts of an id are divided by "/"; a part
// of a selector that is only "*" stands for one or more of them, and "*" inside a part for any letters,
// none included. "{trust}", "{site}", "{workflow}" and "{phase}" stand for a member, and have to be
// filled in with [Selector.For] before anything matches.
//
// The zero Selector matches nothing.
type Selector struct {
	text  string
	parts []string // between the slashes; nil if the text is one id
	head  string   // up to the first "*"
	tail  string   // from the last "*"
	open  bool     // a member is still to be filled in
}

// ParseSelector reads a selector. Its errors are sentences about the text.
func ParseSelector(text string) (Selector, error) {
	for part := range strings.SplitSeq(text, "/") {
		if part == "" {
			return Selector{}, fmt.Errorf("selector %q has an empty part", text)
		}
	}
	if strings.Contains(text, "**") {
		return Selector{}, fmt.Errorf(`selector %q has "**", which means nothing: one "*" stands for one or more parts`, text)
	}
	if err := checkMembers(text); err != nil {
		return Selector{}, err
	}
	return compileSelector(text), nil
}

// IsSelector reports whether a name in a list of links is a selector rather than a plain name.
func IsSelector(name string) bool { return strings.ContainsAny(name, "/*{}") }

func compileSelector(text string) Selector {
	s := Selector{text: text, open: strings.Contains(text, "{")}
	if first := strings.IndexByte(text, '*'); first >= 0 {
		s.head, s.tail = text[:first], text[strings.LastIndexByte(text, '*')+1:]
		s.parts = strings.Split(text, "/")
	}
	return s
}

// String is the selector as written.
func (s Selector) String() string { return s.text }

// Literal is the only id the selector can match; false if it can match several, or if a member is still
// to be filled in.
func (s Selector) Literal() (string, bool) {
	return s.text, s.text != "" && s.parts == nil && !s.open
}

// Match reports whether the selector names the activity of that id.
func (s Selector) Match(id string) bool {
	switch {
	case s.open || s.text == "":
		return false
	case s.parts == nil:
		return id == s.text
	case len(id) < len(s.head)+len(s.tail) || !strings.HasPrefix(id, s.head) || !strings.HasSuffix(id, s.tail):
		return false
	}
	return matchParts(s.parts, id)
}

// matchParts matches whole parts from the left. When a part does not fit, the "*" before it takes one
// part more; giving back to an earlier "*" can gain nothing, because what stood between the two has
// matched as early as it could. An id has no empty part, so an empty rest is its end.
func matchParts(parts []string, id string) bool {
	var retry []string // what follows the last "*"
	var taken string   // the rest of the id once that "*" has taken its parts
	rest := id
	for {
		switch {
		case len(parts) == 0 && rest == "":
			return true
		case rest == "":
			return false
		case len(parts) > 0 && parts[0] == "*":
			parts = parts[1:]
			_, rest, _ = strings.Cut(rest, "/")
			retry, taken = parts, rest
			continue
		case len(parts) > 0:
			part, after, _ := strings.Cut(rest, "/")
			if matchLetters(parts[0], part) {
				parts, rest = parts[1:], after
				continue
			}
		}
		if retry == nil {
			return false
		}
		_, taken, _ = strings.Cut(taken, "/")
		parts, rest = retry, taken
	}
}

// matchLetters matches one part, in which "*" stands for any letters, in the same manner.
func matchLetters(pattern, part string) bool {
	star, taken := -1, 0
	p, i := 0, 0
	for i < len(part) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, taken = p, i
			p++
		case p < len(pattern) && pattern[p] == part[i]:
			p, i = p+1, i+1
		case star >= 0:
			taken++
			p, i = star+1, taken
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}
