// Package journal is the encrypted store: files (one per child, one for the
// practice) of entries that are only ever added, the rows the caseload list
// shows, drafts, backups, verify and repair.
//
// It may touch the disk, bbolt, store/vault and domain/fault. It knows no
// rules: entries, rows and draft texts are opaque bytes to it. It must never
// change an entry once written, hand out memory that belongs to bbolt, put
// anything it stores into an error, or create a store except by Create.
//
// # What lies on the disk
//
//	PATH           bbolt: bucket "h" (header with key slots; sealed root),
//	               "x" (sealed chunks of 256 rows), "e" (sealed entries by
//	               file id and number), "g" (sealed list of erased files)
//	PATH.keys      second copy of the header
//	PATH.drafts    preallocated: redo slots for changes, two places per draft
//	PATH.reserve   room that is given back when the disk is full
//	PATH.lock      locked while the store is open
//	PATH.backups/  automatic backups, unless Options.BackupDir says elsewhere
//	StateDir/ID.anchor  the number and head of the newest state seen here
//
// # One change, in order
//
// Redo slots written and synced; one bbolt commit with entries, chunk and root;
// the receipt; the anchor at most once a second and at close. A change too
// large for the redo slots skips them: its bbolt commit alone makes it safe.
//
// # Proof
//
// Entries of a file form a hash chain; its head and count sit in the file's
// row; rows in sealed chunks; the chunks' tags and the sequence number in the
// sealed root; the root's number and head in the anchor outside the file.
package journal
