package explain

import (
	"fmt"
	"strings"

	"epr/plan"
	"epr/plan/words"
)

// Say tells a reason of an activity in plain words, as the end of a sentence that begins with the
// activity: "waits for Dress rehearsal, Pilgrim Hospital, which finishes on 5 Mar 2027".
func Say(n *plan.Network, s *plan.Schedule, r Reason) string {
	switch r.Cause {
	case Programme:
		return "starts with the programme on " + r.To.Short()
	case Status:
		return "cannot start before the status date, " + r.To.Short()
	case NotBefore:
		return "is not to start before " + r.To.Short()
	case Contract:
		return fmt.Sprintf("waits for the contract %s, which starts on %s", r.Contract.Name, r.To.Short())
	case Link:
		return "waits for " + SayFinish(n, s, r.Other)
	case MaximumLag:
		return "is held back so as not to come too long before " + n.Activities[r.Other].Name
	case Calendar:
		return moved("waits for a day on which it may start,", r)
	case Meeting:
		return moved("waits for the next meeting that can decide,", r)
	case Blackout:
		return moved("is moved by "+r.Blackout.Name, r)
	case Team:
		return moved(busyText(n, r), r)
	case Progress:
		return "started on " + r.To.Short()
	}
	return moved("comes later in the order of work,", r)
}

// moved adds from when to when: "is moved by Winter pressures from 8 Dec 2026 to 1 Mar 2027 (+83 days)".
func moved(what string, r Reason) string {
	return fmt.Sprintf("%s from %s to %s (+%s)", what, r.From.Short(), r.To.Short(), words.Days(r.Days()))
}

// SayFinish names an activity with the day that it finishes on: "Cutover, which finishes on 9 Apr 2027"; of a gate or a
// milestone, "Go or no-go on 17 Mar 2027".
func SayFinish(n *plan.Network, s *plan.Schedule, i int) string {
	row, _ := s.Find(n.Activities[i].ID)
	if a := &n.Activities[i]; a.Kind == plan.Gate || a.IsMilestone() {
		return fmt.Sprintf("%s on %s", a.Name, row.Finish.Short())
	}
	return fmt.Sprintf("%s, which finishes on %s", n.Activities[i].Name, row.Finish.Short())
}

// busyText names who has the team: up to two of them, the rest counted.
func busyText(n *plan.Network, r Reason) string {
	if len(r.Busy) == 0 {
		return fmt.Sprintf("waits for people of the team %s,", r.Team.Name)
	}
	var names []string
	for _, i := range r.Busy[:min(2, len(r.Busy))] {
		names = append(names, n.Activities[i].Name)
	}
	with := strings.Join(names, " and ")
	if more := len(r.Busy) - len(names); more > 0 {
		with = strings.Join(names, ", ") + fmt.Sprintf(" and %d more", more)
	}
	return fmt.Sprintf("waits for the team %s, busy with %s,", r.Team.Name, with)
}
