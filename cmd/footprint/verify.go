package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"footprint/domain/fault"
	"footprint/store/journal"
)

func verifyCommand(env *environment) *cobra.Command {
	return &cobra.Command{
		Use:   "verify [PATH]",
		Short: "Check that every record opens and every chain holds",
		Long: `Checks the store, or the store or backup at PATH: that every record opens, that
every child's chain of entries is whole, and that the list agrees with them. It
changes nothing.`,
		Args: between(0, 1, ""),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, stop := interruptible(cmd.Context())
			defer stop()
			path, err := env.storePath()
			if len(args) == 1 {
				path, err = args[0], nil
			}
			if err != nil {
				return err
			}
			if err := judged(ctx, path); err != nil {
				return err
			}
			o, err := env.options()
			if err != nil {
				return err
			}
			if o.Passphrase, err = env.passphrase(ctx); err != nil {
				return err
			}
			bar := env.progress("Checking")
			o.Progress = bar.show
			report, err := journal.VerifyFile(ctx, path, o)
			bar.done()
			if err != nil {
				return err
			}
			return env.tellVerified(report)
		},
	}
}

func (env *environment) tellVerified(r journal.Report) error {
	var l lines
	if r.OK() {
		l.add("Whole: %s in %s, every one opened and every chain checked.", counted(int(r.Entries), "record"), counted(r.Files, "file"))
	} else {
		l.add("Damaged: %s in %s could be proven.", counted(int(r.Entries), "record"), counted(r.Files, "file"))
	}
	for _, d := range r.Damage {
		where := ""
		if d.File != (journal.FileID{}) {
			where = fmt.Sprintf(" (file %x)", d.File[:])
		}
		l.add("Damaged: %s%s", d.What, where)
	}
	for _, n := range r.Notes {
		l.add("Note: %s", n)
	}
	if err := env.printLines(&l); err != nil {
		return err
	}
	if !r.OK() {
		return fault.New(fault.Damaged, "The store is damaged.", "Restore a backup; footprint restore keeps this file aside.")
	}
	return nil
}
