//go:build unix && kill

package main

const (
	killRounds  = 200
	killScreens = 40
	killNotes   = 25
)
