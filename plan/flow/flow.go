// Package flow turns a schedule into the order of work behind it. A schedule says when; [New] finds out
// who hands people to whom, and the result, a [Flow], can be timed again: when something takes longer or
// starts later, everything that waits for it, or for its people, moves on, past weekends, closed windows
// and meetings, and nothing is put in another order. That is how sites behave: nobody re-sequences trusts
// because one task ended late. It is the partial-order schedule of Policella, Cesta, Oddi and Smith
// (From precedence constraint posting to partial order schedules, AI Communications 20, 2007).
//
// Float (package float) and forecasts are computed on it. Three promises make that sound:
//
//   - The schedule it was made from satisfies it, and timing it again unchanged gives that schedule.
//   - It is monotone: whatever starts later or takes longer, rests or is shut out for longer, or is refused
//     once more, nothing becomes earlier, with one exception that the plan itself asks for: work tied by its
//     finish (finish-finish, start-finish, a maximum lag that is followed) starts the earlier the longer it
//     takes, and so does what hangs on its start.
//   - Whatever the durations, the result keeps what people control: links, calendars, closed windows,
//     meetings, the size of teams and of agendas. Only what nobody controls can break: dates that must be
//     kept, and maximum lags, unless the earlier work is asked to follow ([Timing.Follow]). Where people
//     change hands in the middle of work, from one day to the next, nobody can be named who hands over;
//     such work is listed in [Flow.Loose], and for its teams the promise does not hold unless people may
//     stand in for each other ([Timing.StandIn]) and all of it has relays.
//
// Forecasts compare timings with each other and cannot have the exception. In a steady timing
// ([Timing.Steady]) there is none: work tied by its finish still starts as late as its tie asks for, so that
// its finish never falls, but those who wait for its start, or for a share of it, see the start that it would
// have if it took its shortest time. That one never falls and is never before the true one, so that no rule
// breaks. Work that starts on certain weekdays only, and work on whose start a milestone hangs, really starts
// then: the former could finish earlier for starting earlier, and a milestone is reached when it is reached.
// The price is that such work, and what waits for its start, comes later than it had to where the ties bind and
// durations vary; where they do not vary, a steady timing is the schedule.
//
// A moment is a boundary between days, as elsewhere: the beginning of the day it is named after. Work
// from Monday to Friday starts at the moment Monday and finishes at the moment Saturday.
package flow

import (
	"epr/calendar"
	"epr/plan"
)

// Never is the moment of what does not fit into the calendars at all.
const Never = calendar.Date(1 << 30)

// Flow is a schedule as an order of work. It is not changed once made and may be shared.
type Flow struct {
	Network *plan.Network
	// Order lists the activities, by index, so that each comes after what it waits for as far as
	// possible; where work waits for each other both ways, by the schedule.
	Order []int
	// HandOvers are who hands people to whom, by the activity that receives, then by who gives, then by
	// team.
	HandOvers []HandOver
	// Loose is the work for whose people nobody could be named who hands them over.
	Loose []Loose

	nodes  []node
	arcs   []arc
	in     [][]int32 // arcs towards each activity, those of maximum lags included
	out    [][]int32 // arcs from each
	place  []int32   // of each activity in Order
	plain  [][]int32 // for each activity those that only have to be finished before it starts
	other  [][]int32 // arcs towards each but for those
	cyclic bool      // some arc other than a maximum lag runs against Order
	starts []calendar.Date
	late   []calendar.Date // last start that the hard rules of each activity allow

	planned   Timing    // the schedule
	backward  []int32   // arcs that run against Order
	pulled    [][]int32 // places of those that follow each because of a maximum lag
	followers [][]int32 // of each activity: places in Order of those who look at when it is
	// Where people stand in, of each activity: those for whom it waits if both are late, who does it if it
	// is loose, the relays whose people it has next, and everybody who may so keep it waiting.
	takeovers  [][]takeover
	relays     [][]relay
	behind     [][]int32
	colleagues [][]int32
	shares     []bool // it has people interleaved with others
	isSteady   []bool // tied by its finish, and so placed in a steady timing that its start never falls
}

