package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// width is the columns that text takes on a terminal: a letter with its accents 1, an emoji or a
// Chinese character 2. Emoji that are joined count one by one, as most terminals print them; one that
// draws them as a single picture leaves the rest of their columns blank. The table library counts so.
func width(s string) int { return twwidth.WidthWithOptions(s, twwidth.Options{}) }

// Wrap cleans text and breaks it into lines of at most so many columns: between words, but not after a
// number or inside a date; in a word too long for a line after a slash, where ids have one; failing that
// anywhere between two characters. There is always one line, if only an empty one.
func Wrap(s string, columns int) []string {
	var lines []string
	line := ""
	for _, word := range bind(strings.Fields(clean(s))) {
		switch {
		case line == "":
			line = word
		case width(line)+1+width(word) <= columns:
			line += " " + word
		default:
			lines = append(lines, line)
			line = word
		}
		for width(line) > columns {
			head, tail := split(line, columns)
			lines = append(lines, head)
			line = tail
		}
	}
	lines = append(lines, line)
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], bound, " ")
	}
	return lines
}

// bound is the space at which a line is not to be broken. Cleaned text holds none.
const bound = "\u00a0"

// bind joins words that belong on one line: a number, unless it is a year, and the word after it, as in
// "9 days", and the number after that, as in "9 May 2028".
func bind(words []string) []string {
	var joined []string
	counted := false // the word before follows a number that it is joined to
	for i, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		follows := i > 0 && counts(words[i-1]) && unicode.IsLetter(first)
		if follows || counted && isDigit(word[0]) {
			joined[len(joined)-1] += bound + word
		} else {
			joined = append(joined, word)
		}
		counted = follows
	}
	return joined
}

// counts reports whether a word ends in a number and is not a year. Other numbers of four digits have a
// comma.
func counts(word string) bool {
	return isDigit(word[len(word)-1]) && (len(word) != 4 || strings.Trim(word, "0123456789") != "")
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// split breaks a line that is too long for so many columns, of which there are at least two.
func split(line string, columns int) (head, tail string) {
	head = cut(line, columns)
	if space := strings.LastIndex(head, bound); space > 0 {
		return head[:space], line[space+len(bound):]
	}
	if slash := strings.LastIndexByte(head, '/'); slash >= 0 {
		head = head[:slash+1]
	}
	return head, line[len(head):]
}

// cut is as much of the beginning of a text as takes at most so many columns, with all the accents of
// its last letter.
func cut(s string, columns int) string {
	used := 0
	for i, r := range s {
		used += width(string(r))
		if used > columns {
			return s[:i]
		}
	}
	return s
}

// shorten leaves at most so many lines of a wrapped text, the last of them ending in "…" if any went; 0
// is no limit.
func shorten(lines []string, most, columns int) []string {
	if most == 0 || len(lines) <= most {
		return lines
	}
	lines = slices.Clone(lines[:most])
	lines[most-1] = strings.TrimRight(cut(lines[most-1], columns-1), " ") + "…"
	return lines
}

// padLeft fills text with spaces up to so many columns.
func padLeft(s string, columns int) string {
	return strings.Repeat(" ", max(0, columns-width(s))) + s
}
