package reports

import (
	"cmp"
	"slices"
)

// Registered is a risk of the last register.
type Registered struct {
	ID, Name string
	Score    int // current; 0 if not stated
	Rank     int
}

// Movement is how a risk moved since the last register; the zero Movement if there is none.
type Movement struct {
	Move     Move // of its score
	WasScore int  // 0 if new
	WasRank  int  // 0 if new
}

// Move says which way a score moved.
type Move string

// The moves.
const (
	MoveNew  Move = "new"
	MoveUp   Move = "up"
	MoveDown Move = "down"
	MoveSame Move = "same"
)

// compare tells how every risk moved since the last register, and which are gone.
func (r *Risks) compare(last []Registered) {
	if last == nil {
		return
	}
	r.Compared = true
	was := map[string]Registered{}
	for _, risk := range last {
		was[risk.ID] = risk
	}
	for i := range r.Rows {
		risk := &r.Rows[i]
		before, known := was[risk.ID]
		if !known {
			risk.Movement = Movement{Move: MoveNew}
			continue
		}
		risk.Movement = Movement{moved(before.Score, risk.Score), before.Score, before.Rank}
		delete(was, risk.ID)
	}
	for _, risk := range last {
		if _, gone := was[risk.ID]; gone {
			r.Gone = append(r.Gone, risk)
		}
	}
	slices.SortStableFunc(r.Gone, func(a, b Registered) int { return cmp.Compare(a.Rank, b.Rank) })
}

func moved(was, is int) Move {
	switch {
	case is > was:
		return MoveUp
	case is < was:
		return MoveDown
	}
	return MoveSame
}

// CountMoves counts the risks that moved in some way.
func (r *Risks) CountMoves(m Move) int {
	n := 0
	for i := range r.Rows {
		if r.Rows[i].Movement.Move == m {
			n++
		}
	}
	return n
}
