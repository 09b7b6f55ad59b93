// Command footprint is an Independent Reviewing Officer's caseload on a laptop,
// offline and encrypted: the full-screen app, and a command line for set-up,
// scripts and people who use a screen reader.
//
// This package wires the parts together: flags, paths, passphrases, the clock,
// exit codes, and one small file for each command. It holds no rule of the law
// and draws no screen. Whatever it prints about a fault carries no case data.
package main

import (
	"context"
	"io"
	"os"

	"github.com/spf13/cobra"

	_ "footprint/tui/kit/termguard" // before the terminal framework starts
)

//go:generate go test -run ^TestManPageIsFresh$ -update-man .

func main() {
	os.Exit(run(newEnvironment(os.Stdin, os.Stdout, os.Stderr), os.Args[1:]))
}

// run runs one command line and gives its exit code. Nothing that goes wrong
// inside reaches the terminal as a stack trace.
func run(env *environment, args []string) (code int) {
	defer func() {
		if thrown := recover(); thrown != nil {
			code = env.crashed(thrown)
		}
	}()
	root := newRoot(env)
	root.SetArgs(args)
	return env.report(root.ExecuteContext(context.Background()))
}

// quiet keeps cobra's own words away; every word is ours.
func quiet(root *cobra.Command, out, errOut io.Writer) {
	root.SilenceUsage, root.SilenceErrors = true, true
	root.SetOut(out)
	root.SetErr(errOut)
	cobra.MousetrapHelpText = "" // else a double-clicked exe on Windows only exits
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true
}
