// Package planfile reads a model, which is TOML and CSV text, into the nouns of package plan, and
// writes and reads the schedule file. It is the only package that knows TOML. Most callers need
// [Open], which reads a model from the disk, or [Read] for one that lies elsewhere; [EncodeSchedule]
// and [DecodeSchedule] do the schedule; [OpenScenario] reads a model as one of its scenarios edits it.
//
// Reading has three layers. The text layer finds the files, refuses those that are no text, and
// follows "include" and "lists" without ever leaving the model's folder. The tree layer turns TOML
// tables and CSV rows into the same tree, in which every key and every value knows the bytes it was
// written in: the TOML decoder says what was written, a locator beside it says where, and the two
// have to agree key by key. The nouns layer asks the tree for the keys that the language has. What
// was never asked for is reported as unknown; what has the wrong type, is missing or is out of range
// is reported where it stands; and reading goes on, so that one run finds every problem.
//
// Only what one noun says about itself is checked here. Names of other nouns and the rules between
// nouns are the business of package plan, which finds the places through [plan.Origin].
package planfile
