package plan_test

import (
	"os"
	"testing"

	"epr/plan"
	"epr/plan/planfile"
)

func BenchmarkCheck(b *testing.B) {
	read := planfile.Read(planfile.Folder{FS: os.DirFS("../examples")}, "lincolnshire.toml")
	for b.Loop() {
		plan.Check(read.Plan)
	}
}
