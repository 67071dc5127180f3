// Package markdown writes a summary of a plan for a merge request, as a reviewer reads one: in sight are the plan in
// three sentences, the promises, what may break and the dates that moved most; folded away are all that moved, the
// baseline, the decisions and gates to come, the trusts, the top risks, the scenarios, the checks of the schedule's quality, and a
// chart. [Write] is the one function to call; [WriteChanges] does the same with a comparison of two versions.
//
// Text of the plan is written so that it shows as it is, on GitHub and on GitLab: no markup, no link, no mention of
// anybody.
package markdown

import (
	"fmt"
	"io"

	"epr/reports"
	"epr/reports/mermaid"
)

// Write writes the summary of a pack. The only errors are those of w.
func Write(w io.Writer, p *reports.Pack) error {
	d := &document{}
	d.heading("# ", p.Header.Programme)
	d.paragraph(fmt.Sprintf("Plan as at %s.", p.Header.Status.Long()), p.InShort[0])
	d.items(p.InShort[1:])
	d.promises(p)
	d.breaks(&p.Confidence)
	d.moved(p)
	d.baseline(p)
	d.decisions(p)
	d.readiness(&p.Readiness)
	d.trusts(p)
	d.risks(&p.Risks)
	d.scenarios(p.Scenarios)
	d.assurance(&p.Assurance)
	d.chart(p)
	d.foot(p)
	_, err := io.WriteString(w, d.b.String())
	return err
}

func (d *document) chart(p *reports.Pack) {
	d.folded("Chart", func() {
		d.b.WriteString("```mermaid\n")
		_ = mermaid.Write(&d.b, p) // a builder takes everything
		d.b.WriteString("```\n\n")
	})
}

// foot says what the summary was made from.
func (d *document) foot(p *reports.Pack) {
	text := reports.Count(len(p.Schedule), "activity") + ", by epr " + p.Header.Version
	if p.Header.Hash != "" {
		text += ", model " + p.Header.Hash
	}
	d.paragraph(text+".", reports.RatingRule)
}
