package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func backupCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "backup PATH",
		Short: "Write an encrypted copy of the store to one file",
		Long: `Writes an encrypted copy of the store to PATH, a new file, and checks every
record of it. The copy opens with the same passphrase: --store takes it as it is.`,
		Args: exactly(1, "the path of the copy"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			return env.use(ctx, func(b *opened) error {
				if err := b.Journal().Backup(ctx, args[0]); err != nil {
					return err
				}
				_, err := fmt.Fprintf(env.out, "The copy is written and checked: %s\n", args[0])
				return written(err)
			})
		},
	}
}
