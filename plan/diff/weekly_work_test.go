package diff_test

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"epr/calendar"
	"epr/plan"
	"epr/plan/diff"
	"epr/plan/planfile"
	"epr/plan/solve"
)

const (
	weeklyModel    = "lincolnshire.toml"
	weeklyProgress = "lincolnshire.progress.toml"
)

// programme is a programme that goes on week by week: its files, what has happened, and the schedule committed last.
type programme struct {
	*rand.Rand
	week      int
	edits     int
	status    calendar.Date
	files     map[string]string
	progress  map[string]plan.Progress
	told      map[string][]calendar.Date // every date announced of a phase, in order
	baselines []string
	now       *diff.Version
	kept      *solve.Keeping
}

func newProgramme(t *testing.T, seed uint64) *programme {
	t.Helper()
	p := &programme{Rand: rand.New(rand.NewPCG(seed, seed)), files: exampleFiles(t), progress: map[string]plan.Progress{},
		told: map[string][]calendar.Date{}}
	p.now = p.read(t)
	p.status = p.now.Plan.Programme.Status
	for _, happened := range p.now.Plan.Progress {
		p.progress[happened.Activity] = happened
	}
	committed, problems := planfile.OpenSchedule(exampleFolder + "/lincolnshire.schedule.toml")
	if problems.HasErrors() {
		t.Fatal(problems.Sorted())
	}
	p.now.Schedule = &committed.Schedule
	return p
}

func (p *programme) read(t *testing.T) *diff.Version {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range p.files {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return read(t, files, weeklyModel)
}

// clone is a copy to try something on.
func (p *programme) clone() *programme {
	c := *p
	c.files, c.progress, c.told = maps.Clone(p.files), maps.Clone(p.progress), maps.Clone(p.told)
	return &c
}

// work lets a week go by. What was planned happens as it was planned, but for a share of the work that was to finish:
// that goes on for some days, and what waits for it does not happen.
func (p *programme) work(slips float64) {
	n, s := p.now.Network, p.now.Schedule
	p.week++
	p.status += 7
	order := make([]int, len(n.Activities))
	rows := make([]plan.Row, len(n.Activities))
	for i := range order {
		order[i] = i
		rows[i], _ = s.Find(n.Activities[i].ID)
	}
	slices.SortStableFunc(order, func(i, j int) int { return int(rows[i].Finish - rows[j].Finish) })
	late := map[int]bool{}
	for _, i := range order {
		if a := &n.Activities[i]; !a.Done() && rows[i].Start < p.status && !p.happen(a, rows[i], p.waits(n, i, late), p.Float64() < slips) {
			late[i] = true
		}
	}
	p.writeProgress()
	p.set(weeklyModel, regexp.MustCompile(`(?m)^status = \S+`), "status = "+p.status.String())
}

// waits reports whether an activity waits for something that is late.
func (p *programme) waits(n *plan.Network, i int, late map[int]bool) bool {
	return slices.ContainsFunc(n.Links, func(l plan.Link) bool { return l.To == i && !l.Max && late[l.From] })
}

// happen notes what has become of an activity that was to start, and reports whether that is what was planned.
func (p *programme) happen(a *plan.Activity, row plan.Row, waits, slips bool) bool {
	isDue, isEvent := row.Finish < p.status, a.Kind == plan.Gate || a.IsMilestone()
	switch left := a.Terms.Work.Before(row.Finish+1) - a.Terms.Work.Before(p.status); {
	case waits && !a.Started():
		return false
	case isDue && isEvent:
		p.progress[a.ID] = plan.Progress{Finished: row.Finish}
	case isEvent:
	case isDue && !slips:
		p.progress[a.ID] = plan.Progress{Started: row.Start, Finished: row.Finish}
	case isDue:
		p.progress[a.ID] = plan.Progress{Started: row.Start, Remaining: plan.Whole{Set: true, N: 1 + p.IntN(3)}}
		return false
	default:
		p.progress[a.ID] = plan.Progress{Started: row.Start, Remaining: plan.Whole{Set: true, N: max(1, left)}}
	}
	return true
}

func (p *programme) writeProgress() {
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(p.progress)) {
		fmt.Fprintf(&b, "[progress.%q]\n", id)
		happened := p.progress[id]
		if !happened.Started.IsZero() {
			fmt.Fprintf(&b, "started = %s\n", happened.Started)
		}
		if !happened.Finished.IsZero() {
			fmt.Fprintf(&b, "finished = %s\n", happened.Finished)
		} else if happened.Remaining.Set {
			fmt.Fprintf(&b, "remaining = %d\n", happened.Remaining.N)
		}
	}
	p.files[weeklyProgress] = b.String()
}

