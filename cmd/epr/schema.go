package main

import (
	"github.com/spf13/cobra"

	"epr/plan/planfile"
	"epr/reports/json"
)

func newSchema(sys *terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "schema [plan|pack|diff]",
		Short: "Print the JSON schema of the plan language, or of the data that is exported",
		Long: `Prints a JSON schema (draft-07).

  plan  of a plan file; an editor that is told of it completes and checks a plan while it is typed. Put the
        line "#:schema ./plan.schema.json" at the top of the plan.
  pack  of what "epr export --format json" writes
  diff  of what "epr diff --json" prints` + "\n" + exitHelp,
		Example:   "  epr schema > plan.schema.json\n  epr schema pack",
		ValidArgs: []string{"plan", "pack", "diff"},
		Args:      atMost(1, "one schema at a time"),
		RunE: func(_ *cobra.Command, args []string) error {
			schema := planfile.JSONSchema()
			switch {
			case len(args) == 0 || args[0] == "plan":
			case args[0] == "pack":
				schema = json.Schema()
			case args[0] == "diff":
				schema = json.DiffSchema()
			default:
				return failf(exitUsage, "%q has no schema: say plan, pack or diff", args[0])
			}
			_, err := sys.stdout.Write(schema)
			return err
		},
	}
}
