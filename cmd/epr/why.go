package main

import (
	"github.com/spf13/cobra"

	"epr/plan"
	"epr/plan/explain/whatif"
	"epr/plan/solve"
	"epr/plan/source"
	"epr/plan/verify"
	"epr/reports"
	"epr/reports/text"
)

type whyOptions struct {
	edits string // scenario
	notBy string
	all   bool
	plain bool
	json  bool
}

func newWhy(sys *terminal) *cobra.Command {
	var o whyOptions
	c := &cobra.Command{
		Use:   "why ACTIVITY [MODEL.toml]",
		Short: "Say why something is when it is, and what would bring it forward",
		Long: `Tells what holds an activity, a milestone or a phase on its date, back to the start of the programme
or to what has happened: each step in plain words, with its numbers and its line in the model. Then it
tries single changes to the plan (people, a waiver, a meeting, less time), plans each again, and lists
those that bring the date forward.

ACTIVITY is the id of an activity or of a phase, or a selector such as "one/*/go-live"; the end of an id
will do. MODEL.toml may be left out where a folder has one model. The committed schedule beside the model
is explained if it keeps the rules of the model; otherwise the model is planned first, and that is said.

What "holds" means: all else staying where it is, the activity could start at least a day earlier without
that one fact, or the text says which other fact would then hold it. What "brings it forward" means:
with that one change the plan has a schedule, in the same order of work, in which it finishes so many
days earlier and nothing else finishes later.

--not-by asks whether it can be by a date. If it can, the answer lists what that moves; if it cannot, the
statements of the model that stand in the way, and what would mend them.` + "\n" + exitHelp,
		Example: "  epr why one/ulth/lincoln/go-live\n  epr why two examples/lincolnshire.toml\n" +
			"  epr why \"two/*/go-live\" --not-by 2027-04-30\n  epr why three/board-approval --json",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return nil
			}
			return failf(exitUsage, "why what? say \"%s ACTIVITY [MODEL.toml]\"", c.CommandPath())
		},
		RunE:              func(_ *cobra.Command, args []string) error { return runWhy(sys, o, args) },
		ValidArgsFunction: completeWhy,
	}
	f := c.Flags()
	f.StringVar(&o.notBy, "not-by", "", "can it be by this date (2027-04-30), and at what cost?")
	scenarioFlag(c, &o.edits, "ask of the model as this scenario of it edits it")
	f.BoolVar(&o.all, "all", false, "leave nothing out")
	f.BoolVar(&o.plain, "plain", false, "without lines, as for a screen reader")
	jsonFlag(c, &o.json)
	return c
}

func runWhy(sys *terminal, o whyOptions, args []string) error {
	asked, path, err := askedOf(args)
	if err != nil {
		return err
	}
	day, err := dayOf(o.notBy)
	if err != nil {
		return err
	}
	m, err := loadAs(path, o.edits)
	if err != nil {
		return err
	}
	if m.problems.HasErrors() {
		return m.report(sys, false, false)
	}
	targets, goal, err := targetsOf(m, asked)
	if err != nil {
		return err
	}
	schedule, how, err := scheduleFor(sys, m, m.filesIn(""), o.json)
	if err != nil {
		return err
	}
	answer := reports.Explain(m.network, schedule, asked, targets, goal)
	if answer.History, err = toldBefore(m, schedule, targets, goal); err != nil {
		return err
	}
	var notBy whatif.NotBy
	if day != 0 {
		notBy = whatif.CanBeBy(m.network, schedule, targets, day)
		answer.NotBy = reports.NotByOf(notBy)
	}
	if o.json {
		return showWhyJSON(sys, m, answer, notBy, how)
	}
	return showWhy(sys, o, m, answer, notBy, how)
}

// The schedules that can be explained.
const (
	committedSchedule = "committed"
	freshSchedule     = "planned: there is no committed schedule"
	scenarioSchedule  = "planned afresh: the scenario has no schedule of its own"
	keptSchedule      = "planned: the committed schedule does not keep the rules of the model any more"
)

// scheduleFor is the committed schedule if it keeps the rules of the model; else the model is planned. A scenario
// without a schedule of its own is planned afresh, as in every comparison.
func scheduleFor(sys *terminal, m *model, f files, asJSON bool) (*plan.Schedule, string, error) {
	committed, err := f.committed(sys)
	if err != nil {
		return nil, "", err
	}
	if committed != nil && f.hasOwn() && verify.Check(m.network, committed).OK() {
		return committed, committedSchedule, nil
	}
	how := freshSchedule
	switch {
	case !f.hasOwn():
		how, committed = scenarioSchedule, nil
	case committed != nil:
		how = keptSchedule
	}
	result, _, err := solved(sys, m, solve.Options{Committed: committed}, false, asJSON)
	if err != nil {
		return nil, how, err
	}
	return result.Schedule, how, nil
}

func showWhy(sys *terminal, o whyOptions, m *model, answer *reports.Answer, notBy whatif.NotBy, how string) error {
	if how != committedSchedule {
		if err := sys.say("note: %s; \"%s\" writes the one explained here", how, m.planCommand()); err != nil {
			return err
		}
	}
	err := text.Answer(sys.stdout, answer, sys.page(o.plain, o.all))
	if err != nil || notBy.Diagnosis == nil {
		return err
	}
	w := &conflictPrinter{w: sys.stdout, style: source.Style{Colour: sys.colour, Plain: sys.plain || o.plain, Columns: sys.outColumns}, model: m, diagnosis: notBy.Diagnosis}
	w.all()
	return w.err
}

// whyResult is the answer as data.
type whyResult struct {
	Model    string `json:"model"`
	Schedule string `json:"schedule"` // "committed", or why it was planned first
	*reports.Answer
	// Conflicts say why it cannot be by the day that was asked for.
	Conflicts []conflictData `json:"conflicts,omitempty"`
}

func showWhyJSON(sys *terminal, m *model, answer *reports.Answer, notBy whatif.NotBy, how string) error {
	result := whyResult{Model: m.path, Schedule: how, Answer: answer}
	if d := notBy.Diagnosis; d != nil {
		for k := range d.Conflicts {
			result.Conflicts = append(result.Conflicts, conflictAsData(m, &d.Conflicts[k]))
		}
	}
	return writeJSON(sys.stdout, result)
}
