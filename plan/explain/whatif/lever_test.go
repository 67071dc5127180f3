package whatif_test

import (
	"flag"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"epr/examples"

	"epr/plan"
	"epr/plan/edit"
	"epr/plan/expand"
	"epr/plan/explain"
	"epr/plan/explain/whatif"
	"epr/plan/plantest"
	"epr/plan/solve"
	"epr/plan/verify"
)

// edited is the example with some text of its model replaced, as a person would.
func edited(t *testing.T, replace ...string) *plan.Network {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"lincolnshire.toml", "lincolnshire.risks.toml", "lincolnshire.progress.toml"} {
		text, err := fs.ReadFile(examples.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		if name == "lincolnshire.toml" {
			for k := 0; k < len(replace); k += 2 {
				if !strings.Contains(string(text), replace[k]) {
					t.Fatalf("the example has no %q", replace[k])
				}
			}
			text = []byte(strings.NewReplacer(replace...).Replace(string(text)))
		}
		files[name] = &fstest.MapFile{Data: text}
	}
	return plantest.Expand(t, files, "lincolnshire.toml")
}

// TestLeversAreWhatAnEditGives edits the text of the model by hand, as the lever says, and plans again.
func TestLeversAreWhatAnEditGives(t *testing.T) {
	cases := []struct {
		name, target, lever string
		replace             []string
	}{
		{"a waiver", "two/all-live", "waive Bank holiday weekends for Go-live, Grantham",
			[]string{"[waiver.community-super-users]", `[waiver.grantham]
blackout = "bank-holiday-weekends"
activities = ["two/ulth/grantham/go-live"]
approver = "Group Board"
date = 2026-11-21
reason = "tried"

[waiver.community-super-users]`}},
		{"a shorter lag", "two/all-live", "no working days instead of 5 between Go or no-go and Cutover",
			[]string{`{ step = "go-no-go", lag = 5 }, "train"]`, `"go-no-go", "train"]`}},
		{"more people", "three/all-live", "3 more in the team Cutover crew, from 23 Sep 2027 to 3 Oct 2027",
			[]string{`name = "Cutover crew",                 size = 6`,
				`name = "Cutover crew", size = [{ from = 2026-07-01, is = 6 }, { from = 2027-09-23, is = 9 }, { from = 2027-10-04, is = 6 }]`}},
	}
	n, s := plantest.Example(t, "lincolnshire")
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			target := []int{n.Index(c.target)}
			var lever whatif.Lever
			for _, l := range whatif.FindLevers(n, s, target, explain.Chains(n, s, target)[0]).List {
				if strings.HasPrefix(l.Text, c.lever) {
					lever = l
				}
			}
			if lever.Text == "" {
				t.Fatalf("there is no lever %q", c.lever)
			}
			byHand := edited(t, c.replace...)
			made := solve.Soonest(byHand, s, target)
			if row, _ := made.Find(c.target); row.Finish != lever.Finish {
				t.Errorf("the lever says %s, the edited model gives %s", lever.Finish, row.Finish)
			}
			checkLever(t, n, s, target, lever)
		})
	}
}

var every = flag.Bool("every", false, "try the levers of every activity of the example")

// TestLeversOfTheExampleKeepTheirWord plans the edit of every lever again, and checks the schedule with the
// independent check: nothing may be broken and nothing finish later.
func TestLeversOfTheExampleKeepTheirWord(t *testing.T) {
	n, s := plantest.Example(t, "lincolnshire")
	asked := []string{"three/all-live"}
	if *every {
		asked = nil
		for i := range n.Activities {
			asked = append(asked, n.Activities[i].ID)
		}
	}
	found, tried := 0, 0
	for _, id := range asked {
		target := []int{n.Index(id)}
		levers := whatif.FindLevers(n, s, target, explain.Chains(n, s, target)[0])
		for _, l := range levers.List {
			checkLever(t, n, s, target, l)
		}
		found, tried = found+len(levers.List), tried+levers.Tried
	}
	if found == 0 {
		t.Error("no lever was found: nothing was tested")
	}
	t.Logf("%d levers of %d changes tried", found, tried)
}

func checkLever(t *testing.T, n *plan.Network, s *plan.Schedule, target []int, l whatif.Lever) {
	t.Helper()
	again, _ := expand.Expand(edit.Apply(n.Plan, l.Edits...))
	made := solve.Soonest(again, s, target)
	for _, v := range verify.Check(again, made).Violations {
		t.Errorf("%s: %s", l.Text, v.Text)
	}
	now, _ := s.Find(n.Activities[target[0]].ID)
	then, _ := made.Find(now.ID)
	if then.Finish != l.Finish || int(now.Finish-then.Finish) < l.Days || l.Days < 1 {
		t.Errorf("%s: %d days to %s, but planning again moves it from %s to %s", l.Text, l.Days, l.Finish, now.Finish, then.Finish)
	}
	for _, row := range made.Rows {
		if was, _ := s.Find(row.ID); row.Finish > was.Finish {
			t.Errorf("%s: %s finishes later, on %s instead of %s", l.Text, row.ID, row.Finish, was.Finish)
		}
	}
}
