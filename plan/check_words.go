package plan

import (
	"strconv"
	"strings"

	"epr/plan/source"
)

// The words in which problems speak of a plan.

// q puts a name in quotes.
func q(name string) string { return `"` + name + `"` }

// index is the path of one element of a list.
func index(key string, i int) string { return key + "[" + strconv.Itoa(i) + "]" }

// didYouMean is the hint for a name of nothing: the name that was probably meant, failing that those
// there are, failing that something else.
func didYouMean(word string, among []string, otherwise string) string {
	const few = 6
	if near := source.Suggest(word, among); near != "" {
		return "did you mean " + q(near) + "?"
	}
	if 0 < len(among) && len(among) <= few {
		is := "there is "
		if len(among) > 1 {
			is = "there are "
		}
		return is + list(among, "and") + "; " + otherwise
	}
	return otherwise
}

// list joins names in quotes: `"a", "b" and "c"`.
func list(names []string, and string) string {
	var b strings.Builder
	for i, name := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			b.WriteString(" " + and + " ")
		default:
			b.WriteString(", ")
		}
		b.WriteString(q(name))
	}
	return b.String()
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// pounds writes an amount of money: "£77,273", "£6,470,998.50".
func pounds(amount Hundredths) string {
	whole, pence := strconv.FormatInt(int64(amount/One), 10), int64(amount%One)
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if pence != 0 {
		whole += "." + strconv.FormatInt(100+pence, 10)[1:]
	}
	return "£" + whole
}

// people writes a size of a team: "1 person", "2.5 people".
func people(n Hundredths) string {
	if n == One {
		return "1 person"
	}
	return n.String() + " people"
}
