package journal

import (
	"context"
	"crypto/rand"
	"io"
	"sync"
	"time"

	"footprint/store/vault"
)

// Limits on what is kept. A longer text is refused with fault.TooLong when the
// call is made, and nothing is changed.
const (
	MaxDraft    = 256 << 10 // bytes of one draft
	MaxEntry    = 1 << 20   // bytes of one entry
	MaxRow      = 64 << 10  // bytes of one row
	MaxDraftKey = 200       // bytes of a draft's field name
)

// FileID names a file: a child's or the practice's. It is random.
type FileID [16]byte

// NewFileID draws a new id from rand (nil means the system's).
func NewFileID(r io.Reader) (id FileID, err error) {
	if r == nil {
		r = rand.Reader
	}
	_, err = io.ReadFull(r, id[:])
	return id, err
}

// Kind says what a file is about.
type Kind byte

// The kinds of file.
const (
	KindChild    Kind = 1
	KindPractice Kind = 2
)

// Entry is one record of a file: its id (ULID bytes, time ordered) and its
// bytes as first written. Entries come back in the order they were added.
type Entry struct {
	ID   [16]byte
	Data []byte
}

// FileChange is what a Change does to one file. A file that is not there yet is
// made, of that Kind. A nil Row leaves the row as it is; DatedUnder is the
// settings number the row was worked out under and goes with Row.
type FileChange struct {
	File       FileID
	Kind       Kind
	Entries    []Entry
	Row        []byte
	DatedUnder uint32
}

// Change is stored whole or not at all. ClearDrafts names drafts that this
// change makes pointless: they go when it is stored, never before.
type Change struct {
	Files       []FileChange
	ClearDrafts []DraftKey
}

// DraftKey names a draft: the file it belongs to, so that erasing the file
// erases it, and the caller's own name for the field.
type DraftKey struct {
	File  FileID
	Field string
}

// Row is what the caseload list keeps of one file. Data is shared: do not
// change it.
type Row struct {
	File       FileID
	Kind       Kind
	Data       []byte
	DatedUnder uint32
	Entries    int
}

// FileInfo says what a file is, without opening it.
type FileInfo struct {
	File    FileID
	Kind    Kind
	Entries int
}

// Options say how to open or create a store.
type Options struct {
	Passphrase []byte    // as typed; the store keeps no copy
	Recovery   string    // the recovery code, instead of the passphrase
	StateDir   string    // folder for anchors; "" keeps none
	BackupDir  string    // "" means PATH.backups
	KDF        vault.KDF // for Create and new slots; zero measures this computer
	Now        func() time.Time
	Rand       io.Reader // nil means the system's
	NoBackups  bool      // no automatic backups
	Progress   func(done, total int64)

	steps      []migration // tests bring older schemas
	schema     uint32      // tests: the schema this reader knows
	draftPages int         // tests: a smaller draft file
	redoPages  int
	noReserve  bool
}

// lockedReader lets several goroutines draw from one source.
type lockedReader struct {
	mu sync.Mutex
	r  io.Reader
}

func (l *lockedReader) Read(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.r.Read(p)
}

// ready fills what the caller left out.
func (o Options) ready(path string) Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rand == nil {
		o.Rand = rand.Reader
	} else if _, ok := o.Rand.(*lockedReader); !ok && o.Rand != rand.Reader {
		o.Rand = &lockedReader{r: o.Rand}
	}
	if o.BackupDir == "" {
		o.BackupDir = path + backupsSuffix
	}
	if o.Progress == nil {
		o.Progress = func(int64, int64) {}
	}
	if o.steps == nil {
		o.steps = migrations
	}
	if o.schema == 0 {
		o.schema = schemaNow
	}
	if o.redoPages == 0 {
		o.redoPages = usualRedoPages
	}
	if o.draftPages == 0 {
		o.draftPages = usualDraftPages
	}
	return o
}

// SaveState is how far a change or draft has come.
type SaveState int32

// The states of a receipt.
const (
	Waiting   SaveState = iota // not on the disk yet
	Saved                      // in the store (or, for a draft, in the draft file)
	KeptAside                  // safe in the redo slots; the disk has no room for more yet
	Refused                    // not stored; Wait says why
)

// Receipt stands for one change or draft on its way to the disk.
type Receipt struct {
	mu    sync.Mutex
	state SaveState
	err   error
	done  chan struct{}
}

func newReceipt() *Receipt { return &Receipt{done: make(chan struct{})} }

func refused(err error) *Receipt {
	r := newReceipt()
	r.settle(Refused, err)
	return r
}

// settle moves the receipt on. KeptAside may later become Saved.
func (r *Receipt) settle(st SaveState, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	first := r.state == Waiting
	if first || r.state == KeptAside && st == Saved {
		r.state, r.err = st, err
	}
	if first {
		close(r.done)
	}
}

// Wait blocks until the change is safe or refused. Nil means Saved or
// KeptAside: either way the words survive a power cut. State tells which.
func (r *Receipt) Wait(ctx context.Context) error {
	select {
	case <-r.done:
		r.mu.Lock()
		defer r.mu.Unlock()
		return r.err
	case <-ctx.Done():
		return stopped(ctx.Err())
	}
}

// State is how far the change has come now.
func (r *Receipt) State() SaveState {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.state
}

// Status is what the screens say about the store.
type Status struct {
	Store     [16]byte
	Sequence  uint64    // changes stored since the store was made
	LastSaved time.Time // UTC; zero when nothing was saved yet
	Files     int
	Entries   int64
	KeptAside int // changes waiting for room on the disk

	Damage   []Damage // what could not be read at open
	ReadOnly bool     // open for reading only, because of damage
	Dead     error    // after a caught fault: lock and open again

	Warning     *Warning // the file is older than, or parted from, the one last used here
	NoAnchor    bool     // nothing to compare with on this computer
	AnchorLost  bool     // there was something to compare with, and it could not be read
	RedoApplied int      // changes that open found in the redo slots and stored
	RedoMissing int      // numbers skipped between them
	DraftsAside string   // a draft file of another key that was set aside, or ""
	Opened      uint32   // the id of the slot that opened it
	ByRecovery  bool     // opened by the recovery code: ask for a new passphrase
	Migrated    []string // steps run at open

	BackupRunning bool
	LastBackup    time.Time
	BackupErr     error
}

// Damage names one thing that could not be read. File is zero when it is not
// known which file is meant.
type Damage struct {
	File  FileID
	What  string // plain words without case data
	Count int    // files touched, at most
}

// Warning says that the file is not the newest one this computer has seen.
type Warning struct {
	Forked         bool // same age, other content: two copies were worked on
	MissingChanges int  // changes the newer file had and this one lacks; 0 when forked and not known
	MissingEntries int64
	FileSaved      time.Time // when this file was last saved, UTC
	LastSeen       time.Time // when the newer file was last saved, UTC
}

// Backup is one automatic backup.
type Backup struct {
	Path     string
	Made     time.Time // UTC
	Sequence uint64
	Size     int64
}
