package diff

import (
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Kept is a version of a plan that somebody kept, as a commit of a repository, with what it said of the dates that
// people follow. [NewKept] makes one, [Histories] follows the dates through several.
type Kept struct {
	Name string        // as "a1b2c3d"
	On   calendar.Date // the day on which it was kept
	// dates are by id; phases apart from activities.
	dates map[goalKey]keptDate
}

// keptDate is what a version said of one date.
type keptDate struct {
	announced  []plan.Announced
	by, finish calendar.Date // finish is zero without a schedule
}

// NeedsNetwork reports whether what a plan says of dates cannot be read from its phases and one-off activities
// alone, because a step or an adjustment has a target of its own. Expanding every version of a large plan that was
// ever kept would take long, and hardly any needs it.
func NeedsNetwork(p *plan.Plan) bool {
	has := func(t *plan.Target) bool { return len(t.Announced) > 0 || !t.By.IsZero() }
	for _, b := range p.Playbooks.All() {
		for _, s := range b.Steps.All() {
			if has(&s.Target) {
				return true
			}
		}
	}
	return slices.ContainsFunc(p.Adjusts, func(a plan.Adjust) bool { return has(&a.Target) })
}

// NewKept is a version as it was kept: its plan, its network (nil unless [NeedsNetwork]), and the dates of its
// schedule.
func NewKept(name string, on calendar.Date, p *plan.Plan, n *plan.Network, s Dated) Kept {
	k := Kept{name, on, map[goalKey]keptDate{}}
	if n != nil {
		for i := range n.Goals {
			k.target(goalKey{n.Goals[i].ID, n.Goals[i].Phase}, &n.Goals[i].Target)
		}
	} else {
		for id, phase := range p.Phases.All() {
			k.target(goalKey{id, true}, &phase.Target)
		}
		for id, a := range p.Activities.All() {
			k.target(goalKey{id, false}, &a.Target)
		}
	}
	k.finishes(s)
	return k
}

func (k *Kept) target(key goalKey, t *plan.Target) {
	k.dates[key] = keptDate{announced: t.Announced, by: t.By}
}

// finishes adds the dates of a schedule.
func (k *Kept) finishes(s Dated) {
	for _, p := range s.Phases {
		d := k.dates[goalKey{p.ID, true}]
		d.finish = p.Finish
		k.dates[goalKey{p.ID, true}] = d
	}
	if s.Schedule == nil {
		return
	}
	for _, row := range s.Schedule.Rows {
		d := k.dates[goalKey{row.ID, false}]
		d.finish = row.Finish
		k.dates[goalKey{row.ID, false}] = d
	}
}

// History is how one date was told, and how it stood, in the versions that were kept before.
type History struct {
	ID      string
	IsPhase bool
	// Told is every date that was announced, oldest first. What the plan itself does not tell any more has the day
	// on which the first version that told it was kept, and the name of that version as where.
	Told []plan.Announced
	// Approved are the baselines that have the date, oldest first.
	Approved []Stood
	// Stood are the versions in which the planned or the promised date became another one, oldest first. That which
	// stands now is not among them, so that keeping a version changes nothing that is said of it.
	Stood []Stood
}

// Stood is how a date stood in a version or a baseline.
type Stood struct {
	Name       string // of the version, or the id of the baseline
	On         calendar.Date
	Finish, By calendar.Date // zero for none
}

// Looked says how far back the versions that were kept were looked at.
type Looked struct {
	Versions int           // that were read
	From     calendar.Date // when the oldest of them was kept; zero if there is none
	// IsCut says that there are older ones, or that nobody can know; Unread counts those that cannot be read any more.
	IsCut  bool
	Unread int
}

// Histories follows the dates of a network and its schedule through the versions that were kept, oldest first, and
// through the baselines of its plan.
// Dates of which there is nothing to tell are left out. The others are in the order of the goals of the network.
func Histories(kept []Kept, n *plan.Network, s *plan.Schedule) []History {
	var list []History
	for i := range n.Goals {
		g := &n.Goals[i]
		h := History{ID: g.ID, IsPhase: g.Phase}
		h.follow(kept)
		h.Told = mergeTold(h.Told, g.Announced)
		h.trim(s.Finish(n, g), g.By)
		h.approved(n.Plan)
		if len(h.Told) > 0 || len(h.Stood) > 0 || len(h.Approved) > 0 {
			list = append(list, h)
		}
	}
	return list
}

// follow takes down what the versions say of the date.
func (h *History) follow(kept []Kept) {
	for k := range kept {
		v := &kept[k]
		d, ok := v.dates[goalKey{h.ID, h.IsPhase}]
		if !ok {
			continue
		}
		h.Told = mergeTold(h.Told, v.signed(d.announced))
		last := len(h.Stood) - 1
		if (last < 0 || h.Stood[last].Finish != d.finish || h.Stood[last].By != d.by) && !(d.finish.IsZero() && d.by.IsZero()) {
			h.Stood = append(h.Stood, Stood{v.Name, v.On, d.finish, d.by})
		}
	}
}

// signed are announcements with the day and the name of the version where they have none of their own.
func (k *Kept) signed(told []plan.Announced) []plan.Announced {
	list := slices.Clone(told)
	for i := range list {
		if list[i].On.IsZero() {
			list[i].On = k.On
		}
		if list[i].Where == "" {
			list[i].Where = k.Name
		}
	}
	return list
}

// approved takes down what the baselines say of the date.
func (h *History) approved(p *plan.Plan) {
	for _, b := range p.BaselinesByDate() {
		was := Stood{Name: b.ID, On: b.Date}
		if h.IsPhase {
			phase, _ := b.Phase(h.ID)
			was.Finish, was.By = phase.Finish, phase.By
		} else if b.Schedule != nil {
			row, _ := b.Schedule.Find(h.ID)
			was.Finish = row.Finish
		}
		if !was.Finish.IsZero() {
			h.Approved = append(h.Approved, was)
		}
	}
}

// trim takes off what stands now.
func (h *History) trim(finish, by calendar.Date) {
	for n := len(h.Stood); n > 0 && h.Stood[n-1].Finish == finish && h.Stood[n-1].By == by; n-- {
		h.Stood = h.Stood[:n-1]
	}
}

// mergeTold adds a later list of announcements to an earlier one: what both tell stands once, as the later one tells
// it; what only one tells keeps its place. The date in force in the later one is the last.
func mergeTold(was, is []plan.Announced) []plan.Announced {
	if len(is) == 0 {
		return was
	}
	common := commonDates(was, is)
	var merged []plan.Announced
	i, j := 0, 0
	for i < len(was) || j < len(is) {
		switch {
		case i < len(was) && j < len(is) && was[i].Date == is[j].Date:
			merged = append(merged, is[j])
			i, j = i+1, j+1
		case j == len(is) || i < len(was) && common[i+1][j] >= common[i][j+1]:
			merged = append(merged, was[i])
			i++
		default:
			merged = append(merged, is[j])
			j++
		}
	}
	if last := is[len(is)-1]; merged[len(merged)-1].Date != last.Date {
		merged = append(merged, last)
	}
	return merged
}

// commonDates is how many dates the rests of two lists have in common in their order: at [i][j] without the first i
// and j.
func commonDates(a, b []plan.Announced) [][]int {
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].Date == b[j].Date {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	return common
}
