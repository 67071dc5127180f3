package plan

import (
	"fmt"
	"strings"
)

// member is what "{name}" in a selector stands for; empty if the place has no such member.
func (p Place) member(name string) string {
	switch name {
	case "phase":
		return p.Phase
	case "trust":
		return p.Trust
	case "site":
		return p.Site
	case "workflow":
		return p.Workflow
	}
	return ""
}

// For fills in the members of a place: "two/{trust}/train" for the trust ulth is "two/ulth/train". It
// reports false if the place has no such member.
func (s Selector) For(p Place) (Selector, bool) {
	if !s.open {
		return s, true
	}
	var b strings.Builder
	for rest := s.text; ; {
		before, name, after, found := cutMember(rest)
		b.WriteString(before)
		if !found {
			return compileSelector(b.String()), true
		}
		member := p.member(name)
		if member == "" {
			return Selector{}, false
		}
		b.WriteString(member)
		rest = after
	}
}

// cutMember cuts at the first "{name}".
func cutMember(text string) (before, name, after string, found bool) {
	before, rest, found := strings.Cut(text, "{")
	if !found {
		return text, "", "", false
	}
	name, after, _ = strings.Cut(rest, "}")
	return before, name, after, true
}

func checkMembers(text string) error {
	rest := text
	for {
		open, close := strings.IndexByte(rest, '{'), strings.IndexByte(rest, '}')
		switch {
		case open < 0 && close < 0:
			return nil
		case open < 0 || close < open:
			return fmt.Errorf(`selector %q has a brace without its partner`, text)
		}
		name := rest[open+1 : close]
		if (Place{name, name, name, name}).member(name) == "" {
			return fmt.Errorf(`selector %q has "{%s}": only {phase}, {trust}, {site} and {workflow} stand for a member`, text, name)
		}
		rest = rest[close+1:]
	}
}
