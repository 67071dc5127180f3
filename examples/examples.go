// Package examples holds rollout programmes as models, each a plan to run, a tutorial of the plan
// language and a test. What has been published about a programme is marked so in its model, with the
// source; everything else is an assumption and says so.
//
// [Files] has the text of every model and of the files it includes; [Models] names the ones to open.
package examples

import "embed"

// Files holds every model of this folder, the files they include, their lists and their committed schedules.
//
//go:embed *.toml *.csv
var Files embed.FS

// Models lists the files of [Files] that are whole models, in the order in which to read them. The
// others are included by these, or are lists or schedules.
func Models() []string {
	return []string{"lincolnshire.toml", "winter-cliff.toml", "procurement.toml", "london-ambulance.toml",
		"lancashire-south-cumbria.toml", "lpres.toml", "frontline-digitisation.toml"}
}
