package main

import (
	"github.com/spf13/cobra"

	"footprint/store/journal"
)

func passphraseCommand(env *environment) *cobra.Command {
	var file, recoveryOut string
	var someoneKnows bool
	cmd := &cobra.Command{
		Use:   "passphrase",
		Short: "Change the passphrase",
		Long: `Changes the passphrase. The old one is asked for or read from --passphrase-file,
the new one asked for twice or read from --new-passphrase-file.

With --someone-knows the store also gets a new master key and a new recovery
code: then the old passphrase, the old code and every other passphrase open it no
more. Older backups and stores that were set aside still open with the old ones;
those beside the store are named.`,
		Args: exactly(0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := env.storePath()
			if err != nil {
				return err
			}
			if err := judged(cmd.Context(), path); err != nil {
				return err
			}
			o, err := env.options()
			if err != nil {
				return err
			}
			if o.Passphrase, err = env.passphrase(cmd.Context()); err != nil {
				return err
			}
			fresh, err := env.newPassphrase(cmd.Context(), file)
			if err != nil {
				return err
			}
			old := append([]byte{}, o.Passphrase...)
			return env.rekey(path, o, old, fresh, someoneKnows, recoveryOut)
		},
	}
	cmd.Flags().StringVar(&file, "new-passphrase-file", "", "a file whose first line is the new passphrase, - for standard input")
	cmd.Flags().BoolVar(&someoneKnows, "someone-knows", false, "somebody may know the old one: make a new master key too")
	cmd.Flags().StringVar(&recoveryOut, "recovery-out", "", "write a new recovery code to this new file instead of printing it")
	return cmd
}

// rekey opens the store, changes its passphrase and tells what is left to do.
func (env *environment) rekey(path string, o journal.Options, old, fresh []byte, someoneKnows bool, recoveryOut string) error {
	if !someoneKnows {
		recoveryOut = ""
	}
	keep, err := newSecretFile(recoveryOut)
	if err != nil {
		return err
	}
	b, err := env.openWith(path, o)
	if err != nil {
		keep.drop()
		return err
	}
	done, err := b.Journal().ChangePassphrase(old, fresh, someoneKnows)
	if closing := b.Close(); err == nil {
		err = closing
	}
	if err != nil && done.Recovery == "" {
		keep.drop()
		return err
	}
	var l lines
	l.add("The passphrase is changed.")
	if done.Dropped > 0 {
		l.add("%s of others opens the store no more.", counted(done.Dropped, "passphrase"))
	}
	for i, old := range done.OlderBackups {
		if i == 0 {
			l.add("These older backups still open with the old passphrase; delete those you can do without:")
		}
		l.add("  %s", old.Path)
	}
	for i, old := range done.SetAside {
		if i == 0 {
			l.add("These were set aside beside the store under an old passphrase; delete those you can do without:")
		}
		l.add("  %s", old)
	}
	if done.Recovery != "" {
		l.add("Copies made elsewhere still open with the old passphrase.")
	}
	if printing := env.printLines(&l); err == nil {
		err = printing
	}
	if done.Recovery != "" {
		if keep.write(done.Recovery) != nil {
			recoveryOut = ""
		}
		if telling := env.tellRecovery(done.Recovery, recoveryOut); err == nil {
			err = telling
		}
	}
	return err
}
