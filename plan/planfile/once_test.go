package planfile_test

import (
	"testing"

	"epr/plan"
	"epr/plan/planfile"
	"epr/plan/source"
)

// TestNothingIsReportedTwice checks that each mistake is reported either by the reader or by the rules of
// package plan, but not by both: one error, on the line after the smallest plan.
func TestNothingIsReportedTwice(t *testing.T) {
	const risk = "[risk.r]\ncause = \"c\"\nevent = \"e\"\neffect = \"f\"\nowner = \"o\"\ncurrent = { consequence = 1, likelihood = 1 }\n"
	tests := []struct {
		name, tables string
		line         int
	}{
		{"a blackout that ends early", "[blackout.b]\nfrom = 2027-01-02\nto = 2027-01-01\neffect = \"pause\"\n", 3},
		{"one of several that ends early", "[blackout.b]\nwindows = [{ from = 2027-01-02, to = 2027-01-01 }]\neffect = \"pause\"\n", 2},
		{"a holiday that ends early", "[calendar.weekdays]\nworked = [{ from = 2027-01-02, to = 2027-01-01 }]\n", 2},
		{"a contract that ends early", "[contract.c]\nstarts = 2027-01-02\nends = 2027-01-01\n", 3},
		{"an extension that is none", "[contract.c]\nends = 2027-01-02\nextensions = [{ to = 2027-01-01 }]\n", 3},
		{"an extension of nothing", "[contract.c]\nextensions = [{ to = 2027-01-01 }]\n", 2},
		{"a blackout without days", "[blackout.b]\neffect = \"pause\"\n", 1},
		{"a blackout with half a window", "[blackout.b]\neffect = \"pause\"\nfrom = 2027-01-01\n", 1},
		{"a blackout without effect", "[blackout.b]\nevery = { from = \"12-01\", to = \"02-28\" }\n", 1},
		{"an effect that is none", "[blackout.b]\nevery = { from = \"12-01\", to = \"02-28\" }\neffect = \"stop\"\n", 3},
		{"a price for nothing", "[blackout.b]\nfrom = 2027-01-01\nto = 2027-01-01\neffect = \"pause\"\nsoft = { price = 1 }\n", 5},
		{"a gate that does not meet", "[activity.a]\nkind = \"gate\"\n", 1},
		{"work without days", "[activity.a]\nkind = \"design\"\n", 1},
		{"days that are none", "[activity.a]\nkind = \"design\"\ndays = \"5\"\n", 3},
		{"a milestone with days", "[activity.a]\nkind = \"milestone\"\ndays = 5\n", 3},
		{"work without kind", "[activity.a]\ndays = 5\n", 1},
		{"a kind that is none", "[activity.a]\nkind = \"desing\"\n", 2},
		{"within neither", "[activity.a]\nkind = \"design\"\ndays = 5\nwithin = { days = 5 }\n", 4},
		{"within both", "[activity.a]\nkind = \"design\"\ndays = 5\nwithin = { before = \"b\", after = \"b\", days = 5 }\n[activity.b]\nkind = \"milestone\"\n", 4},
		{"a date outside all years", "[activity.a]\nkind = \"design\"\ndays = 5\nby = 0227-01-01\n", 4},
		{"an announcement out of order", "[activity.a]\nkind = \"milestone\"\nannounced = [{ date = 2027-01-01, on = 2026-02-01 }, { date = 2027-01-01, on = 2026-01-01 }]\n", 3},
		{"an announcement without date", "[activity.a]\nkind = \"milestone\"\nannounced = [{ on = 2026-01-01 }]\n", 3},
		{"a finish before the start", "[activity.a]\nkind = \"design\"\ndays = 5\n[progress.a]\nstarted = 2026-07-01\nfinished = 2026-06-01\n", 6},
		{"a trust called all", "[trust.all]\n", 1},
		{"a group called all", "[trust.a]\ngroups = [\"all\"]\n", 2},
		{"a team without size", "[team.t]\n[activity.a]\nkind = \"design\"\ndays = 5\nneeds = { t = 1 }\n", 1},
		{"a link to nothing", "[activity.a]\nkind = \"milestone\"\nafter = [{ lag = 5 }]\n", 3},
		{"a waiver without reason", "[blackout.b]\nfrom = 2027-01-01\nto = 2027-01-01\neffect = \"forbid\"\n" +
			"[waiver.w]\nblackout = \"b\"\nactivities = [\"*\"]\napprover = \"a\"\ndate = 2026-01-01\n", 5},
		{"a closure that ends early", risk + "closes = { from = 2027-01-02, to = 2027-01-01 }\n", 7},
		{"a closure without days", risk + "[risk.r.closes]\neffect = \"pause\"\n", 7},
		{"a closure with half a period", risk + "[risk.r.closes]\nfrom = 2027-01-01\n", 7},
		{"a closure longer than its period", risk + "closes = { from = 2027-01-01, to = 2027-01-05, days = 6 }\n", 7},
		{"a closure that is none", risk + "closes = \"training\"\n", 7},
		{"a closure of nothing known", risk + "closes = { from = 2027-01-01, to = 2027-01-05, blocks = [\"trainning\"] }\n", 7},
		{"a closure with another effect", risk + "closes = { from = 2027-01-01, to = 2027-01-05, effect = \"stop\" }\n", 7},
		{"a chance in per cent", "[activity.a]\nkind = \"test\"\ndays = 5\nattempts = { pass = 70 }\n", 4},
		{"attempts of a milestone", "[activity.a]\nkind = \"milestone\"\nattempts = { pass = 1 }\n", 3},
		{"attempts without a chance", "[activity.a]\nkind = \"test\"\ndays = 5\nattempts = { most = 1 }\n", 4},
		{"a bias below 1", "[forecast]\noptimism_bias = 0.1\n", 2},
		{"a rating without a date", "[programme.confidence]\nrating = \"red\"\nby = \"b\"\n", 1},
	}
	const before = 4 // lines of the smallest plan
	for _, tt := range tests {
		m := planfile.Read(inMemory(smallest+tt.tables), "plan.toml")
		m.Problems.Add(plan.Check(m.Plan)...)
		errors := 0
		for _, p := range m.Problems.Sorted() {
			if p.Severity != source.Error {
				continue
			}
			errors++
			if line, _ := p.At.Position(); line != before+tt.line {
				t.Errorf("%s: an error is on line %d, want %d", tt.name, line-before, tt.line)
			}
		}
		if errors != 1 {
			t.Errorf("%s: %d errors, want 1:\n%s", tt.name, errors, printed(m))
		}
	}
}
