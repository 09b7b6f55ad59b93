//go:build unix

package journal

import (
	"errors"
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// mapAhead is how much of the file's address room is taken at open, so that a
// growing store need not wait for a long read to end before it can grow.
const mapAhead = 1 << 28

var fullErrors = []error{unix.ENOSPC, unix.EDQUOT, unix.EFBIG}

func isReadOnlyDisk(err error) bool { return errors.Is(err, unix.EROFS) }

// tryLock takes an exclusive lock without waiting; false when another has it.
func tryLock(f *os.File) (bool, error) {
	err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// unlock gives a lock back, also one that a mapping would keep alive.
func unlock(f *os.File) { _ = unix.Flock(int(f.Fd()), unix.LOCK_UN) }

// syncFolder makes a rename last.
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	err = d.Sync()
	if cerr := d.Close(); err == nil {
		err = cerr
	}
	if errors.Is(err, syscall.EINVAL) { // some network folders have no sync
		return nil
	}
	return err
}

// replace renames over what may be there.
func replace(from, to string) error { return os.Rename(from, to) }
