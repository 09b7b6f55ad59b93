//go:build kill

package journal

const killRounds = 200
