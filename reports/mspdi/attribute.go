package mspdi

import (
	"epr/plan"
	"epr/reports"
)

// attributeName gives one of Project's free columns a heading.
type attributeName struct {
	FieldID   string
	FieldName string
	Alias     string
}

type attribute struct {
	FieldID string
	Value   string
}

// The free columns that are used.
const (
	idColumn     = "188743731"
	kindColumn   = "188743734"
	ownerColumn  = "188743737"
	chanceColumn = "188743740"
	halfColumn   = "188743945"
	mostColumn   = "188743946"
)

var attributeNames = []attributeName{
	{idColumn, "Text1", "epr id"}, {kindColumn, "Text2", "Kind"}, {ownerColumn, "Text3", "Owner"}, {chanceColumn, "Text4", "Chance of promise"},
	{halfColumn, "Date1", "P50"}, {mostColumn, "Date2", "P80"},
}

func attributes(row *reports.OutlineRow, x *reports.Prospect) []attribute {
	if x == nil {
		x = &reports.Prospect{} // nothing is known
	}
	var list []attribute
	for _, a := range []attribute{
		{idColumn, row.ID}, {kindColumn, string(row.Kind)}, {ownerColumn, title(row.Owner)}, {chanceColumn, chance(x.Chance)},
		{halfColumn, percentile(x.P50)}, {mostColumn, percentile(x.P80)},
	} {
		if a.Value != "" {
			list = append(list, a)
		}
	}
	return list
}

func chance(c plan.Chance) string {
	if !c.Set {
		return ""
	}
	return reports.Chance(c.Share)
}

// percentile is a day by which some share of the replications has finished, none where they have not.
func percentile(p reports.Percentile) string {
	if p.Beyond {
		return ""
	}
	return evening(p.Date)
}

// prospects are what will probably become of the rows, by id: of the events and the phases.
func prospects(p *reports.Pack) map[string]*reports.Prospect {
	found := map[string]*reports.Prospect{}
	for k := range p.Confidence.Phases {
		found[p.Confidence.Phases[k].ID] = &p.Confidence.Phases[k]
	}
	for k := range p.Milestones {
		if x := &p.Milestones[k].Prospect; x.Name != "" {
			found[p.Milestones[k].ID] = x
		}
	}
	for id, x := range found {
		if x.Done {
			delete(found, id)
		}
	}
	return found
}
