package solve

import (
	"epr/calendar"
	"epr/plan"
	"epr/plan/solve/model"
)

// domainKey is what decides on which days work may start. Activities that agree on it share tables.
type domainKey struct {
	terms *plan.Terms
	days  int32
	how   how
}

// needsDays reports whether it matters how long the work is: whether its span could touch a closed day.
func (k *domainKey) needsDays() bool {
	return k.how != resumed && len(k.terms.Closed)+len(k.terms.SoftClosed) > 0
}

// how work comes to its start.
type how int

const (
	planned how = iota
	resumed     // work under way: no rule about starts holds any more
	meeting     // a gate, on a meeting date
)

// domains are all starts, and those that touch no soft window.
type domains struct{ all, strict int32 }

func (p *problem) setDomains(t *model.Task, key domainKey) {
	if !key.needsDays() {
		key.days = 0
	}
	known, ok := p.domains[key]
	if !ok {
		known = p.newDomains(key, &p.model.Calendars[t.Calendar])
		p.domains[key] = known
	}
	t.Domain, t.Strict = known.all, known.strict
}

func (p *problem) newDomains(key domainKey, work *model.Calendar) domains {
	may := p.starts(key, work)
	if key.how == resumed {
		all := p.addDomain(may)
		return domains{all, all}
	}
	leaveOut(may, p.daysIn(key.terms.Closed), work, key.days)
	d := domains{all: p.addDomain(may)}
	if d.strict = d.all; len(key.terms.SoftClosed) > 0 {
		leaveOut(may, p.daysIn(key.terms.SoftClosed), work, key.days)
		d.strict = p.addDomain(may)
	}
	return d
}

func (p *problem) addDomain(may []bool) int32 {
	p.model.Domains = append(p.model.Domains, model.NewDomain(may))
	return int32(len(p.model.Domains)) - 1
}

// starts says on which days work may start, blackouts apart.
func (p *problem) starts(key domainKey, work *model.Calendar) []bool {
	may := make([]bool, p.model.Horizon+1)
	if key.how == meeting {
		for _, date := range key.terms.Meetings {
			if p.network.Horizon.Contains(date) {
				may[p.day(date)] = true
			}
		}
		return may
	}
	anyWeekday := key.how == resumed || key.terms.StartsOn == 0
	for _, day := range work.D {
		may[day] = anyWeekday || key.terms.StartsOn.Has(p.date(day).Weekday())
	}
	return may
}

// daysIn counts the days of some spans before each boundary.
func (p *problem) daysIn(spans []calendar.Span) []int32 {
	count := make([]int32, p.model.Horizon+1)
	for _, span := range spans {
		span = span.Intersect(p.network.Horizon)
		for day := range span.Days() {
			count[p.day(span.From)+int32(day)+1] = 1
		}
	}
	for day := range p.model.Horizon {
		count[day+1] += count[day]
	}
	return count
}

// leaveOut takes away the starts whose span, worked or not, would touch one of the closed days counted.
func leaveOut(may []bool, closed []int32, work *model.Calendar, days int32) {
	for x := range may {
		if !may[x] {
			continue
		}
		finish := min(work.After(int32(x), days), int32(len(closed))-1)
		may[x] = closed[finish] == closed[x]
	}
}
