package html

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/reports"
)

// TestEarlierIsThePack sees that the page has the dates of every earlier schedule, though it says only those that
// differ.
func TestEarlierIsThePack(t *testing.T) {
	type dates struct {
		Start, Finish, Later int
		New                  bool
	}
	p := baselinesPack()
	d := dataIn(t, write(t, p))
	for k, e := range p.Earlier() {
		var want []dates
		got := make([]dates, len(p.Schedule))
		for i, was := range e.Rows {
			want = append(want, dates{day(was.Start), day(was.Finish), was.Later.N, was.IsZero()})
			got[i] = dates{d.Activities.Start[i], d.Activities.Finish[i], 0, false}
		}
		for n, at := range d.Earlier[k].At {
			got[at] = dates{d.Earlier[k].Start[n], d.Earlier[k].Finish[n], d.Earlier[k].Later[n], false}
		}
		for _, at := range d.Earlier[k].New {
			got[at] = dates{New: true}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-pack +page):\n%s", d.Earlier[k].Name, diff)
		}
	}
	want := []string{"Baseline approved, approved 5 Oct 2026", "Baseline outline, approved 1 Jun 2026", "Last version"}
	var got []string
	for k, e := range d.Earlier {
		got = append(got, e.Name)
		if e.Chosen != (k == 0) {
			t.Errorf("%s is shown at first: %t", e.Name, e.Chosen)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestChecksAreThePack sees that what the page shows for a check is what it counted.
func TestChecksAreThePack(t *testing.T) {
	p := baselinesPack()
	want := map[string][]string{}
	for _, list := range [][]reports.Assured{p.Assurance.Points, p.Assurance.Own} {
		for _, c := range list {
			counted := map[string]bool{}
			for _, o := range c.Offenders {
				counted[o.ID] = true
			}
			for i := range p.Schedule {
				if c.IsNotMet() && counted[p.Schedule[i].ID] {
					want[c.ID] = append(want[c.ID], p.Schedule[i].ID)
				}
			}
		}
	}
	got := map[string][]string{}
	for _, c := range dataIn(t, write(t, p)).Checks {
		for _, at := range c.At {
			got[c.ID] = append(got[c.ID], p.Schedule[at].ID)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" || len(got) == 0 {
		t.Errorf("(-pack +page):\n%s", diff)
	}
}
