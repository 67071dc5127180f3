package whatif

import (
	"fmt"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/edit"
	"epr/plan/explain"
	"epr/plan/words"
)

// fromStep adds what could be changed about one activity of a chain.
func (f *lifting) fromStep(step explain.ChainStep) {
	for _, h := range step.Holds {
		f.fromHold(step.Activity, h)
	}
	a := &f.network.Activities[step.Activity]
	for _, r := range step.Rests {
		f.add(fmt.Sprintf("let %s go on in %s (a waiver)", a.Name, words.Named(r.Blackout.Name, r.Blackout.ID)), edit.Waive(r.Blackout.ID, a.ID))
	}
	f.shorter(a)
}

// shorter does work in a week less or, if it takes no more than one, in a day less.
func (f *lifting) shorter(a *plan.Activity) {
	switch a.Kind {
	case plan.Gate, plan.Milestone, plan.GoLive, plan.Cutover:
		return
	}
	const week = 5
	less, how := week, "a week less"
	if a.Days.Likely <= week {
		less, how = 1, "a day less"
	}
	if left := a.Days.Likely - less; left > 0 && !a.Started() && !a.Done() {
		f.add(fmt.Sprintf("%s in %s (%d working days instead of %d)", a.Name, how, left, a.Days.Likely), edit.SetDays(a.ID, left))
	}
}

func (f *lifting) fromHold(i int, h explain.Hold) {
	switch h.Cause {
	case explain.Team:
		f.morePeople(i, h)
	case explain.Blackout:
		f.waiver(i, h)
	case explain.Meeting, explain.Slots:
		f.meeting(i, h)
	case explain.Contract:
		f.contract(h)
	case explain.NotBefore:
		f.notBefore(h)
	case explain.Link:
		f.lag(h.Fact)
	}
}

// morePeople adds one person to a team that is short, and as many as are wanting if that is more, for the time
// from the day on which they would be needed until the activity is done.
func (f *lifting) morePeople(i int, h explain.Hold) {
	team := words.Named(h.Team.Name, h.Team.ID)
	from, until := max(h.From, f.network.Plan.Programme.Status), finishOf(f.network, f.schedule, h.Activity)
	used := plan.Hundredths(0)
	for _, b := range h.Busy {
		used += b.Has
	}
	lacks := f.network.Activities[h.Activity].Need(h.Team.ID) + used - h.Size
	lacks = (lacks + plan.One - 1) / plan.One * plan.One
	for _, by := range slices.Compact([]plan.Hundredths{plan.One, lacks}) {
		if by > 0 {
			f.addPeople(by, fmt.Sprintf("%s more in the team %s, from %s to %s", by, team, from.Short(), until.Short()),
				edit.MorePeople(h.Team.ID, by, from, until))
		}
	}
}

// waiver lets an activity, and what has to follow it closely, into a blackout.
func (f *lifting) waiver(i int, h explain.Hold) {
	moved := explain.Along(f.network, f.schedule, i, h.From)
	var edits []edit.Edit
	var names string
	for j := range f.network.Activities {
		a := &f.network.Activities[j]
		row, isMoved := moved[j]
		if !isMoved || len(h.Blackout.Windows.In(calendar.Span{From: row.Start, To: row.Finish})) == 0 || !isSubject(a, h.Blackout) {
			continue
		}
		edits = append(edits, edit.Waive(h.Blackout.ID, a.ID))
		if names != "" {
			names += " and "
		}
		names += a.Name
	}
	f.add(fmt.Sprintf("waive %s for %s", words.Named(h.Blackout.Name, h.Blackout.ID), names), edits...)
}

func isSubject(a *plan.Activity, b *plan.Blackout) bool {
	return slices.Contains(a.Terms.Forbids, b) || slices.Contains(a.Terms.Soft, b) || slices.Contains(a.Terms.Pauses, b)
}

// meeting lets a body meet once more: on the first day on which the gate could be decided, on the weekday of
// its usual meeting if one lies before that.
func (f *lifting) meeting(i int, h explain.Hold) {
	a := &f.network.Activities[i]
	if a.Meeting == nil {
		return
	}
	day, usual := h.From, h.To.Weekday()
	for day < h.To && (day.Weekday() != usual || !a.Terms.Calendar.Works(day)) {
		day++
	}
	if day >= h.To {
		for day = h.From; day < h.To && !a.Terms.Calendar.Works(day); day++ {
		}
	}
	body := words.Named(a.Meeting.Name, a.Meeting.ID)
	f.add(fmt.Sprintf("a meeting of %s on %s, %s earlier than the one on %s", body, day.Short(), words.Days(int(h.To-day)), h.To.Short()),
		edit.Meet(a.Step.Meets, day))
}

// contract lets a contract start two weeks sooner.
func (f *lifting) contract(h explain.Hold) {
	const sooner = 14
	to := h.Contract.Starts - sooner
	of := edit.Statement{Noun: edit.Noun{Table: edit.Contract, ID: h.Contract.ID}, Key: "starts"}
	f.add(fmt.Sprintf("the contract %s two weeks earlier, from %s", words.Named(h.Contract.Name, h.Contract.ID), to.Short()), edit.Move(of, to))
}

// notBefore takes back an own date as far as that helps.
func (f *lifting) notBefore(h explain.Hold) {
	if !h.Alone {
		return
	}
	noun, name := f.notBeforeOf(h)
	f.add(fmt.Sprintf("not_before of %s on %s instead of %s", name, h.Without.Short(), h.To.Short()),
		edit.Move(edit.Statement{Noun: noun, Key: "not_before"}, h.Without))
}

func (f *lifting) notBeforeOf(h explain.Hold) (edit.Noun, string) {
	a := &f.network.Activities[h.Activity]
	if h.Phase != nil {
		return edit.Noun{Table: edit.Phase, ID: h.Phase.ID}, words.Named(h.Phase.Name, h.Phase.ID)
	}
	for _, adjust := range slices.Backward(a.Adjusts) {
		if !adjust.NotBefore.IsZero() {
			return edit.Noun{Table: edit.Adjust, ID: adjust.Selector}, a.Name
		}
	}
	return edit.NounOf(f.network.Plan, a), a.Name
}

// lag shortens a stated lag by a week, or takes it out if it is no longer than that.
func (f *lifting) lag(fact explain.Fact) {
	l := fact.Link(f.network)
	a := &f.network.Activities[fact.Activity]
	noun := edit.NounOf(f.network.Plan, a)
	for k, after := range a.Step.After {
		of := edit.Statement{Noun: noun, Key: "after", Index: k}
		if after.Lag <= 0 || of.At(f.network.Plan) != l.At {
			continue
		}
		less := min(after.Lag, 5)
		left := "no working days"
		if after.Lag > less {
			left = words.WorkingDays(after.Lag - less)
		}
		f.add(fmt.Sprintf("%s instead of %d between %s and %s, wherever they are", left, after.Lag,
			f.network.Activities[l.From].Step.Name, a.Step.Name),
			edit.Lag(of, -less))
		return
	}
}
