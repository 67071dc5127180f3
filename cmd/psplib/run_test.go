package main

import (
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Two tasks of three and two days that share one unit, the second within some days of the first.
func project(maximum string) string {
	return "2 1 0 0\n0 1 2 1 2 [0] [0]\n1 1 2 2 3 [1] [3]\n2 1 2 1 3 [-" + maximum + "] [2]\n3 1 0\n" +
		"0 1 0 0\n1 1 3 1\n2 1 2 1\n3 1 0 0\n1\n"
}

func TestRun(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "pair")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"a.SCH": project("3"), "b.sch": project("2"), "notes.txt": "no instance",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out strings.Builder
	if err := run(&out, []string{folder}, budget{time.Minute, 100, 2}); err != nil {
		t.Fatal(err)
	}
	got := regexp.MustCompile(`\d+\.\d+`).ReplaceAllString(out.String(), "T")
	want := "instance,status,makespan,bound,seconds\npair/a,optimal,5,5,T\npair/b,infeasible,,,T\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// A limit of rounds alone leaves nothing to the clock.
func TestBudget(t *testing.T) {
	for _, tt := range []struct {
		limit  time.Duration
		rounds int
		want   budget
	}{
		{0, 0, budget{time.Second, math.MaxInt, 2}},
		{time.Minute, 0, budget{time.Minute, math.MaxInt, 2}},
		{0, 30, budget{math.MaxInt64, 30, 2}},
		{time.Minute, 30, budget{time.Minute, 30, 2}},
	} {
		if got := newBudget(tt.limit, tt.rounds, 2); got != tt.want {
			t.Errorf("limit %v and %d rounds: %v, want %v", tt.limit, tt.rounds, got, tt.want)
		}
	}
}
