package git

import (
	"path"
	"path/filepath"
	"strings"
)

// Revision is a commit of the repository that the current folder lies in.
type Revision struct {
	Name   string // as it was asked for: "main", "HEAD~2"
	Commit string // its full id
	prefix string // of the current folder in the repository: "" or "plans/"
}

// Find finds the commit of a name; false if git knows none of that name. It fails where git is missing or the folder is
// in no repository.
func Find(name string) (Revision, bool, error) {
	prefix, err := run("", "rev-parse", "--show-prefix")
	if err != nil {
		return Revision{}, false, err
	}
	if strings.HasPrefix(name, "-") {
		return Revision{}, false, nil
	}
	commit, err := run("", "rev-parse", "--verify", "--quiet", name+"^{commit}")
	if err != nil {
		return Revision{}, false, nil
	}
	return Revision{name, strings.TrimSpace(commit), strings.TrimSpace(prefix)}, true, nil
}

// Tree is a folder of the revision, by its path from the current one; "" is the current one. It holds no file where the
// revision has no such folder, and fails for one that lies outside the repository.
func (r Revision) Tree(dir string) (Tree, error) {
	at := path.Join(r.prefix, filepath.ToSlash(dir))
	if at == "." {
		at = ""
	}
	if at == ".." || strings.HasPrefix(at, "../") {
		return nil, &Error{true, dir + " leads out of the repository"}
	}
	args := []string{"ls-tree", "-r", "-z", "-l", "--full-tree", r.Commit}
	if at != "" {
		args = append(args, at+"/")
		at += "/"
	}
	list, err := run("", args...)
	if err != nil {
		return nil, err
	}
	tree := Tree{}
	for entry := range strings.SplitSeq(list, "\x00") {
		if about, name, ok := strings.Cut(entry, "\t"); ok {
			tree.add(strings.TrimPrefix(name, at), strings.Fields(about))
		}
	}
	return tree, nil
}

// Prefix is what stands before the names of the files of a folder where people read them: "main:", "main:plans/".
func (r Revision) Prefix(dir string) string {
	prefix := r.Name + ":"
	if d := filepath.ToSlash(dir); d != "" && d != "." {
		prefix += strings.TrimSuffix(d, "/") + "/"
	}
	return prefix
}