// set replaces what a pattern finds first.
func (p *programme) set(file string, pattern *regexp.Regexp, to string) {
	at := pattern.FindStringIndex(p.files[file])
	if at == nil {
		panic(pattern.String())
	}
	p.files[file] = p.files[file][:at[0]] + to + p.files[file][at[1]:]
}

func (p *programme) add(format string, values ...any) {
	p.files[weeklyModel] += fmt.Sprintf("\n"+format, values...)
}

// edit changes the plan in one place, and says how.
func (p *programme) edit() string {
	p.edits++
	switch p.IntN(7) {
	case 0, 1, 2:
		a := p.ahead()
		by := 1 + p.IntN(3)
		if p.IntN(3) == 0 {
			by = -1
		}
		p.add("[adjust.%q]\ndays = %d\nreason = \"week %d\"\n", a.ID, max(1, a.Days.Likely+by), p.week)
		return fmt.Sprintf("%s %+d", a.ID, by)
	case 3:
		size := 22 + p.IntN(4)
		p.set(weeklyModel, regexp.MustCompile(`is = \d+ }, { from = 2028-01-01`), fmt.Sprintf("is = %d }, { from = 2028-01-01", size))
		return fmt.Sprintf("%d trainers", size)
	case 4:
		from := p.status + calendar.Date(30+p.IntN(90))
		p.add("[blackout.pause-%d]\nfrom = %s\nto = %s\nblocks = [\"test\", \"other\"]\neffect = \"pause\"\ntrusts = [\"ulth\"]\n", p.edits, from, from+2)
		return "a pause from " + from.String()
	case 5:
		p.add("[activity.extra-%d]\nkind = \"governance\"\ndays = %d\nneeds = { office = 0.5 }\nnot_before = %s\n", p.edits, 2+p.IntN(5), p.status+calendar.Date(p.IntN(60)))
		return "a piece of work"
	}
	p.set(weeklyModel, regexp.MustCompile(`"Phase 3: [^"]*"`), fmt.Sprintf("%q", fmt.Sprintf("Phase 3: orders and specialties, draft %d", p.week)))
	return "a title"
}

// ahead is some work that has not started and has no adjustment of its own.
func (p *programme) ahead() *plan.Activity {
	var list []*plan.Activity
	for i := range p.now.Network.Activities {
		a := &p.now.Network.Activities[i]
		isWork := a.Kind != plan.Gate && !a.IsMilestone() && a.Kind != plan.GoLive && a.Kind != plan.Cutover
		if isWork && a.Place.Phase != "" && p.progress[a.ID] == (plan.Progress{}) && !strings.Contains(p.files[weeklyModel], fmt.Sprintf("[adjust.%q]", a.ID)) {
			list = append(list, a)
		}
	}
	return list[p.IntN(len(list))]
}

// announce tells when a phase is planned to finish; every other time the date told before is struck from the plan,
// so that only its earlier versions know it.
func (p *programme) announce(phase string, date calendar.Date) {
	dates := append(slices.Clone(p.told[phase]), date)
	kept := dates
	if p.week%2 == 0 {
		kept = dates[len(dates)-1:]
	}
	var list []string
	for _, d := range kept {
		list = append(list, fmt.Sprintf("{ date = %s }", d))
	}
	p.told[phase] = dates
	p.set(weeklyModel, regexp.MustCompile(`\[phase\.`+phase+`\]\n(announced = .*\n)?`), "[phase."+phase+"]\nannounced = ["+strings.Join(list, ", ")+"]\n")
}

// approve makes a baseline of the committed schedule.
func (p *programme) approve(t *testing.T) {
	t.Helper()
	var b bytes.Buffer
	committed := &planfile.Committed{Schedule: *p.now.Schedule}
	for _, phase := range phasesOf(p.now) {
		committed.Finishes = append(committed.Finishes, planfile.Finish{Phase: phase.ID, Finish: phase.Finish, By: phase.By})
	}
	if err := planfile.EncodeSchedule(&b, committed); err != nil {
		t.Fatal(err)
	}
	id := fmt.Sprintf("week-%02d", p.week)
	p.baselines = append(slices.Clone(p.baselines), id)
	p.files["baselines/"+id+".schedule.toml"] = b.String()
	p.add("[baseline.%s]\nschedule = \"baselines/%s.schedule.toml\"\nsha256 = %q\ndate = %s\napprover = \"EPR Programme Board\"\n",
		id, id, planfile.ScheduleSum(b.Bytes()), p.status)
}

// phasesOf are the finishes of the phases of a version.
func phasesOf(v *diff.Version) []diff.Phase {
	var phases []diff.Phase
	for i := range v.Network.Goals {
		if g := &v.Network.Goals[i]; g.Phase {
			phases = append(phases, diff.Phase{ID: g.ID, Finish: v.Schedule.Finish(v.Network, g), By: g.By})
		}
	}
	return phases
}
