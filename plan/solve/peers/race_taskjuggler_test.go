package peers_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"epr/plan"
	"epr/plan/solve/peers/tj"
)

var patience = flag.Duration("patience", 15*time.Minute, "time that one run of TaskJuggler has")

func needTaskJuggler(t *testing.T) {
	t.Helper()
	if !*withPeers {
		t.Skip("asks TaskJuggler only with -peers")
	}
	if _, err := exec.LookPath("tj3"); err != nil {
		t.Skip("there is no tj3: apt-get install tj3, or gem install taskjuggler")
	}
}

// raceTaskJuggler is the field of TaskJuggler: with a working day of one hour, its own order and that of the
// promises, and with a working day of eight hours.
func raceTaskJuggler(t *testing.T, n *plan.Network, folder string) []runner {
	var field []runner
	for _, o := range []struct {
		name string
		tj.Options
	}{
		{"TaskJuggler", tj.Options{Order: tj.ByCriticalness}},
		{"TaskJuggler, priorities by promise", tj.Options{Order: tj.ByPromise}},
		{"the same, days of eight hours", tj.Options{Order: tj.ByPromise, Hours: 8}},
	} {
		if r, ok := runTaskJuggler(t, n, o.Options, folder); ok {
			r.name = o.name
			field = append(field, r)
		} else {
			t.Logf("%s is not done after %v", o.name, *patience)
		}
	}
	return field
}

// runTaskJuggler has TaskJuggler make one schedule. It reports false if that takes too long.
func runTaskJuggler(t *testing.T, n *plan.Network, o tj.Options, folder string) (runner, bool) {
	t.Helper()
	p, err := tj.Export(n, o)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, fmt.Sprintf("race-%d-%d.tjp", o.Order, o.Hours))
	if err := os.WriteFile(file, []byte(p.Text), 0o666); err != nil {
		t.Fatal(err)
	}
	within, cancel := context.WithTimeout(t.Context(), *patience)
	defer cancel()
	runs := 1
	if len(n.Activities) < 1000 {
		runs = 3
	}
	whole, err := leastProcess(runs, func() *exec.Cmd {
		return exec.CommandContext(within, "tj3", "--silent", "--output-dir", folder, file)
	})
	if within.Err() != nil {
		return runner{}, false
	}
	if err != nil {
		t.Fatal(err)
	}
	report, err := os.Open(filepath.Join(folder, tj.ReportName+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer report.Close()
	s, err := p.Read(report)
	if err != nil {
		t.Fatal(err)
	}
	return runner{s: s, whole: whole, scheduling: phases(t, runs, file, folder)}, true
}

// phases is the least seconds of the processor that TaskJuggler's scheduling takes without reading and
// reporting, of several runs; 0 if they cannot be told apart.
func phases(t *testing.T, runs int, file, folder string) float64 {
	t.Helper()
	var best float64
	for i := range runs {
		text, err := exec.Command("ruby", filepath.Join("tj", "phases.rb"), file, folder).Output()
		if err != nil {
			t.Logf("phases of TaskJuggler: %v", err)
			return 0
		}
		var seconds struct{ Read, Schedule, Report float64 }
		if err := json.Unmarshal([]byte(text[strings.LastIndex(string(text), "{"):]), &seconds); err != nil {
			t.Fatal(err)
		}
		if i == 0 || seconds.Schedule < best {
			best = seconds.Schedule
		}
	}
	return best
}
