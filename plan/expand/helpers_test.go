package expand_test

import (
	"slices"
	"strings"
	"testing"

	"epr/calendar"
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

func date(t *testing.T, s string) calendar.Date {
	t.Helper()
	d, err := calendar.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
