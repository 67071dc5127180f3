package xlsx

import (
	"time"

	"github.com/xuri/excelize/v2"
)

// describe sets the properties of the document. Its dates are the plan's status date: a pack does not
// know when it was made.
func (b *book) describe() error {
	h := &b.pack.Header
	at := moment(h.Status).Format(time.RFC3339)
	version := "epr"
	if h.Version != "" {
		version += " " + h.Version
	}
	if err := b.file.SetDocProps(&excelize.DocProperties{
		Title:          cut(clean(h.Programme), 200, "…") + ": board pack",
		Subject:        "Rollout plan at " + h.Status.Long(),
		Creator:        version,
		LastModifiedBy: version,
		Identifier:     h.Hash,
		Created:        at,
		Modified:       at,
		Language:       "en-GB",
	}); err != nil {
		return err
	}
	return b.file.SetAppProps(&excelize.AppProperties{Application: "epr", AppVersion: "16.0000"})
}
