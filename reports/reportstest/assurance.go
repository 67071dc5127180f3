package reportstest

import (
	"epr/plan/assurance"
	"epr/plan/flow"
	"epr/plan/verify"
	"epr/reports"
)

// assured is an input with the checks of its schedule's quality.
func assured(in reports.Input, order *flow.Flow, report verify.Report) reports.Input {
	a := assurance.Input{
		Network: in.Network, Schedule: in.Schedule, Committed: in.Previous, Flow: order, Floats: in.Floats, Critical: in.Critical,
	}
	for _, rule := range report.Rules {
		a.Verified = append(a.Verified, assurance.Verified{Rule: string(rule.Rule), Facts: rule.Checked})
	}
	in.Assurance = assurance.Assess(a)
	return in
}
