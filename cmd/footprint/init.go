package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"footprint/domain/fault"
	"footprint/store"
)

func initCommand(env *environment) *cobra.Command {
	var recoveryOut string
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Make a new store without opening the app",
		Long: `Makes a new, empty store. The passphrase is asked for twice, or read from
--passphrase-file; it has at least 12 characters.

The recovery code opens the store when the passphrase is forgotten. It is
printed once and kept nowhere, or written to the file that --recovery-out names,
which only you can read.`,
		Args: exactly(0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := env.storePath()
			if err != nil {
				return err
			}
			book, code, err := env.create(cmd.Context(), path, recoveryOut)
			if err != nil {
				return err
			}
			if err := book.Close(); err != nil {
				return err
			}
			_, err = fmt.Fprintf(env.out, "The store is made: %s\n", path)
			if err != nil {
				return written(err)
			}
			return env.tellRecovery(code, recoveryOut)
		},
	}
	cmd.Flags().StringVar(&recoveryOut, "recovery-out", "", "write the recovery code to this new file instead of printing it")
	return cmd
}

// create makes a store at the path. The file for the recovery code is made
// first, so that no store is made whose code could not be kept.
func (env *environment) create(ctx context.Context, path, recoveryOut string) (*store.Book, string, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, "", fault.New(fault.Exists, "There is a file at that path already.", "Choose another path with --store, or open the store that is there.")
	}
	o, err := env.options()
	if err != nil {
		return nil, "", err
	}
	if o.Passphrase, err = env.newPassphrase(ctx, env.flags.passphraseFile); err != nil {
		return nil, "", err
	}
	keep, err := newSecretFile(recoveryOut)
	if err != nil {
		return nil, "", err
	}
	book, code, err := store.Create(path, o, env.NewID)
	if err != nil {
		keep.drop()
		return nil, "", err
	}
	if err := keep.write(code); err != nil {
		env.warn("The recovery code could not be written to its file; it is: " + code)
	}
	return book, code, nil
}

// tellRecovery prints the recovery code unless it went to a file.
func (env *environment) tellRecovery(code, recoveryOut string) error {
	if recoveryOut != "" {
		_, err := fmt.Fprintf(env.out, "The recovery code is in %s. Keep it away from this computer.\n", recoveryOut)
		return written(err)
	}
	_, err := fmt.Fprintf(env.out, "The recovery code, shown this once; write it down and keep it away from this computer:\n\n%s\n", code)
	return written(err)
}

// secretFile is a new file that only its owner may read; nil when none is
// wanted.
type secretFile struct{ f *os.File }

func newSecretFile(path string) (*secretFile, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if os.IsExist(err) {
		return nil, fault.New(fault.Exists, "There is a file already where the recovery code should go.", "Choose another path with --recovery-out.").Wrap(err)
	}
	if err != nil {
		return nil, fault.New(fault.ReadOnly, "The file for the recovery code cannot be made.", "Check the path and the rights on its folder.").Wrap(err)
	}
	return &secretFile{f}, nil
}

func (s *secretFile) write(secret string) error {
	if s == nil {
		return nil
	}
	_, err := s.f.WriteString(secret + "\n")
	if err == nil {
		err = s.f.Sync()
	}
	if closing := s.f.Close(); err == nil {
		err = closing
	}
	return err
}

// drop takes the empty file away again.
func (s *secretFile) drop() {
	if s != nil {
		_ = s.f.Close()
		_ = os.Remove(s.f.Name())
	}
}
