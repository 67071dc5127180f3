// Package reports computes every figure of the board pack, the terminal summary and the other
// outputs once, as data: dates, counts, days and money, with a sentence only where the figure is a
// sentence. [Build] makes a [Pack] from a network and its schedule; the packages below this one render
// a Pack and compute nothing, so that a number shown in two places is the same number.
//
// It schedules nothing and checks nothing: what the scheduler proved, what the independent check
// counted and what holds each date are handed in with [Input].
package reports

// Pack is one report of one schedule: all that any renderer shows. Lists are in the order in which
// they are to be shown, and an empty list means that there is nothing to show, which a renderer says
// in a sentence.
type Pack struct {
	Header Header
	Tiles  Tiles
	// InShort is will we make it; what could stop us, or without a forecast what drives the dates; what would
	// help most, or what decision and risk come next.
	InShort     [3]string
	Decisions   []Decision // board decisions of the coming DecisionDays, earliest first
	Later       []Decision // those after them
	Actions     []Action   // responses to risks still to be done, by due date
	Promises    []Promised // every promise, least slack first
	Trusts      []Trust    // in the plan's order
	Phases      []Phase    // in the plan's order
	Milestones  []Milestone
	Confidence  Confidence
	Evidence    Evidence
	Page        Page // plan on a page
	Risks       Risks
	GoLives     GoLives // over time
	Teams       Teams
	Critical    []CriticalChain // of the phases, the last to be finished first
	Drivers     []string        // three sentences on what drives the finish; none if not known
	Clashes     Clashes
	Contracts   []Contract // in the plan's order
	Assurance   Assurance
	Readiness   Readiness
	Designs     Designs
	LastVersion LastVersion
	// Changes compare with the last version that was kept and says something else, as a commit; null if none is known.
	Changes    *Changes
	Scenarios  *Comparison // nil if there is nothing to compare with
	Schedule   []Activity  // every activity, by start, then id
	Outline    Outline     // the same for other planning tools, with calendars and links
	Gantt      Gantt       // of every activity
	Provenance Provenance
}

// Build computes the pack of a schedule. It expects a schedule that has passed the independent check,
// and panics if an activity of the network has no row in it.
func Build(in Input) *Pack {
	f := gather(in)
	p := &Pack{
		Header:      f.header(),
		Trusts:      f.trusts(),
		Phases:      f.phaseRows(),
		Milestones:  f.milestones(),
		Page:        f.page(),
		Risks:       f.risks(),
		GoLives:     f.goLivesOverTime(),
		Teams:       f.teams(),
		Critical:    f.criticalChains(),
		Clashes:     f.clashes(),
		Contracts:   f.contracts(),
		Assurance:   f.assurance(),
		Readiness:   f.readiness(),
		Designs:     f.designs(),
		LastVersion: f.sinceLast(),
		Schedule:    f.activities(),
	}
	p.Promises = f.promised()
	p.Confidence = f.confidence(kept(p.Promises))
	gates := f.decisions()
	p.Decisions, p.Later = comingUp(gates)
	p.Actions = f.actions(p.Risks.Rows)
	p.Gantt = f.gantt(p)
	p.Tiles = f.tiles(p, gates)
	p.Confidence.Short = f.odds(p)
	p.Evidence = f.evidence(p)
	p.InShort = f.inShort(p)
	p.Drivers = f.drivers(p)
	p.Provenance = f.provenance(p)
	p.Scenarios = scenarios(p, &in)
	p.Outline = f.outline()
	if in.Since != nil {
		p.Changes = ChangesOf(in.Since)
	}
	return p
}
