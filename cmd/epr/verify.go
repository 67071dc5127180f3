package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"epr/plan/verify"
)

func newVerify(sys *terminal) *cobra.Command {
	var asJSON bool
	var edits string
	c := &cobra.Command{
		Use:   "verify MODEL.toml [SCHEDULE.schedule.toml]",
		Short: "Check a schedule against its model, without the scheduler",
		Long: `Checks every hard rule of a model on a schedule, by default the one beside the model: links,
calendars, blackouts, teams, contracts, gates, progress. The check shares no code with the scheduler.
Exits with 1 if a rule is broken.

Dates of your own are checked as well: write them as a schedule file has them, without the marks at the ends of
its lines.` + "\n" + exitHelp,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 2 {
				return nil
			}
			return oneModel(c, args)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			schedule := ""
			if len(args) == 2 {
				schedule = args[1]
			}
			return runVerify(sys, args[0], edits, schedule, asJSON)
		},
	}
	scenarioFlag(c, &edits, "check against the model as this scenario of it edits it; by default MODEL.SCENARIO.schedule.toml")
	jsonFlag(c, &asJSON)
	return c
}

func runVerify(sys *terminal, path, edits, schedulePath string, asJSON bool) error {
	m, err := loadAs(path, edits)
	if err != nil {
		return err
	}
	if schedulePath == "" {
		schedulePath = m.filesIn("").target + scheduleEnding
	}
	if err := m.report(sys, false, false); err != nil {
		return err
	}
	schedule, err := readSchedule(sys, schedulePath)
	if err != nil {
		return err
	}
	if schedule == nil {
		return failf(exitFiles, "there is no file %s; \"%s\" makes it", schedulePath, m.planCommand())
	}
	report := verify.Check(m.network, schedule)
	if asJSON {
		err = writeJSON(sys.stdout, verifyResult(schedulePath, report))
	} else {
		err = printReport(sys, schedulePath, report)
	}
	if err == nil && !report.OK() {
		return &failure{exitStrict, ""}
	}
	return err
}

func printReport(sys *terminal, path string, report verify.Report) error {
	var b strings.Builder
	for _, v := range report.Violations {
		if !v.At.IsZero() {
			fmt.Fprintf(&b, "%s: ", v.At)
		}
		fmt.Fprintf(&b, "%s [%s]\n", v.Text, v.Rule)
	}
	for _, entry := range report.Entered {
		fmt.Fprintf(&b, "note: %q lies in blackout %q from %s to %s: %s\n",
			entry.Activity, entry.Blackout.ID, entry.First, entry.Last, whyEntered(entry))
	}
	facts := 0
	for _, rule := range report.Rules {
		facts += rule.Checked
	}
	if report.OK() {
		fmt.Fprintf(&b, "%s keeps every rule; %s checked\n", path, counted(facts, "fact"))
	} else {
		fmt.Fprintf(&b, "%s breaks rules in %s; %s checked\n", path, counted(len(report.Violations), "place"), counted(facts, "fact"))
	}
	_, err := io.WriteString(sys.stdout, sys.results().Break(b.String()))
	return err
}

// whyEntered says why work may lie in a blackout that applies to it.
func whyEntered(entry verify.Entry) string {
	switch entry.Why {
	case verify.Waived:
		return fmt.Sprintf("waiver %q", entry.Waiver.ID)
	case verify.Soft:
		return "the blackout may be entered at a price"
	}
	return "it has started already"
}

// verifiedSchedule is the result of a check as data.
type verifiedSchedule struct {
	Schedule   string         `json:"schedule"`
	OK         bool           `json:"ok"`
	Violations []violation    `json:"violations"`
	Checked    map[string]int `json:"checked"`
}

type violation struct {
	Rule       string   `json:"rule"`
	Activities []string `json:"activities"`
	Text       string   `json:"text"`
}

func verifyResult(path string, report verify.Report) verifiedSchedule {
	result := verifiedSchedule{Schedule: path, OK: report.OK(), Violations: []violation{}, Checked: map[string]int{}}
	for _, v := range report.Violations {
		result.Violations = append(result.Violations, violation{string(v.Rule), v.Activities, v.Text})
	}
	for _, rule := range report.Rules {
		result.Checked[string(rule.Rule)] = rule.Checked
	}
	return result
}
