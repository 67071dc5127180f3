package plantest_test

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"epr/plan/plantest"
)

var (
	into   = flag.String("into", "", "folder that TestWritten writes a programme to")
	trusts = flag.Int("trusts", plantest.NationalTrusts, "how many trusts the programme has")
)

// TestWritten writes a national programme to a folder, to try the command on:
//
//	go test ./plan/plantest -run Written -into /tmp/national -trusts 1000
func TestWritten(t *testing.T) {
	if *into == "" {
		t.Skip("writes a programme only with -into FOLDER")
	}
	if err := os.MkdirAll(*into, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, file := range plantest.Programme(*trusts, plantest.NationalSteps) {
		if err := os.WriteFile(filepath.Join(*into, name), file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestProgrammeHasRoom: however many trusts there are, the programme ends after its last promise.
func TestProgrammeHasRoom(t *testing.T) {
	for _, trusts := range []int{1, 206, 300} {
		n := national(t, trusts, plantest.NationalSteps)
		for _, g := range n.Goals {
			if g.By > n.Plan.Programme.End {
				t.Errorf("%d trusts: %s is promised for %s, after the end on %s", trusts, g.ID, g.By, n.Plan.Programme.End)
			}
		}
	}
}
