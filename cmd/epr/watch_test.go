package main

import (
	"bytes"
	"testing"

	"epr/plan/solve"
)

// The line that follows a search says what is worked on, how good it is and how far the work has come.
func TestProgress(t *testing.T) {
	for _, tt := range []struct {
		p    solve.Progress
		want string
	}{
		{solve.Progress{Steps: 1, Of: 10}, "searching, nothing late · 10%"},
		{solve.Progress{Steps: 1, Of: 10, Late: 12345}, "searching, 12,345 weighted days late · 10%"},
		{solve.Progress{Steps: 42, Of: 100, Stage: "finish", Value: 18744, Bound: 18530}, "finish 18,744, at most 1.2% above best · 42%"},
		{solve.Progress{Steps: 42, Of: 100, Stage: "starts", Value: 1000000, Bound: 999999}, "starts 1,000,000, at most 0.1% above best · 42%"},
		{solve.Progress{Steps: 99, Of: 100, Stage: "lateness", Value: 74, Bound: 74}, "lateness 74, proved best · 99%"},
		{solve.Progress{Stage: "lateness", Value: 74}, "lateness 74, at best 0 · 0%"},
	} {
		var b bytes.Buffer
		w := watch{sys: &terminal{stderr: &b, isLive: true}}
		w.progress(tt.p)
		if want := "\r\x1b[K" + tt.want; b.String() != want {
			t.Errorf("%q, want %q", b.String(), want)
		}
		b.Reset()
		w.sys.isLive = false
		if w.progress(tt.p); b.Len() > 0 {
			t.Errorf("%q away from a terminal", b.String())
		}
	}
}
