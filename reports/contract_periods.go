package reports

import "epr/calendar"

// ContractPeriod is a part of the life of a contract, within the horizon of the programme or up to the contract's own end.
// Both ends are inclusive.
type ContractPeriod struct {
	Kind     ContractPeriodKind
	From, To calendar.Date
	Needed   bool // an extension that the plan needs
}

// ContractPeriodKind says what a period of a contract is.
type ContractPeriodKind string

// The kinds of periods, in the order in which they are told.
const (
	PeriodTerm      ContractPeriodKind = "term"      // the contract itself
	PeriodExtension ContractPeriodKind = "extension" // one that may be bought
	PeriodWork      ContractPeriodKind = "work"      // from the first start to the last finish of the work inside it
	PeriodOutlasted ContractPeriodKind = "outlasted" // from the status date to the last finish of what it must outlast
	PeriodNotice    ContractPeriodKind = "notice"    // from the status date to the last day to give notice of the next extension
)

// Label says what a period is, in a few words.
func (p *ContractPeriod) Label() string {
	switch p.Kind {
	case PeriodTerm:
		return "The contract"
	case PeriodExtension:
		return "Extension to " + p.To.Short()
	case PeriodWork:
		return "Work inside it"
	case PeriodOutlasted:
		return "Work that it must outlast"
	}
	return "Time to give notice"
}

// contractPeriods is the periods of a contract that has been read.
func (f *facts) contractPeriods(c *Contract) []ContractPeriod {
	horizon := f.net.Horizon
	end := c.Ends
	if end.IsZero() {
		end = horizon.To
	}
	list := []ContractPeriod{{Kind: PeriodTerm, From: max(c.Starts, horizon.From), To: end}}
	for _, x := range c.Options {
		list = append(list, ContractPeriod{Kind: PeriodExtension, From: max(end+1, horizon.From), To: x.To, Needed: x.Needed})
		end = x.To
	}
	list = append(list, ContractPeriod{Kind: PeriodWork, From: c.FirstCovered, To: c.LastCovered},
		ContractPeriod{Kind: PeriodOutlasted, From: f.status, To: c.LastOutlasted})
	for _, x := range c.Options {
		if x.NoticeBy >= f.status {
			list = append(list, ContractPeriod{Kind: PeriodNotice, From: f.status, To: x.NoticeBy})
			break
		}
	}
	kept := list[:0]
	for _, p := range list {
		if !p.To.IsZero() && p.To >= p.From {
			kept = append(kept, p)
		}
	}
	return kept
}
