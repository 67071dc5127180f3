package planfile

import "strings"

// value reads a value of any sort.
func (l *locator) value() (written, bool) {
	v := written{extent: extent{start: l.at}}
	var ok bool
	switch c := l.peek(); c {
	case '"', '\'':
		ok = l.quoted(c)
	case '[':
		v.elements, ok = nested(l, ']', l.value)
	case '{':
		v.marks, ok = nested(l, '}', l.key)
	default:
		ok = l.scalar()
	}
	v.end = l.at
	return v, ok
}

// nested reads what stands between brackets, one element after another.
func nested[T any](l *locator, end byte, element func() (T, bool)) ([]T, bool) {
	start := l.at
	l.at++
	if l.depth++; l.depth > maxNesting {
		l.deep = start
		return nil, false
	}
	defer func() { l.depth-- }()
	var list []T
	for {
		if l.skipSpace(); l.peek() == end {
			l.at++
			return list, true
		}
		e, ok := element()
		if !ok {
			return nil, l.leftOpen(start)
		}
		list = append(list, e)
		if l.skipSpace(); l.peek() == ',' {
			l.at++
		} else if l.peek() != end {
			return nil, l.leftOpen(start)
		}
	}
}

// leftOpen notes where something begins that is not closed. The outermost wins: it is found last.
func (l *locator) leftOpen(start int) bool {
	if l.open < 0 || start < l.open {
		l.open = start
	}
	return false
}

// quoted reads a string, on one line or several.
func (l *locator) quoted(quote byte) bool {
	triple := strings.Repeat(string(quote), 3)
	if !strings.HasPrefix(l.text[l.at:], triple) {
		return l.line(quote)
	}
	start := l.at
	for l.at += 3; l.at < len(l.text); l.at++ {
		switch {
		case quote == '"' && l.text[l.at] == '\\':
			l.at++
		case strings.HasPrefix(l.text[l.at:], triple):
			// One or two quotes more belong to the string. Behind an escaped backslash the decoder takes three.
			most := 2
			if l.text[l.at-1] == '\\' {
				most = 3
			}
			l.at += 3
			for ; most > 0 && l.peek() == quote; most-- {
				l.at++
			}
			return true
		}
	}
	l.at = len(l.text)
	return l.leftOpen(start)
}

// line reads a string that ends on its line.
func (l *locator) line(quote byte) bool {
	start := l.at
	for l.at++; l.at < len(l.text); l.at++ {
		switch c := l.text[l.at]; {
		case c == quote:
			l.at++
			return true
		case c == '\n':
			return l.leftOpen(start)
		case c == '\\' && quote == '"':
			l.at++
		}
	}
	l.at = len(l.text)
	return l.leftOpen(start)
}

// scalar reads a number, a date or a word. A date and its time may have a space between them.
func (l *locator) scalar() bool {
	start := l.at
	for l.at < len(l.text) {
		c := l.text[l.at]
		isTime := c == ' ' && isDate(l.text[start:l.at]) && l.at+1 < len(l.text) && isDigit(l.text[l.at+1])
		if strings.IndexByte(" \t\r\n,]}#", c) >= 0 && !isTime {
			break
		}
		l.at++
	}
	return l.at > start
}

func isDate(s string) bool { return len(s) == len("2027-04-30") && s[4] == '-' && s[7] == '-' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// peek is the next byte, 0 at the end.
func (l *locator) peek() byte {
	if l.at < len(l.text) {
		return l.text[l.at]
	}
	return 0
}

// accept reads a piece of syntax if it comes next.
func (l *locator) accept(s string) bool {
	if !strings.HasPrefix(l.text[l.at:], s) {
		return false
	}
	l.at += len(s)
	return true
}

// skipBlank skips spaces and tabs.
func (l *locator) skipBlank() {
	for l.at < len(l.text) && (l.text[l.at] == ' ' || l.text[l.at] == '\t') {
		l.at++
	}
}

// skipSpace skips blanks, ends of lines and comments.
func (l *locator) skipSpace() {
	for l.at < len(l.text) {
		switch l.text[l.at] {
		case ' ', '\t', '\r', '\n':
			l.at++
		case '#':
			l.skipLine()
		default:
			return
		}
	}
}

// skipLine skips to the end of the line.
func (l *locator) skipLine() {
	if end := strings.IndexByte(l.text[l.at:], '\n'); end >= 0 {
		l.at += end
	} else {
		l.at = len(l.text)
	}
}
