package plan

import "epr/calendar"

// Contract is an agreement with a supplier. Work it covers lies inside it; a legacy contract must
// outlast what replaces it.
type Contract struct {
	Origin
	ID          string
	Name        string
	Supplier    string
	Value       Hundredths // pounds; 0 if not stated
	IncludesVAT bool
	VAT         Hundredths // share added before comparing with a threshold; 0.2 unless stated
	Route       string
	Threshold   string
	Starts      calendar.Date
	Ends        calendar.Date
	Covers      []string // selectors
	Extensions  []Extension
	Outlast     []string // selectors
	Source      string
	Note        string
}

// Extension is a later end of a contract that can be bought.
type Extension struct {
	To     calendar.Date
	Price  Hundredths
	Notice int // calendar days before the end it replaces
}

// LatestEnd is the end of the contract with every extension bought; zero if the contract has no end.
func (c *Contract) LatestEnd() calendar.Date {
	end := c.Ends
	for _, x := range c.Extensions {
		end = max(end, x.To)
	}
	return end
}

// Threshold is a procurement threshold: the value, including VAT if IncludesVAT, from which the full
// regime applies.
type Threshold struct {
	Origin
	ID          string
	Amount      Dated
	IncludesVAT bool
	Source      string
	Checked     calendar.Date
}

// Routes lists the ways to award a contract.
var Routes = []string{"competitive", "framework", "direct", "below-threshold"}
