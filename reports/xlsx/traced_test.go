package xlsx

import (
	stdjson "encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"epr/examples"
	"epr/plan"
	"epr/reports"
	"epr/reports/json"
	"epr/reports/reportstest"
)

// sources says where in a pack as data the rows of each table come from: a row tells of one entry of the list, or
// of the thing. What is not named comes from anywhere in the pack.
var sources = map[string][]string{
	"Phases": {"phases"}, "Trusts": {"trusts"}, "Promises": {"promises"}, "SlackOfPromises": {"promises"},
	"Milestones": {"milestones"}, "MilestoneCliffs": {"milestones"},
	"Prospects": {"confidence.programme", "confidence.phases", "confidence.dated", "confidence.go_lives"},
	"Landings":  {"confidence.landings"}, "WindowsMissed": {"confidence.landings"}, "Sensitive": {"confidence.sensitive"}, "Tornado": {"confidence.tornado"},
	"Curve1": {"confidence.curves"}, "Curve2": {"confidence.curves"},
	"Evidence": {"evidence"}, "Cliffs": {"evidence.cliffs"}, "Slips": {"evidence.slips"}, "GateEvidence": {"evidence.gates"}, "Trained": {"evidence.trained"},
	"Risks": {"risks.rows"}, "RiskCosts": {"risks.rows"}, "RiskControls": {"risks.rows"},
	"Teams": {"teams.rows"}, "BusiestPeriods": {"teams.rows"}, "PersonDays": {"teams"}, "GoLivesOverTime": {"go_lives.periods"},
	"DesignTotals": {"designs"}, "WorkflowDesigns": {"designs.rows"},
	"Blackouts": {"clashes.by_blackout"}, "Moves": {"clashes.avoided"}, "Waivers": {"clashes.waivers"},
	"Contracts": {"contracts"}, "ContractTimes": {"contracts"}, "SchedulePoints": {"assurance"}, "RolloutChecks": {"assurance"}, "Offenders": {"assurance"},
	"Decisions": {"decisions"}, "LaterDecisions": {"later"}, "Actions": {"actions"}, "Schedule": {"schedule"},
	"Checks": {"provenance"}, "Origin": {"provenance", "header"}, "Files": {"provenance"}, "Stages": {"provenance"}, "Calendars": {"provenance"},
	"Adjustments": {"provenance"},
}

// TestTraced sees that every number and date of every cell is one of the pack as data, which is what package json
// writes: in a table, one of the entry that its row is about.
func TestTraced(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	for name, pack := range map[string]*reports.Pack{
		"full": reportstest.Pack(), "many": reports.Build(reportstest.WithForecast(reportstest.InputOf(reportstest.Many(30)))),
		"example":   reports.Build(reportstest.WithForecast(reportstest.InputOfModel(examples.Files, "lincolnshire.toml"))),
		"baselines": reports.Build(reportstest.WithBaselines(reportstest.Input())),
	} {
		t.Run(name, func(t *testing.T) {
			for _, stranger := range strangers(t, pack, write(t, pack)) {
				t.Error(stranger)
			}
		})
	}
}

// TestStrangersAreFound writes workbooks that say something else than the pack in one place, and sees that it is
// found.
func TestStrangersAreFound(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	pack := reportstest.Pack()
	for name, change := range map[string]func(*reports.Pack){
		"a date of a milestone":    func(p *reports.Pack) { p.Milestones[3].Date += 1_000 },
		"the slack of a promise":   func(p *reports.Pack) { p.Promises[1].Slack.N += 1_234 },
		"a count on the summary":   func(p *reports.Pack) { p.Tiles.Promises.Of = 4_321 },
		"a date on the summary":    func(p *reports.Pack) { p.Tiles.LastGoLive.Date += 5_000 },
		"the days of a risk":       func(p *reports.Pack) { p.Risks.Rows[0].Now.Mean = 77_700 },
		"a date of the schedule":   func(p *reports.Pack) { p.Schedule[5].Finish += 900 },
		"a date of another row":    func(p *reports.Pack) { p.Schedule[5].Finish = p.Schedule[80].Finish },
		"the float of an activity": func(p *reports.Pack) { p.Schedule[9].Float.Promise = plan.Whole{N: 8_642, Set: true} },
		"a gate that moved":        func(p *reports.Pack) { p.Decisions[0].Date -= 3_000 },
	} {
		other := reportstest.Pack()
		change(other)
		if len(strangers(t, pack, write(t, other))) == 0 {
			t.Errorf("%s is not found", name)
		}
	}
}

// strangers are the numbers and dates of a workbook that a pack does not have where they are from.
func strangers(t *testing.T, pack *reports.Pack, content []byte) (list []string) {
	t.Helper()
	var all any
	if err := stdjson.Unmarshal(json.Of(pack), &all); err != nil {
		t.Fatal(err)
	}
	whole := originOf(all)
	grids, faults := opened(t, content).grids()
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	f := reopen(t, content)
	for _, g := range grids {
		in := map[string]bool{} // cells of tables
		tables, err := f.GetTables(g.name)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			for cell := range cellsOf(table.Range) {
				in[cell] = true
			}
			list = append(list, g.strangers(table.Name, table.Range, all, whole)...)
		}
		for _, name := range slices.Sorted(maps.Keys(g.cells)) {
			cell := g.cells[name]
			if in[name] {
				continue
			}
			for _, n := range g.numbers(name) {
				if !whole.numbers[n] {
					list = append(list, fmt.Sprintf("%s %s shows %s, which the pack does not have: %q", g.name, name, n, cell.value))
				}
			}
		}
	}
	return list
}

// strangers are those of a table.
func (g *grid) strangers(name, block string, all any, whole origin) (list []string) {
	var entries []origin
	for _, path := range sources[name] {
		entries = append(entries, originsAt(all, strings.Split(path, "."))...)
	}
	if name == contractsData {
		for i := range entries {
			entries[i].addSpans(originsAt(all, []string{"header", "horizon"})[0])
		}
	}
	if len(entries) == 0 {
		entries = []origin{whole}
	}
	cells := slices.Collect(cellsOf(block))
	rows := map[int][]string{}
	var order []int
	for _, cell := range cells {
		r := rowOf(cell)
		if rows[r] == nil {
			order = append(order, r)
		}
		rows[r] = append(rows[r], cell)
	}
	for i, r := range order[1:] {
		missing := g.untraced(rows[r], i+1, entries)
		if missing != "" {
			list = append(list, fmt.Sprintf("%s, row %d of table %s: %s", g.name, r, name, missing))
		}
	}
	return list
}

// untraced says what of a row no entry has that is called what the row is called, "" if one has all of it.
func (g *grid) untraced(cells []string, number int, entries []origin) string {
	var called []origin
	for _, cell := range cells {
		v := g.cells[cell]
		if v.value == "" || len(g.numbers(cell)) > 0 || len(called) > 0 {
			continue
		}
		for _, e := range entries {
			if e.texts[v.value] {
				called = append(called, e)
			}
		}
	}
	if len(called) == 0 {
		called = entries
	}
	least := ""
	for _, e := range called {
		var missing []string
		for _, cell := range cells {
			for _, n := range g.numbers(cell) {
				if !e.numbers[n] && n != strconv.Itoa(number) && !e.texts[g.cells[cell].value] {
					missing = append(missing, fmt.Sprintf("%s shows %s (%q)", cell, n, g.cells[cell].value))
				}
			}
		}
		if len(missing) == 0 {
			return ""
		}
		if words := strings.Join(missing, ", "); least == "" || len(words) < len(least) {
			least = words
		}
	}
	return least
}
