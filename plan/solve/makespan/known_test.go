package makespan_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"epr/plan/solve/instance"
	"epr/plan/solve/makespan"
	"epr/plan/solve/model"
)

// known is what has been published about an instance.
type known struct {
	lower, upper int32
	infeasible   bool
}

// bench returns the folder of the published instances and the values known of them; the test is skipped
// where they are not.
func bench(t *testing.T) (folder string, values map[string]known) {
	t.Helper()
	for _, path := range []string{os.Getenv("EPR_BENCH"), "../../../../shared/bench"} {
		file, err := os.Open(filepath.Join(path, "best-known.csv"))
		if path == "" || err != nil {
			continue
		}
		defer file.Close()
		rows, err := csv.NewReader(file).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if found, _ := filepath.Glob(filepath.Join(path, "j30", "*.sm")); len(found) > 0 {
			return path, readKnown(rows)
		}
	}
	t.Skip("no published instances: EPR_BENCH names no folder that holds best-known.csv, j30, sm_j10, ...")
	return "", nil
}

func readKnown(rows [][]string) map[string]known {
	values := map[string]known{}
	for _, row := range rows[1:] {
		lower, _ := strconv.Atoi(row[2])
		upper, _ := strconv.Atoi(row[3])
		values[strings.ToLower(row[0]+"/"+row[1])] = known{int32(lower), int32(upper), row[5] == "1"}
	}
	return values
}

// No answer contradicts a published value: neither a schedule, nor a bound, nor a proof. Every 16th
// instance of the sets that are quick to close is tried, and most of them have to be closed.
func TestKnownValues(t *testing.T) {
	folder, values := bench(t)
	for _, set := range []string{"j30", "sm_j10", "sm_j20", "ubo10", "ubo20"} {
		t.Run(set, func(t *testing.T) {
			files, _ := filepath.Glob(filepath.Join(folder, set, "*.*"))
			tried, closed := 0, 0
			for i := 0; i < len(files); i += 16 {
				m, err := instance.Read(files[i])
				if err != nil {
					t.Fatal(err)
				}
				base := filepath.Base(files[i])
				name := strings.ToLower(set + "/" + strings.TrimSuffix(base, filepath.Ext(base)))
				r := makespan.Search(m, instance.Sink(m), makespan.Options{Workers: 1 + i%2, Rounds: 60})
				compare(t, name, m, r, values[name])
				tried++
				if r.Closed {
					closed++
				}
			}
			if 10*closed < 9*tried {
				t.Errorf("%d of %d closed", closed, tried)
			}
		})
	}
}

func compare(t *testing.T, name string, m *model.Model, r makespan.Result, want known) {
	t.Helper()
	if r.Starts != nil {
		if broken := m.Check(r.Starts); len(broken) > 0 {
			t.Errorf("%s: the schedule breaks rules: %v", name, broken)
		}
		if want.infeasible || r.Makespan < want.lower {
			t.Errorf("%s: a schedule of %d, but known is %v", name, r.Makespan, want)
		}
	}
	if !want.infeasible && r.Bound > want.upper {
		t.Errorf("%s: a bound of %d, but known is %v", name, r.Bound, want)
	}
}

// The same rounds give the same answer, whoever runs first.
func TestSameAgain(t *testing.T) {
	folder, _ := bench(t)
	m, err := instance.Read(filepath.Join(folder, "j60", "j609_1.sm"))
	if err != nil {
		t.Fatal(err)
	}
	o := makespan.Options{Workers: 2, Rounds: 8}
	first := makespan.Search(m, instance.Sink(m), o)
	second := makespan.Search(m, instance.Sink(m), o)
	if first.Makespan != second.Makespan || first.Bound != second.Bound {
		t.Errorf("%d and %d, bounds %d and %d", first.Makespan, second.Makespan, first.Bound, second.Bound)
	}
	for i := range first.Starts {
		if first.Starts[i] != second.Starts[i] {
			t.Fatalf("task %d starts on %d and on %d", i, first.Starts[i], second.Starts[i])
		}
	}
}
