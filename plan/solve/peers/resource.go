package peers

import "epr/plan/solve/model"

// user is a task with what it takes of a resource.
type user struct {
	task, calendar, amount int32
}

// resource adds a cumulative resource for each class of days: those that the same calendars of its users
// work.
func (e *exporter) resource(r int32) {
	var users []user
	for i := range e.m.Tasks {
		t := &e.m.Tasks[i]
		for _, d := range t.Demands {
			if d.Resource == r && d.Amount > 0 && t.Days > 0 {
				users = append(users, user{int32(i), t.Calendar, d.Amount})
			}
		}
	}
	for _, c := range e.classes(users) {
		e.class(c, e.m.Resources[r].Capacity)
	}
}

// class is some days and those who can work on them.
type class struct {
	days  []int32
	users []user
}

// classes splits the days by who works.
func (e *exporter) classes(users []user) []class {
	var classes []class
	known := map[string]int{}
	for day := range e.m.Horizon {
		working := make([]byte, len(e.m.Calendars))
		var here []user
		for _, u := range users {
			if e.m.Calendars[u.calendar].Works(day) {
				working[u.calendar] = 1
				here = append(here, u)
			}
		}
		if len(here) == 0 {
			continue
		}
		i, ok := known[string(working)]
		if !ok {
			i = len(classes)
			known[string(working)] = i
			classes = append(classes, class{users: here})
		}
		classes[i].days = append(classes[i].days, day)
	}
	return classes
}

// class adds the resource of one class, unless there is enough for all at once.
func (e *exporter) class(c class, capacity []int32) {
	touched, total := e.touched(c), int32(0)
	for _, u := range c.users {
		total += u.amount
	}
	var most, least int32 = 0, model.Never
	for k, day := range c.days {
		if touched[k] {
			most, least = max(most, capacity[day]), min(least, capacity[day])
		}
	}
	if total <= least {
		return
	}
	r := Resource{Capacity: most}
	for k, day := range c.days {
		if amount := most - capacity[day]; touched[k] && amount > 0 {
			r.take(int32(k), amount)
		}
	}
	for _, u := range c.users {
		r.Uses = append(r.Uses, e.use(c, u))
	}
	e.p.Resources = append(e.p.Resources, r)
}

// take marks an amount as not there on a day.
func (r *Resource) take(day, amount int32) {
	if n := len(r.Taken); n > 0 && r.Taken[n-1][1] == day && r.Taken[n-1][2] == amount {
		r.Taken[n-1][1]++
		return
	}
	r.Taken = append(r.Taken, [3]int32{day, day + 1, amount})
}

// touched are the days of a class that lie in the span of some start of some user.
func (e *exporter) touched(c class) []bool {
	change := make([]int32, len(c.days)+1)
	for _, u := range c.users {
		before := e.before(c, u)
		for _, span := range e.p.Variables[u.task] {
			change[before(span[0])]++
			change[before(span[1]+e.m.Tasks[u.task].Days)]--
		}
	}
	touched, open := make([]bool, len(c.days)), int32(0)
	for k := range touched {
		open += change[k]
		touched[k] = open > 0
	}
	return touched
}

// before counts the days of a class before a position in the calendar of a user.
func (e *exporter) before(c class, u user) func(int32) int32 {
	calendar := &e.m.Calendars[u.calendar]
	count := make([]int32, len(calendar.D)+1)
	k := 0
	for v, day := range calendar.D {
		if k < len(c.days) && c.days[k] == day {
			k++
		}
		count[v+1] = int32(k)
	}
	return func(v int32) int32 { return count[v] }
}

// use is the interval of a user on the days of a class.
func (e *exporter) use(c class, u user) Use {
	days := e.m.Tasks[u.task].Days
	if len(c.days) == len(e.m.Calendars[u.calendar].D) {
		return Use{Start: u.task, End: -1, Days: days, Amount: u.amount}
	}
	before := e.before(c, u)
	return Use{
		Start:  e.counted(u.task, before),
		End:    e.counted(u.task, func(v int32) int32 { return before(v + days) }),
		Amount: u.amount,
	}
}

// counted adds a variable that equals a function of a task's position.
func (e *exporter) counted(task int32, f func(int32) int32) int32 {
	of, made := e.p.Variables[task], int32(len(e.p.Variables))
	count := newFunction(of.first(), of.last(), f)
	in := Variable{{count.at(count.first), count.at(count.last())}}
	e.p.Variables = append(e.p.Variables, in)
	e.p.Channels = append(e.p.Channels, channel(task, made, count, of, in))
	return made
}
