package forecast

import (
	"math"

	"epr/plan"
)

// shape is the distribution of a range: triangular with its peak at likely. Its ends are such that one case
// in ten is below low and one in ten above high, or they are low and high. Numbers are hundredths.
//
// Of floating point it uses only addition, multiplication, division and roots, each of them rounded on its
// own, so that every machine draws the same.
type shape struct {
	isPoint     bool
	from, to    float64
	likely      float64
	cut         uint32  // the numbers below it fall short of likely
	rise, slope float64 // of the two sides, for numbers of 32 bits
}

// unity is what the numbers of a luck are below.
const unity = float64(1 << 32)

func newShape(r plan.Range, meaning plan.RangeMeaning) shape {
	low, likely, high := float64(r.Low), float64(r.Likely), float64(r.High)
	if r.Low >= r.High {
		return shape{isPoint: true, likely: likely}
	}
	below, above := likely-low, high-likely
	if meaning == plan.Percentiles {
		below, above = ends(below, above)
	}
	s := shape{likely: likely, from: likely - below, to: likely + above}
	width := below + above
	s.rise, s.slope = float64(width*below)/unity, float64(width*above)/unity
	s.cut = uint32(min(float64(below/width)*unity, unity-1))
	return s
}

// ends are the distances from the peak to the two ends of a triangle in which a tenth lies further below
// the peak than one distance, and a tenth further above than the other. Each end follows from the other by a
// quadratic equation; solved in turn they draw near to the answer by a factor of five or more each time.
func ends(below, above float64) (float64, float64) {
	x, y := below, above
	for range 40 {
		x, y = end(below, y), end(above, x)
	}
	return x, y
}

// end is the x with (x - d)² = x·(x + y)/10, the larger of the two.
func end(d, y float64) float64 {
	p := float64(2*d) + y/10
	return (p + math.Sqrt(float64(p*p)-float64(3.6*float64(d*d)))) / 1.8
}

// least is the smallest value there is.
func (s *shape) least() int64 {
	if s.isPoint {
		return int64(s.likely)
	}
	return s.at(0)
}

// at is the value that a share of the cases, out of 2³², stay below; not below 0.
func (s *shape) at(u uint32) int64 {
	if s.isPoint {
		return int64(s.likely)
	}
	var x float64
	if u < s.cut {
		x = s.from + math.Sqrt(float64(u)*s.rise)
	} else {
		x = s.to - math.Sqrt((unity-float64(u))*s.slope)
	}
	return int64(max(x, 0) + 0.5)
}
