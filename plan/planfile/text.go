package planfile

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"epr/plan/source"
)

// textOf makes text of the bytes of a file: UTF-8, without its byte order mark. Bytes that are no such
// text are a problem at the first of them, but for a file of another kind.
func textOf(name string, data []byte) (*source.File, *source.Problem) {
	if isOffice(data) {
		file := source.NewFile(name, "")
		return file, &source.Problem{Code: "not-utf-8", At: file.Whole(), Text: quote(name) + " is no text file but a workbook or a document",
			Hint: `a plan is a text file; save a list from a spreadsheet as "CSV UTF-8"`}
	}
	if encoding := utf16(data); encoding != "" {
		file := source.NewFile(name, "")
		return file, unreadable(file.Whole(), fmt.Sprintf("%s is saved as %s, not as UTF-8", quote(name), encoding))
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if at := firstInvalid(data); at >= 0 {
		file := source.NewFile(name, readable(data))
		_, size := utf8.DecodeRuneInString(file.Text[at:])
		return file, unreadable(file.Span(at, at+size), fmt.Sprintf("%s is not saved as UTF-8: here is the byte 0x%X", quote(name), data[at]))
	}
	file := source.NewFile(name, string(data))
	if at := strings.IndexByte(file.Text, 0); at >= 0 {
		return file, unreadable(file.Span(at, at+1), quote(name)+" is not a text file: it contains a zero byte")
	}
	if strings.TrimSpace(file.Text) == "" {
		return file, &source.Problem{Code: "empty-file", At: file.Whole(), Text: quote(name) + " is empty"}
	}
	return file, nil
}

func unreadable(at source.Span, text string) *source.Problem {
	return &source.Problem{Code: "not-utf-8", At: at, Text: text, Hint: `save it as UTF-8 ("Save as", then "Encoding")`}
}

// isOffice reports whether bytes begin as the files of office programs do, which are packed.
func isOffice(data []byte) bool {
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0"))
}

// utf16 names the encoding of bytes that are text in UTF-16, which some editors call Unicode.
func utf16(data []byte) string {
	zeros := func(from int) bool {
		return len(data) >= 4 && data[from] == 0 && data[from+2] == 0 && data[1-from] != 0 && data[3-from] != 0
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), zeros(1):
		return "UTF-16 (little-endian)"
	case bytes.HasPrefix(data, []byte("\xfe\xff")), zeros(0):
		return "UTF-16 (big-endian)"
	}
	return ""
}

// firstInvalid is the offset of the first byte that is not UTF-8, -1 if there is none.
func firstInvalid(data []byte) int {
	if utf8.Valid(data) {
		return -1
	}
	for at := 0; ; {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size <= 1 {
			return at
		}
		at += size
	}
}

// readable is the text with each byte that is not UTF-8 read as Latin-1, which it most often is: so the
// line can be shown as its writer knows it. Offsets up to the first such byte stay as they are.
func readable(data []byte) string {
	var b strings.Builder
	b.Grow(len(data) + len(data)/8)
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			r = rune(data[0])
		}
		b.WriteRune(r)
		data = data[size:]
	}
	return b.String()
}
