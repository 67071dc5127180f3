package explain

import (
	"fmt"

	"epr/plan"
	"epr/plan/words"
)

// SayHold tells what holds an activity in plain words, as the end of a sentence that begins with the activity:
// "is moved by Winter pressures from 8 Dec 2026 to 1 Mar 2027 (+83 days)".
func SayHold(n *plan.Network, s *plan.Schedule, activity int, h Hold) string {
	a := &n.Activities[activity]
	switch h.Cause {
	case Programme:
		return "cannot start before the programme does, on " + h.To.Short()
	case Status:
		return "cannot start before the status date, " + n.Plan.Programme.Status.Short() + ": the day on which the plan goes on"
	case NotBefore:
		return sayNotBefore(h, a)
	case Contract:
		return fmt.Sprintf("waits for the contract %s, which starts on %s", words.Named(h.Contract.Name, h.Contract.ID), h.Contract.Starts.Short())
	case Link:
		return sayLink(n, s, h.Fact, activity)
	case MaximumLag:
		return fmt.Sprintf("cannot be sooner because %s has to follow closely and stays where it is", nameFor(n, activity, h.Other))
	case Meeting:
		return stretch(fmt.Sprintf("waits for the next meeting of %s,", bodyName(a)), h)
	case Slots:
		return stretch(fmt.Sprintf("waits because the meetings of %s are full,", bodyName(a)), h)
	case StartsOn:
		return stretch("starts only on "+sayWeekdays(a.Terms.StartsOn)+":", h)
	case Calendar:
		return stretch("waits for a working day", h)
	case Blackout:
		return sayClosed(n, activity, h)
	case Team:
		return sayTeam(n, s, activity, h)
	case Progress:
		return sayProgress(n, s, activity)
	}
	return stretch("could be earlier: only the order of work or the committed schedule puts it off,", h)
}

// stretch adds from when to when.
func stretch(what string, h Hold) string { return what + " " + sayPeriod(h) }

func sayPeriod(h Hold) string {
	return fmt.Sprintf("from %s to %s (+%s)", h.From.Short(), h.To.Short(), words.Days(h.Days()))
}

func sayNotBefore(h Hold, a *plan.Activity) string {
	if h.Phase != nil {
		return fmt.Sprintf("is not to start before %s, as nothing of %s is", h.Phase.NotBefore.Short(), words.Named(h.Phase.Name, h.Phase.ID))
	}
	return "is not to start before " + a.NotBefore().Short()
}

// sayLink tells what an activity waits for, with its dates and whatever has to pass in between.
func sayLink(n *plan.Network, s *plan.Schedule, f Fact, asked int) string {
	l := f.Link(n)
	from, row := nameFor(n, asked, l.From), rowOf(n, s, l.From)
	whose := ""
	if f.Activity != asked {
		whose = nameFor(n, asked, f.Activity) + " has to follow closely and "
	}
	text := whose
	switch {
	case l.Type == plan.StartStart:
		text += fmt.Sprintf("waits for the start of %s on %s", from, row.Start.Short())
	case l.Type == plan.FinishFinish:
		text += fmt.Sprintf("cannot finish before %s does, on %s", from, row.Finish.Short())
	case l.Type == plan.StartFinish:
		text += fmt.Sprintf("cannot finish before %s starts, on %s", from, row.Start.Short())
	case l.Done > 0 && l.Done < plan.One:
		text += fmt.Sprintf("waits until %d %% of %s is done (%s to %s)", l.Done, from, row.Start.Short(), row.Finish.Short())
	case row.Start == row.Finish:
		text += fmt.Sprintf("waits for %s on %s", from, row.Finish.Short())
	default:
		text += fmt.Sprintf("waits for %s, which finishes on %s", from, row.Finish.Short())
	}
	papers := 0
	if to := &n.Activities[l.To]; to.Kind == plan.Gate && l.Type.ToStart() {
		if papers = papersOf(to); papers > 0 {
			text += fmt.Sprintf("; its papers close %s before the meeting", words.WorkingDays(papers))
		}
	}
	if lag := l.Lag - papers; lag > 0 {
		text += ", and " + words.WorkingDays(lag) + " more"
	}
	return text
}

func papersOf(a *plan.Activity) int {
	if a.Step.Papers.Set {
		return a.Step.Papers.N
	}
	if a.Meeting != nil && a.Meeting.Meeting != nil {
		return a.Meeting.Meeting.Papers
	}
	return 0
}

func sayClosed(n *plan.Network, asked int, h Hold) string {
	name := words.Named(h.Blackout.Name, h.Blackout.ID)
	text := "is moved by " + name
	if h.Activity != asked {
		text = fmt.Sprintf("is moved by %s, which %s would run into,", name, nameFor(n, asked, h.Activity))
	}
	if h.Blackout.Soft {
		text += fmt.Sprintf(" (it may be entered for £%s)", h.Blackout.Price)
	}
	return stretch(text, h)
}

// sayTeam tells how many people there are and who has them: up to two, the rest counted.
func sayTeam(n *plan.Network, s *plan.Schedule, asked int, h Hold) string {
	who := "it"
	if h.Activity != asked {
		who = nameFor(n, asked, h.Activity)
	}
	text := fmt.Sprintf("has to wait %s: %s needs %s of the team %s, which has %s on %s", sayPeriod(h), who,
		n.Activities[h.Activity].Need(h.Team.ID), words.Named(h.Team.Name, h.Team.ID), h.Size, h.Short.Short())
	if !h.Grows.IsZero() {
		text += " and more from " + h.Grows.Short()
	}
	var busy []string
	for _, b := range h.Busy[:min(2, len(h.Busy))] {
		busy = append(busy, fmt.Sprintf("%s (%s, until %s)", nameFor(n, asked, b.Activity), b.Has, b.Until.Short()))
	}
	if more := len(h.Busy) - len(busy); more > 0 {
		busy = append(busy, fmt.Sprintf("%d more", more))
	}
	if len(busy) > 0 {
		text += "; they are with " + words.List(busy)
	}
	return text
}

func sayProgress(n *plan.Network, s *plan.Schedule, i int) string {
	a, row := &n.Activities[i], rowOf(n, s, i)
	if a.Done() {
		return "is done, since " + row.Finish.Short()
	}
	x := explainer{net: n}
	return fmt.Sprintf("started on %s and has %s left from %s, which takes it to %s", row.Start.Short(),
		words.WorkingDays(x.left(i)), x.status().Short(), row.Finish.Short())
}

// SayAlso names what holds an activity if a fact does not: "April doctor rotation"; empty if nothing does.
func SayAlso(n *plan.Network, activity int, h Hold) string {
	if len(h.Also) == 0 {
		return ""
	}
	return sayFacts(n, activity, h.Also)
}

// SayFact names a fact beside an activity: "the team Trainers".
func SayFact(n *plan.Network, activity int, f Fact) string { return sayFacts(n, activity, []Fact{f}) }

// SayRest tells of a blackout in which an activity rests, as the end of a sentence.
func SayRest(r Rest) string {
	return fmt.Sprintf("rests in %s for %s; else it would finish on %s", words.Named(r.Blackout.Name, r.Blackout.ID), words.WorkingDays(r.Days), r.Without.Short())
}
