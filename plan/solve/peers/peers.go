// Package peers writes a scheduling problem down in a form that solvers other than ours can take, so that
// they can be measured on the same problem. [Export] is the function to call; its [Problem] goes to the
// peer as JSON, and [Starts] takes the peer's answer back. cpsat.py beside this file gives it to
// CP-SAT of OR-Tools. No code of the product imports the package.
//
// A task is counted in worked days of its own calendar: its variable v is the position of its start,
// x = D(v), so that it takes the days v to v+d of its calendar, whatever lies between. Two tasks of one
// calendar are then tied by plain differences. Between calendars a rule is a relation v_b >= f(v_a) with f
// never decreasing, written as the cheapest of three kinds of pieces that say the same; where many tasks
// have the same relation to one, it is written once, with a variable between. A resource whose
// users have different calendars is split into classes of days that are worked by the same calendars: on
// each class it is an ordinary cumulative resource, counted in days of the class. Nothing is approximated.
// The window of package model is given away with it: a peer need not find out what cannot be.
package peers

// Problem is a scheduling problem in terms of integer variables. Variables are first the tasks, each at a
// position in its calendar, then the goals, each at the boundary by which it is reached, then helpers.
type Problem struct {
	Tasks     int        `json:"tasks"` // number of tasks
	Variables []Variable `json:"variables"`
	Relations []Relation `json:"relations"`
	Channels  []Channel  `json:"channels"`
	Prompts   []Prompt   `json:"prompts"`
	Resources []Resource `json:"resources"`
	Goals     []Goal     `json:"goals"`
	Entries   []Entry    `json:"entries"`
	// Calendars turn positions into days, for the level that sums up starts: from the first number of a
	// pair on, the day is the position plus the second.
	Calendars [][]Piece `json:"calendars"`
	Calendar  []int32   `json:"calendar"` // of each task; -1 if its positions are days
	// Fixed are positions of the tasks that are not to be changed; empty if they are to be found.
	Fixed []int32 `json:"fixed,omitempty"`
	// Hint are positions to begin with; empty if there is no schedule yet.
	Hint []int32 `json:"hint,omitempty"`
}

// Variable is the values a variable may have: spans, both ends included, in order.
type Variable [][2]int32

func (v Variable) first() int32 { return v[0][0] }
func (v Variable) last() int32  { return v[len(v)-1][1] }

// Piece is two numbers of a piece of a function; what they are depends on the kind.
type Piece [2]int32

// Relation is a rule To >= f(From). Every piece of each kind has to hold:
//
//	Rise {at, by}:    if From >= at, then To >= From + by
//	Fall {until, by}: if To <= until, then From <= To + by
//	Step {at, value}: if From >= at, then To >= value
type Relation struct {
	From int32   `json:"from"`
	To   int32   `json:"to"`
	Rise []Piece `json:"rise,omitempty"`
	Fall []Piece `json:"fall,omitempty"`
	Step []Piece `json:"step,omitempty"`
}

// Channel makes To equal a function of From: the days of a class before a position. Its pieces are those
// of a relation To >= f(From) and
//
//	Cap {at, by}:      if From >= at, then To <= From + by
//	Lid {until, most}: if From <= until, then To <= most
type Channel struct {
	Relation
	Cap []Piece `json:"cap,omitempty"`
	Lid []Piece `json:"lid,omitempty"`
}

// Prompt makes a task the largest of Floor and the values of tables.
type Prompt struct {
	Task   int32   `json:"task"`
	Floor  int32   `json:"floor"`
	Tables []Table `json:"tables"`
}

// Table is a function of a variable: Values[i] where it is its first value plus i.
type Table struct {
	Of     int32   `json:"of"`
	Values []int32 `json:"values"`
}

// Resource is a cumulative resource on the days of one class.
type Resource struct {
	Capacity int32      `json:"capacity"`
	Taken    [][3]int32 `json:"taken"` // from, to (excluded) and amount of what is not there
	Uses     []Use      `json:"uses"`
}

// Use is the interval in which a task takes some of a resource: Days from Start on if End is -1, else from
// variable Start to variable End.
type Use struct {
	Start  int32 `json:"start"`
	End    int32 `json:"end"`
	Days   int32 `json:"days"`
	Amount int32 `json:"amount"`
}

// Goal is the cost of a goal, whose variable is that of its index after the tasks. A due boundary of -1
// stands for none.
type Goal struct {
	Announced int32 `json:"announced"`
	By        int32 `json:"by"`
	Weight    int64 `json:"weight"`
	Finish    int64 `json:"finish"`
}

// Entry is the price of starts from From to To of a task, which enter a soft window; -1 for one without a
// price in days.
type Entry struct {
	Task  int32 `json:"task"`
	From  int32 `json:"from"`
	To    int32 `json:"to"`
	Price int64 `json:"price"`
}
