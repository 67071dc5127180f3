package planfile

import (
	"epr/calendar"
	"epr/plan"
)

func (r *reader) blackout(id string, t *table) {
	b := &plan.Blackout{
		Origin:     t.origin(),
		ID:         id,
		Name:       t.textOr("name", id),
		Windows:    t.windows(),
		Effect:     t.effect(),
		Blocks:     t.kinds("blocks"),
		Phases:     t.texts("phases"),
		Trusts:     t.texts("trusts"),
		Sites:      t.texts("sites"),
		Activities: t.texts("activities"),
		Capacity:   t.capacity(),
		Source:     t.text("source"),
		Note:       t.text("note"),
	}
	b.Soft, b.Price = t.soft()
	keep(t, &r.plan.Blackouts, id, "blackout", b)
	t.done()
}

// windows reads the days of a blackout, which are written in one of three ways.
func (t *table) windows() calendar.Windows {
	one, yearly, several := len(t.given("from", "to")) > 0, t.has("every"), t.has("windows")
	switch ways := t.given("from", "every", "windows"); {
	case len(ways) > 1:
		t.report("conflicting-keys", t.value(ways[1]).key, "keep one of them, or make several blackouts",
			"%s has %s, but its days are given in one way only", t.who, quoteAll(ways, "and"))
	case one:
		if span, ok := t.window(); ok {
			return calendar.Windows{Spans: []calendar.Span{span}}
		}
	case yearly:
		return calendar.Windows{Every: t.yearly()}
	case several:
		return calendar.Windows{Spans: t.severalWindows()}
	}
	return calendar.Windows{}
}

func (t *table) yearly() *calendar.Yearly {
	every := t.sub("every")
	if every == nil {
		return nil
	}
	defer every.done()
	every.require("from", "to")
	return &calendar.Yearly{From: every.monthDay("from"), To: every.monthDay("to")}
}

func (t *table) monthDay(key string) calendar.MonthDay {
	text := t.text(key)
	if n := t.value(key); n == nil || n.form != isText {
		return calendar.MonthDay{}
	}
	day, err := calendar.ParseMonthDay(text)
	if err != nil {
		t.refuse("bad-date", t.value(key).at, err)
	}
	return day
}

func (t *table) severalWindows() []calendar.Span {
	var spans []calendar.Span
	t.elements("windows", wantTables, nil, func(_ int, n *node) {
		if window := t.row(n, "windows", "window", wantTables); window != nil {
			if span, ok := window.window(); ok {
				spans = append(spans, span)
			}
			window.done()
		}
	})
	return spans
}

func (t *table) effect() plan.Effect {
	switch t.choice("effect", "an effect", "unknown-value", []string{plan.Forbid.String(), plan.Pause.String()}) {
	case plan.Forbid.String():
		return plan.Forbid
	case plan.Pause.String():
		return plan.Pause
	}
	return plan.NoEffect
}

// kinds reads a list of kinds of work.
func (t *table) kinds(key string) []plan.Kind {
	var kinds []plan.Kind
	t.elements(key, wantTexts, nil, func(_ int, n *node) {
		if kind := t.kindOf(n, key); kind != "" {
			kinds = append(kinds, kind)
		}
	})
	return kinds
}

func (t *table) kindOf(n *node, key string) plan.Kind {
	names := make([]string, len(plan.Kinds))
	for i, kind := range plan.Kinds {
		names[i] = string(kind)
	}
	return plan.Kind(t.choiceOf(n, key, "a kind of work", "unknown-kind", names))
}

func (t *table) capacity() []plan.Factor {
	teams := t.sub("capacity")
	if teams == nil {
		return nil
	}
	var factors []plan.Factor
	for _, kid := range teams.kids {
		factors = append(factors, plan.Factor{Team: kid.name, By: teams.amount(kid.name, 0, 10*plan.One)})
	}
	return factors
}

func (t *table) soft() (bool, plan.Hundredths) {
	soft := t.sub("soft")
	if soft == nil {
		return false, 0
	}
	defer soft.done()
	soft.require("price")
	return true, soft.amount("price", 0, maxPounds)
}
