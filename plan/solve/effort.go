package solve

// Effort is how hard to search. It is counted in steps, so that it means the same everywhere: for the
// heuristic search activities placed and days looked at in blocks of 16, for the constraint engine its own.
type Effort int

// The efforts; the zero Effort is Normal.
const (
	Normal Effort = iota
	Quick
	Thorough
	// First makes one schedule by simple rules, with the bounds that cost little, and searches no further: an answer
	// in milliseconds for those who are still editing a plan. From 3,000 activities on it is justified besides, which
	// takes a tenth of the time: all is put as late as the finish allows, and then as early as that leaves room for.
	First
)

// steps is the number of steps of an effort in a model of some tasks. Small models have few orders of
// work; more steps would go round in circles. The steps of First are for plans in which no rule gives every
// activity a day: it stops at the first schedule.
func (e Effort) steps(tasks int) int64 {
	most := [...]int64{Normal: 1_500_000, Quick: 100_000, Thorough: 20_000_000, First: 100_000}[e]
	each := [...]int64{Normal: 10_000, Quick: 1_000, Thorough: 100_000, First: 1_000}[e]
	return min(most, each*int64(tasks))
}

// engineSteps is the same for each worker of the constraint engine, whose steps are smaller. Normal effort is
// what lets a plan of some hundred activities, pack and all, be made in two seconds on two cores, or in three where
// there are encores.
func (e Effort) engineSteps(tasks int) int64 {
	most := [...]int64{Normal: 25_000_000, Quick: 12_000_000, Thorough: 2_500_000_000, First: 0}[e]
	each := [...]int64{Normal: 300_000, Quick: 40_000, Thorough: 10_000_000, First: 0}[e]
	return min(most, each*int64(tasks))
}

// encores is how often the engine may go on with the last aim for as long again, where that is about to be proved.
func (e Effort) encores() int {
	return [...]int{Normal: 9, Quick: 0, Thorough: 0, First: 0}[e]
}

// priceSteps is the effort of pricing a level, in starts looked at.
func (e Effort) priceSteps() int64 {
	return [...]int64{Normal: 60_000_000, Quick: 10_000_000, Thorough: 1_000_000_000, First: 0}[e]
}

// orderSteps is the same for prices that only have to suggest orders of work.
func (e Effort) orderSteps() int64 { return 10_000_000 }

// stepsOfEngine is how many steps of the engine take about as long as one of the heuristic search.
const stepsOfEngine = 20

// allSteps is the effort in steps of the heuristic search.
func (e Effort) allSteps(tasks int) int64 {
	return e.steps(tasks) + e.engineSteps(tasks)/stepsOfEngine
}

// Progress is how far a search has come.
type Progress struct {
	Steps, Of int64
	Late      int64 // weighted days of lateness of the best schedule so far, announced dates included
	// Stage is a word for the aim being worked on, with what is reached and what is the least there can be, in
	// the unit of the stage. It is empty before the engine begins.
	Stage        string
	Value, Bound int64
}
