package forecast_test

import (
	"flag"
	"io/fs"
	"strings"
	"testing"

	"epr/plan"
	"epr/plan/expand"
	"epr/plan/planfile"
	"epr/plan/solve"
	"epr/plan/source"
)

// long asks for the larger tests: go test ./plan/forecast -args -long.
var long = flag.Bool("long", false, "run the larger tests")

// network reads and expands a model without errors.
func network(t testing.TB, files fs.FS, name string) *plan.Network {
	t.Helper()
	read := planfile.Read(planfile.Folder{FS: files}, name)
	n, problems := expand.Expand(read.Plan)
	read.Problems.Add(problems...)
	if read.Problems.HasErrors() {
		var b strings.Builder
		_ = source.Print(&b, read.Problems, source.Style{All: true})
		t.Fatalf("the model of the test is wrong:\n%s", b.String())
	}
	return n
}

func solved(t testing.TB, n *plan.Network) *plan.Schedule {
	t.Helper()
	result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
	if err != nil {
		t.Fatal(err)
	}
	return result.Schedule
}
