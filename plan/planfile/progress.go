package planfile

import "epr/plan"

func (r *reader) progress(activity string, t *table) {
	if isNew := once(t, &r.reported, activity, "the progress of"); !isNew {
		return
	}
	r.plan.Progress = append(r.plan.Progress, plan.Progress{
		Origin:    t.origin(),
		Activity:  activity,
		Started:   t.date("started"),
		Finished:  t.date("finished"),
		Remaining: t.whole("remaining", wantDays, 0, maxDays),
		Note:      t.text("note"),
	})
	t.done()
}
