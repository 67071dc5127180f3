package git

import (
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"time"
)

// Tree is the files of a folder of a revision and of the folders in it, by their paths. It is a [fs.FS] of files alone:
// folders cannot be opened.
type Tree map[string]blob

// blob is a file of a revision.
type blob struct {
	name, object string
	size         int64
	mode         fs.FileMode
}

// add takes an entry as git lists it: mode, type, object, size.
func (t Tree) add(name string, about []string) {
	if len(about) < 4 || about[1] != "blob" {
		return
	}
	b := blob{name: path.Base(name), object: about[2], mode: 0o444}
	if about[0] == "120000" {
		b.mode |= fs.ModeSymlink
	}
	b.size, _ = strconv.ParseInt(about[3], 10, 64)
	t[name] = b
}

func missing(name string) error { return &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist} }

// Stat tells about a file without reading it.
func (t Tree) Stat(name string) (fs.FileInfo, error) {
	b, ok := t[name]
	if !ok {
		return nil, missing(name)
	}
	return b, nil
}

// Open reads a file.
func (t Tree) Open(name string) (fs.File, error) {
	b, ok := t[name]
	if !ok {
		return nil, missing(name)
	}
	content, err := run("", "cat-file", "blob", b.object)
	if err != nil {
		return nil, err
	}
	return &openBlob{b, strings.NewReader(content)}, nil
}

// Name, Size and the others tell about a file. A revision has no times.
func (b blob) Name() string               { return b.name }
func (b blob) Size() int64                { return b.size }
func (b blob) Mode() fs.FileMode          { return b.mode }
func (b blob) ModTime() time.Time         { return time.Time{} }
func (b blob) IsDir() bool                { return false }
func (b blob) Sys() any                   { return nil }
func (b blob) Stat() (fs.FileInfo, error) { return b, nil }

// openBlob is a file being read.
type openBlob struct {
	blob
	io.Reader
}

// Close has nothing to close.
func (o *openBlob) Close() error { return nil }
