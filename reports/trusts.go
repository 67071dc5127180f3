package reports

import (
	"epr/calendar"
	"epr/plan"
)

// Trust is one trust of the programme: when it goes live next and how that stands against its
// promises.
type Trust struct {
	ID, Name string
	ODS      string
	Next     string        // the next go-live that has not finished; "" if none is left
	NextDate calendar.Date // its finish
	NextSite string        // the site of the next go-live, else the trust; "" if none is left
	Last     calendar.Date // finish of the trust's last go-live, done or not; zero if it has none
	Sites    Share         // sites live, of those with a go-live
	GoLives  Share         // go-lives done, of all
	// Slack is the least slack of the trust's go-lives that have not finished, and Promise is the
	// promise it is measured against.
	Promise  Promise
	Slack    plan.Whole
	Rating   Rating
	Tightest string // the go-live with the least slack, else the next
	HeldBy   string // what holds it
}

func (f *facts) trusts() []Trust {
	list := make([]Trust, 0, f.plan.Trusts.Len())
	members := f.goLivesByTrust()
	for id, trust := range f.plan.Trusts.All() {
		if len(members[id]) > 0 || f.takesPart(id) {
			t := Trust{ID: id, Name: orID(trust.Name, id), ODS: trust.ODS}
			f.fillTrust(&t, members[id])
			list = append(list, t)
		}
	}
	return list
}

func (f *facts) goLivesByTrust() map[string][]int {
	by := map[string][]int{}
	for _, i := range f.goLives() {
		trust := f.activity(i).Place.Trust
		by[trust] = append(by[trust], i)
	}
	return by
}

func (f *facts) takesPart(trust string) bool {
	for i := range f.net.Activities {
		if f.activity(i).Place.Trust == trust {
			return true
		}
	}
	return false
}

func (f *facts) fillTrust(t *Trust, goLives []int) {
	next, tightest := -1, -1
	for _, i := range goLives {
		t.Last = max(t.Last, f.rows[i].Finish)
		t.GoLives.Of++
		if f.state(i) == Done {
			t.GoLives.N++
			continue
		}
		if next < 0 || f.earlier(i, next) {
			next = i
		}
		if slack := f.promise(i).Slack(f.rows[i].Finish); tightest < 0 || lessSlack(slack, t.Slack) {
			tightest, t.Slack, t.Promise = i, slack, f.promise(i)
		}
	}
	t.Sites = f.sitesLive(func(p plan.Place) bool { return p.Trust == t.ID })
	if next < 0 {
		if t.Rating = Unpromised; t.GoLives.Of > 0 {
			t.Rating = Live
		}
		return
	}
	t.Rating = f.rate(tightest, t.Slack)
	t.Next, t.NextDate = f.activity(next).Name, f.rows[next].Finish
	_, _, t.NextSite = f.placeNames(f.activity(next).Place)
	t.NextSite = orID(t.NextSite, t.Name)
	t.Tightest = f.activity(tightest).Name
	t.HeldBy = f.heldBy(tightest)
}

// Pressing is the n trusts with the least slack, in that order; all of them, in the plan's order, if
// there are no more than n.
func (p *Pack) Pressing(n int) []Trust {
	return pressing(p.Trusts, n, func(x *Trust) plan.Whole { return x.Slack })
}

// BySlack is the trusts with the least slack first; those with none, because nothing is left to do or nothing was
// promised, come last in the plan's order.
func (p *Pack) BySlack() []Trust {
	return bySlack(p.Trusts, func(x *Trust) plan.Whole { return x.Slack })
}
