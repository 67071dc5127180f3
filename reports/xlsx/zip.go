package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"io/fs"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"epr/calendar"
)

// A workbook is the same from run to run only if its zip entries come in one order with one time, and
// if the list of its parts is sorted: excelize keeps parts in maps and stamps entries with no date.

// save writes the workbook.
func (b *book) save(w io.Writer) error {
	defaults := b.file.ContentTypes.Defaults
	sort.Slice(defaults, func(i, j int) bool { return defaults[i].Extension < defaults[j].Extension })
	at := moment(b.pack.Header.Status)
	b.file.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &steadyZip{out: w, modified: at, finish: b.finished} })
	buffer, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	_, err = w.Write(buffer.Bytes())
	return err
}

// moment is midnight of a day, for formats that want a time of day. Zip entries cannot be older than
// 1980.
func moment(day calendar.Date) time.Time {
	year, month, d := max(day, calendar.MustOf(1980, 1, 1)).Civil()
	return time.Date(year, time.Month(month), d, 0, 0, 0, 0, time.UTC)
}

// steadyZip collects entries and writes them sorted, all with one time.
type steadyZip struct {
	out      io.Writer
	modified time.Time
	finish   func(name string, content []byte) []byte // what is still to be done to an entry
	entries  []*entry
}

type entry struct {
	name string
	bytes.Buffer
}

// Create begins an entry.
func (z *steadyZip) Create(name string) (io.Writer, error) {
	e := &entry{name: name}
	z.entries = append(z.entries, e)
	return e, nil
}

// AddFS is never used: excelize offers it to writers of its own.
func (z *steadyZip) AddFS(fs.FS) error { return fs.ErrInvalid }

// Close writes the archive.
func (z *steadyZip) Close() error {
	slices.SortFunc(z.entries, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(place(a.name), place(b.name)), strings.Compare(a.name, b.name))
	})
	archive := zip.NewWriter(z.out)
	for _, e := range z.entries {
		w, err := archive.CreateHeader(&zip.FileHeader{Name: e.name, Method: zip.Deflate, Modified: z.modified})
		if err != nil {
			return err
		}
		if _, err := w.Write(z.finish(e.name, e.Bytes())); err != nil {
			return err
		}
	}
	return archive.Close()
}

// place puts the list of the parts first and the relations of the package second, where readers look
// for them.
func place(name string) int {
	switch name {
	case "[Content_Types].xml":
		return 0
	case "_rels/.rels":
		return 1
	}
	return 2
}
