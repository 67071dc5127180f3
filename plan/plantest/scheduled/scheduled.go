// Package scheduled schedules the plans of tests.
package scheduled

import (
	"pgregory.net/rapid"

	"epr/plan"
	"epr/plan/solve"
)

// Quick is a schedule of a network, found with little effort. The test ends where there is none.
func Quick(t rapid.TB, n *plan.Network) *plan.Schedule {
	t.Helper()
	result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
	if err != nil {
		t.Fatal(err)
	}
	return result.Schedule
}
