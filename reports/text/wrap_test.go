package text

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		rule    string
		text    string
		columns int
		want    []string
	}{
		{"nothing is one empty line", " ", 10, []string{""}},
		{"lines break between words", "one two  three", 7, []string{"one two", "three"}},
		{"a date stays on one line", "now 9 May 2028, late", 12, []string{"now", "9 May 2028,", "late"}},
		{"a number stays with its noun", "it is 9 days late", 8, []string{"it is", "9 days", "late"}},
		{"a year does not stay with what follows", "from 9 May 2028 to 1 Jun 2028", 14, []string{"from", "9 May 2028 to", "1 Jun 2028"}},
		{"a date wider than the line is broken where it must", "9 December 2028", 12, []string{"9 December", "2028"}},
		{"a long id breaks after a slash", "one/ulth/pilgrim/go-live", 14, []string{"one/ulth/", "pilgrim/", "go-live"}},
		{"a long word breaks anywhere", "abcdefgh ij", 5, []string{"abcde", "fgh", "ij"}},
		{"wide characters take two columns", "漢字の病院", 5, []string{"漢字", "の病", "院"}},
		{"accents stay with their letter", "w\u0302y\u0302w\u0302y\u0302", 3, []string{"w\u0302y\u0302w\u0302", "y\u0302"}},
		{"control characters take no line of their own", "a\nb\x1b[2Jc", 20, []string{"a b�[2Jc"}},
	} {
		if diff := cmp.Diff(test.want, Wrap(test.text, test.columns)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.rule, diff)
		}
	}
}

func TestShorten(t *testing.T) {
	lines := []string{"one", "two six", "three"}
	for _, test := range []struct {
		rule string
		most int
		want []string
	}{
		{"what fits is left alone", 3, lines},
		{"no limit", 0, lines},
		{"what does not fit ends in an ellipsis", 2, []string{"one", "two si…"}},
	} {
		if diff := cmp.Diff(test.want, shorten(lines, test.most, 7)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.rule, diff)
		}
	}
	if diff := cmp.Diff([]string{"one", "two six", "three"}, lines); diff != "" {
		t.Errorf("the lines given are changed (-want +got):\n%s", diff)
	}
}

func TestClean(t *testing.T) {
	for _, test := range []struct{ rule, text, want string }{
		{"Welsh is left alone", "Ysbyty Llŷn, Ŵ", "Ysbyty Llŷn, Ŵ"},
		{"so is text from right to left", "בית חולים", "בית חולים"},
		{"white space is a space", "a\tb\u00a0c\u2028d\r\n", "a b c d  "},
		{"escape sequences lose their escape", "\x1b[31mred\x1b]0;x\a", "�[31mred�]0;x�"},
		{"so do those of eight bits", "\u009b31m", "�31m"},
		{"bytes that are not text show", "a\xffb", "a\ufffdb"},
		{"the direction of text is not overridden", "\u202eabc\u2066d\u2069\u200f", "abcd"},
		{"invisible characters go", "a\u200b\u00ad\ufeffb", "ab"},
		{"the flag of Wales flies", "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F", "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"},
	} {
		if got := clean(test.text); got != test.want {
			t.Errorf("%s: got %q, want %q", test.rule, got, test.want)
		}
	}
}

func TestShare(t *testing.T) {
	for _, test := range []struct {
		rule   string
		widths []int
		there  int
		want   []int
		left   int
	}{
		{"all that is needed, if it is there", []int{10, 20}, 50, []int{10, 20}, 20},
		{"the widest is cut first", []int{10, 40, 20}, 50, []int{10, 20, 20}, 0},
		{"then all to the same", []int{30, 40, 50}, 30, []int{10, 10, 10}, 0},
	} {
		columns := []int{0, 1, 2}[:len(test.widths)]
		left := share(test.widths, columns, test.there)
		if diff := cmp.Diff(test.want, test.widths); diff != "" || left != test.left {
			t.Errorf("%s: left %d, want %d (-want +got):\n%s", test.rule, left, test.left, diff)
		}
	}
}

func TestRule(t *testing.T) {
	p := newPage(Options{Width: 20})
	p.rule("One   Two words")
	p.rule("Exactly twenty wide.")
	p.rule("Exactly nineteen w.")
	want := "One ─ Two words ────\nExactly twenty wide.\nExactly nineteen w.\n"
	if diff := cmp.Diff(want, p.out.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
