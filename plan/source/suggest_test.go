package source_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/source"
)

func TestSuggest(t *testing.T) {
	tests := []struct {
		rule, word string
		among      []string
		want       string
	}{
		{"a letter changed", "bild-ed", []string{"build-ed", "train-ed"}, "build-ed"},
		{"neighbours swapped are one edit", "trsut", []string{"trust", "trunk"}, "trust"},
		{"two edits in a long word", "go-liev-now", []string{"go-live-now"}, "go-live-now"},
		{"distance 3 is too far", "workfloooow", []string{"workflow"}, ""},
		{"only capital letters", "ULTH", []string{"ulth", "ulti"}, "ulth"},
		{"capital letters beat an edit", "Name", []string{"name", "Nam"}, "name"},
		{"two at the same distance", "by", []string{"bx", "bz"}, ""},
		{"two that tie", "train-e", []string{"train-a", "train-b"}, ""},
		{"a third that is nearer settles a tie", "train", []string{"tradn", "trawn", "trainx", "tr"}, ""},
		{"nearest of several", "training", []string{"draining", "training-1", "trainin"}, ""},
		{"a short word allows less", "per", []string{"by"}, ""},
		{"one edit in three letters", "pre", []string{"per"}, "per"},
		{"two letters are never misspelt", "by", []string{"to", "my"}, ""},
		{"listed twice is no tie", "kidn", []string{"kind", "kind"}, "kind"},
		{"letters beyond ASCII count once", "crème", []string{"creme"}, "creme"},
		{"nothing in scope", "name", nil, ""},
		{"an empty word", "", []string{"a"}, ""},
	}
	for _, tt := range tests {
		if got := source.Suggest(tt.word, tt.among); got != tt.want {
			t.Errorf("%s: Suggest(%q, %q) = %q, want %q", tt.rule, tt.word, tt.among, got, tt.want)
		}
	}
}

func TestSuggestDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-c]{3,7}`)
		names := rapid.SliceOfNDistinct(word, 0, 6, rapid.ID[string]).Draw(t, "names")
		asked := word.Draw(t, "word")
		want := source.Suggest(asked, names)
		if got := source.Suggest(asked, rapid.Permutation(names).Draw(t, "shuffled")); got != want {
			t.Fatalf("got %q, and %q in another order", want, got)
		}
	})
}
