// Package diff compares two versions of a plan: what changed, and which edit moved which date. [Compare] is the
// function to call; its [Diff] holds what a programme office asks of a comparison, as data, in the order in
// which it asks. What is written differently but says the same (another order, another name, a calendar put in
// other words) is no change; calendars, blackouts and teams are compared by what they say of each day.
//
// Dates are attributed by the half-step method: the new version's edits are applied to the old plan in five
// groups, and after each the old order of work is timed anew. What no group explains is what the old schedule
// had to spare, and what planning afresh did. The parts add up to the whole for every milestone, exactly; see
// [Attribution].
package diff

import (
	"errors"
	"slices"

	"epr/calendar"
	"epr/plan"
	"epr/plan/assurance"
	"epr/plan/expand"
	"epr/plan/forecast"
)

// Version is one of the two that are compared.
type Version struct {
	Name string // as the user calls it
	Plan *plan.Plan
	// Network is the plan expanded, without errors.
	Network  *plan.Network
	Schedule *plan.Schedule
	// IsSound says that the schedule keeps every rule of the network, as package verify checks it. Float and
	// driving chains mean nothing otherwise and are left out.
	IsSound bool
	// Forecast is that of the schedule; nil if there is none.
	Forecast *forecast.Forecast
	// Kept are the versions that were kept before this one, oldest first; nil if none are known. Only those of the new
	// version are looked at. Looked says how far back that is.
	Kept   []Kept
	Looked Looked
	// Quality is how the schedule stands to the checks of its quality; nil if it was not checked.
	Quality []assurance.Check
}

// Options say what to compare. The zero Options leave the attribution out.
type Options struct {
	// Attribute says to find out which group of edits moved which date.
	Attribute bool
	// ByEdit says to find out the same of each edit, ByOrder what the groups do in other orders. Both take as
	// many replays as there are edits, and up to 31.
	ByEdit, ByOrder bool
	// MostEdits is how many replays the edits may take; 0 for as many as there are. If there are more edits,
	// several in a row count as one.
	MostEdits int
	// Renames are ids that are known to have changed. Others are recognised where only one can be meant.
	Renames []Rename
}

// Diff is what changed from one version to another.
type Diff struct {
	Old, New string
	// DatesOnly says that there were no models: see [CompareSchedules].
	DatesOnly bool
	// Milestones are those in both versions, phases first, then in the order of their ids.
	Milestones []Milestone
	// Came and Gone are the milestones in one version only, with their dates in it.
	Came, Gone []Milestone
	// Histories say how the dates of the new version were told and how they stood before, where there is anything to
	// tell; Looked, how far back that was followed.
	Histories []History
	Looked    Looked
	// Edits are what the models say differently, as far as it can move dates, in the order in which they are
	// applied.
	Edits       []Edit
	Attribution *Attribution // nil if it was not asked for
	Outlook     []Outlook    // of what both versions forecast
	Chain       *Chain       // nil if one of the schedules is not sound
	Links       []LinkChange
	Work        []WorkChange
	Scope       Scoped
	Content     []ContentChange
	Floats      []FloatChange
	Rewritten   []Rewritten
	Risks       []RiskChange
	Quality     *Quality // nil if one of the versions was not checked
	Activities  Moves
}

// Moves counts the activities in both versions, milestones apart.
type Moves struct {
	Both  int // activities in both versions
	Moved int // with other dates
	// Quiet are those of them that moved no further than their old float let them. Unset, and IsKnown false, if
	// the old float is not known.
	Quiet   int
	IsKnown bool
	// Further are the others, the longest move first.
	Further []ActivityMove
}

// ActivityMove is work that moved later than its float let it.
type ActivityMove struct {
	ID, Name string
	Was, Is  calendar.Date // its finish
	Moved    Days
	Float    int // it had, in working days
}

// IsPromiseMoved reports whether a phase, a go-live, or anything with a promised or announced date moved.
func (d *Diff) IsPromiseMoved() bool {
	return slices.ContainsFunc(d.Milestones, func(m Milestone) bool {
		return !m.Moved.IsZero() && (m.IsPhase || m.Kind == plan.GoLive || !m.By.IsZero() || !m.Announced.IsZero())
	})
}

// IsMoved reports whether a date that people follow moved.
func (d *Diff) IsMoved() bool {
	return slices.ContainsFunc(d.Milestones, func(m Milestone) bool { return !m.Moved.IsZero() })
}

// Compare compares two versions of a plan. Both must have plan, network and schedule. It fails only if the
// old plan cannot be given new names: a stated rename that names nothing, or makes two ids one.
func Compare(old, new *Version, o Options) (*Diff, error) {
	old, renames, err := inNewNames(old, new, o.Renames)
	if err != nil {
		return nil, err
	}
	d := &Diff{Old: old.Name, New: new.Name}
	c := &comparison{old: old, new: new, diff: d, span: spanOf(old, new)}
	c.ruler = newRuler(new.Plan, c.span)
	c.findMilestones()
	d.Edits = c.edits()
	d.Outlook = outlook(old, new)
	d.Links, d.Work = c.links(), c.work()
	d.Scope = c.scope(renames)
	d.Content = c.content()
	d.Rewritten, d.Risks = c.rewritten(), c.risks()
	d.Histories, d.Looked = c.histories(), new.Looked
	if old.IsSound && new.IsSound {
		c.addFlows()
	}
	c.addQuality()
	c.countMoves()
	if o.Attribute {
		c.attribute(o)
	}
	return d, nil
}

