package main

import (
	"encoding/json"

	"github.com/spf13/cobra"

	"epr/reports"
	data "epr/reports/json"
	"epr/reports/text"
)

type statusOptions struct {
	json, plain, all, strict bool
	edits                    string // scenario
}

func newStatus(sys *terminal) *cobra.Command {
	var o statusOptions
	c := &cobra.Command{
		Use:   "status MODEL.toml",
		Short: "Say what should have happened by the status date and has not",
		Long: `Compares the progress in a model with the committed schedule beside it, and with the last baseline if
the model has one:

  what should have started or finished before the status date, and has not
  what is under way, when it will finish at the earliest, and how late that is
  what is due in the coming 28 days

Set "status" of the programme to today, run it, put what has happened into the progress file, and then
"epr plan": that gives what is late new dates, after which only a baseline remembers the old ones.
Schedules nothing, asks nothing, writes nothing.` + "\n" + exitHelp,
		Example: "  epr status examples/lincolnshire.toml\n  epr status model.toml --json",
		Args:    oneModel,
		RunE: func(_ *cobra.Command, args []string) error {
			return runStatus(sys, o, args[0])
		},
	}
	f := c.Flags()
	scenarioFlag(c, &o.edits, "ask of the model as this scenario of it edits it, against its own schedule if it has one")
	f.BoolVar(&o.strict, "strict", false, "exit with 1 if anything is late")
	f.BoolVar(&o.plain, "plain", false, "without lines and tables, as for a screen reader")
	f.BoolVar(&o.all, "all", false, "leave nothing out")
	jsonFlag(c, &o.json)
	return c
}

func runStatus(sys *terminal, o statusOptions, path string) error {
	m, err := loadAs(path, o.edits)
	if err != nil {
		return err
	}
	if err := m.report(sys, o.all, false); err != nil {
		return err
	}
	committed, err := m.filesIn("").committed(sys)
	if err != nil {
		return err
	}
	if committed == nil {
		return failf(exitFiles, "there is no file %s to compare with; \"epr plan %s\" makes it", filesOf(path, "").beside+scheduleEnding, path)
	}
	status := reports.StatusOf(m.network, committed)
	if err := o.show(sys, status); err != nil {
		return err
	}
	if o.strict && status.IsLate() {
		return &failure{exitStrict, ""}
	}
	return nil
}

func (o statusOptions) show(sys *terminal, status *reports.Status) error {
	if o.json {
		return writeJSON(sys.stdout, json.RawMessage(data.Of(status)))
	}
	return text.Status(sys.stdout, status, sys.page(o.plain, o.all))
}
