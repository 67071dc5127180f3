package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"epr/plan/planfile"
)

// revision is a commit of the repository that the current folder lies in. Its files are read through the git
// command; nothing is checked out.
type revision struct {
	name   string // as the user calls it
	commit string
	prefix string // of the current folder in the repository: "" or "plans/"
}

// revisionOf finds the commit of a name; false if git knows none of that name. It fails where git is missing or
// the folder is in no repository.
func revisionOf(name string) (revision, bool, error) {
	prefix, err := git("rev-parse", "--show-prefix")
	if err != nil {
		return revision{}, false, err
	}
	if strings.HasPrefix(name, "-") {
		return revision{}, false, nil
	}
	commit, err := git("rev-parse", "--verify", "--quiet", name+"^{commit}")
	if err != nil {
		return revision{}, false, nil
	}
	return revision{name, strings.TrimSpace(commit), strings.TrimSpace(prefix)}, true, nil
}

// gitCommand is a git command in a folder; "" is the current one.
func gitCommand(dir string, args ...string) *exec.Cmd {
	c := exec.Command("git", append([]string{"-c", "core.quotepath=off"}, args...)...)
	c.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
	c.Dir = dir
	return c
}

// git runs a git command that changes nothing and gives what it prints. Its failure is what git says.
func git(args ...string) (string, error) { return gitIn("", args...) }

// gitIn is git in another folder than the current one.
func gitIn(dir string, args ...string) (string, error) {
	var out, said bytes.Buffer
	c := gitCommand(dir, args...)
	c.Stdout, c.Stderr = &out, &said
	err := c.Run()
	switch text := strings.TrimSpace(said.String()); {
	case errors.Is(err, exec.ErrNotFound):
		return "", failf(exitFiles, "git was not found, and revisions are read with it; name files instead")
	case err != nil && strings.Contains(text, "not a git repository"):
		return "", failf(exitUsage, "this folder is in no Git repository, so there are no revisions; name files instead")
	case err != nil && text == "":
		return "", failf(exitFiles, "git %s failed: %v", args[0], err)
	case err != nil:
		return "", failf(exitFiles, "git %s failed: %s", args[0], strings.TrimPrefix(text, "fatal: "))
	}
	return out.String(), nil
}

// folder is a folder of the revision, by its path from the current one.
func (r revision) folder(dir string) (planfile.Folder, error) {
	at := path.Join(r.prefix, filepath.ToSlash(dir))
	if at == "." {
		at = ""
	}
	if at == ".." || strings.HasPrefix(at, "../") {
		return planfile.Folder{}, failf(exitUsage, "%s leads out of the repository", dir)
	}
	args := []string{"ls-tree", "-r", "-z", "-l", "--full-tree", r.commit}
	if at != "" {
		args = append(args, at+"/")
		at += "/"
	}
	list, err := git(args...)
	if err != nil {
		return planfile.Folder{}, err
	}
	tree := tree{}
	for entry := range strings.SplitSeq(list, "\x00") {
		if about, name, ok := strings.Cut(entry, "\t"); ok {
			tree.add(strings.TrimPrefix(name, at), strings.Fields(about))
		}
	}
	prefix := r.name + ":"
	if d := filepath.ToSlash(dir); d != "" && d != "." {
		prefix += strings.TrimSuffix(d, "/") + "/"
	}
	return planfile.Folder{FS: tree, Prefix: prefix}, nil
}

// models are the files directly in a folder of a revision that are models.
func (t tree) models() []string {
	var models []string
	for name := range t {
		if strings.Contains(name, "/") || !strings.HasSuffix(name, ".toml") || strings.HasSuffix(name, scheduleEnding) {
			continue
		}
		if content, err := fs.ReadFile(t, name); err == nil && hasProgramme(string(content)) {
			models = append(models, name)
		}
	}
	return models
}

// tree is the files of a folder of a revision, by their paths in it.
type tree map[string]blob

// blob is one of them.
type blob struct {
	name, object string
	size         int64
	mode         fs.FileMode
}

// add takes an entry as git lists it: mode, type, object, size.
func (t tree) add(name string, about []string) {
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

// Stat tells about a file without reading it.
func (t tree) Stat(name string) (fs.FileInfo, error) {
	b, ok := t[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return b, nil
}

// Open reads a file.
func (t tree) Open(name string) (fs.File, error) {
	b, ok := t[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	content, err := git("cat-file", "blob", b.object)
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
