package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"golang.org/x/term"

	"footprint/domain/fault"
	"footprint/store/vault"
)

// longestSecret is more than anybody types.
const longestSecret = 4096

// passphrase gives the store's passphrase: from the file that was named, or
// asked on the terminal. It is never taken from an argument.
func (env *environment) passphrase(ctx context.Context) ([]byte, error) {
	if env.flags.passphraseFile != "" {
		return env.secretFrom(env.flags.passphraseFile, "passphrase")
	}
	return env.ask(ctx, "Passphrase: ")
}

// newPassphrase gives a new passphrase, from the file or asked twice. It is
// judged before anything is changed.
func (env *environment) newPassphrase(ctx context.Context, file string) ([]byte, error) {
	if file != "" {
		secret, err := env.secretFrom(file, "new passphrase")
		if err != nil {
			return nil, err
		}
		return secret, vault.Judge(secret, nil).Err()
	}
	first, err := env.ask(ctx, "New passphrase: ")
	if err != nil {
		return nil, err
	}
	if err := vault.Judge(first, nil).Err(); err != nil {
		return nil, err
	}
	second, err := env.ask(ctx, "The same again: ")
	if err != nil {
		return nil, err
	}
	if string(first) != string(second) {
		return nil, fault.New(fault.BadInput, "The two passphrases differ.", "Try again; nothing was changed.")
	}
	return first, nil
}

// secretFrom reads the first line of a file, or of standard input with "-".
func (env *environment) secretFrom(file, what string) ([]byte, error) {
	in := env.in
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			e, _ := errors.AsType[*fault.Error](unreadableFile(err))
			return nil, fault.New(fault.BadInput, "The "+what+" file cannot be read: "+lowerFirst(e.Sentence), e.Hint).Wrap(err)
		}
		defer func() { _ = f.Close() }() // read only
		if othersMayRead(f) {
			env.warn("Others can read the " + what + " file. Make it readable for you alone.")
		}
		in = bufio.NewReader(f)
	}
	line, err := firstLine(in)
	if err != nil {
		return nil, err
	}
	if len(line) == 0 {
		return nil, fault.New(fault.BadInput, "The first line of the "+what+" file is empty.", "Put the "+what+" on its first line.")
	}
	return line, nil
}

// firstLine reads to the end of the line and no further than a secret is long.
func firstLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for len(line) <= longestSecret {
		c, err := in.ReadByte()
		if errors.Is(err, io.EOF) || err == nil && c == '\n' {
			return []byte(strings.TrimPrefix(strings.TrimSuffix(string(line), "\r"), "\ufeff")), nil
		}
		if err != nil {
			return nil, unreadableFile(err)
		}
		line = append(line, c)
	}
	return nil, fault.New(fault.BadInput, "The first line of that file is too long to be a passphrase.", "Check that it is the right file.")
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// ask asks on the terminal without showing what is typed. Ctrl+C gives the
// terminal back as it was.
func (env *environment) ask(ctx context.Context, prompt string) ([]byte, error) {
	if env.stdin == nil || !onTerminal(env.stdin) {
		return nil, fault.New(fault.Usage, "There is no terminal to ask for the passphrase on.", "Name a file with --passphrase-file, or - for standard input.")
	}
	fd := int(env.stdin.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return nil, fault.New(fault.Disk, "The terminal cannot be read.", "Name a file with --passphrase-file.").Wrap(err)
	}
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	_, _ = fmt.Fprint(env.errOut, prompt)
	type answer struct {
		secret []byte
		err    error
	}
	came := make(chan answer, 1)
	go func() {
		secret, err := term.ReadPassword(fd)
		came <- answer{secret, err}
	}()
	select {
	case a := <-came:
		_, _ = fmt.Fprintln(env.errOut)
		if a.err != nil {
			return nil, fault.New(fault.Stopped, "No passphrase was typed.", "Nothing was changed.").Wrap(a.err)
		}
		return a.secret, nil
	case <-ctx.Done():
		_ = term.Restore(fd, before) // the terminal shows what is typed again
		_, _ = fmt.Fprintln(env.errOut)
		return nil, fault.New(fault.Stopped, "Stopped.", "Nothing was changed.")
	}
}
