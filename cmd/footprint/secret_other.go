//go:build !unix

package main

import "os"

// othersMayRead cannot tell here: rights do not lie in the file's mode.
func othersMayRead(*os.File) bool { return false }
