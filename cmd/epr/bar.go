package main

import (
	"fmt"
	"strings"
	"time"
)

// bar shows on a terminal how far something has come, once it has taken longer than barAfter. Anywhere else
// it shows nothing.
type bar struct {
	sys   *terminal
	what  string
	due   <-chan time.Time // never ready away from a terminal
	isDue bool
	shown int // percent on the line, plus one; 0 is nothing
}

const (
	barAfter = time.Second
	barWidth = 30
)

func newBar(sys *terminal, what string) *bar {
	b := &bar{sys: sys, what: what}
	if sys.isLive {
		b.due = time.After(barAfter)
	}
	return b
}

// progress draws the line again if it would be another.
func (b *bar) progress(done, of int) {
	select {
	case <-b.due:
		b.isDue = true
	default:
	}
	percent := 100 * done / max(1, of)
	if !b.isDue || percent+1 == b.shown {
		return
	}
	b.shown = percent + 1
	full := barWidth * percent / 100
	fmt.Fprintf(b.sys.stderr, "\r\x1b[K%s %s%s %3d%%", b.what,
		strings.Repeat("█", full), strings.Repeat("░", barWidth-full), percent)
}

// end takes the line away.
func (b *bar) end() {
	if b.shown > 0 {
		fmt.Fprint(b.sys.stderr, "\r\x1b[K")
	}
}
