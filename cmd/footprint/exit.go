package main

import (
	"errors"
	"fmt"

	"footprint/domain/fault"
	"footprint/tui/kit"
)

// The exit codes. They are a promise to scripts.
const (
	exitDone   = 0
	exitFailed = 1 // bad input, missing file, no store, weak passphrase, disk trouble
	exitUsage  = 2 // unknown flag or command, missing argument
	exitLocked = 3 // wrong passphrase, or another window has the store
	exitHurt   = 4 // not a store, or damaged
	exitPartly = 5 // some rows rejected, some in
)

// exits maps every fault code to its exit code.
var exits = map[fault.Code]int{
	fault.BadInput:        exitFailed,
	fault.NotFound:        exitFailed,
	fault.Refused:         exitFailed,
	fault.Conflict:        exitFailed,
	fault.NoStore:         exitFailed,
	fault.Exists:          exitFailed,
	fault.WeakPassphrase:  exitFailed,
	fault.ReadOnly:        exitFailed,
	fault.DiskFull:        exitFailed,
	fault.Disk:            exitFailed,
	fault.TooLong:         exitFailed,
	fault.Stopped:         exitFailed,
	fault.Usage:           exitUsage,
	fault.WrongPassphrase: exitLocked,
	fault.InUse:           exitLocked,
	fault.NotAStore:       exitHurt,
	fault.Damaged:         exitHurt,
	fault.NewerStore:      exitHurt,
}

// An import that took some rows and rejected others, and a dry run that would.
var (
	errPartly      = errors.New("some rows in, some rejected")
	errWouldPartly = errors.New("some rows would be in, some rejected")
)

// report tells what went wrong on standard error and gives the exit code.
func (env *environment) report(err error) int {
	if err == nil {
		return exitDone
	}
	switch {
	case errors.Is(err, errWouldPartly):
		env.say("Some rows would be rejected; the others would be in.", "The list above names each row and why; correct them in the file before you import it.")
		return exitPartly
	case errors.Is(err, errPartly):
		env.say("Some rows were rejected; the others are in.", "The list above names each row and why; correct them in the file and import it again.")
		return exitPartly
	}
	code, known := exits[fault.CodeOf(err)]
	if !known {
		// Not one of ours: its words may hold anything, so they are not shown.
		env.say("Something went wrong that has no words yet.", "Try again; if it happens again, report what you did.")
		return exitFailed
	}
	env.say(coded(err), fault.HintOf(err))
	return code
}

// coded is the sentence of the first coded error in the chain.
func coded(err error) string {
	if e, ok := errors.AsType[*fault.Error](err); ok {
		return e.Sentence
	}
	return ""
}

func (env *environment) say(sentence, hint string) {
	_, _ = fmt.Fprintln(env.errOut, "footprint: "+kit.Clean(sentence))
	if hint != "" {
		_, _ = fmt.Fprintln(env.errOut, "hint: "+kit.Clean(hint))
	}
}

// warn tells something worth knowing that stops nothing.
func (env *environment) warn(sentence string) {
	_, _ = fmt.Fprintln(env.errOut, "footprint: warning: "+kit.Clean(sentence))
}
