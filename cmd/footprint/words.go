package main

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"footprint/domain/clock"
	"footprint/domain/fault"
)

// leftWords says how many working days are left, or how many it is late.
func leftWords(status clock.Status, left int) string {
	switch {
	case left < 0:
		return counted(-left, "working day") + " late"
	case left > 0:
		return counted(left, "working day") + " left"
	case status == clock.Overdue:
		return "the last working day is over"
	}
	return "today is the last day"
}

// counted words a number of things: "1 child" is given as counted(1, "child").
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	switch what {
	case "child":
		return fmt.Sprintf("%d children", n)
	case "person":
		return fmt.Sprintf("%d people", n)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// unreadableFile words why a file the user named cannot be read.
func unreadableFile(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fault.New(fault.BadInput, "There is no file at that path.", "Check the path.").Wrap(err)
	case errors.Is(err, fs.ErrPermission):
		return fault.New(fault.BadInput, "You may not read that file.", "Check its rights.").Wrap(err)
	}
	return fault.New(fault.BadInput, "That file cannot be read.", "Check the path and the disk.").Wrap(err)
}

// join puts the parts that are there after each other.
func join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}
