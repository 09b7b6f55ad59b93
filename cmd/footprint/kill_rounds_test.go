//go:build unix && !kill

package main

// killRounds is how often the writer is killed, and killScreens the app.
const (
	killRounds  = 20
	killScreens = 4
)
