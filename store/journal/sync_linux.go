package journal

import (
	"os"

	"golang.org/x/sys/unix"
)

// syncData makes what was overwritten in place last. The file's length does not
// change, so the cheaper call is enough.
func syncData(f *os.File) error {
	for {
		if err := unix.Fdatasync(int(f.Fd())); err != unix.EINTR {
			return err
		}
	}
}
