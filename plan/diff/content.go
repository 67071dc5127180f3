package diff

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/source"
)

// ContentChange is a calendar, a blackout, a team or a contract that says something else than before, day by
// day. What is only written otherwise, or has another name, is none.
type ContentChange struct {
	Table, ID, Name string // the table is "calendar", "blackout", "team" or "contract"
	Change          Change
	At              source.Span `json:"-"`
	Place           string
	// Days are the days that changed, merged, in order: days worked or not worked any more, days on which a body
	// meets or does not, days of a window, days on which a team has other people.
	Days []DaysChange
	// Keys are the other keys with another value.
	Keys []Edit
	// Says are the keys of an entry that was added or removed, as they are written: "to = 2027-06-06".
	Says []string
}

// DaysChange is a run of days that changed alike.
type DaysChange struct {
	calendar.Span
	// Was and Is are the people of a team; of anything else 0 and 100 (plan.One) for not and for so.
	Was, Is plan.Hundredths
}

// content compares calendars, blackouts, teams and contracts over both programmes.
func (c *comparison) content() []ContentChange {
	span := c.programmes()
	old, new := c.old.Plan, c.new.Plan
	var list []ContentChange
	list = append(list, contents(c, "calendar", &old.Calendars, &new.Calendars, originOfCalendar, nameOfCalendar, calendarDays(span))...)
	list = append(list, contents(c, "blackout", &old.Blackouts, &new.Blackouts, originOfBlackout, nameOfBlackout, blackoutDays(span))...)
	list = append(list, contents(c, "team", &old.Teams, &new.Teams, originOfTeam, nameOfTeam, teamDays(span))...)
	return append(list, contents(c, "contract", &old.Contracts, &new.Contracts, originOfContract, nameOfContract, contractDays)...)
}

// contents compares the entries of a table. daily gives an entry's value on a day, nil for one that has none.
func contents[T any](c *comparison, name string, old, new *plan.Table[T], at func(*T) plan.Origin, called func(*T) string,
	daily func(*T) map[calendar.Date]plan.Hundredths) []ContentChange {
	var list []ContentChange
	for id, is := range new.All() {
		change := ContentChange{Table: name, ID: id, Name: called(is), Change: Changed, At: at(is).At, Place: at(is).At.String()}
		was := old.Get(id)
		switch {
		case was == nil:
			change.Change, change.Says = Added, told(at(is))
		default:
			change.Days = runs(daily(was), daily(is))
			change.Keys = c.keysOf(name + "." + id)
		}
		if was == nil || len(change.Days) > 0 || len(change.Keys) > 0 {
			list = append(list, change)
		}
	}
	for id, was := range old.All() {
		if !new.Has(id) {
			list = append(list, ContentChange{Table: name, ID: id, Name: called(was), Change: Removed, At: at(was).At, Place: at(was).At.String(), Says: told(at(was))})
		}
	}
	return list
}

// keysOf are the edits of a noun that are not told day by day.
func (c *comparison) keysOf(noun string) []Edit {
	var keys []Edit
	for _, e := range c.diff.Edits {
		if e.Noun == noun && e.Key != "" && e.Key != "size" {
			keys = append(keys, e)
		}
	}
	return keys
}

// runs are the days on which two values differ, those in a row that differ alike as one. Days on which both
// say nothing, as weekends between worked days, divide runs.
func runs(was, is map[calendar.Date]plan.Hundredths) []DaysChange {
	var days []calendar.Date
	for day := range was {
		days = append(days, day)
	}
	for day := range is {
		if _, both := was[day]; !both {
			days = append(days, day)
		}
	}
	slices.SortFunc(days, func(a, b calendar.Date) int { return cmp.Compare(a, b) })
	var list []DaysChange
	for _, day := range days {
		if was[day] == is[day] {
			continue
		}
		if n := len(list); n > 0 && list[n-1].To == day-1 && list[n-1].Was == was[day] && list[n-1].Is == is[day] {
			list[n-1].To = day
			continue
		}
		list = append(list, DaysChange{calendar.Span{From: day, To: day}, was[day], is[day]})
	}
	return list
}

func nameOfCalendar(c *plan.Calendar) string { return nameOr(c.Name, c.ID) }
func nameOfBlackout(b *plan.Blackout) string { return nameOr(b.Name, b.ID) }
func nameOfTeam(t *plan.Team) string         { return nameOr(t.Name, t.ID) }
func nameOfContract(c *plan.Contract) string { return nameOr(c.Name, c.ID) }

// calendarDays are the days that a calendar works, or on which a body meets.
func calendarDays(span calendar.Span) func(*plan.Calendar) map[calendar.Date]plan.Hundredths {
	return func(c *plan.Calendar) map[calendar.Date]plan.Hundredths {
		days := map[calendar.Date]plan.Hundredths{}
		if c.Meeting != nil {
			for _, day := range c.Meeting.On(span) {
				days[day] = plan.One
			}
			return days
		}
		if c.Working == nil {
			return days
		}
		work := calendar.Compile(*c.Working, span)
		for k := range work.Len() {
			days[work.Nth(k)] = plan.One
		}
		return days
	}
}

// blackoutDays are the days of a blackout's windows.
func blackoutDays(span calendar.Span) func(*plan.Blackout) map[calendar.Date]plan.Hundredths {
	return func(b *plan.Blackout) map[calendar.Date]plan.Hundredths {
		days := map[calendar.Date]plan.Hundredths{}
		for _, w := range b.Windows.In(span) {
			for day := w.From; day <= w.To; day++ {
				days[day] = plan.One
			}
		}
		return days
	}
}

// teamDays are the people of a team on each day.
func teamDays(span calendar.Span) func(*plan.Team) map[calendar.Date]plan.Hundredths {
	return func(t *plan.Team) map[calendar.Date]plan.Hundredths {
		days := make(map[calendar.Date]plan.Hundredths, span.Days())
		for day := span.From; day <= span.To; day++ {
			days[day] = t.Size.On(day)
		}
		return days
	}
}

// contractDays is nothing: a contract is told by its keys.
func contractDays(*plan.Contract) map[calendar.Date]plan.Hundredths { return nil }
