package words_test

import (
	"strconv"
	"testing"

	"epr/plan/words"
)

func TestList(t *testing.T) {
	for names, want := range map[int]string{0: "", 1: "0", 2: "0 and 1", 3: "0, 1 and 2", 4: "0, 1, 2 and 3"} {
		var list []string
		for k := range names {
			list = append(list, strconv.Itoa(k))
		}
		if got := words.List(list); got != want {
			t.Errorf("%d names: %q, want %q", names, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 working days", 1: "1 working day", 2: "2 working days", -1: "-1 working days"} {
		if got := words.WorkingDays(n); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	if got := words.Named("Ash", "ash") + words.Named("", "ash"); got != "Ashash" {
		t.Errorf("%q, want the name, and the id where there is none", got)
	}
}
