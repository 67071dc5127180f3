package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"
)

//go:embed starter.toml
var starter []byte

func newInit(sys *terminal) *cobra.Command {
	return &cobra.Command{
		Use:   "init [MODEL.toml]",
		Short: "Write a commented starter model",
		Long: `Writes a small, complete and commented model to start from, programme.toml unless told otherwise.
A file that is already there is left alone.` + "\n" + exitHelp,
		Args: atMost(1, "one model at a time"),
		RunE: func(_ *cobra.Command, args []string) error {
			path := "programme.toml"
			if len(args) == 1 {
				path = args[0]
			}
			return runInit(sys, path)
		},
	}
}

func runInit(sys *terminal, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return failf(exitFiles, "%s is there already: name another file", path)
	}
	if err != nil {
		return fileError("written", path, err)
	}
	_, err = f.Write(starter)
	if err := errors.Join(err, f.Close()); err != nil {
		os.Remove(path)
		return fileError("written", path, err)
	}
	_, err = fmt.Fprintf(sys.stdout, "wrote %s; next: epr plan %s\n", path, path)
	return err
}
