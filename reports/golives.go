package reports

import "epr/calendar"

// GoLives counts the go-lives by month or, in a long programme, by quarter or by year: from the first
// to the last, those without a go-live included.
type GoLives struct {
	Months  int // in a period: 1, 3 or 12
	Periods []GoLivePeriod
}

// GoLivePeriod counts the go-lives that finish in one period.
type GoLivePeriod struct {
	First   calendar.Date // its first day
	Live    int           // done
	Planned int           // still to come
	Total   int           // all that finish by its end, earlier periods included
}

// Count is all go-lives of the period.
func (p GoLivePeriod) Count() int { return p.Live + p.Planned }

// Fullest is the period with the most go-lives, the first of them; the zero period if there is none.
func (g *GoLives) Fullest() GoLivePeriod {
	var fullest GoLivePeriod
	for _, p := range g.Periods {
		if p.Count() > fullest.Count() {
			fullest = p
		}
	}
	return fullest
}

func (f *facts) goLivesOverTime() GoLives {
	var g GoLives
	list := f.goLives()
	if len(list) == 0 {
		return g
	}
	span := calendar.Span{From: f.rows[list[0]].Finish, To: f.rows[list[0]].Finish}
	for _, i := range list {
		span.From, span.To = min(span.From, f.rows[i].Finish), max(span.To, f.rows[i].Finish)
	}
	starts, months := periods(span)
	g.Months = months
	for _, start := range starts {
		g.Periods = append(g.Periods, GoLivePeriod{First: start})
	}
	for _, i := range list {
		f.countGoLive(&g.Periods[monthsBetween(starts[0], f.rows[i].Finish)/months], i)
	}
	total := 0
	for i := range g.Periods {
		total += g.Periods[i].Count()
		g.Periods[i].Total = total
	}
	return g
}

func (f *facts) countGoLive(p *GoLivePeriod, i int) {
	if f.state(i) == Done {
		p.Live++
	} else {
		p.Planned++
	}
}
