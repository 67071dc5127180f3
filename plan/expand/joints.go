package expand

import (
	"fmt"
	"strings"

	"epr/plan"
	"epr/plan/source"
)

// joint is a plain name in an "after" or a "within": it joins each activity of one step with those of another
// that have the same members.
type joint struct {
	at          source.Span
	isJoined    bool // some activity has found another
	from, other int  // two activities that it does not join
}

// noteJoint remembers whether a name has joined an activity with any other.
func (x *expander) noteJoint(i int, name string, at source.Span, found int) {
	if plan.IsSelector(name) {
		return // which is reported if it names nothing
	}
	k, known := x.jointAt[at]
	if known {
		x.joints[k].isJoined = x.joints[k].isJoined || found > 0
		return
	}
	j := joint{at: at, from: i, isJoined: found > 0}
	if !j.isJoined {
		key, _ := x.stepNamed(i, name)
		if len(x.steps[key]) == 0 {
			return // another phase may have work of that step
		}
		j.other = x.steps[key][0]
	}
	x.jointAt[at] = len(x.joints)
	x.joints = append(x.joints, j)
}

// checkJoints warns of each name that has joined nothing at all: whoever wrote it believes that something waits.
func (x *expander) checkJoints() {
	for _, j := range x.joints {
		if j.isJoined || j.from == j.other {
			continue
		}
		from, other := x.activity(j.from), x.activity(j.other)
		hint := "leave that out of one of them"
		if strings.Contains(other.ID, "/") {
			hint = fmt.Sprintf("to wait all the same, name the activity itself: \"%s\"", other.ID)
		}
		x.problem(source.Warning, "no-pair", j.at, fmt.Sprintf("this joins nothing: \"%s\" and \"%s\" have no %s in common",
			from.ID, other.ID, strings.Join(apart(from.Place, other.Place), " and ")), hint)
	}
}

// apart lists the dimensions along which two places have members, but not the same.
func apart(a, b plan.Place) []string {
	var names []string
	for _, d := range plan.Dimensions {
		if a.Of(d) != "" && b.Of(d) != "" && a.Of(d) != b.Of(d) {
			names = append(names, string(d))
		}
	}
	return names
}
