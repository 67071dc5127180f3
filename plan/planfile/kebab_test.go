package planfile

import (
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestIds compares the ids that are taken, and those proposed instead of others, with what regular expressions say of them.
func TestIds(t *testing.T) {
	kebab := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	path := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$`)
	other := regexp.MustCompile(`[^a-z0-9]+`)
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("az09-/A é\n"))).Draw(t, "text")
		if got, want := isKebab(text), kebab.MatchString(text); got != want {
			t.Errorf("%q is an id: %v, want %v", text, got, want)
		}
		if got, want := isPath(text), path.MatchString(text); got != want {
			t.Errorf("%q is the id of an activity: %v, want %v", text, got, want)
		}
		if got, want := toKebab(text), strings.Trim(other.ReplaceAllString(strings.ToLower(text), "-"), "-"); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	})
}
