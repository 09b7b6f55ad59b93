package main

import (
	_ "embed" // the manual page
	"io"

	"github.com/spf13/cobra"
)

// manPage is written by "go generate" from the commands themselves.
//
//go:embed footprint.1
var manPage string

func manCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "man",
		Short: "The manual page",
		Long:  "Prints the manual page in the form that man reads:\n\n  footprint man > footprint.1 && man ./footprint.1",
		Args:  exactly(0, ""),
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(env.out, manPage)
			return written(err)
		},
	}
}
