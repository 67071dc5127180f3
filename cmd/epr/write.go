package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// output is one file to be written.
type output struct {
	path    string
	content []byte
}

// writeAll writes several files so that a reader never sees half of one, nor some new beside others that are old: each
// goes to a temporary file beside its place first, and only when all of them are complete are they renamed. Where one
// cannot take its place, as a pack that is open in another program, those before it get back what they had. The first
// file is renamed last: it is the one that the next run starts from.
func writeAll(files []output) error {
	var temporary []string
	defer func() {
		for _, name := range temporary {
			os.Remove(name) // those that were renamed are gone already
		}
	}()
	for _, file := range files {
		name, err := writeTemporary(file)
		if err != nil {
			return fileError("written", file.path, err)
		}
		temporary = append(temporary, name)
	}
	var undo []func()
	for i, file := range slices.Backward(files) {
		takeBack, err := replace(file.path, temporary[i])
		if err != nil {
			for _, u := range slices.Backward(undo) {
				u()
			}
			return fileError("written", file.path, err)
		}
		undo = append(undo, takeBack)
		defer os.Remove(keptAs(temporary[i]))
	}
	return nil
}

// keptAs is where the old file is kept while a temporary one takes its place.
func keptAs(temporary string) string { return temporary + ".was" }

// replace gives a temporary file its place, and returns what undoes that. Where a disk knows no second name for a
// file, the old one cannot be kept, and nothing is undone.
func replace(path, temporary string) (takeBack func(), err error) {
	old := keptAs(temporary)
	kept := os.Link(path, old)
	if err := os.Rename(temporary, path); err != nil {
		os.Remove(old)
		return nil, err
	}
	switch {
	case kept == nil:
		return func() { os.Rename(old, path) }, nil
	case errors.Is(kept, fs.ErrNotExist):
		return func() { os.Remove(path) }, nil
	}
	return func() {}, nil
}

func writeTemporary(file output) (name string, err error) {
	f, err := os.CreateTemp(filepath.Dir(file.path), "."+filepath.Base(file.path)+".*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(file.content)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err != nil {
		os.Remove(f.Name())
	}
	return f.Name(), err
}

// fileError says what could not be done with a file, and the way out where there is an obvious one.
func fileError(done, path string, err error) error {
	info, _ := os.Stat(path)
	hint := reason(err)
	switch {
	case info != nil && info.IsDir() && done == "written":
		hint = "there is a folder of that name"
	case errors.Is(err, fs.ErrPermission):
		hint = "you may not write there, or the file is open in another program"
		if done == "read" {
			hint = "you may not read it"
		}
	case errors.Is(err, fs.ErrNotExist):
		hint = "the folder does not exist"
	}
	return failf(exitFiles, "%s could not be %s: %s", path, done, hint)
}

// reason is what the system says, without the names of the call and of the temporary file.
func reason(err error) string {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err.Error()
	case errors.As(err, &link):
		return link.Err.Error()
	}
	return err.Error()
}

// checkOut refuses an --out that is no folder before any work is done for it.
func checkOut(out string) error {
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		return failf(exitUsage, "--out names a folder, and %s is a file", out)
	}
	return nil
}

// makeFolderOf makes the folder that a file goes to.
func makeFolderOf(file string) error {
	folder := filepath.Dir(file)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return fileError("made", folder, err)
	}
	return nil
}

// writeJSON prints a value as indented JSON.
func writeJSON(w io.Writer, value any) error {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(value); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}
