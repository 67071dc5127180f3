package reports_test

import (
	"testing"

	"epr/reports"
	"epr/reports/reportstest"
)

// BenchmarkBuild computes the pack of 206 trusts, 1,030 activities.
func BenchmarkBuild(b *testing.B) {
	in := reportstest.InputOf(reportstest.Many(206))
	for b.Loop() {
		reports.Build(in)
	}
}
