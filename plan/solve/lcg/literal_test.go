package lcg

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLuby(t *testing.T) {
	var got []int64
	for i := int64(1); i <= 15; i++ {
		got = append(got, luby(i))
	}
	if diff := cmp.Diff([]int64{1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8}, got); diff != "" {
		t.Error(diff)
	}
}

func TestLiterals(t *testing.T) {
	for _, c := range []struct {
		literal        Literal
		text, negation string
	}{
		{AtLeast(3, 12), "[x3 ≥ 12]", "[x3 ≤ 11]"},
		{AtMost(0, -1), "[x0 ≤ -1]", "[x0 ≥ 0]"},
	} {
		if got := c.literal.String(); got != c.text {
			t.Errorf("%s, want %s", got, c.text)
		}
		if got := c.literal.Not().String(); got != c.negation {
			t.Errorf("not %s is %s, want %s", c.text, got, c.negation)
		}
		if c.literal.Not().Not() != c.literal {
			t.Errorf("not not %s is %s", c.text, c.literal.Not().Not())
		}
	}
}
