package plan

// Kind is what sort of work an activity is. Blackouts look at it, reports colour by it.
type Kind string

// The kinds of work, in the order in which a rollout meets them.
const (
	Procurement    Kind = "procurement"
	Governance     Kind = "governance"
	Engagement     Kind = "engagement"
	Design         Kind = "design"
	Build          Kind = "build"
	Integration    Kind = "integration"
	Infrastructure Kind = "infrastructure"
	Migration      Kind = "migration"
	Test           Kind = "test"
	Safety         Kind = "safety"
	Training       Kind = "training"
	Rehearsal      Kind = "rehearsal"
	Cutover        Kind = "cutover"
	GoLive         Kind = "go-live"
	Hypercare      Kind = "hypercare"
	Decommission   Kind = "decommission"
	Benefits       Kind = "benefits"
	Other          Kind = "other"
	// Gate is a decision of one day, taken on a meeting date.
	Gate Kind = "gate"
	// Milestone has no duration.
	Milestone Kind = "milestone"
)

// Kinds lists every kind.
var Kinds = []Kind{
	Procurement, Governance, Engagement, Design, Build, Integration, Infrastructure, Migration, Test,
	Safety, Training, Rehearsal, Cutover, GoLive, Hypercare, Decommission, Benefits, Other, Gate, Milestone,
}

// IsEvent reports whether an activity of this kind is a date that boards follow: a go-live, a gate or a
// milestone.
func (k Kind) IsEvent() bool { return k == GoLive || k == Gate || k == Milestone }
