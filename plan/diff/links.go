package diff

import (
	"cmp"
	"slices"

	"epr/plan"
	"epr/plan/source"
)

// LinkChange is a link between two activities of both versions that was added or removed, or has another lag.
type LinkChange struct {
	From, To string // ids
	Type     plan.LinkType
	Max      bool // a maximum lag
	Change   Change
	// Lags in working days, and shares of the work that must be done.
	LagWas, LagIs   int
	DoneWas, DoneIs plan.Hundredths
	At              source.Span `json:"-"`
	Place           string
}

type linkKey struct {
	from, to string
	kind     plan.LinkType
	max      bool
}

func linksOf(v *Version) map[linkKey]*plan.Link {
	n := v.Network
	links := make(map[linkKey]*plan.Link, len(n.Links))
	for k := range n.Links {
		l := &n.Links[k]
		links[linkKey{n.Activities[l.From].ID, n.Activities[l.To].ID, l.Type, l.Max}] = l
	}
	return links
}

// links compares the links between activities that both versions have.
func (c *comparison) links() []LinkChange {
	was, is := linksOf(c.old), linksOf(c.new)
	var changes []LinkChange
	both := func(k linkKey) bool {
		for _, id := range []string{k.from, k.to} {
			if c.old.Network.Index(id) < 0 || c.new.Network.Index(id) < 0 {
				return false
			}
		}
		return true
	}
	for key, l := range is {
		before := was[key]
		change := LinkChange{From: key.from, To: key.to, Type: key.kind, Max: key.max, LagIs: l.Lag, DoneIs: l.Done, At: l.At, Place: l.At.String()}
		switch {
		case before == nil && both(key):
			change.Change = Added
		case before != nil && (before.Lag != l.Lag || before.Done != l.Done):
			change.Change, change.LagWas, change.DoneWas = Changed, before.Lag, before.Done
		default:
			continue
		}
		changes = append(changes, change)
	}
	for key, l := range was {
		if is[key] == nil && both(key) {
			changes = append(changes, LinkChange{From: key.from, To: key.to, Type: key.kind, Max: key.max,
				Change: Removed, LagWas: l.Lag, DoneWas: l.Done, At: l.At, Place: l.At.String()})
		}
	}
	slices.SortFunc(changes, func(a, b LinkChange) int {
		return cmp.Or(compareID(a.To, b.To), compareID(a.From, b.From), cmp.Compare(a.Type, b.Type), cmp.Compare(btoi(a.Max), btoi(b.Max)))
	})
	return changes
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
