package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"footprint/domain/fault"
)

// globals are the flags every command takes.
type globals struct {
	store, passphraseFile, today string
	plain, noNames               bool
}

// newRoot builds the whole command tree anew, so that tests share nothing.
func newRoot(env *environment) *cobra.Command {
	root := &cobra.Command{
		Use:   "footprint",
		Short: "An Independent Reviewing Officer's caseload: offline, encrypted, every date explained",
		Long: `Footprint keeps an Independent Reviewing Officer's caseload on a laptop: every
statutory date and why it is that date, each review prepared by keyboard.

Without a command it opens the full-screen app. On first run that creates a
store; "footprint demo" shows a made-up caseload and keeps nothing.`,
		Args: noCommand,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if env.flags.plain {
				return fault.New(fault.Usage, "The full-screen app is not shown with --plain.",
					"footprint due, footprint children and footprint show say the same in lines.")
			}
			return runApp(cmd.Context(), env, nil)
		},
	}
	quiet(root, env.out, env.errOut)
	flags := root.PersistentFlags()
	flags.SortFlags = false
	flags.StringVar(&env.flags.store, "store", "", "the store file (environment: FOOTPRINT_STORE)")
	flags.StringVar(&env.flags.passphraseFile, "passphrase-file", "", "a file whose first line is the passphrase, - for standard input (environment: FOOTPRINT_PASSPHRASE_FILE)")
	flags.StringVar(&env.flags.today, "today", "", "pretend today is that date, such as 2026-11-26")
	flags.BoolVar(&env.flags.plain, "plain", false, "lines only: no colour, no boxes, no full screen")
	flags.BoolVar(&env.flags.noNames, "no-names", false, "initials and references in place of names")
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return env.prepare() }
	root.SetFlagErrorFunc(flagError)
	root.SetHelpCommand(helpCommand())
	root.AddCommand(
		demoCommand(env), initCommand(env), importCommand(env), dueCommand(env), childrenCommand(env), showCommand(env),
		recordCommand(env), decisionsCommand(env), letterCommand(env),
		datesCommand(env), rulesCommand(env), backupCommand(env), restoreCommand(env), verifyCommand(env),
		passphraseCommand(env), recoverCommand(env), versionCommand(env), completionCommand(env), manCommand(env),
	)
	return root
}

// noCommand refuses a first word that is no command. The word is not repeated:
// it may be a name that was meant for elsewhere.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return fault.New(fault.Usage, "There is no such command.", "Did you mean "+strings.Join(near, " or ")+"? footprint help lists them all.")
	}
	return fault.New(fault.Usage, "There is no such command.", "footprint help lists them.")
}

// exactly asks for so many arguments, named in words.
func exactly(n int, what string) cobra.PositionalArgs { return between(n, n, what) }

func between(least, most int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return usage("Something is missing: "+what+".", cmd)
		case len(args) > most:
			return usage("There is more on the line than this command takes.", cmd)
		}
		return nil
	}
}

func usage(sentence string, cmd *cobra.Command) error {
	return fault.New(fault.Usage, sentence, "footprint help "+strings.TrimPrefix(cmd.CommandPath(), "footprint ")+" shows how it is used.")
}

// flagError says what is wrong with a flag without repeating its value.
func flagError(cmd *cobra.Command, err error) error {
	hint := "footprint help lists the flags."
	if cmd.HasParent() {
		hint = "footprint help " + cmd.Name() + " lists the flags."
	}
	sentence := "A flag could not be read."
	if e, ok := errors.AsType[*pflag.NotExistError](err); ok {
		sentence = "There is no flag " + dashed(e.GetSpecifiedName()) + "."
	} else if e, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		sentence = "The flag " + dashed(e.GetSpecifiedName()) + " needs a value."
	} else if e, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		sentence = "The flag " + dashed(e.GetFlag().Name) + " cannot take that value."
	}
	return fault.New(fault.Usage, sentence, hint).Wrap(err)
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "How a command is used",
		Args:  between(0, 1, "a command"),
		// Help needs no store and no date, so nothing is prepared for it.
		PersistentPreRunE: func(*cobra.Command, []string) error { return nil },
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return noCommand(cmd.Root(), args)
			}
			return about.Help()
		},
	}
}
