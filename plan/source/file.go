package source

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// File is one text of a model: the name it is shown under and its content, valid UTF-8 without a
// byte order mark. A file without text stands for a file as a whole, as when it cannot be read: a
// place in it has no line.
type File struct {
	Name string
	Text string
	// Order is the file's position among those of the model, from 0 for the first that was read.
	// Problems are listed in it.
	Order int

	lines []int // offset of the first byte of each line
}

// NewFile is a file that finds its lines quickly.
func NewFile(name, text string) *File {
	return &File{Name: name, Text: text, lines: lineStarts(text)}
}

func lineStarts(text string) []int {
	starts := make([]int, 1, 1+strings.Count(text, "\n"))
	for i := 0; ; {
		next := strings.IndexByte(text[i:], '\n')
		if next < 0 {
			return starts
		}
		i += next + 1
		starts = append(starts, i)
	}
}

// Whole is the place of the file as a whole: it prints as the file's name alone.
func (f *File) Whole() Span { return Span{File: &File{Name: f.Name, Order: f.Order}} }

// Span is the place from byte start up to but not including end. Offsets outside the text are moved to
// its nearest end.
func (f *File) Span(start, end int) Span {
	start = min(max(start, 0), len(f.Text))
	return Span{File: f, Start: start, End: min(max(end, start), len(f.Text))}
}

// LineStart is the offset of the first byte of a line, counted from 1; that of the last line if there
// are fewer.
func (f *File) LineStart(line int) int {
	lines := f.lineStarts()
	return lines[min(max(line, 1), len(lines))-1]
}

func (f *File) lineStarts() []int {
	if f.lines == nil {
		return lineStarts(f.Text) // a File that was not made by NewFile
	}
	return f.lines
}

// line is the number of the line that holds an offset, from 1, and its text without the line's end.
func (f *File) line(offset int) (number, start int, text string) {
	lines := f.lineStarts()
	number = sort.SearchInts(lines, offset+1)
	start = lines[number-1]
	end := len(f.Text)
	if number < len(lines) {
		end = lines[number] - 1
	}
	return number, start, strings.TrimSuffix(f.Text[start:end], "\r")
}

// Span is a piece of a file, from byte Start up to but not including End. The zero Span is no place:
// what carries it was not written in any file.
type Span struct {
	File       *File
	Start, End int
}

// IsZero reports whether s is no place.
func (s Span) IsZero() bool { return s.File == nil }

// Text is what is written there.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return s.File.Text[s.Start:s.End]
}

// Position is the line and column of the start, both from 1; columns count characters. Both are 0 if s
// is no place, or a file as a whole.
func (s Span) Position() (line, column int) {
	if s.File == nil || s.File.Text == "" {
		return 0, 0
	}
	number, start, _ := s.File.line(s.Start)
	return number, utf8.RuneCountInString(s.File.Text[start:s.Start]) + 1
}

// String is the place as editors and terminals know it:
//
//	plan.toml:31:10  a place
//	plan.toml        a file as a whole
//	                 no place
func (s Span) String() string {
	switch line, column := s.Position(); {
	case s.File == nil:
		return ""
	case line == 0:
		return s.File.Name
	default:
		return fmt.Sprintf("%s:%d:%d", s.File.Name, line, column)
	}
}
