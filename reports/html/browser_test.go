package html

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"epr/examples"
	"epr/plan"
	"epr/plan/plantest"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestBrowser opens pages in headless Chromium: no console error, no request, the interactions work by pointer and by
// keyboard, and axe-core finds no serious fault, in light and dark. It needs Node, Chromium and two packages in a folder
// of any name outside the repository, which EPR_BROWSER gives:
//
//	mkdir ~/browser && cd ~/browser && npm init -y
//	PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install playwright-core axe-core
//	EPR_BROWSER=~/browser go test ./reports/html -run Browser -v
//
// EPR_CHROMIUM names the browser if it is not called chromium, chromium-browser or google-chrome. EPR_PAGES names a
// folder in which the pages are kept, for people to look at.
func TestBrowser(t *testing.T) {
	folder := os.Getenv("EPR_BROWSER")
	if folder == "" {
		t.Skip("no browser: set EPR_BROWSER to a folder with playwright-core and axe-core (see the comment of this test)")
	}
	browser, err := chromium()
	if err != nil {
		t.Fatal(err)
	}
	target := os.Getenv("EPR_PAGES")
	if target == "" {
		target = t.TempDir()
	}
	folder, _ = filepath.Abs(folder)
	for name, p := range map[string]*reports.Pack{
		"example":   reportstest.OfModel(examples.Files, "lincolnshire.toml"),
		"forecast":  forecastPack(),
		"baselines": baselinesPack(),
		"scenarios": scenariosPack(),
		"hostile":   hostile(),
		"nothing":   {},
		"national":  reportstest.OfModel(plantest.Programme(plantest.NationalTrusts, plantest.NationalSteps), plantest.ProgrammeFile),
		"bodies":    reports.Build(reportstest.InputOf(reportstest.Many(300))),
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(target, name+".html")
			if err := os.WriteFile(file, []byte(write(t, p)), 0o644); err != nil {
				t.Fatal(err)
			}
			run := exec.Command("node", filepath.Join("testdata", "browser.mjs"), folder, browser, file)
			var said strings.Builder
			run.Stderr = &said
			faults, err := run.Output()
			if t.Log(said.String()); err != nil {
				t.Fatalf("%v\n%s", err, faults)
			}
			for line := range strings.Lines(string(faults)) {
				t.Error(strings.TrimSpace(line))
			}
		})
	}
}

func chromium() (string, error) {
	if path := os.Getenv("EPR_CHROMIUM"); path != "" {
		return path, nil
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New("no Chromium is installed: set EPR_CHROMIUM to one")
}

// manyActivities is a programme of 206 trusts with 30 activities each.
func manyActivities() *plan.Plan {
	p := reportstest.Many(206)
	steps := &p.Playbooks.Get("all").Steps
	for i := range 25 {
		step := *steps.Get("build")
		step.ID, step.Name = fmt.Sprintf("part-%02d", i+1), fmt.Sprintf("Part %d", i+1)
		step.Kind = plan.Kinds[i%10]
		steps.Add(step.ID, &step)
	}
	return p
}

// mostBytes is the most that a page of a national programme may weigh, so that it still goes by post.
const mostBytes = 3_000_000

func TestManyActivities(t *testing.T) {
	if testing.Short() {
		t.Skip("thousands of activities")
	}
	p := reports.Build(reportstest.InputOf(manyActivities()))
	if len(p.Schedule) != 6_180 {
		t.Fatalf("%d activities", len(p.Schedule))
	}
	if page := write(t, p); len(page) > mostBytes {
		t.Errorf("%d bytes", len(page))
	}
}
