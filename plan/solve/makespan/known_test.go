package makespan_test

import (
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"runtime"
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

// long makes TestKnownValues try whole sets, the large ones too, about a second for each instance that resists.
var long = flag.Bool("long", false, "try every published instance, not only a few")

// No answer contradicts a published value: neither a schedule, nor a bound, nor a proof. Every 16th
// instance of the sets that are quick to close is tried, and most of them have to be closed; with -long,
// every instance of every set.
func TestKnownValues(t *testing.T) {
	folder, values := bench(t)
	for _, set := range []struct {
		name    string
		isQuick bool
	}{
		{"j30", true}, {"j60", false}, {"j90", false}, {"j120", false}, {"sm_j10", true}, {"sm_j20", true},
		{"sm_j30", false}, {"ubo10", true}, {"ubo20", true}, {"ubo50", false}, {"ubo100", false},
	} {
		if !set.isQuick && !*long {
			continue
		}
		t.Run(set.name, func(t *testing.T) {
			files, _ := filepath.Glob(filepath.Join(folder, set.name, "*.*"))
			stride, tried, closed := 16, 0, 0
			if *long {
				stride = 1
			}
			for i := 0; i < len(files); i += stride {
				tried++
				if tryKnown(t, set.name, files[i], 1+i%2, values) {
					closed++
				}
			}
			t.Logf("%d of %d closed", closed, tried)
			if set.isQuick && 10*closed < 9*tried {
				t.Errorf("%d of %d closed", closed, tried)
			}
		})
	}
}

// tryKnown compares what is found about an instance with what is known, and reports whether it was closed.
func tryKnown(t *testing.T, set, file string, workers int, values map[string]known) bool {
	t.Helper()
	m, err := instance.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	base := filepath.Base(file)
	name := strings.ToLower(set + "/" + strings.TrimSuffix(base, filepath.Ext(base)))
	want, ok := values[name]
	if !ok {
		t.Fatalf("nothing is known of %s", name)
	}
	r := makespan.Search(m, instance.Sink(m), makespan.Options{Workers: workers, Rounds: 20})
	compare(t, name, m, r, want)
	return r.Closed
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
	if r.Closed && r.Starts == nil && !want.infeasible {
		t.Errorf("%s: proved infeasible, but known is %v", name, want)
	}
	if r.Closed && r.Starts != nil && r.Makespan > want.upper {
		t.Errorf("%s: proved best with %d, but known is %v", name, r.Makespan, want)
	}
	if !want.infeasible && r.Bound > want.upper {
		t.Errorf("%s: a bound of %d, but known is %v", name, r.Bound, want)
	}
}

// The same rounds give the same answer, on one processor and on two.
func TestSameAgain(t *testing.T) {
	folder, _ := bench(t)
	m, err := instance.Read(filepath.Join(folder, "j60", "j609_1.sm"))
	if err != nil {
		t.Fatal(err)
	}
	o := makespan.Options{Workers: 2, Rounds: 8}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	first := makespan.Search(m, instance.Sink(m), o)
	runtime.GOMAXPROCS(2)
	second := makespan.Search(m, instance.Sink(m), o)
	if first.Makespan != second.Makespan || first.Bound != second.Bound || first.Conflicts != second.Conflicts {
		t.Errorf("%d and %d, bounds %d and %d, conflicts %d and %d", first.Makespan, second.Makespan,
			first.Bound, second.Bound, first.Conflicts, second.Conflicts)
	}
	for i := range first.Starts {
		if first.Starts[i] != second.Starts[i] {
			t.Fatalf("task %d starts on %d and on %d", i, first.Starts[i], second.Starts[i])
		}
	}
}
