package explain

// Cause is the sort of fact that holds an activity.
type Cause int

// The causes.
const (
	Programme  Cause = iota // the programme starts then
	Status                  // what has not happened by the status date comes after it
	NotBefore               // the plan says not before
	Contract                // a contract starts then
	Link                    // it waits for other work
	MaximumLag              // it must not be too long before other work
	Calendar                // days not worked, or not its weekday
	Meeting                 // its body meets only then
	Blackout                // a blackout is closed to it
	Team                    // its people are busy
	Kept                    // nothing but the order of work or the committed schedule
	Progress                // it has happened
	StartsOn                // it starts only on some days of the week
	Slots                   // the agenda of the meeting is full
)

var causeNames = [...]string{"programme", "status", "not-before", "contract", "link", "maximum-lag", "calendar", "meeting",
	"blackout", "team", "kept", "progress", "starts-on", "slots"}

// String is the cause in one word, as reports and JSON have it.
func (c Cause) String() string { return causeNames[c] }
