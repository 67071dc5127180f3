package xlsx

import (
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"epr/reports/reportstest"
)

func TestLineCount(t *testing.T) {
	const room = 60_000 // 60 points: at size 10, ten letters of 0.6
	for _, c := range []struct {
		text string
		want int
	}{
		{"", 1},
		{"a", 1},
		{"one two", 1},
		{"one two three", 2},
		{"one\ntwo", 2},
		{"mmmmmmmmmmmmmmmmmmmm", 3}, // 166 points in one word
		{"one two three four five six", 3},
	} {
		if got := lineCount(c.text, look{}, room); got != c.want {
			t.Errorf("%q takes %d lines, want %d", c.text, got, c.want)
		}
	}
}

// TestMoreRoomFewerLines holds that no text takes more lines where there is more room, and more text never fewer.
func TestMoreRoomFewerLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.SampledFrom([]rune("abc mM\n£é漢"))).Draw(t, "text")
		room := rapid.IntRange(20_000, 400_000).Draw(t, "room")
		lines := lineCount(text, look{}, room)
		if wider := lineCount(text, look{}, 2*room); wider > lines {
			t.Fatalf("%d lines, and %d with twice the room", lines, wider)
		}
		if longer := lineCount(text+"\nm", look{}, room); longer != lines+1 {
			t.Fatalf("%d lines, and %d with one more", lines, longer)
		}
	})
}

func TestShorten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		room := rapid.IntRange(20_000, 100_000).Draw(t, "room")
		if got := shorten(text, look{}, room); textWidth(got, fontSize, false) > room {
			t.Fatalf("%q is %d wide, room is %d", got, textWidth(got, fontSize, false), room)
		}
	})
}

// TestContrast computes the contrast of every look of the pack as WCAG 2 defines it: text needs 4.5 to 1.
func TestContrast(t *testing.T) {
	b := newBook(reportstest.Pack())
	for _, part := range sheets() {
		if err := b.build(part); err != nil {
			t.Fatal(err)
		}
	}
	for l := range b.styles {
		text, ground := l.ink, l.fill
		if text == "" {
			text = ink
		}
		if ground == "" {
			ground = white
		}
		if got := contrast(text, ground); got < 4.5 {
			t.Errorf("%s on %s has a contrast of %.1f", text, ground, got)
		}
		if l.points() < fontSize {
			t.Errorf("a look of %d points", l.points())
		}
	}
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(colour string) float64 {
	part := func(i int) float64 {
		n, err := strconv.ParseUint(colour[i:i+2], 16, 8)
		if err != nil {
			panic(err)
		}
		v := float64(n) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*part(0) + 0.7152*part(2) + 0.0722*part(4)
}
