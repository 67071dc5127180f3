package instance_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"epr/plan/solve/instance"
	"epr/plan/solve/model"
)

// folder is where the published instances are; the test is skipped without them.
func folder(t *testing.T) string {
	t.Helper()
	for _, path := range []string{os.Getenv("EPR_BENCH"), "../../../../shared/bench"} {
		if found, _ := filepath.Glob(filepath.Join(path, "j30", "*.sm")); path != "" && len(found) > 0 {
			return path
		}
	}
	t.Skip("no published instances: EPR_BENCH names no folder that holds j30, j60, j90, j120")
	return ""
}

var criticalPath = regexp.MustCompile(`MPM-Time\s+\d+\s+\d+\s+\d+\s+\d+\s+\d+\s+(\d+)`)

// The files state the length of their critical path, which the window of the model must find again.
func TestCriticalPath(t *testing.T) {
	paths, _ := filepath.Glob(filepath.Join(folder(t), "j*", "*.sm"))
	if len(paths) != 2040 {
		t.Errorf("%d files, want 2040", len(paths))
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		m, err := instance.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		stated := criticalPath.FindSubmatch(text)
		if stated == nil {
			t.Fatalf("%s states no critical path", path)
		}
		want, _ := strconv.Atoi(string(stated[1]))
		w, conflict := model.FindWindow(m, model.NewGraph(m))
		if conflict != nil {
			t.Fatalf("%s: no window", path)
		}
		if got := w.Earliest[instance.Sink(m)]; got != int32(want) {
			t.Errorf("%s: critical path %d, want %d", path, got, want)
		}
	}
}
