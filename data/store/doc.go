// Package store keeps a project in one SQLite file, NAME.yunxing. It is the only
// package that knows SQL.
//
// An import is a batch: it is saved in one transaction or not at all, and can be
// taken back. Nothing that was imported is ever overwritten. The same key and
// period in several batches are versions, and a Reader chooses among them:
//
//  1. Versions that the cut hides do not exist: those of a period that ends after
//     Cut.Until, and those released after Cut.AsOf. One whose release is not known
//     counts as released in the month after its period, the earliest that can be.
//  2. A doubtful version counts only where there is no other.
//  3. The latest release wins, then the latest batch; an unknown release is older
//     than any known one. The latest version wins also where it says that the
//     value is missing: a publisher may take a figure back.
//  4. Where one batch gives one release twice, a value goes before a missing
//     marker, since a table that leaves a figure out takes nothing back; of two
//     values the one given last is taken.
//
// A series is in one unit, that of its last period with a value. Others of the
// same dimension are converted, with their interval; those of another dimension
// are left out as doubtful, and so are values without a unit beside values with
// one.
//
// Connections: one for writing, whose transactions are immediate, and a pool for
// reading. The journal is the ordinary one (DELETE), since a project is a document
// that is mailed and lies on network shares. A project may be open in several
// programs; whoever waits more than three seconds for another gets ErrBusy.
package store
