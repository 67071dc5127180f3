package planfile_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/planfile"
	"epr/plan/source"
)

// full is a model that uses every key of the language.
const full = "testdata/full/plan.toml"

func printed(m *planfile.Model) string {
	var b strings.Builder
	if err := source.Print(&b, m.Problems, source.Style{All: true}); err != nil {
		panic(err)
	}
	return b.String()
}

func TestEveryKeyIsRead(t *testing.T) {
	m := planfile.Open(full)
	if m.Problems.Len() > 0 {
		t.Fatalf("problems:\n%s", printed(m))
	}
	var names []string
	for _, f := range m.Files {
		names = append(names, f.Name)
	}
	want := []string{full, "testdata/full/more/progress.toml", "testdata/full/lists/trusts.csv",
		"testdata/full/lists/workflows.csv", "testdata/full/lists/progress.csv", "testdata/full/baselines/2026-09.schedule.toml"}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(fullPlan(), m.Plan, asWritten...); diff != "" {
		t.Errorf("plan (-want +got):\n%s", diff)
	}
}

// TestTheModelUsesEveryKeyOfTheLanguage keeps testdata/full, and so the reader, in step with the page that
// lists the keys.
func TestTheModelUsesEveryKeyOfTheLanguage(t *testing.T) {
	page, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var model strings.Builder
	for _, f := range planfile.Open(full).Files {
		model.WriteString(f.Text + "\n")
	}
	keys := keysOf(string(page))
	if len(keys) < 80 {
		t.Fatalf("only %d keys were found in the page", len(keys))
	}
	for _, key := range keys {
		used := regexp.MustCompile(`(?m)(^|[{,\[. ])` + key + `( =|[\].,]|$)`)
		if !used.MatchString(model.String()) {
			t.Errorf("key %q of the language is not used", key)
		}
	}
}

// TestThePageListsEveryKeyOfTheModel keeps the page in step with testdata/full, which has every key that the
// reader knows.
func TestThePageListsEveryKeyOfTheModel(t *testing.T) {
	page, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	code := strings.Join(regexp.MustCompile("`[^`]+`").FindAllString(string(page), -1), "\n")
	teamsAndStaff := regexp.MustCompile(`^(trainers|designers|doctors|nurses)$`)
	for _, found := range regexp.MustCompile(`([a-z_]+) = `).FindAllStringSubmatch(planfile.Open(full).Files[0].Text, -1) {
		key := found[1]
		if !teamsAndStaff.MatchString(key) && !regexp.MustCompile(`\b`+key+`\b`).MatchString(code) {
			t.Errorf("key %q of the model is not listed", key)
		}
	}
}

// keysOf lists the keys that the page of the language names: in the first column of its tables, and in the
// paragraphs that stand for a table.
func keysOf(page string) []string {
	var keys []string
	code := regexp.MustCompile("`([a-z_]+)`")
	for section := range strings.SplitSeq(page, "\n## ") {
		title, text, _ := strings.Cut(section, "\n")
		if !strings.HasPrefix(title, "`[") && title != "Files" {
			continue
		}
		hasTable := strings.Contains(text, "\n|---")
		for line := range strings.SplitSeq(text, "\n") {
			if strings.HasPrefix(line, "|") {
				line, _, _ = strings.Cut(line[1:], "|")
			} else if hasTable {
				continue
			}
			for _, found := range code.FindAllStringSubmatch(line, -1) {
				keys = append(keys, found[1])
			}
		}
	}
	return keys
}
