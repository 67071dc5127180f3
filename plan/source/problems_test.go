package source_test

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/source"
)

func TestSortedIsDocumentOrder(t *testing.T) {
	main, included := source.NewFile("z.toml", "0123456789"), source.NewFile("a.toml", "0123456789")
	included.Order = 1
	want := []source.Problem{
		{Code: "whole", At: main.Whole()},
		{Code: "early", At: main.Span(2, 3)},
		{Code: "b-error", At: main.Span(5, 6)},
		{Code: "a-warning", At: main.Span(5, 6), Severity: source.Warning},
		{Code: "longer", At: main.Span(5, 9)},
		{Code: "other-file", At: included.Span(0, 1)},
		{Code: "nowhere", Text: "a"},
		{Code: "nowhere", Text: "b"},
	}
	order := rand.New(rand.NewSource(1))
	for range 50 {
		shuffled := slices.Clone(want)
		order.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		var ps source.Problems
		ps.Add(shuffled...)
		if diff := cmp.Diff(codes(want), codes(ps.Sorted())); diff != "" {
			t.Fatalf("added in another order (-want +got):\n%s", diff)
		}
	}
}

func codes(problems []source.Problem) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Code+" "+p.Text)
	}
	return list
}

func TestTheSameProblemIsKeptOnce(t *testing.T) {
	file := source.NewFile("f", "abc")
	var ps source.Problems
	ps.Errorf("code", file.Span(0, 1), "text %d", 1)
	ps.Errorf("code", file.Span(0, 1), "text %d", 1)
	ps.Add(source.Problem{Severity: source.Warning, Code: "code", At: file.Span(0, 1), Text: fmt.Sprintf("text %d", 2)})
	ps.Errorf("code", file.Span(1, 2), "text %d", 1)
	var all source.Problems
	all.Merge(&ps)
	all.Merge(&ps)
	if all.Len() != 3 || all.Count(source.Error) != 2 || all.Count(source.Warning) != 1 || !all.HasErrors() {
		t.Errorf("got %d problems, %d errors, %d warnings; want 3, 2, 1", all.Len(), all.Count(source.Error), all.Count(source.Warning))
	}
}

func TestWarningsAreNoErrors(t *testing.T) {
	var ps source.Problems
	ps.Add(source.Problem{Severity: source.Notice, Text: "text"})
	if ps.HasErrors() || !ps.IsClean() {
		t.Error("a note counts as an error or as a warning")
	}
	ps.Add(source.Problem{Severity: source.Warning, Code: "code", At: source.Span{}, Text: "text"})
	if ps.HasErrors() || ps.IsClean() {
		t.Error("a warning counts as an error, or not at all")
	}
}
