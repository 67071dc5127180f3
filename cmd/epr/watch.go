package main

import (
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"sync/atomic"

	"epr/plan/solve"
)

// watch follows a search: it shows how far it has come, on a terminal, and ends it on an interrupt if
// that was asked for. Without that an interrupt ends the program as usual, with nothing written.
type watch struct {
	sys         *terminal
	interrupts  chan os.Signal
	interrupted atomic.Bool
	shown       bool
}

func watchSearch(sys *terminal, best bool) *watch {
	w := &watch{sys: sys}
	if best {
		w.interrupts = make(chan os.Signal, 1)
		signal.Notify(w.interrupts, os.Interrupt)
		go func() {
			for range w.interrupts {
				w.interrupted.Store(true)
			}
		}()
	}
	return w
}

// stop reports whether the search is to end.
func (w *watch) stop() bool { return w.interrupted.Load() }

// progress shows in one line, written over the one before, what is being worked on and how far it has come.
func (w *watch) progress(p solve.Progress) {
	if !w.sys.isLive {
		return
	}
	w.shown = true
	fmt.Fprintf(w.sys.stderr, "\r\x1b[K%s · %d%%", standing(p), 100*p.Steps/max(1, p.Of))
}

// standing is what has been reached, as in "finish 18,744, at most 1.2% above best".
func standing(p solve.Progress) string {
	switch {
	case p.Stage == "" && p.Late > 0:
		return "searching, " + thousands(p.Late) + " weighted days late"
	case p.Stage == "":
		return "searching, nothing late"
	case p.Value <= p.Bound:
		return fmt.Sprintf("%s %s, proved best", p.Stage, thousands(p.Value))
	case p.Value > 2*p.Bound:
		return fmt.Sprintf("%s %s, at best %s", p.Stage, thousands(p.Value), thousands(p.Bound))
	}
	tenths := (1000*(p.Value-p.Bound) + p.Bound - 1) / p.Bound
	return fmt.Sprintf("%s %s, at most %d.%d%% above best", p.Stage, thousands(p.Value), tenths/10, tenths%10)
}

// thousands writes a number in groups of three digits.
func thousands(n int64) string {
	text := strconv.FormatInt(n, 10)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text
}

// end takes the line away and lets interrupts through again.
func (w *watch) end() {
	if w.shown {
		fmt.Fprint(w.sys.stderr, "\r\x1b[K")
	}
	if w.interrupts != nil {
		signal.Stop(w.interrupts)
		close(w.interrupts)
	}
}
