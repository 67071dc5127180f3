package plan

import (
	"encoding/json"
	"testing"
)

func TestNumbersInJSON(t *testing.T) {
	for _, c := range []struct {
		value any
		want  string
	}{
		{Hundredths(150), "1.5"},
		{Hundredths(-25), "-0.25"},
		{Hundredths(2000), "20"},
		{Whole{}, "null"},
		{Whole{N: 7, Set: true}, "7"},
	} {
		got, err := json.Marshal(c.value)
		if string(got) != c.want || err != nil {
			t.Errorf("%#v is %s, %v in JSON, want %s", c.value, got, err, c.want)
		}
	}
}
