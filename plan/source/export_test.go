package source

import "strings"

// Show is one problem as it is printed.
func Show(p Problem, style Style) string {
	var b strings.Builder
	style.problem(&b, p)
	return b.String()
}
