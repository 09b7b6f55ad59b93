package journal

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// mapAhead is nought: on Windows the file is stretched to its mapping.
const mapAhead = 0

var fullErrors = []error{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL, windows.ERROR_DISK_QUOTA_EXCEEDED}

func isReadOnlyDisk(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) }

// tryLock takes an exclusive lock without waiting; false when another has it.
func tryLock(f *os.File) (bool, error) {
	var ol windows.Overlapped
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &ol)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return false, nil
	}
	return err == nil, err
}

// unlock gives a lock back: bbolt locks the last byte of the range there is.
func unlock(f *os.File) {
	for _, at := range []uint32{0, 1<<32 - 1} {
		ol := windows.Overlapped{Offset: at, OffsetHigh: at}
		_ = windows.UnlockFileEx(windows.Handle(f.Fd()), 0, 1, 0, &ol)
	}
}

// syncFolder does nothing: Windows has no sync of folders.
func syncFolder(string) error { return nil }

// replace renames over what may be there. Virus scanners and search hold files
// for a moment: it is tried for two seconds.
func replace(from, to string) error {
	var err error
	for wait := 5 * time.Millisecond; wait < time.Second; wait *= 2 {
		if err = os.Rename(from, to); err == nil || errors.Is(err, os.ErrNotExist) {
			return err
		}
		time.Sleep(wait)
	}
	return err
}
