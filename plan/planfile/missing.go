package planfile

import (
	"io/fs"
	"path"
	"strings"
)

// nearest suggests what was probably meant by the path of a file that does not exist: a file beside it, one of the same
// name in another folder, or a folder of a name like it.
func (f Folder) nearest(name string) string {
	if strings.ContainsAny(name, "*?") {
		return "a path names one file: write each of them into the list"
	}
	dir, base := path.Split(name)
	dir = path.Clean(dir)
	if hint := didYouMean(base, f.names(dir, false)); hint != "" {
		return hint
	}
	if found := f.elsewhere(base); found != "" {
		return "there is " + quote(f.Prefix+found) + "; a path is relative to the file that names it"
	}
	return f.nearestFolder(dir)
}

// names lists the files, or the folders, in a folder.
func (f Folder) names(dir string, folders bool) []string {
	entries, err := fs.ReadDir(f.FS, dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if e.IsDir() == folders {
			names = append(names, e.Name())
		}
	}
	return names
}

// mostSearched is how many entries are looked at for a file of a name, so that a model in a large folder is read no slower.
const mostSearched = 10_000

// elsewhere is the path of the first file of a name within the folder; "" if there is none.
func (f Folder) elsewhere(base string) string {
	found, seen := "", 0
	_ = fs.WalkDir(f.FS, ".", func(at string, e fs.DirEntry, err error) error { // what cannot be read is not suggested
		seen++
		switch {
		case seen > mostSearched:
			return fs.SkipAll
		case err != nil || e.IsDir() && at != "." && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case !e.IsDir() && e.Name() == base:
			found = at
			return fs.SkipAll
		}
		return nil
	})
	return found
}

// nearestFolder suggests a folder for the first part of a path that is none.
func (f Folder) nearestFolder(dir string) string {
	for at := dir; at != "."; at = path.Dir(at) {
		if hint := didYouMean(path.Base(at), f.names(path.Dir(at), true)); hint != "" {
			return hint
		}
	}
	return ""
}

// filesIn suggests a file of a folder that was named instead of one.
func (f Folder) filesIn(dir string) string {
	for _, name := range f.names(dir, false) {
		if ending := path.Ext(name); ending == ".toml" || ending == ".csv" {
			return "name the files in it, such as " + quote(f.Prefix+path.Join(dir, name))
		}
	}
	return ""
}
