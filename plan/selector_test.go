package plan_test

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"epr/plan"
)

func TestSelectorMatch(t *testing.T) {
	for _, c := range []struct {
		rule, selector, id string
		want               bool
	}{
		{"a plain id matches itself", "one/ulth/train", "one/ulth/train", true},
		{"a plain id matches nothing longer", "one/ulth", "one/ulth/train", false},
		{"a whole * is one part", "one/*/train", "one/ulth/train", true},
		{"a whole * is several parts", "one/*/train", "one/ulth/lincoln/ed/train", true},
		{"a whole * is never no part", "one/*/train", "one/train", false},
		{"a whole * does not end inside a part", "one/*/train", "one/ulth/retrain", false},
		{"a whole * at the end", "one/*", "one/ulth/train", true},
		{"a whole * at the end needs a part", "one/*", "one", false},
		{"a whole * at the start", "*/train", "one/ulth/train", true},
		{"everything", "*", "sign", true},
		{"two whole * need two parts", "one/*/*/train", "one/ulth/train", false},
		{"a part that comes back later", "*/a/b/*/c", "x/a/a/b/a/b/c/c", true},
		{"letters inside a part", "one/ulth/train-*", "one/ulth/train-nurses", true},
		{"no letters inside a part", "one/ulth/train*", "one/ulth/train", true},
		{"letters never cross a slash", "one/tr*in", "one/tr/in", false},
		{"several in one part", "*a*b*", "xxaxbxabx", true},
		{"letters in order", "*b*a*", "ab", false},
		{"head and tail may not overlap", "ab*ba", "aba", false},
		{"a member not filled in", "one/{trust}/train", "one/{trust}/train", false},
	} {
		if got := parse(t, c.selector).Match(c.id); got != c.want {
			t.Errorf("%s: %q matches %q is %v", c.rule, c.selector, c.id, got)
		}
	}
	if (plan.Selector{}).Match("") {
		t.Error("the zero selector matches")
	}
}

func TestSelectorFor(t *testing.T) {
	place := plan.Place{Phase: "two", Trust: "ulth", Workflow: "ed"}
	for _, c := range []struct {
		text, want string
		ok         bool
	}{
		{"one/ulth/train", "one/ulth/train", true},
		{"one/{trust}/train", "one/ulth/train", true},
		{"{phase}/{trust}/{workflow}/*", "two/ulth/ed/*", true},
		{"one/{trust}-{workflow}/x", "one/ulth-ed/x", true},
		{"one/{site}/x", "", false},
	} {
		got, ok := parse(t, c.text).For(place)
		if got.String() != c.want || ok != c.ok {
			t.Errorf("%s became %q, %v", c.text, got, ok)
		}
	}
}

func TestParseSelectorErrors(t *testing.T) {
	for text, want := range map[string]string{
		"one//x":      `selector "one//x" has an empty part`,
		"/x":          `selector "/x" has an empty part`,
		"":            `selector "" has an empty part`,
		"one/**":      `selector "one/**" has "**", which means nothing: one "*" stands for one or more parts`,
		"one/{trsut}": `selector "one/{trsut}" has "{trsut}": only {phase}, {trust}, {site} and {workflow} stand for a member`,
		"one/{}":      `selector "one/{}" has "{}": only {phase}, {trust}, {site} and {workflow} stand for a member`,
		"one/{trust":  `selector "one/{trust" has a brace without its partner`,
		"one/trust}":  `selector "one/trust}" has a brace without its partner`,
	} {
		if _, err := plan.ParseSelector(text); err == nil || err.Error() != want {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestSelectorLiteral(t *testing.T) {
	for text, want := range map[string]bool{"one/x": true, "x": true, "one/*": false, "tr*": false, "{trust}/x": false} {
		if id, ok := parse(t, text).Literal(); ok != want || ok && id != text {
			t.Errorf("%q: %q, %v", text, id, ok)
		}
	}
}

// oracle says in a regular expression what a selector means.
func oracle(selector string) *regexp.Regexp {
	parts := strings.Split(selector, "/")
	for i, part := range parts {
		if part == "*" {
			parts[i] = `[^/]+(/[^/]+)*`
		} else {
			parts[i] = strings.ReplaceAll(regexp.QuoteMeta(part), `\*`, `[^/]*`)
		}
	}
	return regexp.MustCompile("^" + strings.Join(parts, "/") + "$")
}

func TestSelectorIsItsRegularExpression(t *testing.T) {
	matched := 0
	rapid.Check(t, func(t *rapid.T) {
		id := rapid.StringMatching(`[ab]{1,3}(/[ab]{1,3}){0,5}`).Draw(t, "id")
		selector := rapid.OneOf(selectorOf(id), anySelector).Draw(t, "selector")
		s, err := plan.ParseSelector(selector)
		if err != nil {
			t.Fatal(err)
		}
		want := oracle(selector).MatchString(id)
		if s.Match(id) != want {
			t.Fatalf("%q matches %q should be %v", selector, id, want)
		}
		if want {
			matched++
		}
	})
	if !t.Failed() && matched == 0 {
		t.Error("nothing ever matched: the property says nothing")
	}
}

var anySelector = rapid.StringMatching(`(\*|\*?[ab](\*?[ab]){0,2}\*?)(/(\*|\*?[ab](\*?[ab]){0,2}\*?)){0,4}`)

// selectorOf draws a selector that is like an id: some of its parts and letters have become "*".
func selectorOf(id string) *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		parts := strings.Split(id, "/")
		for i, part := range parts {
			switch rapid.IntRange(0, 3).Draw(t, "how") {
			case 0:
				parts[i] = "*"
			case 1:
				k := rapid.IntRange(0, len(part)-1).Draw(t, "letter")
				parts[i] = part[:k] + "*" + part[k+1:]
			case 2:
				parts[i] = part + "*"
			}
		}
		from := rapid.IntRange(0, len(parts)-1).Draw(t, "from")
		to := rapid.IntRange(from, len(parts)-1).Draw(t, "to")
		return strings.Join(append(parts[:from:from], parts[to:]...), "/")
	})
}

func TestSelectorMatchAllocatesNothing(t *testing.T) {
	s := parse(t, "one/*/ed*/*/train-*")
	if n := testing.AllocsPerRun(100, func() { s.Match("one/ulth/lincoln/edx/y/ed/train-nurses") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkSelectorMatch(b *testing.B) {
	s, _ := plan.ParseSelector("one/*/train-*")
	for b.Loop() {
		s.Match("one/ulth/lincoln/train-nurses")
		s.Match("two/ulth/lincoln/train-nurses")
	}
}

func parse(t *testing.T, text string) plan.Selector {
	t.Helper()
	s, err := plan.ParseSelector(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
