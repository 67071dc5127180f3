package expand_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestSequence has two activities, their link and what happened to them. The programme starts on Monday
// 4 January 2027; whether the dates lie before the status date is checked elsewhere.
func TestSequence(t *testing.T) {
	const (
		design  = "[activity.design]\nkind = \"design\"\ndays = 10\n"
		stone   = "[activity.design]\nkind = \"milestone\"\nnot_before = 2027-01-04\n"
		build   = "[activity.build]\nkind = \"build\"\ndays = 10\n"
		reached = "[activity.build]\nkind = \"milestone\"\n"
		board   = "[calendar.board]\ndates = [2027-02-02]\npapers = 3\n[activity.build]\nkind = \"gate\"\nmeets = \"board\"\n"
		status  = "[progress.design]\nstarted = 2027-01-04\nfinished = 2027-01-15\n"
		running = "[progress.design]\nstarted = 2027-01-04\nremaining = 5\n"
	)
	for _, test := range []struct{ name, activities, progress, want string }{
		{"in sequence", design + build + `after = ["design"]`, status + "[progress.build]\nstarted = 2027-01-18\nremaining = 3", ""},
		{"a day too soon", design + build + `after = ["design"]`, status + "[progress.build]\nstarted = 2027-01-15\nremaining = 3",
			`"build" started on 2027-01-15 but waits for "design", which finished only on 2027-01-15`},
		{"overlap that is planned", design + build + `after = [{ step = "design", lag = -3 }]`, status + "[progress.build]\nstarted = 2027-01-13\nremaining = 3", ""},
		{"a milestone on the day itself", stone + build + `after = ["design"]`, "[progress.design]\nfinished = 2027-01-18\n[progress.build]\nstarted = 2027-01-18\nremaining = 3", ""},
		{"a milestone on the day after", stone + build + `after = ["design"]`, "[progress.design]\nfinished = 2027-01-19\n[progress.build]\nstarted = 2027-01-18\nremaining = 3",
			`"build" started on 2027-01-18 but waits for "design", which finished only on 2027-01-19`},
		{"reached on the last day", design + reached + `after = ["design"]`, status + "[progress.build]\nfinished = 2027-01-15", ""},
		{"reached the day before", design + reached + `after = ["design"]`, status + "[progress.build]\nfinished = 2027-01-14",
			`"build" finished on 2027-01-14 but waits for "design", which finished only on 2027-01-15`},
		{"a gate before its papers", design + board + `after = ["design"]`, "[progress.design]\nstarted = 2027-01-11\nfinished = 2027-01-29\n[progress.build]\nfinished = 2027-02-02",
			`"build" finished on 2027-02-02, 1 working day after "design" finished on 2027-01-29, but has to wait 3`},
		{"a gate with its papers in time", design + board + `after = ["design"]`, status + "[progress.build]\nfinished = 2027-02-02", ""},
		{"a share of work under way", design + build + `after = [{ step = "design", done = 0.5 }]`, running + "[progress.build]\nstarted = 2027-01-18\nremaining = 3", ""},
		{"a share of work not begun", design + build + `after = [{ step = "design", done = 0.5 }]`, "[progress.build]\nstarted = 2027-01-18\nremaining = 3",
			`"build" started on 2027-01-18 but waits for "design", which has not started`},
		{"starts together", design + build + `after = [{ step = "design", link = "start-start" }]`, running + "[progress.build]\nstarted = 2027-01-04\nremaining = 3", ""},
		{"the end waits and has not come", design + build + `after = [{ step = "design", link = "finish-finish" }]`, running + "[progress.build]\nstarted = 2027-01-04\nremaining = 3", ""},
		{"not too late", design + build + `after = [{ step = "design", within = 3 }]`, status + "[progress.build]\nstarted = 2027-01-21\nremaining = 3", ""},
		{"too late", design + build + `after = [{ step = "design", within = 3 }]`, status + "[progress.build]\nstarted = 2027-01-22\nremaining = 3",
			`"build" started on 2027-01-22, 4 working days after "design" finished on 2027-01-15, but at most 3 are allowed`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, problems := expanded(t, "[playbook.book.x]\nkind = \"other\"\ndays = 1\n"+test.activities+"\n"+test.progress)
			got := ""
			for _, p := range problems {
				got += p.Text
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
