package markdown

import (
	"fmt"
	"slices"
	"strings"

	"epr/reports"
)

// assurance is what the checks of the schedule's quality found: how they came out in the title, those that are not met
// beneath.
func (d *document) assurance(a *reports.Assurance) {
	n := a.Met + a.NotMet + a.NotApplicable
	if n == 0 {
		return
	}
	d.folded(fmt.Sprintf("Quality of the schedule: %d of %d checks met", a.Met, n), func() {
		d.paragraph(a.Sentence)
		if a.NotMet == 0 {
			return
		}
		t := d.table("Not met", "Result", "Threshold", "What counts against it")
		for _, c := range slices.Concat(a.Points, a.Own) {
			if c.IsNotMet() {
				t.row(c.Name, c.Result(), c.Threshold, offenders(c.Offenders))
			}
		}
		t.end()
	})
}

// offenders names the first of some offenders.
func offenders(list []reports.Offender) string {
	var names []string
	for _, o := range list[:min(len(list), mostNamed)] {
		names = append(names, o.Name)
	}
	if n := len(list) - mostNamed; n > 0 {
		names = append(names, reports.Number(n)+" more")
	}
	return strings.Join(names, "; ")
}

// share is a share in ten-thousandths, if it is known.
func share(n int, isKnown bool) string {
	if !isKnown {
		return ""
	}
	return reports.Chance(n)
}
