package main

import (
	"github.com/spf13/cobra"

	"footprint/store/journal"
)

func restoreCommand(env *environment) *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "restore PATH",
		Short: "Put a backup in the place of the store",
		Long: `Checks the backup at PATH and puts it in the place of the store. The store that
was there is kept aside, never deleted. When the store there is newer than the
backup, or is another store, --force is needed.`,
		Args: exactly(1, "the path of the backup"),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			to, err := env.storePath()
			if err != nil {
				return err
			}
			if err := judged(ctx, args[0]); err != nil {
				return err
			}
			o, err := env.options()
			if err != nil {
				return err
			}
			if o.Passphrase, err = env.passphrase(ctx); err != nil {
				return err
			}
			bar := env.progress("Restoring")
			defer bar.done()
			o.Progress = bar.show
			done, err := journal.Restore(ctx, args[0], to, o, force)
			bar.done()
			if err != nil {
				return err
			}
			var l lines
			l.add("The backup is in place: %s", to)
			l.add("It holds %s, last saved %s.", counted(int(done.Report.Entries), "record"), done.Report.Saved.Local().Format("Mon 2 Jan 2006 15:04"))
			if done.SetAside != "" {
				l.add("The store that was there is kept aside: %s", done.SetAside)
			}
			return env.printLines(&l)
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "also over a newer store, or another one")
	return cmd
}
