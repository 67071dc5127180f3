package planfile

import "epr/plan"

// confidence reads the delivery confidence of the programme as people have rated it.
func (t *table) confidence() plan.Confidence {
	c := t.sub("confidence")
	if c == nil {
		return plan.Confidence{}
	}
	defer c.done()
	c.require("rating", "by", "date")
	return plan.Confidence{
		Origin: c.origin(),
		Rating: plan.Delivery(c.choice("rating", "a rating of delivery confidence", "unknown-value", plan.Deliveries())),
		By:     c.text("by"),
		Date:   c.date("date"),
		Reason: c.text("reason"),
		Source: c.text("source"),
	}
}
