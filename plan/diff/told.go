package diff

import (
	"slices"

	"epr/plan"
)

// aside are the keys that are for whoever reads the model.
var aside = []string{"note", "source"}

// told is what a noun says, key by key with its value as it is written, as "to = 2027-06-06": what an edit adds that
// adds the noun. A value longer than a line is left out.
func told(o plan.Origin) []string {
	var list []string
	for _, key := range o.Written() {
		if slices.Contains(aside, key) {
			continue
		}
		if value := written(o.Place(key)); value != "" {
			key += " = " + value
		}
		list = append(list, key)
	}
	return list
}
