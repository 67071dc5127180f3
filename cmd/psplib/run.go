package main

import (
	"fmt"
	"io"
	"io/fs"
	"math"
	"path/filepath"
	"strings"
	"time"

	"epr/plan/solve/instance"
	"epr/plan/solve/makespan"
)

// budget is what one instance may use.
type budget struct {
	limit   time.Duration
	rounds  int
	workers int
}

// newBudget is a budget in which 0 stands for no limit of time or of rounds; of one second if there is neither.
func newBudget(limit time.Duration, rounds, workers int) budget {
	switch {
	case limit == 0 && rounds == 0:
		limit = time.Second
	case limit == 0:
		limit = math.MaxInt64
	}
	if rounds == 0 {
		rounds = math.MaxInt
	}
	return budget{limit, rounds, workers}
}

// run solves all instances and prints their lines.
func run(out io.Writer, paths []string, b budget) error {
	files, err := find(paths)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "instance,status,makespan,bound,seconds")
	for _, file := range files {
		line, err := solve(file, b)
		if err != nil {
			return err
		}
		fmt.Fprintln(out, line)
	}
	return nil
}

// find lists files, and of folders the instances in them, in the order given.
func find(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		err := filepath.WalkDir(path, func(file string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() && (file == path || instance.Known(file)) {
				files = append(files, file)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// solve solves one instance and returns its line.
func solve(file string, b budget) (string, error) {
	begin := time.Now()
	m, err := instance.Read(file)
	if err != nil {
		return "", err
	}
	r := makespan.Search(m, instance.Sink(m), makespan.Options{
		Workers: b.workers,
		Rounds:  b.rounds,
		Stop:    func() bool { return time.Since(begin) >= b.limit },
	})
	seconds := time.Since(begin).Seconds()
	if r.Starts != nil {
		if broken := m.Check(r.Starts); len(broken) > 0 || r.Starts[instance.Sink(m)] != r.Makespan {
			return "", fmt.Errorf("%s: the schedule found is none: %v", file, broken)
		}
	}
	return name(file) + "," + outcome(r) + fmt.Sprintf(",%.3f", seconds), nil
}

// outcome is the status, makespan and bound of a result.
func outcome(r makespan.Result) string {
	switch {
	case r.Starts == nil && r.Closed:
		return "infeasible,,"
	case r.Starts == nil:
		return fmt.Sprintf("unknown,,%d", r.Bound)
	case r.Closed:
		return fmt.Sprintf("optimal,%d,%d", r.Makespan, r.Makespan)
	}
	return fmt.Sprintf("feasible,%d,%d", r.Makespan, r.Bound)
}

// name is the base name of a PSPLIB file, and folder and base name of an RCPSP/max file.
func name(file string) string {
	base := filepath.Base(file)
	suffix := filepath.Ext(base)
	base = strings.TrimSuffix(base, suffix)
	if strings.EqualFold(suffix, ".sch") {
		base = filepath.Base(filepath.Dir(file)) + "/" + base
	}
	return base
}
