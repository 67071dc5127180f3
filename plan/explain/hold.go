package explain

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Hold is a fact that keeps an activity from some days. But for it, all else being where it is, the
// activity could start on an earlier day, or Also says what then holds it.
//
// All else being where it is: every other activity keeps its dates, but for what has to follow the activity
// so closely, by a maximum lag, that it comes along, and for milestones, which follow what they wait for.
type Hold struct {
	Fact
	From, To calendar.Date // it keeps the activity from starting on From, and on all days before To
	// Alone says that without the fact, and nothing else changed, the activity could start on Without.
	Alone   bool
	Without calendar.Date
	// Also are, if it is not alone, the fewest facts that have to go as well before the activity can start
	// earlier, on Without.
	Also []Fact
	// Busy are, for a team, who has its people on the day that is short of them longest.
	Busy []Busy
	// Short is that day, and Size how many people the team has on it. Grows is the day on which the team
	// becomes larger, if that is what the activity waits for rather than for other work to finish.
	Short calendar.Date
	Size  plan.Hundredths
	Grows calendar.Date
}

// Days is how many calendar days the fact keeps the activity from.
func (h Hold) Days() int { return int(h.To - h.From) }

// Busy is an activity that has people of a team.
type Busy struct {
	Activity int
	Has      plan.Hundredths
	Until    calendar.Date // its last day
}

// holds covers the days before an activity's start with as few facts as they allow, from the start back to
// the first fact that points to another activity or leaves no day before it.
func (x *explainer) holds(i int) []Hold {
	a, r := &x.net.Activities[i], x.recordOf(i)
	var holds []Hold
	end := x.rows[i].Start // days off at the end of a wait belong to it
	for to := end; to > r.first; to = end {
		h := r.before(to)
		if r.isSmall(h) {
			h = r.before(h.From)
		}
		h.To = end
		if h.Cause == Team {
			x.fillTeam(i, &h)
		}
		if h.Cause != Kept {
			r.without(&h)
			h.begin()
		}
		end = h.From
		if day := a.Terms.Calendar.Next(h.From); h.Cause == Meeting && h.From < day && day < h.To {
			h.From = day // it could meet on a day off, but nobody means that
		}
		holds = append(holds, h)
		if end <= r.first || x.next(h, nil) >= 0 {
			break
		}
	}
	return holds
}

// begin lets a fact that keeps the activity from some days alone begin on the first of them: before that,
// something else keeps it, too.
func (h *Hold) begin() {
	switch h.Cause {
	case Blackout, Team, Meeting, Slots:
		if h.Alone && h.From < h.Without && h.Without < h.To {
			h.From = h.Without
		}
	}
}

// isSmall reports whether a fact is only the way to the next day of the week on which work starts, and more
// holds it before that.
func (r *record) isSmall(h Hold) bool {
	return (h.Cause == Calendar || h.Cause == StartsOn && h.Days() < 7) && h.From > r.first
}

// fillTeam says who has the people of a team on the last day on which they are wanting, those who finish last
// before the activity starts first.
func (x *explainer) fillTeam(i int, h *Hold) {
	u := &x.load[x.team[h.Team.ID]]
	start := h.To - 1
	for ; start > h.From && !has(x.recordOf(i).facts(start), h.Fact); start-- { // days off at the end of the wait tell nothing
	}
	if h.Activity, h.Short = x.shortest(i, start, u); h.Short == 0 {
		return
	}
	h.Size = u.size(h.Short)
	for _, other := range x.busy(u, h.Short, h.Activity) {
		h.Busy = append(h.Busy, Busy{other, u.need[other], x.rows[other].Finish})
	}
	from := x.rows[i].Start
	slices.SortStableFunc(h.Busy, func(a, b Busy) int {
		switch inA, inB := a.Until < from, b.Until < from; {
		case inA != inB && inA:
			return -1
		case inA != inB:
			return 1
		case a.Until != b.Until:
			return int(b.Until - a.Until)
		}
		return int(b.Has - a.Has)
	})
	if len(h.Busy) == 0 || h.Busy[0].Until >= from {
		h.Grows = u.grows(h.Short)
	}
}

// shortest is the day on which a team has too few people for an activity that starts on a day, or for work
// that comes along with it, and for which of them.
func (x *explainer) shortest(i int, start calendar.Date, u *usage) (int, calendar.Date) {
	_, moved := x.place(i, start)
	t := trial{x, moved}
	if day := t.short(u, i, u.need[i], moved[i]); u.need[i] > 0 && day != 0 {
		return i, day
	}
	for j := range x.net.Activities {
		if row, ok := moved[j]; ok && j != i && u.need[j] > 0 {
			if day := t.short(u, j, u.need[j], row); day != 0 {
				return j, day
			}
		}
	}
	return i, 0
}

// grows is the first day after another on which the team is larger; 0 if it never is.
func (u *usage) grows(after calendar.Date) calendar.Date {
	size := u.size(after)
	for day := after + 1; int(day-u.supply.From) < len(u.used); day++ {
		if u.size(day) > size {
			return day
		}
	}
	return 0
}
