package source

import "strings"

// Suggest is the name among those in scope that was probably meant by a word that is none of them: the
// one nearest by edit distance, if that is below 3 and at most about a third of the word's letters, and
// if no other is as near. It is empty if there is none. A word that differs only in capital letters is
// nearest of all.
func Suggest(word string, among []string) string {
	best, found, tied := farthest(word)+1, "", false
	for _, name := range among {
		if name == found {
			continue
		}
		d := near(word, name, best)
		if d < best {
			best, found, tied = d, name, false
		} else if d == best && found != "" {
			tied = true
		}
	}
	if tied {
		return ""
	}
	return found
}

// farthest is the largest distance at which a name can still have been meant by a word.
func farthest(word string) int {
	switch n := len([]rune(word)); {
	case n < 3:
		return 0
	case n < 6:
		return 1
	default:
		return 2
	}
}

// near is the distance of two names, or any larger number than limit if it is above that.
func near(a, b string, limit int) int {
	if strings.EqualFold(a, b) {
		return 0
	}
	x, y := []rune(a), []rune(b)
	if max(len(x)-len(y), len(y)-len(x)) > limit {
		return limit + 1
	}
	return max(1, distance(x, y))
}

// distance counts the letters to put in, take out, change or swap with their neighbour to turn one
// word into the other (optimal string alignment).
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(last[j+1]+1, row[j]+1, change)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
