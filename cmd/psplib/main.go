// Psplib measures the scheduling engine on published instances. It reads PSPLIB (.sm) and RCPSP/max
// (.sch) files, or all such files in folders, finds short schedules for them one after the other, and
// prints one line of CSV for each:
//
//	instance,status,makespan,bound,seconds
//
// The status is optimal (proved), feasible, infeasible (proved) or unknown. Every schedule counted has
// passed the validator of the model, and a schedule that does not pass ends the program. An instance is
// named after its file, and in the RCPSP/max sets after its folder too.
//
// A wall limit, asked between rounds of the search, is what makes instances comparable with the published
// runs; it is also why two runs may differ where a limit ends them. A limit of rounds instead gives the
// same lines, but for the seconds, on every machine.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	limit := flag.Duration("limit", 0, "wall time for each instance (default 1s, or no limit with --rounds)")
	workers := flag.Int("workers", 2, "workers, each with an engine of its own")
	rounds := flag.Int("rounds", 0, "rounds of the search for each instance (default no limit)")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: psplib [--limit 1s] [--rounds 30] [--workers 2] file or folder ...")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() == 0 || *workers < 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(os.Stdout, flag.Args(), newBudget(*limit, *rounds, *workers)); err != nil {
		fmt.Fprintln(os.Stderr, "psplib:", err)
		os.Exit(1)
	}
}
