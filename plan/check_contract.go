package plan

import (
	"fmt"

	"epr/plan/source"
)

// checkContracts checks what each contract covers, and compares its value with its threshold.
func (c *checker) checkContracts() {
	for id, contract := range c.plan.Contracts.All() {
		who := "contract " + q(id)
		c.checkActivities(contract.Covers, contract.Origin, "covers", who)
		c.checkActivities(contract.Outlast, contract.Origin, "outlast", who)
		c.checkTerm(contract, who)
		known := contract.Threshold == "" || c.name(c.names.thresholds, contract.Threshold, contract.Origin, "threshold", who)
		spoilt := contract.Value == 0 && contract.has("value") || contract.Starts.IsZero() && contract.has("starts")
		if known && contract.Route == "below-threshold" && !spoilt {
			c.checkThreshold(contract, who)
		}
	}
}

// checkTerm checks that a contract ends after it starts, and each extension after the end it replaces.
func (c *checker) checkTerm(contract *Contract, who string) {
	starts, end := contract.Starts, contract.Ends
	if !starts.IsZero() && !end.IsZero() && end < starts {
		c.wrong("contract-window", contract.Place("ends"), fmt.Sprintf(
			"%s ends on %s, before it starts on %s", who, end, starts), "correct one of the dates",
			source.Note{At: contract.Place("starts"), Text: "it starts here"})
	}
	if end.IsZero() && !contract.has("ends") {
		c.needsEnd(contract, who, "extensions", len(contract.Extensions))
		c.needsEnd(contract, who, "outlast", len(contract.Outlast))
	}
	before := contract.Place("ends")
	for i, x := range contract.Extensions {
		at := contract.item("extensions", i, len(contract.Extensions), ".to")
		if !x.To.IsZero() && !end.IsZero() && x.To <= end {
			c.wrong("contract-window", at, fmt.Sprintf(
				"%s is extended to %s, no later than the end it replaces, which is %s", who, x.To, end),
				"list extensions in order, each to a later date", source.Note{At: before, Text: "the end it replaces"})
		}
		if x.To > end {
			end, before = x.To, at
		}
	}
}

// needsEnd reports a key that means something only for a contract with an end.
func (c *checker) needsEnd(contract *Contract, who, key string, n int) {
	if n > 0 {
		c.wrong("missing-key", contract.Place(key), who+" has "+q(key)+" but no end", `add the date on which it "ends"`)
	}
}

// checkThreshold warns of a contract that was awarded as below the threshold but is not, and says so where
// that cannot be known. The threshold in force is that of the day on which the contract starts.
func (c *checker) checkThreshold(contract *Contract, who string) {
	threshold, _ := c.plan.ThresholdOf(contract.Threshold)
	if missing := unknownFor(contract, threshold); missing != "" {
		c.warn("threshold-unchecked", contract.Place("route"),
			who+" is said to be below the threshold "+q(threshold.ID)+", which cannot be checked: "+missing,
			`state "value" and "starts", or another "route"`)
		return
	}
	limit := threshold.Amount.On(contract.Starts)
	value, sum := contract.comparable(threshold.IncludesVAT)
	if value < limit {
		return
	}
	vat := "without VAT"
	if threshold.IncludesVAT {
		vat = "including VAT"
	}
	text := fmt.Sprintf("%s is said to be below the threshold %s, but %s; the threshold on %s is %s %s",
		who, q(threshold.ID), sum, contract.Starts, pounds(limit), vat)
	c.warn("above-threshold", contract.Place("value"), text,
		`a value at the threshold or above needs another route: "competitive", "framework" or "direct"`,
		thresholdNote(threshold)...)
}

// thresholdNote says where a threshold comes from.
func thresholdNote(threshold *Threshold) []source.Note {
	if threshold.Source == "" {
		return nil
	}
	note := source.Note{At: threshold.At, Text: "the threshold is as in " + threshold.Source}
	if !threshold.Checked.IsZero() {
		note.Text += ", checked on " + threshold.Checked.String()
	}
	return []source.Note{note}
}

// unknownFor says what is missing for the comparison with a threshold.
func unknownFor(contract *Contract, threshold *Threshold) string {
	switch {
	case contract.Value == 0:
		return "its value is not stated"
	case contract.Starts.IsZero():
		return "it has no start"
	case threshold.Amount.On(contract.Starts) == 0:
		return "the threshold has no amount for " + contract.Starts.String()
	}
	return ""
}

// comparable is the value of a contract with or without VAT, rounded to pence, and the sum in words.
func (contract *Contract) comparable(withVAT bool) (value Hundredths, sum string) {
	rate := fmt.Sprintf("%d%% VAT", contract.VAT)
	switch {
	case contract.IncludesVAT == withVAT && withVAT:
		return contract.Value, "its value is " + pounds(contract.Value) + " including VAT"
	case contract.IncludesVAT == withVAT:
		return contract.Value, "its value is " + pounds(contract.Value) + " without VAT"
	case withVAT:
		value = (contract.Value*(One+contract.VAT) + One/2) / One
		return value, fmt.Sprintf("%s + %s = %s", pounds(contract.Value), rate, pounds(value))
	}
	value = (contract.Value*One + (One+contract.VAT)/2) / (One + contract.VAT)
	return value, fmt.Sprintf("%s less %s = %s", pounds(contract.Value), rate, pounds(value))
}
