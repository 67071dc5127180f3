package planfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"epr/plan/source"
)

// Folder is where a model lives. Every file of a model lies inside it.
type Folder struct {
	// FS holds the files. [OpenFolder] gives one that no path and no symbolic link can leave.
	FS fs.FS
	// Prefix is put before the name of a file when it is shown, as "examples/".
	Prefix string

	root *os.Root // of the disk
}

// OpenFolder is a folder of the disk; "" is the current one. It has to be closed. The error is that of
// opening it.
func OpenFolder(dir string) (Folder, error) {
	at := dir
	if at == "" {
		at = "."
	}
	root, err := os.OpenRoot(at)
	if err != nil {
		return Folder{}, err
	}
	prefix := filepath.ToSlash(dir)
	if prefix != "" && !strings.HasSuffix(prefix, "/") {
		prefix += "/"
	}
	return Folder{FS: root.FS(), Prefix: prefix, root: root}, nil
}

// Close gives up a folder of the disk; any other has nothing to close.
func (f Folder) Close() error {
	if f.root == nil {
		return nil
	}
	return f.root.Close()
}

// maxSize is how large all files of a model can be together, in bytes. The largest programme that is
// conceivable, every trust of the country with every step written out, has a tenth of it.
const maxSize = 8 << 20

// refusal is why a file cannot be read, as a problem without its place.
type refusal struct {
	code, text, hint string
}

// read is the content of a file of at most limit bytes. What is larger is refused by its size, unread.
func (f Folder) read(name string, limit int64) ([]byte, *refusal) {
	info, err := fs.Stat(f.FS, name)
	if err != nil {
		return nil, f.whyNot(name, err)
	}
	if info.IsDir() {
		return nil, &refusal{"unreadable-file", quote(f.Prefix+name) + " is a folder, not a file", f.filesIn(name)}
	}
	if !info.Mode().IsRegular() {
		return nil, &refusal{"unreadable-file", quote(f.Prefix+name) + " is not an ordinary file", ""}
	}
	if info.Size() > limit {
		return nil, tooLarge()
	}
	file, err := f.FS.Open(name)
	if err != nil {
		return nil, f.whyNot(name, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err != nil {
		return nil, f.whyNot(name, err)
	}
	if int64(len(data)) > limit {
		return nil, tooLarge()
	}
	return data, nil
}

func tooLarge() *refusal {
	return &refusal{"file-too-large", "the files of this plan are larger than 8 MB together",
		"a plan is text that people read; look for a file that is none"}
}

func (f Folder) whyNot(name string, err error) *refusal {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &refusal{"file-not-found", "there is no file " + quote(f.Prefix+name), f.nearest(name)}
	case errors.Is(err, fs.ErrPermission):
		return &refusal{"unreadable-file", quote(f.Prefix+name) + " may not be read by you", ""}
	case f.hasLink(name):
		return &refusal{"path-outside", quote(f.Prefix+name) + " is a symbolic link that leaves the folder of the plan",
			"copy the file into the folder"}
	}
	return &refusal{"unreadable-file", quote(f.Prefix+name) + " cannot be read: " + reason(err), ""}
}

// reason is what the operating system says, without the path that stands in the sentence already.
func reason(err error) string {
	if at := (*fs.PathError)(nil); errors.As(err, &at) {
		err = at.Err
	}
	return err.Error()
}

// hasLink reports whether a path goes through a symbolic link.
func (f Folder) hasLink(name string) bool {
	for ; name != "." && name != "/"; name = path.Dir(name) {
		if info, err := fs.Lstat(f.FS, name); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return true
		}
	}
	return false
}

// didYouMean is a hint with the name that was probably meant; empty if there is none.
func didYouMean(word string, among []string) string {
	if name := source.Suggest(word, among); name != "" {
		return "did you mean " + quote(name) + "?"
	}
	return ""
}
