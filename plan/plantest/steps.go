package plantest

import (
	"fmt"
	"slices"
	"strings"
)

// nationalStep is a step that every trust goes through.
type nationalStep struct {
	playbook string
	id       string
	after    []string
	body     string // the lines of its table but for per and after
}

// nationalSteps is the path of a trust in that many steps, at least the shortest there is: the whole
// one, the more important steps of it, or it and local workstreams besides.
func nationalSteps(n int) []nationalStep {
	kept := slices.Clone(nationalPath)
	for _, id := range nationalDispensable {
		if len(kept) > n {
			kept = slices.DeleteFunc(kept, func(s nationalStep) bool { return s.id == id })
		}
	}
	for i := len(kept); i < n; i++ {
		kept = append(kept, nationalStep{"deploy", fmt.Sprintf("local-%03d", i+1), []string{"design"},
			"kind = \"engagement\"\ndays = { low = 3, likely = 5, high = 10 }"})
	}
	return kept
}

// write writes the step's table. Where a step it waits for is not among those kept, it waits for what
// that one waited for.
func (s nationalStep) write(b *strings.Builder, kept []nationalStep) {
	fmt.Fprintf(b, "[playbook.%s.%s]\nper = [\"trust\"]\n%s\n", s.playbook, s.id, s.body)
	var names []string
	for _, p := range s.waitsFor(kept) {
		name := p.id
		if p.playbook != s.playbook {
			name = "*/{trust}/" + name
		}
		names = append(names, fmt.Sprintf("%q", name))
	}
	if names != nil {
		fmt.Fprintf(b, "after = [%s]\n", strings.Join(names, ", "))
	}
	b.WriteString("\n")
}

func (s nationalStep) waitsFor(kept []nationalStep) []nationalStep {
	var found []nationalStep
	add := func(p nationalStep) {
		if !slices.ContainsFunc(found, func(f nationalStep) bool { return f.id == p.id }) {
			found = append(found, p)
		}
	}
	for _, id := range s.after {
		if k := slices.IndexFunc(kept, func(p nationalStep) bool { return p.id == id }); k >= 0 {
			add(kept[k])
			continue
		}
		for _, p := range nationalPath[nationalIndex(id)].waitsFor(kept) {
			add(p)
		}
	}
	return found
}

func nationalIndex(id string) int {
	return slices.IndexFunc(nationalPath, func(s nationalStep) bool { return s.id == id })
}

// nationalDispensable are the steps that a shorter path leaves out, first those missed least. The
// seven it does not name are the shortest path there is.
var nationalDispensable = []string{
	"benefits", "archive", "survey", "trial-load-2", "workshops", "uat", "devices", "closed", "exit",
	"network", "mobilised", "case-approved", "safety-case", "recruit", "integration", "case", "award", "procure",
	"trial-load-1", "rehearsal", "test", "cutover", "live",
}

// nationalPath is what a trust goes through. A step stands after those it waits for.
var nationalPath = []nationalStep{
	{"mobilise", "mobilise", nil, `kind = "governance"
days = { low = 8, likely = 10, high = 20 }`},
	{"mobilise", "case", []string{"mobilise"}, `kind = "procurement"
days = { low = 15, likely = 25, high = 50 }`},
	{"mobilise", "case-approved", []string{"case"}, `kind = "gate"
meets = "investment-board"
criteria = ["Affordable in every year"]`},
	{"mobilise", "procure", []string{"case-approved"}, `kind = "procurement"
days = { low = 30, likely = 40, high = 70 }`},
	{"mobilise", "award", []string{"procure"}, `kind = "gate"
meets = "investment-board"`},
	{"mobilise", "recruit", []string{"case-approved"}, `kind = "governance"
days = 40`},
	{"mobilise", "survey", []string{"mobilise"}, `kind = "infrastructure"
days = 15`},
	{"mobilise", "network", []string{"survey", "award"}, `kind = "infrastructure"
days = { low = 30, likely = 45, high = 90 }`},
	{"mobilise", "devices", []string{"survey"}, `kind = "infrastructure"
days = 30`},
	{"mobilise", "mobilised", []string{"award", "recruit", "network", "devices"}, `kind = "milestone"`},

	{"deploy", "workshops", []string{"award"}, `kind = "engagement"
days = 15`},
	{"deploy", "design", []string{"workshops", "mobilised"}, `kind = "design"
days = { low = 30, likely = 40, high = 60 }`},
	{"deploy", "build", []string{"design"}, `kind = "build"
days = { low = 45, likely = 60, high = 90 }`},
	{"deploy", "integration", []string{"design"}, `kind = "integration"
days = { low = 30, likely = 40, high = 70 }
needs = { migration = 0.5 }`},
	{"deploy", "trial-load-1", []string{"build"}, `kind = "migration"
days = { low = 10, likely = 15, high = 30 }
needs = { migration = 2 }`},
	{"deploy", "trial-load-2", []string{"trial-load-1"}, `kind = "migration"
days = 10
needs = { migration = 2 }`},
	{"deploy", "test", []string{"build", "integration"}, `kind = "test"
days = { low = 25, likely = 30, high = 50 }
needs = { assurance = 0.5 }`},
	{"deploy", "uat", []string{"test"}, `kind = "test"
days = 15`},
	{"deploy", "safety-case", []string{"test"}, `kind = "safety"
days = 20
needs = { assurance = 0.5 }`},
	{"deploy", "train", []string{"test"}, `kind = "training"
days = { staff = "all", per_day = 100, attendance = 0.9, low = 0.9, high = 1.4 }
needs = { trainers = 4 }
within = { before = "go-live", days = 120 }`},
	{"deploy", "rehearsal", []string{"uat", "trial-load-2"}, `kind = "rehearsal"
days = 5`},
	{"deploy", "go-no-go", []string{"train", "rehearsal", "safety-case"}, `kind = "gate"
meets = "deployment-board"
criteria = ["80% of users trained", "Clinical safety case signed (DCB0160)"]`},
	{"deploy", "cutover", []string{"go-no-go"}, `kind = "cutover"
days = 3
calendar = "every-day"
needs = { migration = 2 }
within = { before = "go-live", days = 10 }`},
	{"deploy", "go-live", []string{"cutover"}, `kind = "go-live"
days = 2
calendar = "every-day"
starts_on = ["sat"]
needs = { support = 3 }`},
	{"deploy", "live", []string{"go-live"}, `kind = "milestone"`},

	{"embed", "hypercare", []string{"go-live"}, `kind = "hypercare"
days = 28
calendar = "every-day"
needs = { support = 3 }
within = { after = "*/{trust}/go-live", days = 1 }`},
	{"embed", "exit", []string{"hypercare"}, `kind = "gate"
meets = "deployment-board"`},
	{"embed", "archive", []string{"hypercare"}, `kind = "decommission"
days = 30`},
	{"embed", "benefits", []string{"exit"}, `kind = "benefits"
days = 60`},
	{"embed", "closed", []string{"exit", "archive", "benefits"}, `kind = "milestone"`},
}
