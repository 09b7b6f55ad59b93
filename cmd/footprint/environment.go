package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/oklog/ulid/v2"
	"golang.org/x/term"

	"footprint/domain/casefile"
	"footprint/domain/fault"
	"footprint/domain/practice"
	"footprint/domain/workday"
	"footprint/store/journal"
	"footprint/store/vault"
)

// environment is what a command works with: the streams, the flags that every
// command takes, the day it is, and where new ids come from. Its Today,
// Pretended, Stamp and NewID are what the screens ask of a watch.
type environment struct {
	in          *bufio.Reader
	stdin       *os.File // nil when input comes from elsewhere
	out, errOut io.Writer
	flags       globals
	kdf         vault.KDF // zero measures this computer
	now         func() time.Time

	pretend workday.Date // not known unless --today was given

	mu      sync.Mutex
	entropy io.Reader
	lastID  casefile.ID
}

func newEnvironment(in *os.File, out, errOut io.Writer) *environment {
	return &environment{
		in: bufio.NewReader(in), stdin: in, out: out, errOut: errOut,
		now: time.Now, entropy: ulid.Monotonic(rand.Reader, 0),
	}
}

// prepare reads what the flags and the environment say before a command runs.
func (env *environment) prepare() error {
	if env.flags.store == "" {
		env.flags.store = os.Getenv("FOOTPRINT_STORE")
	}
	if env.flags.passphraseFile == "" {
		env.flags.passphraseFile = os.Getenv("FOOTPRINT_PASSPHRASE_FILE")
	}
	if env.flags.today == "" {
		return nil
	}
	day, err := env.typedDate("--today", env.flags.today, workday.Calendar{})
	env.pretend = day
	return err
}

// typedDate reads a date a person typed on a flag.
func (env *environment) typedDate(flag, text string, cal workday.Calendar) (workday.Date, error) {
	day, err := workday.ParseTyped(text, env.Today(), cal)
	if err != nil {
		return 0, fault.New(fault.Usage, flag+": "+coded(err), fault.HintOf(err)).Wrap(err)
	}
	return day, nil
}

// Today is the civil day this computer shows, or the pretended one.
func (env *environment) Today() workday.Date {
	if env.Pretended() {
		return env.pretend
	}
	year, month, day := env.now().Date()
	d, _ := workday.Of(year, int(month), day)
	return d
}

// Pretended reports whether the program was told to pretend a date.
func (env *environment) Pretended() bool { return env.pretend.Known() }

// Stamp is what entries made now are stamped with. Somebody without a name is
// the IRO.
func (env *environment) Stamp(by string, source casefile.Source) casefile.Stamp {
	if by == "" {
		by = "IRO"
	}
	return casefile.Stamp{At: env.now().UnixMilli(), Day: env.Today(), By: by, Source: source, Pretended: env.Pretended()}
}

// stampFor stamps entries of that source, by the IRO whose practice it is. An
// import is nobody's word but its own.
func (env *environment) stampFor(p *practice.Practice, source casefile.Source) casefile.Stamp {
	if source == casefile.ByImport {
		return env.Stamp("import", source)
	}
	return env.Stamp(p.Profile().Name, source)
}

// NewID gives a fresh id, later than every id it gave before, even when the
// computer's clock is set back. It may be called from any goroutine.
func (env *environment) NewID() casefile.ID {
	env.mu.Lock()
	defer env.mu.Unlock()
	made, err := ulid.New(ulid.Timestamp(env.now()), env.entropy)
	id := casefile.ID(made)
	if err != nil || !env.lastID.Before(id) {
		id = env.lastID.Next()
	}
	env.lastID = id
	return id
}

// options are what a store is opened or made with, the passphrase aside.
func (env *environment) options() (journal.Options, error) {
	dir, err := env.stateDir()
	return journal.Options{StateDir: dir, KDF: env.kdf, Now: env.now}, err
}

// interruptible gives a context that Ctrl+C ends, so that long work stops
// cleanly and leaves things as they were. A second Ctrl+C ends the program.
func interruptible(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// onTerminal reports whether the stream is a terminal.
func onTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && f != nil && term.IsTerminal(int(f.Fd()))
}
