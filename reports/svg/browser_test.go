package svg_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"epr/examples"
	"epr/reports"
	"epr/reports/reportstest"
)

// TestBrowser opens pictures in headless Chromium, and sees that every text is within its picture, touches no other and
// can be seen, in light and in dark. It needs what the test of that name in package html needs: EPR_BROWSER names a
// folder with playwright-core, EPR_CHROMIUM the browser if it is not called chromium. EPR_PAGES names a folder in which
// the pictures are kept, for people to look at.
func TestBrowser(t *testing.T) {
	folder := os.Getenv("EPR_BROWSER")
	if folder == "" {
		t.Skip("no browser: set EPR_BROWSER to a folder with playwright-core")
	}
	browser := os.Getenv("EPR_CHROMIUM")
	if browser == "" {
		var err error
		if browser, err = exec.LookPath("chromium"); err != nil {
			t.Skip("no Chromium is installed: set EPR_CHROMIUM to one")
		}
	}
	target := os.Getenv("EPR_PAGES")
	if target == "" {
		target = t.TempDir()
	}
	args := []string{filepath.Join("testdata", "browser.mjs"), folder, browser}
	for name, p := range map[string]*reports.Pack{
		"empty": {}, "northshire": reportstest.Pack(), "hostile": reportstest.Hostile(),
		"60-trusts":    reports.Build(reportstest.InputOf(reportstest.Many(60))),
		"lincolnshire": reportstest.OfModel(examples.Files, "lincolnshire.toml"),
	} {
		path := filepath.Join(target, name+".svg")
		if err := os.WriteFile(path, written(t, p), 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	out, err := exec.Command("node", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v:\n%s", err, out)
	}
	for line := range strings.Lines(string(out)) {
		t.Error(strings.TrimSpace(line))
	}
}
