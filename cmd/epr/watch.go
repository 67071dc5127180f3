package main

import (
	"fmt"
	"os"
	"os/signal"
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

// progress shows a better schedule in one line, written over the one before.
func (w *watch) progress(p solve.Progress) {
	if !w.sys.isLive {
		return
	}
	w.shown = true
	late := "nothing late"
	if p.Late > 0 {
		late = fmt.Sprintf("%s late", counted(int(p.Late), "weighted day"))
	}
	fmt.Fprintf(w.sys.stderr, "\r\x1b[Ksearching: %d%%, %s", 100*p.Steps/max(1, p.Of), late)
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
