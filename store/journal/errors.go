package journal

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"strings"

	"footprint/domain/fault"
)

func notAStore(sentence string) *fault.Error {
	return fault.New(fault.NotAStore, sentence, "Check the path; if it should be your store, restore a backup.")
}

func damaged(sentence string) *fault.Error {
	return fault.New(fault.Damaged, sentence, "Restore a backup, or repair the store into a new file.")
}

func damagedFile() *fault.Error {
	return damaged("One file in the store is damaged: its entries do not match what was recorded about them.")
}

func stopped(cause error) error {
	return fault.New(fault.Stopped, "Stopped before it was done.", "Nothing was changed by stopping.").Wrap(cause)
}

func closedStore() error {
	return fault.New(fault.Stopped, "The store is locked.", "Unlock it again.")
}

func tooLong(sentence string) error {
	return fault.New(fault.TooLong, sentence, "Split the text; what was there before is unchanged.")
}

func badInput(sentence string) error {
	return fault.New(fault.BadInput, sentence, "This is a fault in the program: please report it.")
}

func diskFull(cause error) *fault.Error {
	return fault.New(fault.DiskFull, "The disk is full.", "Free some room: empty the bin, or move large files elsewhere.").Wrap(cause)
}

// diskError names what the system refused, in plain words. Errors that carry a
// code already pass through.
func diskError(err error) error {
	switch {
	case err == nil:
		return nil
	case fault.CodeOf(err) != "":
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return stopped(err)
	case isDiskFull(err):
		return diskFull(err)
	case errors.Is(err, fs.ErrPermission), isReadOnlyDisk(err):
		return fault.New(fault.ReadOnly, "The store's folder or file cannot be written.", "Move the store to a folder of your own, or ask for the right to write there.").Wrap(err)
	case errors.Is(err, fs.ErrNotExist):
		return fault.New(fault.NoStore, "There is no store at that path.", "Check the path, or make a store with: footprint init").Wrap(err)
	case errors.Is(err, fs.ErrExist):
		return fault.New(fault.Exists, "Something is at that path already.", "Choose another path.").Wrap(err)
	}
	return fault.New(fault.Disk, "The disk or folder gave an error.", "Check the disk; then open the store again.").Wrap(err)
}

// isDiskFull also knows bbolt's texts, which do not wrap the system's error.
func isDiskFull(err error) bool {
	for _, e := range fullErrors {
		if errors.Is(err, e) {
			return true
		}
	}
	var pe *os.PathError
	if errors.As(err, &pe) {
		return false
	}
	text := err.Error()
	for _, e := range fullErrors {
		if strings.Contains(text, e.Error()) {
			return true
		}
	}
	return strings.Contains(text, "maximum size")
}
