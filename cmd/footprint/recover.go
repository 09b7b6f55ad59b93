package main

import (
	"github.com/spf13/cobra"
)

func recoverCommand(env *environment) *cobra.Command {
	var recoveryFile, newFile string
	cmd := &cobra.Command{
		Use:   "recover",
		Short: "Get in with the recovery code and set a new passphrase",
		Long: `Opens the store with its recovery code, the first line of --recovery-file (- for
standard input), and sets a new passphrase: asked for twice, or read from
--new-passphrase-file or --passphrase-file. The recovery code stays as it is.`,
		Args: exactly(0, ""),
		RunE: func(cmd *cobra.Command, _ []string) error {
			path, err := env.storePath()
			if err != nil {
				return err
			}
			if recoveryFile == "" && !onTerminal(env.stdin) {
				return usage("Something is missing: --recovery-file.", cmd)
			}
			if err := judged(cmd.Context(), path); err != nil {
				return err
			}
			o, err := env.options()
			if err != nil {
				return err
			}
			var code []byte
			if recoveryFile != "" {
				code, err = env.secretFrom(recoveryFile, "recovery")
			} else {
				code, err = env.ask(cmd.Context(), "Recovery code: ")
			}
			if err != nil {
				return err
			}
			o.Recovery = string(code)
			if newFile == "" {
				newFile = env.flags.passphraseFile
			}
			fresh, err := env.newPassphrase(cmd.Context(), newFile)
			if err != nil {
				return err
			}
			return env.rekey(path, o, nil, fresh, false, "")
		},
	}
	cmd.Flags().StringVar(&recoveryFile, "recovery-file", "", "a file whose first line is the recovery code, - for standard input")
	cmd.Flags().StringVar(&newFile, "new-passphrase-file", "", "a file whose first line is the new passphrase, - for standard input")
	return cmd
}
