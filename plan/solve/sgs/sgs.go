// Package sgs makes schedules by serial schedule generation and improves them. The tasks of a model are
// taken one by one, in an order that respects what waits for what, and each is put on the first day that
// its arcs, its domain and what is left of the resources allow. Priority rules give the order; random
// moves of the order, drawn from a fixed seed, improve it. [Begin] is the function most readers need,
// [Generator] makes a single schedule.
//
// A maximum lag can only be checked when its later task is placed. If the earlier one then turns out to
// lie too early, its release is raised, and everything placed since is taken out again and placed anew.
// Releases only rise, until the order works or some task can no longer be done in time.
//
// The package proves nothing. That it finds no schedule does not mean that there is none.
package sgs
