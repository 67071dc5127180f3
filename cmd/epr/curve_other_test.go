//go:build !unix

package main

import "time"

// processorTime is the time by the clock where that of the processors is not to be had: only differences of it count.
func processorTime() time.Duration { return time.Duration(time.Now().UnixNano()) }
