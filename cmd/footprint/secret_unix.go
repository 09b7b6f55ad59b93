//go:build unix

package main

import "os"

// othersMayRead reports whether anybody but the owner may read the file.
func othersMayRead(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && st.Mode().IsRegular() && st.Mode().Perm()&0o077 != 0
}
