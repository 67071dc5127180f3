// Command epr plans the rollout of an electronic patient record: a TOML model of phases, trusts,
// workflows and blackout windows becomes a schedule, a forecast, a risk register and a board pack.
//
// Run "epr help" for the commands, "epr help plan" for the main one.
package main

import "os"

func main() {
	putOffCollecting()
	os.Exit(run(os.Args[1:], system()))
}
