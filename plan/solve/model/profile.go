package model

// Profile is what is left of every resource on every day.
type Profile struct {
	m       *Model
	horizon int
	free    []int32 // resource by resource, day by day
	// Looked counts the days looked at by Fit and FitLast. It measures effort without a clock.
	Looked int64
}

// NewProfile makes the profile of a model in which nothing is scheduled.
func NewProfile(m *Model) *Profile {
	p := &Profile{m: m, horizon: int(m.Horizon), free: make([]int32, len(m.Resources)*int(m.Horizon))}
	p.Reset()
	return p
}

// Reset takes everything out again.
func (p *Profile) Reset() {
	for r := range p.m.Resources {
		copy(p.row(int32(r)), p.m.Resources[r].Capacity)
	}
}

func (p *Profile) row(resource int32) []int32 {
	from := int(resource) * p.horizon
	return p.free[from : from+p.horizon]
}

// Fit is the first start of a task from x to latest, in the domain, at which its demands fit in; [Never]
// if there is none. A task started by latest must finish within the horizon.
func (p *Profile) Fit(task *Task, domain *Domain, x, latest int32) int32 {
	calendar := &p.m.Calendars[task.Calendar]
	for {
		x = domain.AtOrAfter(x)
		if x > latest {
			return Never
		}
		clash := p.lastClash(task, calendar, x)
		if clash == None {
			return x
		}
		// Every start up to the clash works on that day too: finishes never decrease with starts.
		x = clash + 1
	}
}

// FitLast is the last start of a task on or before x, in the domain, at which its demands fit in; [None]
// if there is none.
func (p *Profile) FitLast(task *Task, domain *Domain, x int32) int32 {
	calendar := &p.m.Calendars[task.Calendar]
	for {
		x = domain.AtOrBefore(x)
		if x == None {
			return None
		}
		clash := p.firstClash(task, calendar, x)
		if clash == None {
			return x
		}
		x = calendar.Until(clash, task.Days)
	}
}

// worked lists the days on which a task that starts at x works.
func worked(task *Task, calendar *Calendar, x int32) []int32 {
	if task.Days == 0 {
		return nil
	}
	first := calendar.W[x]
	return calendar.D[first : first+task.Days]
}

// lastClash is the last worked day on which a demand does not fit; [None] if they all do.
func (p *Profile) lastClash(task *Task, calendar *Calendar, x int32) int32 {
	days := worked(task, calendar, x)
	clash := None
	for _, demand := range task.Demands {
		row := p.row(demand.Resource)
		for i := len(days) - 1; i >= 0; i-- {
			day := days[i]
			if day <= clash {
				break
			}
			p.Looked++
			if row[day] < demand.Amount {
				clash = day
			}
		}
	}
	return clash
}

// firstClash is the first worked day on which a demand does not fit; [None] if they all do.
func (p *Profile) firstClash(task *Task, calendar *Calendar, x int32) int32 {
	days := worked(task, calendar, x)
	clash := Never
	for _, demand := range task.Demands {
		row := p.row(demand.Resource)
		for _, day := range days {
			if day >= clash {
				break
			}
			p.Looked++
			if row[day] < demand.Amount {
				clash = day
			}
		}
	}
	if clash == Never {
		return None
	}
	return clash
}

// Take puts a task in at a start.
func (p *Profile) Take(task *Task, x int32) { p.add(task, x, -1) }

// Give takes a task out that was put in at a start.
func (p *Profile) Give(task *Task, x int32) { p.add(task, x, 1) }

func (p *Profile) add(task *Task, x, sign int32) {
	days := worked(task, &p.m.Calendars[task.Calendar], x)
	for _, demand := range task.Demands {
		row := p.row(demand.Resource)
		for _, day := range days {
			row[day] += sign * demand.Amount
		}
	}
}
