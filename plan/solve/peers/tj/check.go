package tj

import (
	"fmt"
	"slices"

	"epr/plan"
)

// check refuses what TaskJuggler cannot be asked by the same rules.
func (e *exporter) check() error {
	waits := make([]bool, len(e.network.Activities))
	for i := range e.network.Links {
		l := &e.network.Links[i]
		waits[l.To] = true
		if reason := e.refuseLink(l); reason != "" {
			return fmt.Errorf("%q waits for %q %s", e.network.Activities[l.To].ID, e.network.Activities[l.From].ID, reason)
		}
	}
	for i := range e.network.Activities {
		a := &e.network.Activities[i]
		reason := e.refuse(a)
		if a.IsMilestone() && !waits[i] {
			reason = "is a milestone that waits for nothing"
		}
		if reason != "" {
			return fmt.Errorf("%q %s, which TaskJuggler cannot be asked by the same rules", a.ID, reason)
		}
	}
	return nil
}

func (e *exporter) refuseLink(l *plan.Link) string {
	switch {
	case l.Max:
		return "for a limited time, which TaskJuggler cannot be asked"
	case l.Type != plan.FinishStart || l.Done != plan.One:
		return "other than from finish to start, which TaskJuggler cannot be asked"
	case l.Lag < 0:
		return "less than to its finish, which TaskJuggler cannot be asked"
	case l.Lag > 0 && !slices.Equal(e.working, e.days(l.Calendar.Works)):
		return "in days of a calendar that is not the programme's, which TaskJuggler does not count"
	}
	return ""
}

func (e *exporter) refuse(a *plan.Activity) string {
	switch {
	case a.Kind == plan.Gate:
		return "is decided on meeting dates"
	case a.Progress != nil:
		return "has begun"
	case len(a.Contracts)+len(a.Outlast) > 0:
		return "is tied to a contract"
	case a.Terms.StartsOn != 0:
		return "starts on some days of the week alone"
	case len(a.Terms.Soft) > 0:
		return "may enter a blackout at a price"
	case a.IsMilestone() && len(a.Needs) > 0:
		return "is a milestone that needs a team"
	case a.IsMilestone() && len(a.Terms.Closed) > 0:
		return "is a milestone that keeps out of a blackout"
	case a.IsMilestone():
		return ""
	case len(a.Needs) == 0 && !slices.Equal(e.working, e.allowed(a.Terms)):
		return "needs no team, but rests on days that the programme works"
	case len(a.Needs) > 0 && a.Days.Likely != 1:
		return fmt.Sprintf("takes a team for %d days", a.Days.Likely)
	}
	return ""
}
