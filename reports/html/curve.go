package html

import (
	"fmt"
	"slices"
	"strings"

	"epr/reports"
)

// The measures of the S-curve.
const (
	curveWidth  = 900
	curveHeight = 330
	curveLeft   = 56
	curveRight  = 24
	curveTop    = 34
	curveBase   = curveHeight - 52
)

// sCurve is an S-curve with its picture.
type sCurve struct {
	reports.Curve
	Picture drawing
}

// curves draws the S-curves of a forecast that have one; of what is certain there is none.
func curves(c *reports.Confidence) []sCurve {
	var list []sCurve
	for i := range c.Curves {
		if len(c.Curves[i].Points) > 0 {
			list = append(list, sCurve{c.Curves[i], curve(&c.Curves[i])})
		}
	}
	return list
}

// curve draws the chance that something has finished by each day, over the share of the replications that finish in
// each step.
func curve(c *reports.Curve) drawing {
	points := c.Points
	d := drawing{Width: curveWidth, Height: curveHeight}
	d.Title = fmt.Sprintf("%s: a chance of 50%% to be finished by %s, of 80%% by %s", c.Of.Name, c.Of.P50.Short(), c.Of.P80.Short())
	most := 1
	for _, p := range points {
		most = max(most, p.Share)
	}
	x := func(i int) int { return curveLeft + (2*i+1)*(curveWidth-curveLeft-curveRight)/(2*len(points)) }
	y := func(chance int) int { return curveBase - chance*(curveBase-curveTop)/10_000 }
	for percent := 0; percent <= 100; percent += 20 {
		d.path("grid", fmt.Sprintf("M%d %dH%d", curveLeft, y(percent*100), curveWidth-curveRight))
		d.words(curveLeft-8, y(percent*100)+4, "end", fmt.Sprintf("%d%%", percent))
	}
	var line strings.Builder
	step := (curveWidth - curveLeft - curveRight) / len(points)
	every := (len(points) + 7) / 8
	for i, p := range points {
		high := p.Share * (curveBase - curveTop) / 2 / most
		d.box(x(i)-step/2, curveBase-high, max(1, step-1), high, "share")
		fmt.Fprintf(&line, "%c%d %d", "ML"[min(i, 1)], x(i), y(p.Chance))
		if i%every == 0 {
			d.words(x(i), curveBase+20, "middle", p.Day.Short())
		}
	}
	d.path("curve", line.String())
	d.drops(c, x)
	d.words(curveLeft, curveHeight-8, "quiet", "Line: chance to be finished by a day. Columns: how the replications spread.")
	return d
}

// drop is a line down from a name.
type drop struct {
	at         int
	name, kind string
}

// nearNames is how near to each other two names would overlap.
const nearNames = 64

// drops marks the promise and the percentiles. Names that are near each other stand to either side of their lines.
func (d *drawing) drops(c *reports.Curve, x func(int) int) {
	var list []drop
	for _, m := range []drop{{c.Promise, "Promise", "promised"}, {c.P50, "P50", "p50"}, {c.P80, "P80", "p80"}} {
		if m.at >= 0 && m.at < len(c.Points) {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b drop) int { return a.at - b.at })
	for k, m := range list {
		at, class := x(m.at), "middle strong"
		switch {
		case k > 0 && at-x(list[k-1].at) < nearNames:
			at, class = at+4, "strong"
		case k+1 < len(list) && x(list[k+1].at)-at < nearNames:
			at, class = at-4, "end strong"
		}
		d.path("drop "+m.kind, fmt.Sprintf("M%d %dV%d", x(m.at), curveTop-10, curveBase))
		d.words(at, curveTop-16, class, m.name)
	}
}
