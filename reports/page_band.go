package reports

import (
	"slices"

	"epr/plan"
)

// Band is a stage of a rollout: kinds of work that share a colour.
type Band string

// The bands, from the first stage to the last.
const (
	BandPrepare   Band = "Prepare"
	BandDesign    Band = "Design"
	BandBuild     Band = "Build"
	BandTest      Band = "Test"
	BandTraining  Band = "Training"
	BandGoLive    Band = "Go-live"
	BandHypercare Band = "Hypercare"
	BandAfter     Band = "After"
	// BandPhase is the bar of a whole phase: no stage of its own.
	BandPhase Band = "Phase"
)

// Bands lists the stages in order.
var Bands = []Band{
	BandPrepare, BandDesign, BandBuild, BandTest, BandTraining, BandGoLive, BandHypercare, BandAfter,
}

// Kinds lists the kinds of work of a band.
func (b Band) Kinds() []plan.Kind {
	var kinds []plan.Kind
	for _, kind := range plan.Kinds {
		if BandOf(kind) == b {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// BandOf is the band of a kind of work; "" for gates and milestones, which are events.
func BandOf(kind plan.Kind) Band {
	switch kind {
	case plan.Gate, plan.Milestone:
		return ""
	case plan.Design:
		return BandDesign
	case plan.Build, plan.Integration, plan.Infrastructure, plan.Migration:
		return BandBuild
	case plan.Test, plan.Safety, plan.Rehearsal:
		return BandTest
	case plan.Training:
		return BandTraining
	case plan.Cutover, plan.GoLive:
		return BandGoLive
	case plan.Hypercare:
		return BandHypercare
	case plan.Decommission, plan.Benefits:
		return BandAfter
	}
	return BandPrepare
}

// over reports whether one band hides another in the same cell: the later stage the earlier one, but
// a go-live is never hidden, and what comes after it all hides nothing.
func (b Band) over(other Band) bool { return b.weight() > other.weight() }

func (b Band) weight() int {
	switch b {
	case BandGoLive:
		return len(Bands)
	case BandAfter:
		return 0
	}
	return slices.Index(Bands, b) + 1
}

// eventOver reports whether one event hides another in the same cell.
func eventOver(a, b plan.Kind) bool { return eventWeight(a) > eventWeight(b) }

func eventWeight(kind plan.Kind) int {
	switch kind {
	case plan.GoLive:
		return 3
	case plan.Gate:
		return 2
	case plan.Milestone:
		return 1
	}
	return 0
}