// histories follows the dates of the new version through those kept before; where none are known, the old version
// is one.
func (c *comparison) histories() []History {
	kept := c.new.Kept
	if len(kept) == 0 {
		kept = []Kept{NewKept(c.old.Name, 0, c.old.Plan, c.old.Network, Dated{Schedule: c.old.Schedule, Phases: c.old.phases()})}
	}
	return Histories(kept, c.new.Network, c.new.Schedule)
}

// phases are when the phases of a version are finished.
func (v *Version) phases() []Phase {
	var phases []Phase
	for k := range v.Network.Goals {
		if g := &v.Network.Goals[k]; g.Phase {
			phases = append(phases, Phase{g.ID, v.Schedule.Finish(v.Network, g), g.By})
		}
	}
	return phases
}

// addQuality compares how good the schedules are.
func (c *comparison) addQuality() {
	q := quality(c.old, c.new)
	if q != nil && c.floats[0] != nil {
		q.TightWas, q.TightIs, q.IsKnown = tight(c.old.Network, c.floats[0]), tight(c.new.Network, c.floats[1]), true
	}
	c.diff.Quality = q
}

// comparison is a comparison under way.
type comparison struct {
	old, new *Version
	diff     *Diff
	span     calendar.Span
	ruler    ruler
	floats   [2][]int // working days of float of the old and the new activities; nil if not known
}

// spanOf reaches over both programmes, and as far as replays may go.
func spanOf(old, new *Version) calendar.Span {
	span := calendar.Span{From: min(old.Plan.Programme.Start, new.Plan.Programme.Start), To: max(old.Plan.Programme.End, new.Plan.Programme.End)}
	for _, v := range []*Version{old, new} {
		for _, row := range v.Schedule.Rows {
			span.From = min(span.From, row.Start)
			span.To = max(span.To, row.Finish)
		}
	}
	return calendar.Span{From: span.From - 1, To: span.To + beyond + 1}
}

// programmes is the span of both programmes, in which content is compared.
func (c *comparison) programmes() calendar.Span {
	old, new := &c.old.Plan.Programme, &c.new.Plan.Programme
	return calendar.Span{From: min(old.Start, new.Start), To: max(old.End, new.End)}
}

// attribute finds out what moved the milestones.
func (c *comparison) attribute(o Options) {
	a := &attributor{
		old: c.old, new: c.new, edits: c.diff.Edits, milestones: c.diff.Milestones, ruler: c.ruler, span: c.programmes(),
		end: c.span.To - 1, oldIDs: idsOf(c.old.Network), newIDs: idsOf(c.new.Network),
	}
	if a.inOne = 1; o.MostEdits > 0 {
		a.inOne = max(1, (len(a.edits)+o.MostEdits-1)/o.MostEdits)
	}
	c.diff.Attribution = a.run(o.ByEdit)
	if o.ByOrder {
		a.ranges()
	}
}

// edits are what the plans say differently.
func (c *comparison) edits() []Edit {
	var edits []Edit
	x := &mixer{old: c.old.Plan, new: c.new.Plan, span: c.programmes()}
	x.takes = func(g Group, n noun, key string) bool {
		e := Edit{Group: g, Noun: n.header, Key: key, Change: n.change, At: placeOf(n.new, key)}
		if key != "" {
			e.Was, e.Is = written(placeOf(n.old, key)), written(e.At)
			if placeOf(n.old, key) == n.old.At {
				e.Was = ""
			}
			if e.At == n.new.At {
				e.Is = ""
			}
		}
		switch {
		case key == "" && n.change == Added:
			e.Says = told(n.new)
		case key == "" && n.change == Removed:
			e.Says = told(n.old)
		case key == "":
			before := told(n.old)
			e.Says = slices.DeleteFunc(told(n.new), func(key string) bool { return slices.Contains(before, key) })
		}
		if n.change == Removed || e.At.IsZero() {
			e.At = placeOf(n.old, key)
		}
		e.Place = e.At.String()
		edits = append(edits, e)
		return true
	}
	x.plan()
	slices.SortStableFunc(edits, compareEdits)
	return edits
}

// inNewNames gives the old version the names of the new one.
func inNewNames(old, new *Version, stated []Rename) (*Version, []Rename, error) {
	if err := checkStated(old.Plan, new.Plan, stated); err != nil {
		return nil, nil, err
	}
	p, renames := findRenames(old.Plan, new.Plan, stated)
	if len(renames) == 0 {
		return old, nil, nil
	}
	n, problems := expand.Expand(p)
	if anyError(problems) || len(n.Activities) != len(old.Network.Activities) {
		return nil, nil, errors.New("with the new names the old version is no plan any more: two things would have the same one")
	}
	r := newRenaming(renames)
	made := *old
	made.Plan, made.Network = p, n
	made.Schedule = &plan.Schedule{}
	for _, row := range old.Schedule.Rows {
		if i := old.Network.Index(row.ID); i >= 0 {
			row.ID = r.activity(&old.Network.Activities[i], old.Plan)
		}
		made.Schedule.Rows = append(made.Schedule.Rows, row)
	}
	slices.SortFunc(made.Schedule.Rows, func(a, b plan.Row) int { return compareID(a.ID, b.ID) })
	return &made, renames, nil
}
