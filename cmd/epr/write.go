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

// writeAll writes several files so that a reader never sees half of one: each goes to a temporary file
// beside its place first, and only when all of them are complete are they renamed. The first file is
// renamed last: it is the one that the next run starts from, and a pack that is open in another program
// must not leave it changed alone.
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
	for i, file := range slices.Backward(files) {
		if err := os.Rename(temporary[i], file.path); err != nil {
			return fileError("written", file.path, err)
		}
	}
	return nil
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
	hint := ""
	switch {
	case errors.Is(err, fs.ErrPermission):
		hint = ": you may not write there, or the file is open in another program"
	case errors.Is(err, fs.ErrNotExist):
		hint = ": the folder does not exist"
	default:
		hint = ": " + err.Error()
	}
	return failf(exitFiles, "%s could not be %s%s", path, done, hint)
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
