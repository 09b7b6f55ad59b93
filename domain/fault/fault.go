// Package fault is the one kind of error people see: a code for programs, a
// plain sentence for people and a hint of what to do next, with the cause
// wrapped underneath.
//
// It may touch nothing. It must never carry case data: no name, date of birth,
// address or typed text goes into a sentence or a hint; where a record must be
// pointed at, its row number or reference is enough.
package fault

import "errors"

// Code tells a program what kind of trouble it is. The command line maps codes
// to exit codes; screens may choose what to offer next.
type Code string

// The codes. A new one joins here and in the command line's table of exit codes.
const (
	BadInput        Code = "bad input"        // something typed or read cannot be used
	NotFound        Code = "not found"        // a reference that is on no file
	Refused         Code = "refused"          // a duty or rule stands in the way
	Conflict        Code = "conflict"         // it contradicts what is on file
	NoStore         Code = "no store"         // nothing at that path
	Exists          Code = "exists"           // something is there already
	NotAStore       Code = "not a store"      // the file is something else, or empty
	Damaged         Code = "damaged"          // the file is a store and is hurt
	NewerStore      Code = "newer store"      // written by a later Footprint
	WrongPassphrase Code = "wrong passphrase" // no key slot opens with it
	WeakPassphrase  Code = "weak passphrase"  // too short or on the block list
	InUse           Code = "in use"           // another window has the store
	ReadOnly        Code = "read only"        // the folder or file cannot be written
	DiskFull        Code = "disk full"        // no room; the change is kept aside
	Disk            Code = "disk"             // any other trouble with the disk
	TooLong         Code = "too long"         // a text longer than is kept
	Stopped         Code = "stopped"          // the user stopped it
	Usage           Code = "usage"            // unknown flag, missing argument
)

// Error is a coded error. Sentence says what went wrong, Hint what to do; both
// are whole sentences of plain English without case data.
type Error struct {
	Code     Code
	Sentence string
	Hint     string
	cause    error
}

// New makes an error of that code.
func New(code Code, sentence, hint string) *Error {
	return &Error{Code: code, Sentence: sentence, Hint: hint}
}

// Wrap returns a copy of e that carries cause underneath. People never see the
// cause; errors.Is and errors.As do.
func (e *Error) Wrap(cause error) *Error {
	out := *e
	out.cause = cause
	return &out
}

// Error is the plain sentence.
func (e *Error) Error() string { return e.Sentence }

// Unwrap gives the cause, or nil.
func (e *Error) Unwrap() error { return e.cause }

// Is reports whether target is a fault of the same code.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}

// CodeOf gives the code of the first coded error in err's chain, or "".
func CodeOf(err error) Code {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Code
	}
	return ""
}

// HintOf gives the hint of the first coded error in err's chain, or "".
func HintOf(err error) string {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Hint
	}
	return ""
}

// Words gives the sentence and the hint of an error in one, for a screen. An
// error without a code has no words for people and is not shown as it is.
func Words(err error) string {
	if CodeOf(err) == "" {
		return "Something went wrong that Footprint has no words for. Nothing was lost."
	}
	words := err.Error()
	if hint := HintOf(err); hint != "" {
		words += " " + hint
	}
	return words
}
