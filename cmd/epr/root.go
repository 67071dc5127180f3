package main

import (
	"epr/plan/history/git"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/spf13/cobra"
)

// version is that of the program. It stands in every pack, so it changes with releases and with
// nothing else.
const version = "0.1.0"

// Exit statuses.
const (
	exitOK = iota
	exitStrict
	exitUsage
	exitModel
	exitNoSchedule
	exitFiles
)

const exitHelp = `
EXIT STATUS
  0  done
  1  done, but --strict found something
  2  wrong usage
  3  the model has errors; nothing was written
  4  no schedule was found; nothing was written
  5  a file could not be read or written`

// failure is an error that knows its exit status. An empty text means that everything has been said.
type failure struct {
	status int
	text   string
}

func (f *failure) Error() string { return f.text }

func failf(status int, format string, values ...any) error {
	return &failure{status, fmt.Sprintf(format, values...)}
}

// failureOf gives an error that does not know its exit status one: git could not read something, what was found could
// not be printed, or the question was wrong.
func failureOf(err error) *failure {
	var f *failure
	var file *fs.PathError
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &file) && file.Op == "write": // files of our own are written by writeAll
		return &failure{exitFiles, "what was found could not be printed: " + reason(err)}
	}
	return &failure{statusOf(err), err.Error()}
}

// statusOf is the exit status of an error about revisions.
func statusOf(err error) int {
	var g *git.Error
	if errors.As(err, &g) && !g.Misplaced {
		return exitFiles
	}
	return exitUsage
}

// flagProblem is what is wrong with a flag, without the words of the language that epr is written in.
func flagProblem(err error) string {
	var value, flag string
	if n, _ := fmt.Sscanf(err.Error(), "invalid argument %q for %q flag", &value, &flag); n == 2 {
		return fmt.Sprintf("%s cannot be %q", flag, value)
	}
	return err.Error()
}

// run is the whole program: it reads the arguments, does the work, and says how it went.
func run(args []string, sys *terminal) int {
	root := newRoot(sys)
	root.SetArgs(args)
	err := root.Execute()
	if err == nil {
		return exitOK
	}
	f := failureOf(err)
	if f.text != "" {
		fmt.Fprint(sys.stderr, sys.problems().Break("epr: "+f.text+"\n"))
	}
	return f.status
}

func newRoot(sys *terminal) *cobra.Command {
	root := &cobra.Command{
		Use:   "epr",
		Short: "Plan the rollout of an electronic patient record",
		Long: `epr turns a model of an EPR rollout (phases, trusts, workflows, teams, blackout windows)
into a schedule that keeps every rule, a forecast of what it will probably do, a risk register, and a board
pack in Excel.

Start with "epr init" for a commented model, or with an example, and run "epr plan".` + "\n" + environmentHelp + exitHelp,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetOut(sys.stdout)
	root.SetErr(sys.stderr)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return failf(exitUsage, "%s; see \"%s --help\"", flagProblem(err), c.CommandPath())
	})
	helpTo(root, sys)
	root.AddCommand(newInit(sys), newCheck(sys), newPlan(sys), newVerify(sys), newStatus(sys), newBaseline(sys), newCompare(sys), newWhy(sys), newDiff(sys), newForecast(sys), newExport(sys), newSchema(sys), newVersion(sys))
	return root
}

func newVersion(sys *terminal) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "version",
		Short: "Print the version of epr",
		Args:  atMost(0, "the version of epr needs no name"),
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return writeJSON(sys.stdout, map[string]string{"version": version})
			}
			_, err := io.WriteString(sys.stdout, "epr "+version+"\n")
			return err
		},
	}
	jsonFlag(c, &asJSON)
	return c
}

func jsonFlag(c *cobra.Command, to *bool) {
	c.Flags().BoolVar(to, "json", false, "print the result as JSON")
}

// atMost accepts so many arguments, and says what they are where there are more.
func atMost(n int, sentence string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > n {
			return failf(exitUsage, "%s, but %d were given", sentence, len(args))
		}
		return nil
	}
}

// oneModel accepts exactly one argument, the model.
func oneModel(c *cobra.Command, args []string) error {
	if len(args) == 1 {
		return nil
	}
	if len(args) == 0 {
		return failf(exitUsage, "which model? say \"%s MODEL.toml\"", c.CommandPath())
	}
	return failf(exitUsage, "one model at a time, but %d were given", len(args))
}
