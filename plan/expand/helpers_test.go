package expand_test

import (
	"slices"
	"strings"

	"epr/plan"
)

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

func names(blackouts []*plan.Blackout) string {
	var ids []string
	for _, b := range blackouts {
		ids = append(ids, b.ID)
	}
	return strings.Join(ids, " ")
}
