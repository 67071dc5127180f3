package solve_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// A replay keeps every rule, and replayed once more nothing moves.
func TestReplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plantest.Network(t)
		result, err := solve.Solve(n, solve.Options{Effort: solve.Quick})
		if err != nil {
			return
		}
		again, ok := solve.Replay(n, result.Schedule)
		if !ok {
			return
		}
		if r := verify.Check(n, again); !r.OK() {
			t.Fatalf("a rule is broken: %v", r.Violations)
		}
		once, ok := solve.Replay(n, again)
		if !ok {
			t.Fatal("a replay cannot be replayed")
		}
		if d := cmp.Diff(again, once); d != "" {
			t.Fatalf("a replay moves when it is replayed:\n%s", d)
		}
	})
}
