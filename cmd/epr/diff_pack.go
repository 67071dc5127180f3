package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"epr/plan/history/git"
	"epr/reports"
	data "epr/reports/json"
	"epr/reports/markdown"
	"epr/reports/text"
	"epr/reports/xlsx"
)

const packEnding = ".xlsx"

func isPackName(name string) bool { return strings.EqualFold(filepath.Ext(name), packEnding) }

// isPackContent reports whether a file is a workbook: it begins as every ZIP archive does.
func isPackContent(content []byte) bool { return bytes.HasPrefix(content, []byte("PK\x03\x04")) }

// runPackDiff compares two board packs by what their sheets say. What is no ordinary file, as /dev/null, has no sheet.
func (o diffOptions) runPackDiff(sys *terminal, args []string) error {
	if len(args) != 2 {
		return failf(exitUsage, "a pack is compared with another pack: say \"epr diff OLD.xlsx NEW.xlsx\"")
	}
	var sheets [2][]reports.SheetText
	for k, name := range args {
		content, err := packContent(name)
		if err != nil {
			return err
		}
		if content == nil {
			continue
		}
		if sheets[k], err = xlsx.AsText(bytes.NewReader(content)); err != nil {
			return failf(exitFiles, "%s is no workbook that can be read: %v", name, err)
		}
	}
	c := reports.ComparePacks(args[0], args[1], sheets[0], sheets[1])
	var err error
	switch {
	case o.json:
		err = data.WritePacks(sys.stdout, c)
	case o.markdown:
		err = markdown.WriteChanges(sys.stdout, c.AsChanges())
	default:
		err = text.Changes(sys.stdout, c.AsChanges(), sys.page(o.plain, o.all))
	}
	if err == nil && o.exitCode && len(c.Sheets) > 0 {
		return &failure{exitStrict, ""}
	}
	return err
}

// packContent is a pack on the disk or in a revision; nil for what stands for no file.
func packContent(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return nil, failf(exitUsage, "%s is a folder: name the pack in it", name)
	case err == nil && !info.Mode().IsRegular():
		return nil, nil
	case err == nil:
		content, err := os.ReadFile(name)
		if err != nil {
			return nil, fileError("read", name, err)
		}
		return content, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, failf(exitFiles, "%s cannot be read: %v", name, err)
	}
	return packOfRevision(name)
}

func packOfRevision(arg string) ([]byte, error) {
	name, file, isFile := strings.Cut(arg, ":")
	if !isFile {
		return nil, failf(exitFiles, "there is no file %s", arg)
	}
	r, found, err := git.Find(name)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, failf(exitUsage, "%q is no file here and no revision of this repository", arg)
	}
	dir, base := filepath.Split(file)
	tree, err := r.Tree(dir)
	if err != nil {
		return nil, err
	}
	content, err := fs.ReadFile(tree, base)
	if err != nil {
		return nil, failf(exitFiles, "%s has no file %s", name, file)
	}
	return content, nil
}

// packInWords is a pack as lines that git can compare: the name of a sheet at the beginning of a line, where git
// looks for the heading of a change, its rows after two blanks.
func packInWords(content []byte) (string, error) {
	sheets, err := xlsx.AsText(bytes.NewReader(content))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	for k := range sheets {
		b.WriteString(sheets[k].Name + "\n")
		for _, line := range sheets[k].Lines {
			b.WriteString("  " + line + "\n")
		}
	}
	return b.String(), nil
}

// arePacks reports whether packs are to be compared: one of the two is called one.
func arePacks(args []string) bool { return slices.ContainsFunc(args, isPackName) }
