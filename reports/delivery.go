package reports

import (
	"fmt"

	"epr/plan"
)

// Definition is what a rating of delivery confidence means, as published.
type Definition struct {
	Rating plan.Delivery
	Words  string // a quotation
}

// DefinitionSource is where the definitions were published. We have the wording from others who quote it.
const DefinitionSource = "National Infrastructure and Service Transformation Authority, annual report 2025-26 (gov.uk); opening words, as quoted by others: check against the report before quoting"

// Definitions are the three published ratings.
var Definitions = [...]Definition{
	{plan.DeliveryGreen, "Successful delivery of the project on time, budget and quality appears highly likely and there are no major outstanding issues that at this stage appear to threaten delivery significantly."},
	{plan.DeliveryAmber, "Successful delivery appears feasible but significant issues already exist, requiring management attention."},
	{plan.DeliveryRed, "Successful delivery of the project appears to be unachievable."},
}

// TrainedEnough is the projected share of staff trained at a go-live, in ten-thousandths, below which the
// evidence is not consistent with green. It is ours.
const TrainedEnough = 8_000

// DeliveryRule says by which rule the evidence is consistent with a rating. It looks at dates alone and is
// ours; nobody has published such a rule.
func DeliveryRule() string {
	return fmt.Sprintf("Red if the chance to keep every promise is below %s. Green if it is %s or more, no risk is extreme, no gate of the coming %s "+
		"has less than %s between what it waits for and its papers, no go-live is within %s of a cliff, and at every go-live at least %s of the staff "+
		"are projected to be trained. Otherwise amber. The limits are assumed; the rule looks at time, people and risk scores, not at money, quality or benefits.",
		Chance(UnlikelyKept), Chance(LikelyKept), Count(DecisionDays, "day"), Count(LittleFloat, "working day"), Count(LittleFloat, "working day"), Chance(TrainedEnough))
}

// suggest applies the rule. It suggests nothing where no chance is known.
func (e *Evidence) suggest() {
	e.Rule = DeliveryRule()
	if !e.AllKept.Set {
		return
	}
	issues := e.issues()
	switch share := e.AllKept.Share; {
	case share < UnlikelyKept:
		e.Suggests = plan.DeliveryRed
		e.Because = []string{fmt.Sprintf("the chance to keep every promise is %s, below %s", beside(share, UnlikelyKept), Chance(UnlikelyKept))}
	case share < LikelyKept:
		e.Suggests = plan.DeliveryAmber
		e.Because = append([]string{fmt.Sprintf("the chance to keep every promise is %s, between %s and %s", beside(share, LikelyKept), Chance(UnlikelyKept), Chance(LikelyKept))}, issues...)
	case len(issues) > 0:
		e.Suggests = plan.DeliveryAmber
		e.Because = append([]string{fmt.Sprintf("the chance to keep every promise is %s", Chance(share))}, issues...)
	default:
		e.Suggests = plan.DeliveryGreen
		e.Because = []string{fmt.Sprintf("the chance to keep every promise is %s", Chance(share)), "no issue that the rule looks at is open"}
	}
}

// beside is a chance that is told beside a limit: with all its digits where it would be rounded to it.
func beside(share, limit int) string {
	if share != limit && Chance(share) == Chance(limit) {
		return plan.Hundredths(share).String() + "%"
	}
	return Chance(share)
}

// issues are the phrases on what stands against green.
func (e *Evidence) issues() []string {
	var list []string
	if n := len(e.Extreme); n > 0 {
		list = append(list, Count(n, "risk is", "risks are")+" extreme")
	}
	if n := e.Tight(); n > 0 {
		list = append(list, Count(n, "gate is", "gates are")+" close to what "+Plural(n, "it waits", "they wait")+" for")
	}
	if n := e.Near(); n > 0 {
		list = append(list, Count(n, "go-live is", "go-lives are")+" close to a cliff")
	}
	if n := e.Untrained(); n > 0 {
		list = append(list, fmt.Sprintf("at %s fewer than %s of the staff are projected to be trained", Count(n, "go-live"), Chance(TrainedEnough)))
	}
	return list
}

// sentence says what the evidence is consistent with, beside what people have stated.
func (e *Evidence) sentence() string {
	text := "There is no forecast, or no promise to measure it against, so the evidence is not set against any rating."
	if e.Suggests != "" {
		text = fmt.Sprintf("By the rule below the evidence is consistent with %s: %s.", e.Suggests, Join(e.Because))
	}
	switch {
	case e.Stated.Rating == "":
		return text + " Nobody has stated a delivery confidence in the plan. Rating it is for people."
	case e.Suggests == "":
		return text + " " + e.Stated.words() + "."
	case e.Stated.Rating == e.Suggests:
		return text + " " + e.Stated.words() + ", which agrees."
	}
	return text + " " + e.Stated.words() + ", which differs: whoever rates knows more than this rule, or may want to look again."
}

// words says who rated what, and when.
func (s *Stated) words() string {
	text := "The stated rating is " + string(s.Rating)
	if s.By != "" {
		text += ", given by " + s.By
	}
	if !s.Date.IsZero() {
		text += fmt.Sprintf(" on %s, %s before the status date", s.Date.Long(), Count(s.Days, "day"))
	}
	return text
}
