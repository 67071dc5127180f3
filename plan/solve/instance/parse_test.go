package instance_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"epr/plan/solve/instance"
	"epr/plan/solve/model"
)

const sm = `jobs (incl. supersource/sink ):  4
horizon                       :  5
  - renewable                 :  2   R
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           4
   4        1          0
****
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------
  1      1     0       0    0
  2      1     3       2    0
  3      1     2       1    4
  4      1     0       0    0
****
RESOURCEAVAILABILITIES:
  R 1  R 2
    2    5
`

func TestParseSM(t *testing.T) {
	m, err := instance.ParseSM([]byte(sm))
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Arc{
		{From: 0, To: 1, Ordered: true}, {From: 0, To: 2, Ordered: true},
		{From: 1, To: 3, FromDays: 3, Ordered: true}, {From: 2, To: 3, FromDays: 2, Ordered: true},
	}
	if diff := cmp.Diff(want, m.Arcs); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]model.Demand{{Resource: 0, Amount: 1}, {Resource: 1, Amount: 4}}, m.Tasks[2].Demands); diff != "" {
		t.Error(diff)
	}
	if m.Horizon != 5 || m.Tasks[1].Days != 3 || m.Resources[1].Capacity[4] != 5 || m.Tasks[0].Latest != 0 {
		t.Errorf("horizon %d, tasks %v", m.Horizon, m.Tasks)
	}
}

const sch = "2 1 0 0\r\n0 1 2 1 2 [0] [1]\r\n1\t1\t2\t2 3\t[-4] [3]\r\n2 1 1 3 [2]\r\n3 1 0\r\n" +
	"0 1 0 0\r\n1 1 3 1\r\n2 1 2 1\r\n3 1 0 0\r\n1\r\n"

func TestParseSCH(t *testing.T) {
	m, err := instance.ParseSCH([]byte(sch))
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Arc{
		{From: 0, To: 1}, {From: 0, To: 2, Lag: 1}, {From: 1, To: 2, Lag: -4, Back: true},
		{From: 1, To: 3, Lag: 3}, {From: 2, To: 3, Lag: 2},
	}
	if diff := cmp.Diff(want, m.Arcs); diff != "" {
		t.Error(diff)
	}
	if m.Horizon != 6 || m.Tasks[2].Days != 2 || m.Resources[0].Capacity[0] != 1 {
		t.Errorf("horizon %d, tasks %v", m.Horizon, m.Tasks)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		parse      func([]byte) (*model.Model, error)
		text, want string
	}{
		{instance.ParseSM, "", "the file ends too early"},
		{instance.ParseSM, "jobs (incl. supersource/sink ):  x\n", `"x" stands where a number was wanted`},
		{instance.ParseSCH, "2 1 0 0\n0 1 9", "9 stands where a number from 0 to 4 was wanted"},
		{instance.ParseSCH, "2 1 0 0\n0 1", "a line ends where a number was wanted"},
	} {
		if _, err := c.parse([]byte(c.text)); err == nil || err.Error() != c.want {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
}
