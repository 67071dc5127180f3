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
	FirstCovered              calendar.Date // first start of them; zero if none
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
	// LastGoLive is the last go-live that it covers or outlasts, or that comes just before what it does; zero if there
	// is none. BeyondGoLive is the calendar days from there to its end, the extensions needed bought.
	LastGoLive   calendar.Date
	BeyondGoLive plan.Whole
	// Options are all its extensions, in order.
	Options []ContractOption
	// Periods is what it is made of over time: itself, its extensions, the work in it, and the time left to give notice.
	Periods []ContractPeriod
}

// ContractOption is an extension that a contract offers.
type ContractOption struct {
	To       calendar.Date
	Price    plan.Hundredths // pounds; 0 if not stated
	NoticeBy calendar.Date   // last day to give notice; zero if the contract's end is not known
	Needed   bool            // the plan needs it
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
	c.Periods = f.contractPeriods(&c)
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
			if c.Covered == 0 || f.rows[i].Start < c.FirstCovered {
				c.FirstCovered = f.rows[i].Start
			}
			c.Covered++
			c.LastCovered = max(c.LastCovered, f.rows[i].Finish)
		}
		if slices.Contains(a.Outlast, source) {
			c.Outlasts++
			c.LastOutlasted = max(c.LastOutlasted, f.rows[i].Finish)
		}
		if slices.Contains(a.Contracts, source) || slices.Contains(a.Outlast, source) {
			c.LastGoLive = max(c.LastGoLive, f.goLiveOf(i))
		}
	}
}

// goLiveOf is when an activity goes live, or what it waits for directly; zero if neither is a go-live.
func (f *facts) goLiveOf(i int) calendar.Date {
	var last calendar.Date
	for _, k := range append([]int{i}, f.before[i]...) {
		if f.activity(k).Kind == plan.GoLive {
			last = max(last, f.rows[k].Finish)
		}
	}
	return last
}

// readExtensions buys extensions, the earliest first, until the contract reaches the last activity.
func (c *Contract) readExtensions(source *plan.Contract) {
	extensions := slices.SortedFunc(slices.Values(source.Extensions), func(a, b plan.Extension) int {
		return cmp.Compare(a.To, b.To)
	})
	end := source.Ends
	for _, x := range extensions {
		option := ContractOption{To: x.To, Price: x.Price}
		if !end.IsZero() {
			option.NoticeBy = end - calendar.Date(x.Notice)
		}
		c.Options = append(c.Options, option)
		end = x.To
	}
	last := max(c.LastCovered, c.LastOutlasted)
	if last.IsZero() || source.Ends.IsZero() {
		return
	}
	end = source.Ends
	for k, x := range extensions {
		if end >= last {
			break
		}
		c.Options[k].Needed = true
		if len(c.Needed) == 0 {
			c.NoticeBy = end - calendar.Date(x.Notice)
		}
		c.Needed = append(c.Needed, x)
		c.Price += x.Price
		end = x.To
	}
	c.Cover = plan.Whole{N: int(end - last), Set: true}
	if !c.LastGoLive.IsZero() {
		c.BeyondGoLive = plan.Whole{N: int(end - c.LastGoLive), Set: true}
	}
}
