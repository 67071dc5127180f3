package expand_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestNamesThatJoinNothingAreTold holds that a name in "after" or "within" is a warning if it joins nothing at
// all, and none if it joins something for one member and nothing for another.
func TestNamesThatJoinNothingAreTold(t *testing.T) {
	_, problems := expanded(t, `
[activity.p]
kind = "build"
days = 1
trust = "north"
[activity.q]
kind = "build"
days = 1
trust = "south"
after = ["p"]
within = { after = "p", days = 5 }
[activity.r]
kind = "build"
days = 1
trust = "south"
after = ["a"]
phase = "one"
[playbook.book.a]
kind = "build"
per = ["trust"]
only = { trusts = ["north"] }
days = 1
[playbook.book.b]
kind = "build"
per = ["trust"]
days = 1
after = ["a"]
`)
	var got []string
	for _, p := range problems {
		got = append(got, p.Severity.String()+" "+p.Code+": "+p.Text+"; "+p.Hint)
	}
	want := []string{
		`warning no-pair: this joins nothing: "q" and "p" have no trust in common; leave that out of one of them`,
		`warning no-pair: this joins nothing: "q" and "p" have no trust in common; leave that out of one of them`,
		`warning no-pair: this joins nothing: "r" and "one/north/a" have no trust in common; to wait all the same, name the activity itself: "one/north/a"`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
