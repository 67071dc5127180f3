package planfile_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/plan/expand"
	"epr/plan/forecast"
	"epr/plan/planfile"
)

// bare says as little as a plan can, so that whatever else it holds is a default.
const bare = `
[programme]
name = "Bare"
start = 2027-01-04
end = 2027-12-31
[calendar.own]
[calendar.board]
rule = "first tuesday of every month"
[trust.ulth]
staff = { nurses = 120 }
[trust.ulth.site.lincoln]
[workflow.beds]
[team.trainers]
size = 1
[blackout.winter]
from = 2027-11-01
to = 2027-11-02
effect = "forbid"
[phase.one]
trusts = ["ulth"]
workflows = ["beds"]
playbook = "book"
[playbook.book.train]
kind = "training"
per = ["trust"]
days = { staff = "all", per_day = 60 }
needs = { trainers = 1 }
[playbook.book.load]
kind = "migration"
days = 3
attempts = { pass = 0.5 }
after = [{ step = "train" }]
[playbook.book.decide]
kind = "gate"
meets = "board"
after = ["load"]
[contract.partner]
[threshold.works]
amount = 5
[risk.late]
cause = "c"
event = "It is late."
effect = "e"
owner = "o"
current = { consequence = 1, likelihood = 1 }
[risk.late.response.sooner]
action = "begin sooner"
[risk.late.closes]
from = 2027-02-01
to = 2027-02-05
[scenario.other]
`

// TestDefaultsAreAsDocumented reads a plan that leaves out everything it can, and compares what it has instead with
// every default that plan/README.md states as a value. A default that this test does not look at fails it.
func TestDefaultsAreAsDocumented(t *testing.T) {
	m := planfile.Read(planfile.Folder{FS: fstest.MapFS{"plan.toml": {Data: []byte(bare)}}}, "plan.toml")
	if m.Problems.HasErrors() {
		t.Fatal(printed(m))
	}
	want := map[string]string{}
	sections, _ := documented(t)
	for _, section := range sections {
		definition := definitionOf(section.heading)
		if definition == "" {
			definition = strings.ToLower(section.heading)
		}
		for _, r := range section.rows {
			if isValue := strings.Count(r.byDefault, "`") == 2 && strings.HasPrefix(r.byDefault, "`") && strings.HasSuffix(r.byDefault, "`"); isValue || r.byDefault == "id" {
				for _, key := range r.keys {
					want[definition+"/"+key] = strings.Trim(r.byDefault, "`")
				}
			}
		}
	}
	if diff := cmp.Diff(want, defaultsOf(t, m.Plan)); diff != "" {
		t.Errorf("defaults (-README +reader):\n%s", diff)
	}
}

// defaultsOf are the values that the plan above has where it states none.
func defaultsOf(t *testing.T, p *plan.Plan) map[string]string {
	t.Helper()
	network, problems := expand.Expand(p)
	if len(problems) > 0 {
		t.Fatalf("the plan has problems: %v", problems)
	}
	programme, one := p.Programme, p.Phases.Get("one")
	own, board := p.Calendars.Get("own").Working, p.Calendars.Get("board").Meeting
	contract, works, risk := p.Contracts.Get("partner"), p.Thresholds.Get("works"), p.Risks.Get("late")
	train, link := network.Activities[network.Index("one/ulth/train")], network.Links[0]
	bands := fmt.Sprintf("{ moderate = %d, high = %d, extreme = %d }", programme.Bands.Moderate, programme.Bands.High, programme.Bands.Extreme)
	two := plan.Duration{Low: 2, Likely: 2, High: 2} // 120 heads at 60 a day, if all turn up
	return map[string]string{
		"programme/status":       given(programme.Status == programme.Start, "start"),
		"programme/calendar":     programme.Calendar,
		"programme/escalate_at":  strconv.Itoa(programme.EscalateAt),
		"programme/bands":        bands,
		"forecast/seed":          given(p.Forecast.Seed == 0, strconv.Itoa(forecast.DefaultSeed)),
		"forecast/ranges":        p.Forecast.Ranges.String(),
		"calendar/name":          given(p.Calendars.Get("own").Name == "own", "id"),
		"calendar/workdays":      given(own.Workdays == calendar.MonToFri, `["mon", "tue", "wed", "thu", "fri"]`),
		"calendar/holidays":      given(own.Holidays == calendar.EnglandAndWales, "england-and-wales"),
		"calendar/papers":        strconv.Itoa(board.Papers),
		"trust/name":             given(p.Trusts.Get("ulth").Name == "ulth", "id"),
		"site/name":              given(p.Trusts.Get("ulth").Sites.Get("lincoln").Name == "lincoln", "id"),
		"workflow/name":          given(p.Workflows.Get("beds").Name == "beds", "id"),
		"team/name":              given(p.Teams.Get("trainers").Name == "trainers", "id"),
		"blackout/name":          given(p.Blackouts.Get("winter").Name == "winter", "id"),
		"phase/name":             given(one.Name == "one", "id"),
		"phase/priority":         strconv.Itoa(one.Weight()),
		"step/name":              given(p.Playbooks.Get("book").Steps.Get("train").Name == "train", "id"),
		"step/priority":          strconv.Itoa(train.Target.Weight()),
		"durations/attendance":   given(train.Days == two, "1"),
		"durations/low":          given(train.Days == two, "1"),
		"durations/high":         given(train.Days == two, "1"),
		"attempts/most":          given(p.Playbooks.Get("book").Steps.Get("load").Attempts.Most == 0, strconv.Itoa(plan.MostAttempts)),
		"links/link":             link.Type.String(),
		"links/lag":              strconv.Itoa(link.Lag),
		"links/done":             link.Done.String(),
		"contract/name":          given(contract.Name == "partner", "id"),
		"contract/includes_vat":  strconv.FormatBool(contract.IncludesVAT),
		"contract/vat":           contract.VAT.String(),
		"contract/threshold":     contract.Threshold,
		"threshold/includes_vat": strconv.FormatBool(works.IncludesVAT),
		"response/done":          strconv.FormatBool(risk.Responses.Get("sooner").Done),
		"closes/effect":          risk.Closes.Scope.Effect.String(),
		"scenario/name":          given(p.Scenarios.Get("other").Name == "other", "id"),
	}
}

// given is what the reference calls a default, if that is what the plan has.
func given(isSo bool, called string) string {
	if isSo {
		return called
	}
	return "something else"
}
