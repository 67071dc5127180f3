package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// How large the heap grows, in percent of its least size of 4 MB, before garbage is collected for the first time:
// 32 MB, which a small plan never reaches.
const (
	usualGrowth = 100
	firstGrowth = 800
)

// putOffCollecting lets the heap grow to 32 MB before garbage is first collected, and as usual from then on: a command
// that is done in hundredths of a second spends a fifth of the processor's time on it otherwise, and a large plan
// takes no more memory than it would. Whoever sets GOGC is obeyed.
func putOffCollecting() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(firstGrowth)
	runtime.AddCleanup(new(firstHeap), func(growth int) { debug.SetGCPercent(growth) }, usualGrowth)
}

// firstHeap is found to be garbage when garbage is first collected. It is too large to share its place with other
// things.
type firstHeap [64]byte
