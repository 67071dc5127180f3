package peers_test

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// raceFile is the name of the model among the files of [raceProgramme].
const raceFile = "race.toml"

// raceTrusts are the sizes of the race: each trust has 30 activities.
var raceTrusts = []int{6, 24, 200}

// raceProgramme is a programme that TaskJuggler can be asked for by the same rules, of 30 activities for
// each of that many trusts. Every month a wave of four trusts starts. Most work is the trusts' own and takes
// weeks; what national teams do takes a day each, so that it needs no rule against interruption. Nobody
// trains, rehearses or goes live in winter, and everybody rests over Christmas. Nothing in it is real.
func raceProgramme(trusts int) fstest.MapFS {
	waves := (trusts + 3) / 4
	var model, list strings.Builder
	fmt.Fprintf(&model, raceFrame, raceMonth(40+waves))
	for wave := range waves {
		for _, phase := range []struct {
			name string
			by   int // months after the wave's start
		}{{"mobilise", 7}, {"deploy", 13}, {"embed", 19}} {
			fmt.Fprintf(&model, "[phase.%s-%d]\ntrusts = [\"wave-%d\"]\nplaybook = %q\nnot_before = %s\nby = %s\npriority = %d\n\n",
				phase.name, wave+1, wave+1, phase.name, raceMonth(wave), raceMonth(wave+phase.by), 1+wave%3)
		}
	}
	model.WriteString(racePath)
	list.WriteString("id,groups,staff.nurses,staff.doctors\n")
	for i := range trusts {
		fmt.Fprintf(&list, "t%03d,wave-%d,%d,%d\n", i+1, i/4+1, 600+(i*7919)%1100, 250+(i*104729)%450)
	}
	return fstest.MapFS{raceFile: {Data: []byte(model.String())}, "trusts.csv": {Data: []byte(list.String())}}
}

// raceMonth is the first day of a month after the programme's start.
func raceMonth(months int) string {
	months += 8
	return fmt.Sprintf("%d-%02d-01", 2026+months/12, months%12+1)
}

const raceFrame = `[lists]
trusts = "trusts.csv"

[programme]
name     = "Race"
start    = 2026-09-01
end      = %s
calendar = "working"

# Christmas is part of the calendar: lags are counted without it, as TaskJuggler counts them.
[calendar.working]
not_worked = [
  { from = 2026-12-19, to = 2027-01-04 }, { from = 2027-12-19, to = 2028-01-04 }, { from = 2028-12-19, to = 2029-01-04 },
  { from = 2029-12-19, to = 2030-01-04 }, { from = 2030-12-19, to = 2031-01-04 }, { from = 2031-12-19, to = 2032-01-04 },
  { from = 2032-12-19, to = 2033-01-04 }, { from = 2033-12-19, to = 2034-01-04 }, { from = 2034-12-19, to = 2035-01-04 },
]

[calendar.saturdays]
workdays = ["sat"]

[team.trainers]
size = [ { from = 2026-09-01, is = 4 }, { from = 2028-01-04, is = 8 } ]

[team.migration]
size = 2

[team.assurance]
size = 0.5

[team.support]
size = 3

[team.cutover]
size = 2

[blackout.winter]
every  = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["training", "rehearsal", "go-live"]

[blackout.changeover]
every  = { from = "08-01", to = "08-09" }
effect = "forbid"
blocks = ["go-live"]

[blackout.leave]
every    = { from = "07-20", to = "08-31" }
capacity = { support = 0 }

`

// racePath is what every trust goes through, in three phases.
var racePath = racePlaybook("mobilise", []string{
	`mobilise | governance | days = 10`,
	`case | procurement | days = { staff = "doctors", per_day = 20 } | mobilise`,
	`procure | procurement | days = 40 | case`,
	`recruit | governance | days = 40 | case`,
	`survey | infrastructure | days = 15 | mobilise`,
	`network | infrastructure | days = 45 | procure, survey`,
	`devices | infrastructure | days = 30 | survey+5`,
	`mobilised | milestone | | network, recruit, devices`,
}) + racePlaybook("deploy", []string{
	`design | design | days = 30 | */{trust}/mobilised`,
	`build | build | days = { staff = "nurses", per_day = 25 } | design`,
	`integration | integration | days = 40 | design`,
	`load-1 | migration | days = 1; needs = { migration = 2 } | build`,
	`load-2 | migration | days = 1; needs = { migration = 2 } | load-1+5`,
	`test | test | days = 30 | build, integration`,
	`assess-1 | safety | days = 1; needs = { assurance = 0.5 } | test`,
	`assess-2 | safety | days = 1; needs = { assurance = 0.5 } | assess-1+10`,
	`train-1 | training | days = 1; needs = { trainers = 4 } | test`,
	`train-2 | training | days = 1; needs = { trainers = 4 } | train-1`,
	`train-3 | training | days = 1; needs = { trainers = 4 } | train-2`,
	`train-4 | training | days = 1; needs = { trainers = 4 } | train-3`,
	`train-5 | training | days = 1; needs = { trainers = 4 } | train-4`,
	`train-6 | training | days = 1; needs = { trainers = 4 } | train-5`,
	`rehearsal | rehearsal | days = 1; needs = { support = 3 } | load-2, train-3`,
	`ready | safety | days = 1; needs = { assurance = 0.5 } | train-6, rehearsal, assess-2`,
	`go-live | go-live | days = 1; needs = { cutover = 1 }; calendar = "saturdays" | ready`,
	`live | milestone | | go-live`,
}) + racePlaybook("embed", []string{
	`hypercare | hypercare | days = 20 | */{trust}/live`,
	`benefits | benefits | days = 60 | hypercare`,
	`archive | decommission | days = 30 | hypercare+10`,
	`closed | milestone | | benefits, archive`,
})

// racePlaybook writes the tables of steps: name, kind, keys and what the step waits for, a lag after a plus.
func racePlaybook(id string, steps []string) string {
	var b strings.Builder
	for _, step := range steps {
		part := strings.Split(step, "|")
		fmt.Fprintf(&b, "[playbook.%s.%s]\nper = [\"trust\"]\nkind = %q\n", id, strings.TrimSpace(part[0]), strings.TrimSpace(part[1]))
		for line := range strings.SplitSeq(part[2], ";") {
			b.WriteString(strings.TrimSpace(line) + "\n")
		}
		if len(part) > 3 {
			var links []string
			for link := range strings.SplitSeq(part[3], ",") {
				name, lag, _ := strings.Cut(strings.TrimSpace(link), "+")
				if lag != "" {
					lag = ", lag = " + lag
				}
				links = append(links, fmt.Sprintf("{ step = %q%s }", name, lag))
			}
			fmt.Fprintf(&b, "after = [%s]\n", strings.Join(links, ", "))
		}
		b.WriteString("\n")
	}
	return b.String()
}
