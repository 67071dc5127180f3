package main

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// The bar is drawn when it is due, and again only when it would look different.
func TestBar(t *testing.T) {
	var out bytes.Buffer
	due := make(chan time.Time, 1)
	b := &bar{sys: &terminal{stderr: &out, isLive: true}, what: "forecasting", due: due}
	b.progress(10, 100)
	b.end()
	if out.Len() > 0 {
		t.Errorf("%q before it was due", out.String())
	}
	due <- time.Time{}
	b.progress(500, 1000)
	b.progress(501, 1000)
	b.progress(1000, 1000)
	b.end()
	want := "\r\x1b[Kforecasting " + strings.Repeat("█", 15) + strings.Repeat("░", 15) + "  50%" +
		"\r\x1b[Kforecasting " + strings.Repeat("█", 30) + " 100%" +
		"\r\x1b[K"
	if out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

func TestBarAwayFromATerminal(t *testing.T) {
	var out bytes.Buffer
	b := newBar(&terminal{stderr: &out}, "forecasting")
	b.progress(1, 2)
	b.end()
	if out.Len() > 0 || b.due != nil {
		t.Errorf("%q away from a terminal", out.String())
	}
}
