package git

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
	"path"
	"strconv"
	"strings"
)

// Objects reads many files of many revisions through one git process. It has to be closed.
type Objects struct {
	process *exec.Cmd
	ask     io.WriteCloser
	answers *bufio.Reader
}

// Open starts to read the objects of the repository of a folder.
func Open(dir string) (*Objects, error) {
	o := &Objects{process: command(dir, "cat-file", "--batch")}
	var err error
	if o.ask, err = o.process.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := o.process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	o.answers = bufio.NewReader(out)
	return o, o.process.Start()
}

// Close ends the process.
func (o *Objects) Close() error { return errors.Join(o.ask.Close(), o.process.Wait()) }

// File is the content of a file of a commit, by its path in the repository. It is [fs.ErrNotExist] where there is
// none.
func (o *Objects) File(commit, name string) ([]byte, error) {
	if strings.ContainsAny(name, "\n\x00") {
		return nil, missing(name)
	}
	if _, err := fmt.Fprintf(o.ask, "%s:%s\n", commit, name); err != nil {
		return nil, err
	}
	head, err := o.answers.ReadString('\n')
	if err != nil {
		return nil, err
	}
	fields := strings.Fields(head)
	if len(fields) == 0 || fields[len(fields)-1] == "missing" {
		return nil, missing(name)
	}
	size, err := strconv.Atoi(fields[len(fields)-1])
	if err != nil || len(fields) != 3 {
		return nil, failf("git gives %q for %s, which cannot be read", strings.TrimSpace(head), name)
	}
	content := make([]byte, size+1) // and a line feed
	if _, err := io.ReadFull(o.answers, content); err != nil {
		return nil, err
	}
	if fields[1] != "blob" {
		return nil, missing(name)
	}
	return content[:size], nil
}

// Folder is a folder of a commit, by its path in the repository: "" or "plans/".
func (o *Objects) Folder(commit, dir string) fs.StatFS { return committedFolder{o, commit, dir} }

// committedFolder is a folder of a commit, read through the objects of its repository.
type committedFolder struct {
	objects     *Objects
	commit, dir string // dir is "" or "plans/"
}

// content reads a file of the folder.
func (f committedFolder) content(name string) ([]byte, error) {
	return f.objects.File(f.commit, f.dir+name)
}

// Stat tells about a file.
func (f committedFolder) Stat(name string) (fs.FileInfo, error) {
	content, err := f.content(name)
	if err != nil {
		return nil, err
	}
	return blob{name: path.Base(name), size: int64(len(content)), mode: 0o444}, nil
}

// Open reads a file.
func (f committedFolder) Open(name string) (fs.File, error) {
	content, err := f.content(name)
	if err != nil {
		return nil, err
	}
	return &openBlob{blob{name: path.Base(name), size: int64(len(content)), mode: 0o444}, bytes.NewReader(content)}, nil
}
