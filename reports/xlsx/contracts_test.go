package xlsx

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/calendar"
	"epr/plan"
	"epr/reports"
	"epr/reports/reportstest"
)

// oneContract is a small programme whose build lies inside a contract with two extensions, of which it needs none.
func oneContract() *reports.Pack {
	p := empty()
	book := &plan.Playbook{ID: "book"}
	book.Steps.Add("build", &plan.Step{ID: "build", Name: "Build", Kind: plan.Build, Days: plan.Duration{Low: 110, Likely: 110, High: 110}, Contracts: []string{"platform"}})
	p.Playbooks.Add("book", book)
	p.Phases.Add("one", &plan.Phase{ID: "one", Name: "One", Playbooks: []string{"book"}})
	p.Contracts.Add("platform", &plan.Contract{ID: "platform", Name: "Platform", Supplier: "A supplier", Ends: calendar.MustOf(2027, 6, 30), Extensions: []plan.Extension{
		{To: calendar.MustOf(2028, 6, 30), Notice: 90}, {To: calendar.MustOf(2029, 6, 30), Notice: 90},
	}})
	return reports.Build(reportstest.InputOf(p))
}

// TestOneContract holds that one contract is told a fact a row beside a chart of more than its own bar, on one page.
func TestOneContract(t *testing.T) {
	pack := oneContract()
	f := reopen(t, write(t, pack))
	rows, err := f.GetRows(sheetContracts)
	if err != nil {
		t.Fatal(err)
	}
	var facts []string
	for _, row := range rows[3 : len(rows)-1] {
		facts = append(facts, fmt.Sprintf("%s: %s", row[0], row[1]))
	}
	want := []string{
		"Contract: Platform", "Supplier: A supplier", "Starts: –", "Ends: 30 Jun 2027",
		"Last work: 02 Dec 2026", "Cover left (days): +210",
		"Extensions, with the last day to give notice: ○ Not needed: To 30 Jun 2028, notice by 1 Apr 2027\n○ Not needed: To 30 Jun 2029, notice by 1 Apr 2028",
	}
	if diff := cmp.Diff(want, facts); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
	var bars []string
	for _, c := range contractPeriods(pack) {
		bars = append(bars, c.label(1))
	}
	if diff := cmp.Diff([]string{"The contract", "Extension to 30 Jun 2028", "Extension to 30 Jun 2029", "Work inside it", "Time to give notice"}, bars); diff != "" {
		t.Errorf("bars (-want +got):\n%s", diff)
	}
	onOnePage(t, f, sheetContracts)
}

// TestContractColumns holds that a column which no contract fills is left out and named, and that all stand in the pack of
// a programme whose contracts have everything.
func TestContractColumns(t *testing.T) {
	shown, left := contractColumns(oneContract().Contracts)
	if len(shown)+len(left) != len(allContractColumns) || !slices.Contains(left, "Value") || slices.Contains(left, "Supplier") {
		t.Errorf("left out are %q", left)
	}
	if _, left := contractColumns(reportstest.Pack().Contracts); !slices.Equal(left, []string{"Supplier"}) {
		t.Errorf("of contracts that have everything but suppliers, %q are left out", left)
	}
}

// TestPeriodScale holds that the marks below the life of a contract have room beside each other.
func TestPeriodScale(t *testing.T) {
	for _, days := range []calendar.Date{1, 100, 400, 1_000, 3_000, 8_000} {
		day := calendar.MustOf(2027, 1, 1)
		from, step := periodScale([]contractPeriod{
			{ContractPeriod: reports.ContractPeriod{From: day + 5, To: day + days}}, {ContractPeriod: reports.ContractPeriod{From: day, To: day + 9}},
		})
		if marks := int(days)/step + 1; from != day || marks > 7 || step < 28 {
			t.Errorf("over %d days, %d marks of %d days from %s", days, marks, step, from)
		}
	}
}
