package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan/forecast"
)

// Break is a rule that nobody controls and that breaks in some replications.
type Break struct {
	Rule  BreakRule
	ID    string // of the activity
	Name  string
	Other string        // the contract, or the activity at the other end of the maximum lag
	Date  calendar.Date // that should have held; zero for a maximum lag
	Share int
}

// BreakRule says which rule breaks.
type BreakRule string

// The rules that can break.
const (
	BreakMustBy   BreakRule = "must_by"
	BreakWithin   BreakRule = "within"
	BreakContract BreakRule = "contract"
	BreakOutlast  BreakRule = "outlast"
)

// BreakRules lists them in the order in which they are told.
var BreakRules = [...]BreakRule{BreakMustBy, BreakContract, BreakOutlast, BreakWithin}

// Name says what such rules are, in the plural, for readers who do not know the plan language.
func (r BreakRule) Name() string {
	switch r {
	case BreakMustBy:
		return "Dates that cannot be broken"
	case BreakContract:
		return "Work inside its contract"
	case BreakOutlast:
		return "Old contracts that cover their work"
	case BreakWithin:
		return "Work that must be near other work"
	}
	return string(r)
}

// Sentence says what breaks, and how often.
func (b *Break) Sentence() string {
	often := " in " + Chance(b.Share) + " of the replications"
	switch b.Rule {
	case BreakMustBy:
		return quoted(b.Name) + " is later than " + b.Date.Long() + often + "."
	case BreakWithin:
		return quoted(b.Name) + " is farther from " + quoted(b.Other) + " than the plan allows" + often + "."
	case BreakContract:
		return quoted(b.Name) + " goes on after the contract " + quoted(b.Other) + " has ended" + often + "."
	case BreakOutlast:
		return "the contract " + quoted(b.Other) + " ends before " + quoted(b.Name) + " is finished" + often + "."
	}
	return quoted(b.Name) + " breaks " + string(b.Rule) + often + "."
}

// BreaksOf is the breaks of one rule, the likeliest first.
func (c *Confidence) BreaksOf(rule BreakRule) []Break {
	var list []Break
	for _, b := range c.Breaks {
		if b.Rule == rule {
			list = append(list, b)
		}
	}
	return list
}

// breaks lists what breaks, the likeliest first.
func (f *facts) breaks(fc *forecast.Forecast) []Break {
	var list []Break
	for i := range fc.Breaks {
		source := &fc.Breaks[i]
		b := Break{Rule: BreakRule(source.Rule), Date: source.Date, Share: source.Share}
		if source.Activity >= 0 {
			b.ID, b.Name = f.activity(source.Activity).ID, f.activity(source.Activity).Name
		}
		switch {
		case source.Link != nil && source.Link.From == source.Activity:
			b.Other = f.activity(source.Link.To).Name
		case source.Link != nil:
			b.Other = f.activity(source.Link.From).Name
		case source.Contract != nil:
			b.Other = orID(source.Contract.Name, source.Contract.ID)
		}
		list = append(list, b)
	}
	slices.SortStableFunc(list, func(a, b Break) int {
		return cmp.Or(cmp.Compare(b.Share, a.Share), cmp.Compare(a.ID, b.ID))
	})
	return list
}
