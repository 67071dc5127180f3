package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"epr/plan"
	"epr/plan/forecast"
	"epr/reports"
	"epr/reports/csv"
	data "epr/reports/json"
	"epr/reports/text"
)

type forecastOptions struct {
	runs   int
	seed   uint64
	policy string
	edits  string // scenario
	out    string
	json   bool
	plain  bool
	all    bool
}

func newForecast(sys *terminal) *cobra.Command {
	var o forecastOptions
	c := &cobra.Command{
		Use:   "forecast MODEL.toml",
		Short: "Say what the plan will probably do, and what each risk costs it",
		Long: `Plays the schedule many thousand times. In each replication work takes longer or shorter within its
range, risks happen or not, and trial loads and rehearsals pass or are repeated. What people control stays:
links, calendars, blackouts, teams, meeting dates. What has happened is certain.

It prints three sentences, and then
  the chance of each promise, with the P50 and P80 of each phase: the days by which 50 and 80 of 100
    replications have finished it
  the window between blackouts in which each go-live lands, with what chance and at what price
  what each risk costs at the P80, found by leaving it out on the same luck, and whether its response pays
  which activities drive the finish
  how sure the P80 itself is, and how all this was computed

The committed schedule beside the model is forecast if it keeps the rules of the model; otherwise the model
is planned first, and that is said. Replications and seed are those of the plan's [forecast] table unless
given here. The same model, schedule, replications and seed give the same bytes on every machine.

--policy keep, the default, keeps the plan's order of work: who waits for whose people. --policy redispatch
gives people to whoever is ready first. Nobody re-plans every day, so that is the optimistic end, and is
named so.

Nothing is written without --out. With it, MODEL.forecast.json holds what --json prints, MODEL.risks.csv
the risk register.` + "\n" + exitHelp,
		Example: "  epr forecast examples/lincolnshire.toml\n  epr forecast model.toml --runs 100000 --all\n" +
			"  epr forecast model.toml --policy redispatch\n  epr forecast model.toml --json --out build",
		Args: oneModel,
		RunE: func(c *cobra.Command, args []string) error {
			if err := o.check(c.Flags().Changed); err != nil {
				return err
			}
			return runForecast(sys, o, args[0])
		},
	}
	f := c.Flags()
	f.IntVar(&o.runs, "runs", 0, fmt.Sprintf("replications, %s to %s (default: as the plan says, else 5,000, of a large plan fewer)",
		reports.Number(forecast.FewestRuns), reports.Number(forecast.MostRuns)))
	f.Uint64Var(&o.seed, "seed", 0, "number that the luck is drawn from, 1 or more (default: as the plan says, else 1)")
	f.StringVar(&o.policy, "policy", keepOrder, "what people do when work slips: keep or redispatch")
	scenarioFlag(c, &o.edits, "forecast the model as this scenario of it edits it")
	f.StringVar(&o.out, "out", "", "also write the forecast and the risk register to this folder")
	f.BoolVar(&o.plain, "plain", false, "without lines and tables, as for a screen reader")
	f.BoolVar(&o.all, "all", false, "leave nothing out")
	jsonFlag(c, &o.json)
	return c
}

// The names of the policies.
const (
	keepOrder  = "keep"
	redispatch = "redispatch"
)

// check refuses flags that make no sense.
func (o forecastOptions) check(isGiven func(flag string) bool) error {
	switch {
	case o.policy != keepOrder && o.policy != redispatch:
		return failf(exitUsage, "%q is no policy: say keep or redispatch", o.policy)
	case isGiven("runs") && (o.runs < forecast.FewestRuns || o.runs > forecast.MostRuns):
		return failf(exitUsage, "--runs %d is out of range: from %s to %s replications can be played",
			o.runs, reports.Number(forecast.FewestRuns), reports.Number(forecast.MostRuns))
	case isGiven("seed") && o.seed == 0:
		return failf(exitUsage, "--seed 0 is no seed: say 1 or more")
	}
	return nil
}

func (o forecastOptions) simulation() forecast.Options {
	options := forecast.Options{Runs: o.runs, Seed: o.seed}
	if o.policy == redispatch {
		options.Policy = forecast.Redispatch
	}
	return options
}

func runForecast(sys *terminal, o forecastOptions, path string) error {
	if err := checkOut(o.out); err != nil {
		return err
	}
	m, err := loadAs(path, o.edits)
	if err != nil {
		return err
	}
	if err := m.report(sys, o.all, false); err != nil {
		return err
	}
	files := m.filesIn(o.out)
	schedule, how, err := scheduleFor(sys, m, files, o.json)
	if err != nil {
		return err
	}
	in := m.input(schedule)
	if in.Forecast, err = played(sys, m, schedule, o.simulation()); err != nil {
		return err
	}
	if in.LastRegister, err = files.register(sys); err != nil {
		return err
	}
	pack := reports.Build(in)
	result := forecastModel{m.path, o.edits, how, data.Of(pack.Confidence), data.Of(pack.Evidence), data.Of(pack.Risks)}
	if err := o.show(sys, m, pack, result); err != nil {
		return err
	}
	if o.out == "" {
		return nil
	}
	return files.writeForecast(sys, pack, result)
}

// played plays the schedule, with a bar if it takes long.
func played(sys *terminal, m *model, schedule *plan.Schedule, o forecast.Options) (*forecast.Forecast, error) {
	b := newBar(sys, "forecasting")
	defer b.end()
	o.Progress = b.progress
	return forecast.Run(m.network, schedule, o)
}

// forecastModel is the result of a forecast as data; its parts are those of "epr schema pack".
type forecastModel struct {
	Model      string          `json:"model"`
	Scenario   string          `json:"scenario,omitempty"`
	Schedule   string          `json:"schedule"` // "committed", or why it was planned first
	Confidence json.RawMessage `json:"confidence"`
	Evidence   json.RawMessage `json:"evidence"`
	Risks      json.RawMessage `json:"risks"`
}

func (o forecastOptions) show(sys *terminal, m *model, pack *reports.Pack, result forecastModel) error {
	if o.json {
		return writeJSON(sys.stdout, result)
	}
	if how := result.Schedule; how != committedSchedule {
		if err := sys.say("note: %s; \"%s\" writes the one forecast here", how, m.planCommand()); err != nil {
			return err
		}
	}
	return text.Forecast(sys.stdout, pack, sys.page(o.plain, o.all))
}

// writeForecast writes a forecast and the register, both or neither.
func (f files) writeForecast(sys *terminal, pack *reports.Pack, result forecastModel) error {
	if err := makeFolderOf(f.target); err != nil {
		return err
	}
	var content, register bytes.Buffer
	if err := writeJSON(&content, result); err != nil {
		return err
	}
	if err := csv.WriteRisks(&register, pack); err != nil {
		return err
	}
	outputs := []output{{f.target + ".forecast.json", content.Bytes()}, {f.target + registerEnding, register.Bytes()}}
	if err := writeAll(outputs); err != nil {
		return err
	}
	return sys.say("wrote %s", strings.Join([]string{outputs[0].path, outputs[1].path}, ", "))
}
