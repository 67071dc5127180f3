package planfile

import (
	"fmt"
	"hash/fnv"
	"strings"

	"epr/plan/source"
)

// marked is a line with its mark, by which a line that was edited is known.
func marked(text string) string { return text + opensMark + markOf(text) + "\n" }

const (
	opensMark = " # "
	markSize  = 3
	markSigns = "0123456789abcdefghjkmnpqrstvwxyz"
)

// markOf is some letters that few other lines would have.
func markOf(text string) string {
	hash := fnv.New32a()
	hash.Write([]byte(text))
	var mark [markSize]byte
	for k, sum := 0, hash.Sum32(); k < markSize; k, sum = k+1, sum/uint32(len(markSigns)) {
		mark[k] = markSigns[sum%uint32(len(markSigns))]
	}
	return string(mark[:])
}

// cutMark takes the mark off a line that has one; fits is false if it is that of another line.
func cutMark(l line) (rest line, fits bool) {
	text, mark, found := strings.Cut(l.text, opensMark)
	if !found || len(mark) != markSize || strings.Trim(mark, markSigns) != "" {
		return l, true
	}
	return line{text, l.start}, mark == markOf(text)
}

// edited reports a line whose mark does not fit.
func (r *scheduleReader) edited(l, id line) {
	r.last = id
	r.problems.Add(source.Problem{Code: "schedule-edited", At: r.at(l, 0, len(l.text)),
		Text: fmt.Sprintf("the line of %s was edited: the mark at its end is that of other dates", quote(id.text)),
		Hint: `dates are changed in the model ("not_before", "must_by", "by"); here, ` + restore})
}
