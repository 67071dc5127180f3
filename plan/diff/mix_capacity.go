package diff

import (
	"epr/calendar"
	"epr/plan"
)

// Calendars, windows and sizes are compared by what they say of each day, not by how it is written.

func (x *mixer) calendar(n noun, old, new *plan.Calendar) *plan.Calendar {
	made := *new
	switch {
	case old.Working != nil && new.Working != nil:
		made.Working = pickBy(x, Capacity, n, "", old.Working, new.Working, sameDays(*old.Working, *new.Working, x.span))
	case old.Meeting != nil && new.Meeting != nil:
		meeting := *new.Meeting
		isSame := same(old.Meeting.On(x.span), new.Meeting.On(x.span))
		if from := pickBy(x, Capacity, n, "", old.Meeting, new.Meeting, isSame); from == old.Meeting {
			meeting.Dates, meeting.Rule, meeting.Except = old.Meeting.Dates, old.Meeting.Rule, old.Meeting.Except
		}
		meeting.Slots = pick(x, Capacity, n, "slots", old.Meeting.Slots, new.Meeting.Slots)
		meeting.Papers = pick(x, Capacity, n, "papers", old.Meeting.Papers, new.Meeting.Papers)
		made.Meeting = &meeting
	case !x.takes(Capacity, n.as(Changed), ""):
		made = *old
	}
	return &made
}

// sameDays reports whether two rules work the same days.
func sameDays(a, b calendar.Rule, span calendar.Span) bool {
	if same(a, b) {
		return true
	}
	was, is := calendar.Compile(a, span), calendar.Compile(b, span)
	for day := span.From; day <= span.To; day++ {
		if was.Works(day) != is.Works(day) {
			return false
		}
	}
	return true
}

func (x *mixer) team(n noun, old, new *plan.Team) *plan.Team {
	made := *new
	made.Size = pickBy(x, Capacity, n, "size", old.Size, new.Size, sameSize(old.Size, new.Size, x.span))
	return &made
}

// sameSize reports whether a team has the same people on every day.
func sameSize(a, b plan.Dated, span calendar.Span) bool {
	for _, list := range []plan.Dated{a, b} {
		for _, step := range list {
			if day := max(step.From, span.From); a.On(day) != b.On(day) {
				return false
			}
		}
	}
	return a.On(span.From) == b.On(span.From)
}

func (x *mixer) blackout(n noun, old, new *plan.Blackout) *plan.Blackout {
	made := *new
	made.Windows = pickBy(x, Capacity, n, "", old.Windows, new.Windows, same(old.Windows.In(x.span), new.Windows.In(x.span)))
	made.Effect = pick(x, Capacity, n, "effect", old.Effect, new.Effect)
	made.Blocks = pick(x, Capacity, n, "blocks", old.Blocks, new.Blocks)
	made.Phases = pick(x, Capacity, n, "phases", old.Phases, new.Phases)
	made.Trusts = pick(x, Capacity, n, "trusts", old.Trusts, new.Trusts)
	made.Sites = pick(x, Capacity, n, "sites", old.Sites, new.Sites)
	made.Activities = pick(x, Capacity, n, "activities", old.Activities, new.Activities)
	made.Capacity = pick(x, Capacity, n, "capacity", old.Capacity, new.Capacity)
	made.Soft = pick(x, Capacity, n, "soft", old.Soft, new.Soft)
	made.Price = pick(x, Capacity, n, "soft.price", old.Price, new.Price)
	return &made
}

func (x *mixer) contract(n noun, old, new *plan.Contract) *plan.Contract {
	made := *new
	made.Starts = pick(x, Capacity, n, "starts", old.Starts, new.Starts)
	made.Ends = pick(x, Capacity, n, "ends", old.Ends, new.Ends)
	made.Extensions = pick(x, Capacity, n, "extensions", old.Extensions, new.Extensions)
	made.Covers = pick(x, Capacity, n, "covers", old.Covers, new.Covers)
	made.Outlast = pick(x, Capacity, n, "outlast", old.Outlast, new.Outlast)
	return &made
}
