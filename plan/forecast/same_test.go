package forecast_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"epr/plan/forecast"
)

func keys[T any](m map[string]T) []string { return slices.Sorted(maps.Keys(m)) }

func TestCoresAndOrderDoNotMatter(t *testing.T) {
	c := example(t)
	o := forecast.Options{Runs: 410}
	want, err := forecast.Run(c.net, c.schedule, o)
	if err != nil {
		t.Fatal(err)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, cores := range []int{1, 2, 7} {
		runtime.GOMAXPROCS(cores)
		if got, _ := forecast.Run(c.net, c.schedule, o); !reflect.DeepEqual(got, want) {
			t.Errorf("with %d cores the forecast is another", cores)
		}
	}
	for seed := range uint64(3) {
		shuffled := func(blocks int) []int { return rand.New(rand.NewPCG(seed, 1)).Perm(blocks) }
		got, err := forecast.RunInOrder(c.net, c.schedule, o, shuffled)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("in the order of seed %d the forecast is another", seed)
		}
	}
	if other, _ := forecast.Run(c.net, c.schedule, forecast.Options{Runs: 410, Seed: 2}); reflect.DeepEqual(other.Programme, want.Programme) {
		t.Error("another seed gives the same forecast")
	}
}

// What risks cost may be left out; everything else stays as it is.
func TestDatesOnly(t *testing.T) {
	c := example(t)
	for _, policy := range []forecast.Policy{forecast.KeepOrder, forecast.Redispatch} {
		want, err := forecast.Run(c.net, c.schedule, forecast.Options{Runs: 200, Policy: policy})
		if err != nil {
			t.Fatal(err)
		}
		got, err := forecast.Run(c.net, c.schedule, forecast.Options{Runs: 200, Policy: policy, DatesOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(want.Risks) == 0 || len(got.Risks) > 0 {
			t.Fatalf("%d risks priced, %d where none should be", len(want.Risks), len(got.Risks))
		}
		if want.Risks = nil; !reflect.DeepEqual(got, want) {
			t.Errorf("policy %d: dates alone are other dates", policy)
		}
	}
}

// Two versions of a plan are compared on the same luck: what is edited, and nothing else, is drawn otherwise.
func TestEditsChangeOnlyTheirOwnDraws(t *testing.T) {
	c := example(t)
	edited := c.copied()
	i := edited.net.Index("network-upgrade")
	if i < 0 {
		i = edited.net.Index("archive-tender")
	}
	edited.net.Activities[i].Days.High *= 2
	edited.net.Activities[i].Name = "Under another name"
	edited.net.Drivers = edited.net.Drivers[:len(edited.net.Drivers)-1]
	gone := c.net.Drivers[len(c.net.Drivers)-1]
	ks := []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}
	before, err := forecast.Play(c.net, c.schedule, forecast.Options{Runs: 1_000}, ks...)
	if err != nil {
		t.Fatal(err)
	}
	after, err := forecast.Play(edited.net, edited.schedule, forecast.Options{Runs: 1_000}, ks...)
	if err != nil {
		t.Fatal(err)
	}
	differ := false
	for k := range ks {
		for j := range before[k].Days {
			if before[k].Days[j] == after[k].Days[j] || slices.Contains(gone.Hits, j) {
				continue
			}
			if differ = true; j != i {
				t.Errorf("replication %d: %s takes %d days instead of %d though it was not edited", k,
					c.net.Activities[j].ID, after[k].Days[j], before[k].Days[j])
			}
		}
	}
	if !differ {
		t.Error("what was edited is drawn as before")
	}
}

func TestProgressIsTold(t *testing.T) {
	c := example(t)
	last, times := 0, 0
	_, err := forecast.Run(c.net, c.schedule, forecast.Options{Runs: 1_000, Progress: func(done, of int) {
		if times++; done <= last || of != 1_000 {
			t.Errorf("%d of %d done after %d", done, of, last)
		}
		last = done
	}})
	if err != nil || last != 1_000 || times > 100 {
		t.Errorf("told %d times, in the end %d done (%v)", times, last, err)
	}
}

// These numbers were drawn once, on a 64-bit machine. Other machines, and later versions of this package,
// must draw the same.
func TestEveryMachineDrawsTheSame(t *testing.T) {
	n, f := forecastOf(t, everyDay+`
[activity.a]
kind = "build"
days = { low = 10, likely = 15, high = 30 }
attempts = { pass = 0.7, again = 5 }
[activity.b]
kind = "build"
days = { low = 4, likely = 5, high = 9 }
after = ["a"]
[risk.r]
cause = "c"
event = "e"
effect = "e"
owner = "o"
current = { consequence = 3, likelihood = 3 }
probability = 0.3
hits = ["a", "b"]
stretch = { low = 1.1, likely = 1.3, high = 2 }
[forecast]
optimism_bias = { low = 1, likely = 1.1, high = 1.3 }
`, forecast.Options{Runs: 2_000, Seed: 42})
	got := fmt.Sprint(f.Programme.Dates.Curve()[:5], f.Influences[n.Index("a")], f.Influences[n.Index("b")], f.Risks[0].Now.Mean)
	const want = "[{2027-01-13 15} {2027-01-14 35} {2027-01-15 55} {2027-01-16 95} {2027-01-17 160}] " +
		"{10000 9786 8999 28.21 13.88 15} {10000 5416 2203 8.29 3.4 5} 4.82"
	if got != want {
		t.Errorf("drawn\n%s, want\n%s", got, want)
	}
}
