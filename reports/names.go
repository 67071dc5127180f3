package reports

import "epr/plan"

// phaseName is the name of a phase, "" if there is none.
func (f *facts) phaseName(id string) string {
	if phase := f.plan.Phases.Get(id); phase != nil {
		return orID(phase.Name, id)
	}
	return id
}

// unphased is what the work of no phase is called: all there is, or what goes across the phases.
func (f *facts) unphased() string {
	if f.plan.Phases.Len() == 0 {
		return "Whole programme"
	}
	return "Across the phases"
}

// trustName is the name of a trust, "" if there is none.
func (f *facts) trustName(id string) string {
	if trust := f.plan.Trusts.Get(id); trust != nil {
		return orID(trust.Name, id)
	}
	return id
}

// siteName is the name of a site of a trust, "" if there is none.
func (f *facts) siteName(trust, site string) string {
	if t := f.plan.Trusts.Get(trust); t != nil {
		if s := t.Sites.Get(site); s != nil {
			return orID(s.Name, site)
		}
	}
	return site
}

func (f *facts) placeNames(p plan.Place) (phase, trust, site string) {
	return f.phaseName(p.Phase), f.trustName(p.Trust), f.siteName(p.Trust, p.Site)
}

func orID(name, id string) string {
	if name == "" {
		return id
	}
	return name
}
