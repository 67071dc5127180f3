package diff_test

import (
	"os"
	"testing"

	"epr/plan/diff"
	"epr/plan/planfile"
)

// The example's own schedule can be made anew in its own order: of its dates hardly any moves, so that what a
// comparison attributes is not mixed with that.
func TestExampleIsReproduced(t *testing.T) {
	const folder = "../../examples"
	v := read(t, os.DirFS(folder), "lincolnshire.toml")
	committed, problems := planfile.OpenSchedule(folder + "/lincolnshire.schedule.toml")
	if problems.HasErrors() || committed == nil {
		t.Fatal(problems.Sorted())
	}
	v.Schedule = &committed.Schedule
	d := compare(t, v, v, diff.Options{Attribute: true})
	if len(d.Milestones) < 40 || !d.Attribution.IsReproduced {
		t.Fatalf("%d dates, reproduced: %v", len(d.Milestones), d.Attribution.IsReproduced)
	}
	moved := 0
	for k := range d.Attribution.Moves {
		if m := &d.Attribution.Moves[k]; !m.Reproduction.IsZero() {
			t.Logf("%s moves by %d days", d.Milestones[k].ID, m.Reproduction.Calendar)
			moved++
		}
	}
	if moved > len(d.Milestones)/20 {
		t.Errorf("%d of %d dates move", moved, len(d.Milestones))
	}
}
