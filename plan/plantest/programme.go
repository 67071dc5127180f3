package plantest

import (
	"fmt"
	"strings"
	"testing/fstest"

	"epr/calendar"
)

// Sizes of the programme that speed is measured on.
const (
	NationalTrusts = 206
	NationalSteps  = 30
)

// ProgrammeFile is the name of the model among the files of [Programme].
const ProgrammeFile = "national.toml"

// Programme writes a national programme of that many activities, at least 7, for each of that many
// trusts: the folder of the model, [ProgrammeFile], and the list of its trusts. Waves of trusts go through three phases each;
// they share national teams and boards, must not go live in winter or when doctors rotate, and rest
// over Christmas. Waves start every four months for as long as there are trusts, so that more of them make a longer
// programme rather than a denser one: six years up to 208 trusts, 16 years for 1,000. Nothing in it is real. The same arguments give the same text.
func Programme(trusts, stepsPerTrust int) fstest.MapFS {
	return fstest.MapFS{
		ProgrammeFile: {Data: []byte(nationalModel(wavesOf(trusts), nationalSteps(stepsPerTrust)))},
		"trusts.csv":  {Data: []byte(nationalTrusts(trusts))},
	}
}

// trustsPerWave start together.
const trustsPerWave = 26

func wavesOf(trusts int) int { return (trusts + trustsPerWave - 1) / trustsPerWave }

// nationalTrusts lists the trusts with staff numbers of the usual range.
func nationalTrusts(trusts int) string {
	var b strings.Builder
	b.WriteString("id,name,groups,staff.nurses,staff.doctors,staff.other\n")
	for i := range trusts {
		fmt.Fprintf(&b, "t%03d,Trust %03d,wave-%d,%d,%d,%d\n", i+1, i+1, i/trustsPerWave+1,
			600+spread(i, 1, 1100), 250+spread(i, 2, 450), 700+spread(i, 3, 1200))
	}
	return b.String()
}

// spread is a number from 0 to below n that looks random and depends on its arguments alone.
func spread(i, salt, n int) int { return (i*7919 + salt*104729) % 1009 * n / 1009 }

func nationalModel(waves int, steps []nationalStep) string {
	var b strings.Builder
	fmt.Fprintf(&b, nationalFrame, nationalEnd(waves))
	for wave := range waves {
		nationalPhases(&b, wave)
	}
	for _, s := range steps {
		s.write(&b, steps)
	}
	return b.String()
}

// nationalPhases writes the three phases of a wave. A wave starts every four months.
func nationalPhases(b *strings.Builder, wave int) {
	for _, phase := range []struct {
		name          string
		notBefore, by int // months after the wave's start
	}{{"mobilise", 0, 14}, {"deploy", 6, 28}, {"embed", 18, 36}} {
		fmt.Fprintf(b, "[phase.%s-%d]\n", phase.name, wave+1)
		fmt.Fprintf(b, "name = \"Wave %d: %s\"\n", wave+1, phase.name)
		fmt.Fprintf(b, "trusts = [\"wave-%d\"]\n", wave+1)
		fmt.Fprintf(b, "playbook = \"%s\"\n", phase.name)
		fmt.Fprintf(b, "not_before = %s\n", nationalMonth(4*wave+phase.notBefore))
		fmt.Fprintf(b, "by = %s\n", nationalMonth(4*wave+phase.by))
		fmt.Fprintf(b, "priority = %d\n\n", 1+wave%3)
	}
}

// nationalEnd is the last day of the programme: eight months after the last promise, and six years at least.
func nationalEnd(waves int) calendar.Date {
	months := max(4*(waves-1)+36+8, 72) + 8
	return calendar.MustOf(2026+months/12, months%12+1, 1) - 1
}

// nationalMonth is the first day of a month after the programme's start.
func nationalMonth(months int) string {
	months += 8 // the programme starts in September
	return fmt.Sprintf("%d-%02d-01", 2026+months/12, months%12+1)
}

// nationalFrame is everything that does not depend on the number of trusts or steps, but for the end.
const nationalFrame = `[lists]
trusts = "trusts.csv"

[programme]
name  = "National programme"
start = 2026-09-01
end   = %s
cost_of_delay = { per_month = 2_000_000 }

[calendar.deployment-board]
rule   = "second tuesday of every month"
slots  = 14
papers = 5

[calendar.investment-board]
rule   = "last thursday of every month"
slots  = 14
papers = 10

[team.trainers]
size = [ { from = 2026-09-01, is = 32 }, { from = 2028-01-04, is = 56 }, { from = 2029-04-01, is = 72 } ]

[team.migration]
size = [ { from = 2026-09-01, is = 16 }, { from = 2028-04-01, is = 26.5 } ]

[team.support]
size = 48

[team.assurance]
size = 12.5

[blackout.winter]
name   = "Winter pressures"
every  = { from = "12-01", to = "02-28" }
effect = "forbid"
blocks = ["training", "rehearsal", "cutover", "go-live", "hypercare"]

[blackout.changeover]
name   = "Doctors change over"
every  = { from = "08-01", to = "08-09" }
effect = "forbid"
blocks = ["cutover", "go-live"]

[blackout.christmas]
name   = "Christmas change freeze"
every  = { from = "12-18", to = "01-04" }
effect = "pause"
blocks = ["build", "integration", "infrastructure", "migration", "test"]

[blackout.leave]
name  = "Summer leave"
every = { from = "07-20", to = "08-31" }
capacity = { trainers = 0.75, migration = 0.8 }

`
