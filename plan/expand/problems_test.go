package expand_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The wording of each problem is held by its file under cmd/epr/testdata/errors; here is what is easier
// to say in Go.

func TestEveryProblemIsReported(t *testing.T) {
	_, problems := expanded(t, `
[calendar.board]
dates = [2026-11-03, 2026-12-01]
[blackout.most]
every = { from = "01-10", to = "12-20" }
effect = "forbid"
blocks = ["training"]
[playbook.book.a]
kind = "build"
days = 1
after = ["c"]
[playbook.book.b]
kind = "build"
days = 1
after = ["a"]
[playbook.book.c]
kind = "build"
days = 1
after = ["b"]
[playbook.book.decide]
kind = "gate"
meets = "board"
[playbook.book.train]
kind = "training"
days = 30
[playbook.book.long]
kind = "other"
days = 600
[activity.lost]
kind = "other"
days = 1
after = ["one/north/*/trane", "two/{trust}/train"]
`)
	var got []string
	for _, p := range problems {
		line, _ := p.At.Position()
		got = append(got, fmt.Sprintf("%s: %s", p.Code, p.At.File.Text[lineStart(p.At.File.Text, line):p.At.Start]))
	}
	want := []string{
		`no-match: after = [`,
		`no-member: after = ["one/north/*/trane", `,
		`cycle: after = [`,
		`no-meeting: meets = `,
		`no-room: days = `,
		`no-gap: days = `,
	}
	if diff := cmp.Diff(sorted(want), sorted(got)); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
}

func TestCyclesAreShownTheShortWay(t *testing.T) {
	_, problems := expanded(t, `
[playbook.book.a]
kind = "build"
days = 1
after = ["c", "d"]
[playbook.book.b]
kind = "build"
days = 1
after = ["a"]
[playbook.book.c]
kind = "build"
days = 1
after = ["b"]
[playbook.book.d]
kind = "build"
days = 1
after = [{ step = "a", link = "start-start" }]
`)
	if len(problems) != 1 {
		t.Fatalf("%d problems, want the one knot", len(problems))
	}
	want := "this work waits for itself: one/a waits for one/d waits for one/a"
	if got := problems[0].Text; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestMaximumLagsAreNoCycles(t *testing.T) {
	network(t, `
[playbook.book.train]
kind = "training"
days = 5
within = { before = "live", days = 20 }
[playbook.book.live]
kind = "go-live"
days = 1
after = ["train"]
`)
}

func TestProgressOutOfSequenceIsAWarning(t *testing.T) {
	_, problems := expanded(t, `
[playbook.book.a]
kind = "build"
days = 3
[playbook.book.b]
kind = "build"
days = 3
after = ["a"]
[progress."one/b"]
started = 2027-01-04
`)
	if len(problems) != 1 || problems[0].Code != "out-of-sequence" {
		t.Fatalf("got %v, want one out-of-sequence", problems)
	}
}

func lineStart(text string, line int) int {
	at := 0
	for ; line > 1; line-- {
		for text[at] != '\n' {
			at++
		}
		at++
	}
	return at
}
