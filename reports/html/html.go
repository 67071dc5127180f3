// Package html writes the page that a programme team lives in: one HTML file that holds all it needs, asks
// nothing of any server and works from a file share. It shows the summary, a Gantt chart of every activity with
// the reasons for its dates, the milestones, the gates, the risks, the forecast, the scenarios if the plan has any, what
// changed since the last version and the baselines, and the checks of the schedule's quality; people filter, zoom, sort,
// compare and print it.
//
// [Write] is the one function to call. It renders a [reports.Pack] and computes nothing but where things are
// drawn, so that no figure can differ from the one another output shows. The same pack gives the same bytes.
//
// Text of the plan cannot run: the tables are written by html/template, which escapes by context; what the
// script shows is data in a block of JSON in which "<", ">" and "&" are escaped, and the script sets it as text
// only; and a content security policy allows no script and no style but those of the page, by their hashes, and
// no request at all. Without the script the page still shows everything but the chart of single activities.
//
// The page is made of the files in the folder page: templates, style sheets and the script, one idea a file.
package html

import (
	"bytes"
	"io"

	"epr/reports"
)

// Write writes the page of a pack. Its only errors are those of w.
func Write(w io.Writer, p *reports.Pack) error {
	var b bytes.Buffer
	if err := templates().ExecuteTemplate(&b, "page.html", newPage(p)); err != nil {
		return err
	}
	_, err := w.Write(legible(b.Bytes()))
	return err
}
