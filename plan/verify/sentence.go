package verify

import (
	"fmt"
	"strings"
)

// quote puts a name from the plan into a sentence.
func quote(name string) string { return `"` + name + `"` }

// namesShown is how many names a sentence lists before it says how many more there are.
const namesShown = 3

// list is `"a"`, `"a" and "b"`, `"a", "b", "c" and 4 more`.
func list(names []string) string {
	var parts []string
	for _, name := range names[:min(len(names), namesShown)] {
		parts = append(parts, quote(name))
	}
	if more := len(names) - namesShown; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(parts, ", "), more)
	}
	if last := len(parts) - 1; last > 0 {
		return strings.Join(parts[:last], ", ") + " and " + parts[last]
	}
	return strings.Join(parts, "")
}

// apart is a number of worked days between two moments: "2 worked days after".
func apart(lag int) string {
	if lag < 0 {
		return plural(-lag, "worked day") + " before"
	}
	return plural(lag, "worked day") + " after"
}

// plural is "1 day", "2 days".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
