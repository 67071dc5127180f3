package sgs

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"epr/plan/solve/instance"
	"epr/plan/solve/model"
)

func TestGATry(t *testing.T) {
	set := os.Getenv("GASET")
	if set == "" { t.Skip() }
	paths, _ := filepath.Glob("/tmp/bench/" + set + "/*.sm")
	for _, n := range []int{1000, 5000} {
	sum, cnt := 0.0, 0
	begin := time.Now()
	for i, p := range paths {
		if i%20 != 3 { continue }
		m, _ := instance.Read(p)
		w, _ := model.FindWindow(m, model.NewGraph(m))
		pl, ok := NewPlain(m)
		if !ok { t.Fatal("not plain") }
		cp := w.Earliest[instance.Sink(m)]
		starts, ms := pl.Evolve(n, 1, cp)
		if v := m.Check(starts); len(v) > 0 || starts[instance.Sink(m)] != ms { t.Fatal(p, v) }
		sum += float64(ms)/float64(cp) - 1
		cnt++
	}
	fmt.Printf("%s %d: dev %.3f%% over %d, %v each\n", set, n, 100*sum/float64(cnt), cnt, time.Since(begin)/time.Duration(cnt))
	}
}
