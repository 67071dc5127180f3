package reports

import "strings"

// StageCount is how many designs have come to a stage.
type StageCount struct {
	Name string
	Share
}

// Stages counts the designs by stage, those stages left out that none goes through.
func (d *Designs) Stages() []StageCount {
	var list []StageCount
	for _, s := range []StageCount{{"Drafted", d.Drafted}, {"Signed off", d.SignedOff}, {"Built", d.Built}, {"Tested", d.Tested}} {
		if s.Of > 0 {
			list = append(list, s)
		}
	}
	return list
}

// Sentence says how far the designs have come.
func (d *Designs) Sentence() string {
	if len(d.Rows) == 0 {
		return "No workflow is designed in this plan."
	}
	var stages []string
	for _, s := range d.Stages() {
		stages = append(stages, Number(s.N)+" of "+Number(s.Of)+" "+strings.ToLower(s.Name))
	}
	text := Count(len(d.Rows), "design") + " in scope: " + Join(stages) + "."
	if d.Due.Set {
		text += " By " + d.Against + ", " + Number(d.Due.N) + " were to be signed off before the status date."
	}
	return text
}
