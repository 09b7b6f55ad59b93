package main

import (
	"github.com/spf13/cobra"
)

func completionCommand(env *environment) *cobra.Command {
	shells := map[string]func(*cobra.Command) error{
		"bash":       func(root *cobra.Command) error { return root.GenBashCompletionV2(env.out, true) },
		"zsh":        func(root *cobra.Command) error { return root.GenZshCompletion(env.out) },
		"fish":       func(root *cobra.Command) error { return root.GenFishCompletion(env.out, true) },
		"powershell": func(root *cobra.Command) error { return root.GenPowerShellCompletionWithDesc(env.out) },
	}
	return &cobra.Command{
		Use:       "completion SHELL",
		Short:     "Completion of commands for bash, zsh, fish or powershell",
		Long:      "Prints what teaches a shell to complete Footprint's commands and flags.\nSHELL is bash, zsh, fish or powershell.\n\n  bash: source <(footprint completion bash)\n  fish: footprint completion fish | source",
		ValidArgs: []string{"bash", "zsh", "fish", "powershell"},
		Args:      exactly(1, "the shell: bash, zsh, fish or powershell"),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, ok := shells[args[0]]
			if !ok {
				return usage("That shell is not known: bash, zsh, fish and powershell are.", cmd)
			}
			return written(write(cmd.Root()))
		},
	}
}
