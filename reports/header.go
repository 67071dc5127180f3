package reports

import (
	"crypto/sha256"
	"encoding/hex"

	"epr/calendar"
	"epr/plan"
)

// Header names the programme and the version of the plan that a pack describes.
type Header struct {
	Programme string
	Owner     string // role that answers for the plan; "" if not stated
	Status    calendar.Date
	Horizon   calendar.Span
	Version   string // of epr; "" if not given
	// Hash is the first twelve digits of the model's hash: the model file's own, or, where a plan is
	// read from several files, the hash over theirs. "" if no file was given.
	Hash     string
	Previous bool // there is a last version to compare with
	// Baseline is the approved schedule that dates are measured against; nil if the plan has none.
	Baseline *BaselineName
}

func (f *facts) header() Header {
	programme := &f.plan.Programme
	return Header{
		Programme: f.programmeName(),
		Owner:     programme.Owner,
		Status:    f.status,
		Horizon:   f.net.Horizon,
		Version:   f.in.Version,
		Hash:      shortHash(f.in.Files),
		Previous:  f.in.Previous != nil,
		Baseline:  baselineName(f.plan.LastBaseline()),
	}
}

func (f *facts) programmeName() string { return programmeName(f.plan) }

// programmeName is the name of the programme, and of the scenario if it is planned as one.
func programmeName(p *plan.Plan) string {
	if s := p.Scenario; s != nil {
		return p.Programme.Name + ", scenario " + quoted(orID(s.Name, s.ID))
	}
	return p.Programme.Name
}

const hashDigits = 12

// shortHash is the beginning of the hash of a model. Several files are hashed together as the lines
// that sha256sum would print for them, so that anybody can compute it again.
func shortHash(files []File) string {
	if len(files) == 0 {
		return ""
	}
	hash := files[0].SHA256
	if len(files) > 1 {
		sum := sha256.New()
		for _, file := range files {
			sum.Write([]byte(file.SHA256 + "  " + file.Name + "\n"))
		}
		hash = hex.EncodeToString(sum.Sum(nil))
	}
	return hash[:min(len(hash), hashDigits)]
}
