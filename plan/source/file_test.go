package source_test

import (
	"testing"

	"pgregory.net/rapid"

	"epr/plan/source"
)

func TestPosition(t *testing.T) {
	const text = "é = 1\r\n\tlong\n\nend"
	tests := []struct {
		name       string
		start      int
		line, col  int
		wantString string
	}{
		{"the first character", 0, 1, 1, "p.toml:1:1"},
		{"columns count characters, not bytes", len("é"), 1, 2, "p.toml:1:2"},
		{"a tab is one column", len("é = 1\r\n\t"), 2, 2, "p.toml:2:2"},
		{"an end of line belongs to its line", len("é = 1\r"), 1, 7, "p.toml:1:7"},
		{"an empty line", len("é = 1\r\n\tlong\n"), 3, 1, "p.toml:3:1"},
		{"the end of the text", len(text), 4, 4, "p.toml:4:4"},
	}
	for _, file := range []*source.File{source.NewFile("p.toml", text), {Name: "p.toml", Text: text}} {
		for _, tt := range tests {
			at := file.Span(tt.start, tt.start)
			if line, col := at.Position(); line != tt.line || col != tt.col {
				t.Errorf("%s: got %d:%d, want %d:%d", tt.name, line, col, tt.line, tt.col)
			}
			if got := at.String(); got != tt.wantString {
				t.Errorf("%s: got %q, want %q", tt.name, got, tt.wantString)
			}
		}
	}
}

func TestPlacesWithoutALine(t *testing.T) {
	whole := source.NewFile("p.toml", "a = 1").Whole()
	for _, tt := range []struct {
		at   source.Span
		want string
	}{{source.Span{}, ""}, {whole, "p.toml"}} {
		if line, col := tt.at.Position(); line != 0 || col != 0 || tt.at.String() != tt.want || tt.at.Text() != "" {
			t.Errorf("got %d:%d, %q, %q; want no position, %q and no text", line, col, tt.at.String(), tt.at.Text(), tt.want)
		}
	}
}

func TestSpanStaysInTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		file := source.NewFile("f", rapid.String().Draw(t, "text"))
		at := file.Span(rapid.Int().Draw(t, "start"), rapid.Int().Draw(t, "end"))
		if at.Start < 0 || at.Start > at.End || at.End > len(file.Text) {
			t.Fatalf("span %d to %d lies outside a text of %d bytes", at.Start, at.End, len(file.Text))
		}
	})
}
