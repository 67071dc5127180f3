package reports

import "epr/calendar"

// Month counts the go-lives that finish in one month.
type Month struct {
	First   calendar.Date // the first of the month
	Live    int           // done
	Planned int           // still to come
	Total   int           // all that finish by the end of the month, earlier months included
}

// Count is all go-lives of the month.
func (m Month) Count() int { return m.Live + m.Planned }

// FullestMonth is the month with the most go-lives, the first of them; the zero Month if there is none.
func (p *Pack) FullestMonth() Month {
	var fullest Month
	for _, m := range p.Months {
		if m.Count() > fullest.Count() {
			fullest = m
		}
	}
	return fullest
}

// months lists every month from the first go-live to the last, those without a go-live included.
func (f *facts) months() []Month {
	var list []Month
	goLives := f.goLives()
	if len(goLives) == 0 {
		return nil
	}
	first, last := f.rows[goLives[0]].Finish, f.rows[goLives[0]].Finish
	for _, i := range goLives {
		first, last = min(first, f.rows[i].Finish), max(last, f.rows[i].Finish)
	}
	for day := firstOfMonth(first); day <= last; day = day.AddMonths(1) {
		list = append(list, Month{First: day})
	}
	for _, i := range goLives {
		f.countGoLive(&list[monthsBetween(list[0].First, f.rows[i].Finish)], i)
	}
	total := 0
	for i := range list {
		total += list[i].Count()
		list[i].Total = total
	}
	return list
}

func (f *facts) countGoLive(m *Month, i int) {
	if f.state(i) == Done {
		m.Live++
	} else {
		m.Planned++
	}
}

// monthsBetween counts the months from the month of one day to that of another.
func monthsBetween(from, to calendar.Date) int {
	y1, m1, _ := from.Civil()
	y2, m2, _ := to.Civil()
	return (y2-y1)*12 + m2 - m1
}

func firstOfMonth(d calendar.Date) calendar.Date {
	_, _, day := d.Civil()
	return d - calendar.Date(day-1)
}

func daysInMonth(d calendar.Date) int64 {
	first := firstOfMonth(d)
	return int64(first.AddMonths(1) - first)
}
