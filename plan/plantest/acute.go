package plantest

import (
	"fmt"
	"strings"
	"testing/fstest"
)

// AcuteFile is the name of the model among the files of [Acute].
const AcuteFile = "acute.toml"

// AcuteSteps is the number of activities of a trust of [Acute] besides the training of its wards.
const AcuteSteps = 13

// Acute writes a programme for that many acute trusts, each with so many wards: wards + [AcuteSteps]
// activities a trust. It is tighter than [Programme]. Every trust has its own promise, some of them
// announced; trainers, testers and migration people are scarce; wards are trained shortly before their
// go-live or not at all; boards meet once a month and take few decisions; nobody is trained or goes live
// in winter, and training over the summer costs extra. Nothing in it is real. The same arguments give the
// same text.
func Acute(trusts, wards int) fstest.MapFS {
	return fstest.MapFS{
		AcuteFile:    {Data: []byte(acuteModel(trusts, wards))},
		"trusts.csv": {Data: []byte(acuteTrusts(trusts))},
	}
}

// acutePerTerm is the number of trusts that start in the same four months.
const acutePerTerm = 6

func acuteTrusts(trusts int) string {
	var b strings.Builder
	b.WriteString("id,name,groups,staff.nurses,staff.doctors\n")
	for i := range trusts {
		nurses, doctors := acuteStaff(i)
		fmt.Fprintf(&b, "a%02d,Acute trust %02d,term-%d,%d,%d\n", i+1, i+1, i/acutePerTerm+1, nurses, doctors)
	}
	return b.String()
}

// acuteStaff are the people of a trust, all of whom every ward of it trains.
func acuteStaff(i int) (nurses, doctors int) { return 120 + spread(i, 4, 240), 60 + spread(i, 5, 120) }

// acuteEnd is the year in August of which the programme ends: one more for every three terms, and never so early that
// the trainers cannot do their work. There are 14 of them, and a year has 130 days on which they are of use: winter
// is closed to them, summer costs extra, and what comes after a ward's training waits for a board.
func acuteEnd(trusts, wards int) int {
	days := 0
	for i := range trusts {
		nurses, doctors := acuteStaff(i)
		days += 2 * wards * ((nurses+doctors)/54 + 1) // 60 a day, of whom 90 in a hundred turn up
	}
	return 2031 + max(acuteTerms(trusts)/3, days/(14*130)-3)
}

func acuteTerms(trusts int) int { return (trusts + acutePerTerm - 1) / acutePerTerm }

func acuteModel(trusts, wards int) string {
	var b strings.Builder
	fmt.Fprintf(&b, acuteFrame, acuteEnd(trusts, wards), max(2, 3*wards/4))
	for w := range wards {
		fmt.Fprintf(&b, "[workflow.ward-%02d]\n\n", w+1)
	}
	for i := range trusts {
		acutePhase(&b, i)
	}
	b.WriteString(acutePlaybook)
	return b.String()
}

// acutePhase promises a trust's go-live ten to fifteen months after its start.
func acutePhase(b *strings.Builder, i int) {
	start := 4 * (i / acutePerTerm)
	due := start + 10 + spread(i, 6, 6)
	fmt.Fprintf(b, "[phase.p%02d]\nname = \"Acute trust %02d\"\ntrusts = [\"a%02d\"]\nworkflows = \"all\"\n", i+1, i+1, i+1)
	fmt.Fprintf(b, "playbook = \"acute\"\ncomplete_when = [\"go-live\"]\nnot_before = %s\n", nationalMonth(start))
	fmt.Fprintf(b, "by = %s\npriority = %d\n", nationalMonth(due), 1+spread(i, 7, 5))
	if i%4 == 1 {
		fmt.Fprintf(b, "announced = %s\n", nationalMonth(due+2))
	}
	b.WriteString("\n")
}

// acuteFrame lacks the year of the end and the number of trainers.
const acuteFrame = `[lists]
trusts = "trusts.csv"

[programme]
name  = "Acute programme"
start = 2026-09-01
end   = %d-08-31
cost_of_delay = { per_month = 400_000 }

[calendar.readiness-board]
rule   = "third wednesday of every month"
slots  = 3
papers = 5

[calendar.design-authority]
rule   = "first tuesday of every month"
slots  = 3
papers = 3

[team.trainers]
size = [ { from = 2026-09-01, is = %d }, { from = 2027-10-01, is = 14 } ]

[team.migration]
size = 3

[team.testers]
size = [ { from = 2026-09-01, is = 5 }, { from = 2028-01-04, is = 6.5 } ]

[team.support]
size = 9

[blackout.winter]
every  = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["training", "rehearsal", "cutover", "go-live"]

[blackout.christmas]
every  = { from = "12-18", to = "01-04" }
effect = "pause"
blocks = ["design", "build", "migration", "test"]

[blackout.summer]
every  = { from = "07-22", to = "08-31" }
effect = "forbid"
soft   = { price = 30_000 }
blocks = ["training"]

[blackout.leave]
every = { from = "07-20", to = "08-31" }
capacity = { trainers = 0.75, testers = 0.8 }

`

// acutePlaybook is what a trust goes through.
const acutePlaybook = `[playbook.acute.mobilise]
per  = ["trust"]
kind = "governance"
days = 10

[playbook.acute.design]
per   = ["trust"]
kind  = "design"
days  = 25
after = ["mobilise"]

[playbook.acute.design-signed]
per   = ["trust"]
kind  = "gate"
meets = "design-authority"
after = ["design"]

[playbook.acute.build]
per   = ["trust"]
kind  = "build"
days  = 35
after = ["design-signed"]

[playbook.acute.trial-load]
per   = ["trust"]
kind  = "migration"
days  = 12
needs = { migration = 2 }
after = [{ step = "build", done = 0.6 }]

[playbook.acute.test]
per   = ["trust"]
kind  = "test"
days  = 20
needs = { testers = 2 }
after = ["build", "trial-load"]

[playbook.acute.safety-case]
per   = ["trust"]
kind  = "safety"
days  = 10
needs = { testers = 0.5 }
after = [{ step = "test", link = "start-start", lag = 10 }]

[playbook.acute.train]
per    = ["trust", "workflow"]
kind   = "training"
days   = { staff = "all", per_day = 60, attendance = 0.9, low = 0.9, high = 1.4 }
needs  = { trainers = 2 }
after  = [{ step = "test", done = 0.5 }]
within = { before = "go-live", days = 50 }

[playbook.acute.rehearsal]
per   = ["trust"]
kind  = "rehearsal"
days  = 3
needs = { migration = 1 }
after = ["test"]

[playbook.acute.go-no-go]
per   = ["trust"]
kind  = "gate"
meets = "readiness-board"
after = ["train", "rehearsal", "safety-case"]

[playbook.acute.cutover]
per    = ["trust"]
kind   = "cutover"
days   = 3
needs  = { migration = 3 }
after  = ["go-no-go"]
within = { before = "go-live", days = 8 }

[playbook.acute.go-live]
per       = ["trust"]
kind      = "go-live"
days      = 2
calendar  = "every-day"
starts_on = ["sat"]
needs     = { support = 4 }
after     = ["cutover"]

[playbook.acute.hypercare]
per      = ["trust"]
kind     = "hypercare"
days     = 21
calendar = "every-day"
needs    = { support = 4 }
after    = [{ step = "go-live", within = 2 }]

[playbook.acute.closed]
per   = ["trust"]
kind  = "milestone"
after = ["hypercare"]
`
