package source

import "testing"

func TestBroken(t *testing.T) {
	for _, c := range []struct {
		columns, used int
		text, want    string
	}{
		{0, 10, "as it stands, however long", "as it stands, however long"},
		{30, 10, "one two three", "one two three"},
		{20, 10, "one two three", "one two\n      three"},
		{20, 18, "one two three", "\n      one two three"},
		{20, 10, "one averyverylongwordwithoutend two", "one\n      averyverylongwordwithoutend\n      two"},
		{20, 10, "ŵŵŵŵ ŵŵŵŵ", "ŵŵŵŵ ŵŵŵŵ"},
		{20, 10, "", ""},
	} {
		if got := (Style{Columns: c.columns}).broken(c.used, c.text); got != c.want {
			t.Errorf("%q from %d in %d columns is broken into %q, want %q", c.text, c.used, c.columns, got, c.want)
		}
	}
}

func TestBreak(t *testing.T) {
	const text = "how they clash:\n  - one two three\n\n"
	if got := (Style{}).Break(text); got != text {
		t.Errorf("without columns %q becomes %q", text, got)
	}
	if got, want := (Style{Columns: 12}).Break(text), "how they\n  clash:\n  - one two\n    three\n\n"; got != want {
		t.Errorf("broken into %q, want %q", got, want)
	}
}
