package main

import (
	"fmt"
	"os"
	"strings"

	"epr/plan/planfile"
)

// runTextconv prints a schedule file or a pack so that its differences read as sentences: a line an activity, a line
// a row. What is neither is printed as it is: git would stop at an error, and older versions of a file may be
// anything.
func runTextconv(sys *terminal, args []string) error {
	if len(args) != 1 {
		return failf(exitUsage, "which file? say \"epr diff --textconv MODEL.schedule.toml\", or MODEL.xlsx")
	}
	if err := readable(args[0]); err != nil {
		return err
	}
	content, err := os.ReadFile(args[0])
	if err != nil {
		return fileError("read", args[0], err)
	}
	words := string(content)
	if isPackContent(content) {
		if text, err := packInWords(content); err == nil {
			words = text
		}
	} else if c, problems := planfile.OpenSchedule(args[0]); c != nil && !problems.HasErrors() {
		words = scheduleInWords(c)
	}
	_, err = sys.stdout.Write([]byte(words))
	return err
}

func scheduleInWords(c *planfile.Committed) string {
	var b strings.Builder
	for _, f := range c.Phases() {
		fmt.Fprintf(&b, "phase %s finishes on %s", f.Phase, f.Finish.Short())
		if !f.By.IsZero() {
			fmt.Fprintf(&b, ", promised by %s", f.By.Short())
		}
		b.WriteByte('\n')
	}
	for _, row := range c.Schedule.Rows {
		if row.Start == row.Finish {
			fmt.Fprintf(&b, "%s on %s\n", row.ID, row.Start.Short())
		} else {
			fmt.Fprintf(&b, "%s from %s to %s\n", row.ID, row.Start.Short(), row.Finish.Short())
		}
	}
	return b.String()
}
