package forecast_test

import (
	"flag"
)

// long asks for the larger tests: go test ./plan/forecast -args -long.
var long = flag.Bool("long", false, "run the larger tests")
