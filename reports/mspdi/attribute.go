package mspdi

import "epr/reports"

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
	idColumn    = "188743731"
	kindColumn  = "188743734"
	ownerColumn = "188743737"
)

var attributeNames = []attributeName{
	{idColumn, "Text1", "epr id"}, {kindColumn, "Text2", "Kind"}, {ownerColumn, "Text3", "Owner"},
}

func attributes(row *reports.OutlineRow) []attribute {
	var list []attribute
	for _, a := range []attribute{{idColumn, row.ID}, {kindColumn, string(row.Kind)}, {ownerColumn, title(row.Owner)}} {
		if a.Value != "" {
			list = append(list, a)
		}
	}
	return list
}
