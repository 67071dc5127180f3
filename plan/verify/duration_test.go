package verify

import (
	"testing"

	"epr/plan"
)

func TestDaysOf(t *testing.T) {
	p := &plan.Plan{}
	ash := &plan.Trust{ID: "ash", Staff: plan.Staff{{Group: "nurses", Count: 100}, {Group: "doctors", Count: 31}}}
	ash.Sites.Add("north", &plan.Site{ID: "north", Staff: plan.Staff{{Group: "nurses", Count: 41}}})
	ash.Sites.Add("south", &plan.Site{ID: "south"})
	oak := &plan.Trust{ID: "oak"}
	oak.Sites.Add("east", &plan.Site{ID: "east", Staff: plan.Staff{{Group: "nurses", Count: 10}}})
	oak.Sites.Add("west", &plan.Site{ID: "west", Staff: plan.Staff{{Group: "nurses", Count: 11}}})
	p.Trusts.Add("ash", ash)
	p.Trusts.Add("oak", oak)
	r := newReader(p, nil)

	atRate := func(q plan.Quantity) plan.Duration {
		q.PerDay = 10 * plan.One
		return plan.Duration{Quantity: &q}
	}
	nurses := []string{"nurses"}
	for _, c := range []struct {
		name   string
		kind   plan.Kind
		place  plan.Place
		stated plan.Duration
		want   int
	}{
		{"as stated", plan.Build, plan.Place{}, plan.Duration{Low: 3, Likely: 5, High: 9}, 5},
		{"a milestone takes none", plan.Milestone, plan.Place{}, plan.Duration{}, 0},
		{"a gate takes one", plan.Gate, plan.Place{}, plan.Duration{}, 1},
		{"a count", plan.Migration, plan.Place{Trust: "ash"}, atRate(plan.Quantity{Count: 40}), 4},
		{"a count, rounded up", plan.Migration, plan.Place{}, atRate(plan.Quantity{Count: 41}), 5},
		{"never less than one", plan.Migration, plan.Place{}, atRate(plan.Quantity{Count: 0}), 1},
		{"all staff of the trust", plan.Training, plan.Place{Trust: "ash"}, atRate(plan.Quantity{AllStaff: true}), 14},
		{"one staff group", plan.Training, plan.Place{Trust: "ash"}, atRate(plan.Quantity{Staff: nurses}), 10},
		{"those who turn up", plan.Training, plan.Place{Trust: "ash"}, atRate(plan.Quantity{Staff: nurses, Attendance: 80}), 13},
		{"of the site", plan.Training, plan.Place{Trust: "ash", Site: "north"}, atRate(plan.Quantity{AllStaff: true}), 5},
		{"of the trust if the site says none", plan.Training, plan.Place{Trust: "ash", Site: "south"}, atRate(plan.Quantity{Staff: nurses}), 10},
		{"of all sites if the trust says none", plan.Training, plan.Place{Trust: "oak"}, atRate(plan.Quantity{Staff: nurses}), 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := &plan.Activity{Kind: c.kind, Place: c.place}
			if got := r.daysOf(a, c.stated); got != c.want {
				t.Errorf("%d days, want %d", got, c.want)
			}
		})
	}
}