// HandOver is an activity that gives people of a team, or its place on a board's agenda, to another when
// it has finished.
type HandOver struct {
	From, To int // activities, by index
	Team     *plan.Team
	Body     *plan.Calendar // instead of a team: the body whose agenda it is
	Amount   plan.Hundredths
	// Interleaved says that both have the people for a while, on different days: To works only when
	// From does not.
	Interleaved bool
	// Implied says that To waits for From anyhow.
	Implied bool
}

// Loose is work that needs people of a team, some of whom change in the middle of it.
type Loose struct {
	Activity int // -1: no single one; more people leave than there are without work on that day
	Team     *plan.Team
	Body     *plan.Calendar
	Amount   plan.Hundredths
	// Relay says that somebody was found to do it whatever happens, where people stand in
	// ([Timing.StandIn]).
	Relay bool
}

// New finds the order of work behind a schedule of the network. The schedule must keep every rule, as
// package verify checks it; what New makes of any other means nothing.
//
// People go to an activity, in the order of the starts, first from what it waits for anyhow, then from
// those nobody has needed yet, then from the same trust, then from anybody; within each, from one who has
// enough for all of the need rather than from several, and from who has been free longest. When a team
// becomes smaller, those leave who are free on that day, the last to have joined first.
func New(n *plan.Network, s *plan.Schedule) *Flow {
	f := &Flow{Network: n, starts: make([]calendar.Date, len(n.Activities))}
	f.addNodes(s)
	f.planned = f.asPlanned()
	f.addLinks()
	pools := f.handOver()
	f.index()
	f.Order, f.cyclic = f.sort(func(k arcKind) bool { return k != follow })
	f.place = make([]int32, len(f.nodes))
	for k, i := range f.Order {
		f.place[i] = int32(k)
	}
	f.mark()
	f.findStandIns(pools)
	f.setFollowers()
	f.setFloors()
	f.setLatest()
	return f
}

// Len counts the activities.
func (f *Flow) Len() int { return len(f.nodes) }

// Start is the moment at which an activity starts in the schedule. Work under way starts when its rest
// is resumed; a milestone starts when it is reached.
func (f *Flow) Start(i int) calendar.Date { return f.starts[i] }

// IsFixed reports whether an activity has happened and cannot move any more.
func (f *Flow) IsFixed(i int) bool { return f.nodes[i].how == done }

// Days is how many working days of an activity are still to do.
func (f *Flow) Days(i int) int { return f.nodes[i].days }

// HardLatest is the last moment at which an activity may start by its own hard rules; no less than its
// start. See [Flow.Limits].
func (f *Flow) HardLatest(i int) calendar.Date { return max(f.late[i], f.starts[i]) }

// Finished is the moment at which an activity finishes in the schedule.
func (f *Flow) Finished(i int) calendar.Date { return f.delivered(i) }

// Closed are the windows that an activity keeps out of whatever happens: those that forbid it, and those
// that it may enter at a price unless the schedule has it in one.
func (f *Flow) Closed(i int) []calendar.Span { return f.nodes[i].closed }

// Date is the day that a moment at which an activity starts, or finishes, is called: a milestone reached
// when its day ends has the day before.
func (f *Flow) Date(i int, start calendar.Date) calendar.Date {
	if nd := &f.nodes[i]; nd.moment && !nd.atStart {
		return start - 1
	}
	return start
}

// DueAt is the moment by which an activity has to be finished so as to be so on a day.
func (f *Flow) DueAt(i int, day calendar.Date) calendar.Date {
	if f.nodes[i].atStart {
		return day
	}
	return day + 1
}

// Next is the first start of an activity on a moment or later, whatever the others do.
func (f *Flow) Next(i int, t calendar.Date) calendar.Date { return f.nodes[i].next(t, f.nodes[i].days) }
