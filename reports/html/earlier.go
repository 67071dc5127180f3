package html

import (
	"slices"

	"epr/reports"
)

// gatherEarlier adds the schedules to compare with. The first that differs from the present one is shown at first.
func (g *gathering) gatherEarlier() []reports.Earlier {
	list := g.pack.Earlier()
	chosen := false
	for k := range list {
		e := g.earlier(&list[k])
		e.Chosen = !chosen && list[k].Differs(g.pack)
		chosen = chosen || e.Chosen
		g.Earlier = append(g.Earlier, e)
	}
	return list
}

func (g *gathering) earlier(from *reports.Earlier) earlier {
	e := earlier{Name: "Last version", At: []int{}, Start: []int{}, Finish: []int{}, Later: []int{}, New: []int{}}
	if b := from.Baseline; b != nil {
		e.Name = plain("Baseline " + b.ID + ", approved " + b.Date.Short())
	}
	for i, was := range from.Rows {
		now := &g.pack.Schedule[i]
		switch {
		case was.IsZero():
			e.New = append(e.New, i)
		case was.Start != now.Start || was.Finish != now.Finish:
			e.At, e.Later = append(e.At, i), append(e.Later, was.Later.N)
			e.Start, e.Finish = append(e.Start, day(was.Start)), append(e.Finish, day(was.Finish))
		}
	}
	return e
}

// groupWas is when a group was to be in each of the earlier schedules: nil if it was not there, empty if it had the
// dates that it has now.
func (g *gathering) groupWas(x *reports.GanttGroup, compared []reports.Earlier) [][]int {
	var list [][]int
	for k := range compared {
		was := compared[k].Group(g.pack, x)
		switch {
		case was.IsZero():
			list = append(list, nil)
		case was.Start == x.Start && was.Finish == x.Finish:
			list = append(list, []int{})
		default:
			list = append(list, []int{day(was.Start), day(was.Finish), was.Later.N})
		}
	}
	return list
}

// gatherChecks adds the checks of the schedule's quality that are not met and counted activities.
func (g *gathering) gatherChecks() {
	position := map[string]int{}
	for i := range g.pack.Schedule {
		position[g.pack.Schedule[i].ID] = i
	}
	for _, list := range [][]reports.Assured{g.pack.Assurance.Points, g.pack.Assurance.Own} {
		for k := range list {
			if c := checkOf(&list[k], position); len(c.At) > 0 {
				g.Checks = append(g.Checks, c)
			}
		}
	}
}

// checkOf is a check with the activities that it counted, each once, none if it is met.
func checkOf(a *reports.Assured, position map[string]int) check {
	c := check{ID: a.ID, Name: plain(a.Name)}
	if !a.IsNotMet() {
		return c
	}
	for _, o := range a.Offenders {
		if i, ok := position[o.ID]; ok {
			c.At = append(c.At, i)
		}
	}
	slices.Sort(c.At)
	c.At = slices.Compact(c.At)
	return c
}
