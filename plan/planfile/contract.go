package planfile

import "epr/plan"

func (r *reader) contract(id string, t *table) {
	c := &plan.Contract{
		Origin:      t.origin(),
		ID:          id,
		Name:        t.textOr("name", id),
		Supplier:    t.text("supplier"),
		Value:       t.amount("value", 0, maxPounds),
		IncludesVAT: t.flag("includes_vat"),
		VAT:         plan.One / 5,
		Route:       t.choice("route", "a route to a contract", "unknown-value", plan.Routes),
		Threshold:   t.textOr("threshold", "goods-and-services"),
		Starts:      t.date("starts"),
		Ends:        t.date("ends"),
		Covers:      t.texts("covers"),
		Extensions:  t.extensions(),
		Outlast:     t.texts("outlast"),
		Source:      t.text("source"),
		Note:        t.text("note"),
	}
	if t.has("vat") {
		c.VAT = t.amount("vat", 0, plan.One)
	}
	keep(t, &r.plan.Contracts, id, "contract", c)
	t.done()
}

// maxNotice is ten years.
const maxNotice = 3_653

// extensions reads the later ends that can be bought.
func (t *table) extensions() []plan.Extension {
	var extensions []plan.Extension
	t.elements("extensions", wantTables, nil, func(_ int, n *node) {
		x := t.row(n, "extensions", "extension", wantTables)
		if x == nil {
			return
		}
		x.require("to")
		extensions = append(extensions, plan.Extension{
			To:     x.date("to"),
			Price:  x.amount("price", 0, maxPounds),
			Notice: wholeOr(x, "notice", 0, maxNotice, 0),
		})
		x.done()
	})
	return extensions
}

func (r *reader) threshold(id string, t *table) {
	t.require("amount")
	keep(t, &r.plan.Thresholds, id, "threshold", &plan.Threshold{
		Origin:      t.origin(),
		ID:          id,
		Amount:      t.dated("amount", maxPounds),
		IncludesVAT: t.flag("includes_vat"),
		Source:      t.text("source"),
		Checked:     t.date("checked"),
	})
	t.done()
}
