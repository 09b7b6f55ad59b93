//go:build unix && !kill

package main

// killRounds is how often the writer is killed, killScreens the app, and
// killNotes the app in the middle of a note.
const (
	killRounds  = 20
	killScreens = 4
	killNotes   = 2
)
