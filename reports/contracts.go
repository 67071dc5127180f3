package reports

import (
	"cmp"
	"slices"

	"epr/calendar"
	"epr/plan"
)

// Contract is an agreement with a supplier beside the work it covers and the work it must outlast.
type Contract struct {
	ID, Name, Supplier, Route string
	Value                     plan.Hundredths // pounds, as stated; 0 if not
	IncludesVAT               bool
	WithVAT                   plan.Hundredths // pounds: what a threshold that includes VAT is compared with
	Threshold                 plan.Hundredths // pounds, in force when the contract starts; 0 if none
	AboveThreshold            bool
	Starts, Ends              calendar.Date // zero where not stated
	LatestEnd                 calendar.Date // with every extension bought
	Covered                   int           // activities inside it
	LastCovered               calendar.Date // last finish of them; zero if none
	Outlasts                  int           // activities it must outlast
	LastOutlasted             calendar.Date // last finish of them; zero if none
	// Needed are the extensions that the plan needs, in order, Price what they cost together, and
	// NoticeBy the last day to give notice of the first.
	Needed   []plan.Extension
	Price    plan.Hundredths
	NoticeBy calendar.Date
	// Cover is the calendar days from the last activity that it covers or outlasts to its end, the
	// extensions needed bought; unset if it has no end or no activity.
	Cover  plan.Whole
	Source string
}

func (f *facts) contracts() []Contract {
	var list []Contract
	for _, source := range f.plan.Contracts.All() {
		list = append(list, f.contract(source))
	}
	return list
}

func (f *facts) contract(source *plan.Contract) Contract {
	c := Contract{
		ID:          source.ID,
		Name:        orID(source.Name, source.ID),
		Supplier:    source.Supplier,
		Route:       source.Route,
		Value:       source.Value,
		IncludesVAT: source.IncludesVAT,
		WithVAT:     withVAT(source),
		Starts:      source.Starts,
		Ends:        source.Ends,
		LatestEnd:   source.LatestEnd(),
		Source:      source.Source,
	}
	f.readThreshold(&c, source)
	f.readCover(&c, source)
	c.readExtensions(source)
	return c
}

func withVAT(c *plan.Contract) plan.Hundredths {
	if c.IncludesVAT {
		return c.Value
	}
	return c.Value + (c.Value*c.VAT+plan.One/2)/plan.One
}

func (f *facts) readThreshold(c *Contract, source *plan.Contract) {
	threshold, ok := f.plan.ThresholdOf(source.Threshold)
	if !ok {
		return
	}
	day := source.Starts
	if day.IsZero() {
		day = f.status
	}
	c.Threshold = threshold.Amount.On(day)
	value := source.Value
	if threshold.IncludesVAT {
		value = c.WithVAT
	}
	c.AboveThreshold = c.Threshold > 0 && value >= c.Threshold
}

func (f *facts) readCover(c *Contract, source *plan.Contract) {
	for i := range f.net.Activities {
		a := f.activity(i)
		if slices.Contains(a.Contracts, source) {
			c.Covered++
			c.LastCovered = max(c.LastCovered, f.rows[i].Finish)
		}
		if slices.Contains(a.Outlast, source) {
			c.Outlasts++
			c.LastOutlasted = max(c.LastOutlasted, f.rows[i].Finish)
		}
	}
}

// readExtensions buys extensions, the earliest first, until the contract reaches the last activity.
func (c *Contract) readExtensions(source *plan.Contract) {
	last := max(c.LastCovered, c.LastOutlasted)
	if last.IsZero() || source.Ends.IsZero() {
		return
	}
	end := source.Ends
	extensions := slices.SortedFunc(slices.Values(source.Extensions), func(a, b plan.Extension) int {
		return cmp.Compare(a.To, b.To)
	})
	for _, x := range extensions {
		if end >= last {
			break
		}
		if len(c.Needed) == 0 {
			c.NoticeBy = end - calendar.Date(x.Notice)
		}
		c.Needed = append(c.Needed, x)
		c.Price += x.Price
		end = x.To
	}
	c.Cover = plan.Whole{N: int(end - last), Set: true}
}
