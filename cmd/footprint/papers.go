package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/domain/review"
	"footprint/domain/workday"
	"footprint/store"
	"footprint/store/exchange/paper"
	"footprint/store/journal"
	"footprint/tui/kit"
)

// paperFlags are what every command that makes a paper takes.
type paperFlags struct{ format, person, out, review string }

const papersLong = `Without --out the paper is printed, as plain text unless --format says another
format. With --out it goes into a new file that only you can read; nothing is
written over. Into a folder it goes under a name that names nobody.

Every paper is noted in the child's file with its SHA-256, printed ones too. A
paper that would tell its reader what they must not learn, such as where the
child lives, is not made: the exit code is 1, and with --out or on a terminal
the sentences are shown. Papers carry names, so there are none with --no-names.`

func (f *paperFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.person, "for", "", "whose copy: a name, part of one, or what they are to the child; - reads it from standard input")
	flags.StringVar(&f.format, "format", "", formatNames()+"; else as the file's name ends, docx into a folder, txt when printed")
	flags.StringVar(&f.out, "out", "", "a new file, or the folder to put it in")
	flags.StringVar(&f.review, "review", "", "the review, by its number or its day")
	_ = cmd.RegisterFlagCompletionFunc("format", func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var out []string
		for _, f := range paper.Formats() {
			out = append(out, cobra.CompletionWithDesc(string(f), f.Words()))
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}) // fails only for a flag there is not
}

// formatNames lists the formats: "docx, html, md or txt".
func formatNames() string {
	var names []string
	for _, f := range paper.Formats() {
		names = append(names, string(f))
	}
	return series(names, "or")
}

// series puts words after each other with a last word between.
func series(words []string, last string) string {
	if n := len(words) - 1; n > 0 {
		return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
	}
	return strings.Join(words, "")
}

// outlet is where a paper goes and in which format. No path is standard output.
type outlet struct {
	format paper.Format
	path   string
	folder bool
}

// outlet reads the flags before any passphrase is asked for.
func (f *paperFlags) outlet(env *environment, cmd *cobra.Command) (outlet, error) {
	for _, name := range []string{"for", "out", "review", "format"} {
		if flag := cmd.Flags().Lookup(name); flag.Changed && strings.TrimSpace(flag.Value.String()) == "" {
			return outlet{}, usage("The flag --"+name+" needs a value.", cmd)
		}
	}
	if env.flags.noNames {
		return outlet{}, fault.New(fault.Usage, "A paper carries names, so none is made with --no-names.", "footprint decisions REF --json works with it.")
	}
	format, err := paper.ParseFormat(f.format)
	if f.format != "" && err != nil {
		return outlet{}, usage("--format takes "+formatNames()+".", cmd)
	}
	if env.ofTheStore(f.out) {
		return outlet{}, fault.New(fault.Refused, "The store keeps a file of its own at that path.", "Choose another path: a paper there would be deleted or written over.")
	}
	to := outlet{format: format, path: f.out}
	if info, err := os.Stat(f.out); f.out != "" {
		to.folder = err == nil && info.IsDir() || os.IsPathSeparator(f.out[len(f.out)-1])
	}
	switch {
	case f.out == "" && f.format == "":
		to.format = paper.Text
	case f.out == "" && format == paper.Word && onTerminal(env.out):
		return to, fault.New(fault.Usage, "A Word file cannot be shown on a terminal.", "Give it a file with --out, or print it with --format txt.")
	case to.folder && f.format == "":
		to.format = paper.Word
	case f.out != "" && f.format == "":
		if to.format, err = paper.ParseFormat(filepath.Ext(f.out)); err != nil {
			return to, usage("The name after --out has no ending Footprint knows: "+formatNames()+". --format says it otherwise.", cmd)
		}
	}
	return to, nil
}

// ofTheStore reports whether a path is one the store uses for itself, or lies in
// its folder of backups. Letter case makes no difference, as on many disks.
func (env *environment) ofTheStore(path string) bool {
	at, err := env.storePath()
	if path == "" || err != nil {
		return false // the store's own opening says what is wrong with it
	}
	path = settled(path)
	for _, suffix := range journal.Suffixes() {
		own := settled(at + suffix)
		if strings.EqualFold(path, own) || strings.EqualFold(filepath.Dir(path), own) {
			return true
		}
	}
	return false
}

// settled is a whole path with the links of its folder followed.
func settled(path string) string {
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	if folder, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(folder, filepath.Base(path))
	}
	return path
}

// made is a paper as a command has composed it, before anything is written.
type made struct {
	casefile.PaperMade
	subject  document.Subject
	reader   document.Reader
	document document.Document
	on       workday.Date // its day, in the file's name
	notes    []string     // for the IRO, without case data
}

// makePaper composes a paper of a child's file, has the guard read it, delivers
// it and notes it.
func (env *environment) makePaper(cmd *cobra.Command, ref string, f *paperFlags, compose func(b *opened, s document.Subject) (made, error)) error {
	to, err := f.outlet(env, cmd)
	if err != nil {
		return err
	}
	return env.use(cmd.Context(), func(b *opened) error {
		c, err := b.childsFile(ref)
		if err != nil {
			return err
		}
		m, err := compose(b, document.Subject{Case: c, Practice: b.practice, Context: b.context()})
		if err != nil {
			return err
		}
		if leaks := document.Guard(m.subject, m.reader, m.document); len(leaks) > 0 {
			return env.notMade(leaks, m.document, to)
		}
		if err := b.deliver(m, to); err != nil {
			return err
		}
		for _, note := range append(readFirst(m), m.notes...) {
			env.note(note)
		}
		return nil
	})
}

// childsFile reads the file of the child a person means.
func (b *opened) childsFile(ref string) (*casefile.Case, error) {
	row, err := store.Find(b.rows(), ref)
	if err != nil {
		return nil, err
	}
	return b.Case(row.File)
}

// note tells the IRO something about a paper that was made.
func (env *environment) note(words string) {
	_, _ = env.errOut.Write([]byte("note: " + kit.Clean(words) + "\n"))
}

// chosenReview gives the review --review names. Without it, it is the one begun
// and not finished, else the last that was completed.
func (b *opened) chosenReview(c *casefile.Case, text string) (casefile.Review, error) {
	if text == "" {
		if r, begun := c.Unfinished(b.env.Today()); begun {
			return r, nil
		}
		r, _ := review.LastCompleted(c, b.env.Today()) // none: the paper says so itself
		return r, nil
	}
	no, err := strconv.Atoi(strings.TrimSpace(text))
	var day workday.Date
	if err != nil || no < 1 {
		if day, err = b.env.typedDate("--review", text, b.practice.Calendar()); err != nil {
			return casefile.Review{}, err
		}
	}
	numbers := numbersOf(c)
	for _, r := range slices.Backward(c.Reviews()) {
		on := r.Held.Recorded
		if !r.IsHeld() {
			on = r.Planned.Date
		}
		if day.Known() && on == day || !day.Known() && numbers[r.ID] == no {
			return r, nil
		}
	}
	return casefile.Review{}, fault.New(fault.NotFound, "No review of this child has that number or day.", "footprint show REF lists them.")
}

// notMade tells what a paper would have told. The sentences are for the IRO's
// eyes: they are kept from standard output where the paper itself was to go, for
// there a script might pass them on.
func (env *environment) notMade(leaks []document.Leak, d document.Document, to outlet) error {
	var kinds []string
	for _, leak := range leaks {
		if !slices.Contains(kinds, leak.What) {
			kinds = append(kinds, leak.What)
		}
	}
	told := fault.New(fault.Refused, "Not made: this copy would tell "+series(kinds, "and")+".", "Say the sentences otherwise where they were entered; with --out, or on a terminal, they are shown.")
	if to.path == "" && !onTerminal(env.out) {
		return told
	}
	var l lines
	l.add("Not made: this copy would tell what its reader must not learn.")
	for _, leak := range leaks {
		l.gap()
		l.wrapped("", leak.What+under(d.SectionOf(leak))+":")
		l.wrapped("  ", leak.Sentence)
	}
	if err := env.printLines(&l); err != nil {
		return err
	}
	told.Hint = "Say the sentences above otherwise where they were entered, then make the paper again."
	return told
}

// readFirst says where a copy still holds words that only the IRO can judge. The
// words are names, so they are not repeated: standard error goes to logs.
func readFirst(m made) []string {
	var out []string
	for _, warning := range document.Warnings(m.subject, m.reader, m.document) {
		note := "This copy still holds " + warning.What + under(m.document.SectionOf(warning)) + ": read it before it goes out."
		if !slices.Contains(out, note) {
			out = append(out, note)
		}
	}
	return out
}

// under names the section something stands in, if it stands in one.
func under(section string) string {
	if section == "" {
		return ""
	}
	return ", under \"" + section + "\""
}

// deliver writes the paper and notes it in the child's file. A file that cannot
// be noted is taken away again, and nothing is printed before it is noted: no
// paper leaves without an entry.
func (b *opened) deliver(m made, to outlet) error {
	data, hash, err := pressed(to.format, m.document)
	if err != nil {
		return err
	}
	m.Format, m.Hash, m.Review = string(to.format), hash, m.subject.Review.ID
	c := m.subject.Case
	if to.path == "" {
		aside, err := b.notePaper(c, m.PaperMade)
		if err != nil {
			return err
		}
		if _, err := b.env.out.Write(data); written(err) != nil {
			return written(err)
		}
		return keptAside(aside)
	}
	path := to.path
	if to.folder {
		path, err = paper.Save(to.path, document.FileName(c.Ref, m.What, m.on, m.reader, string(to.format)), data)
	} else {
		err = paper.SaveAs(path, data)
	}
	if err != nil {
		return err
	}
	m.Name = filepath.Base(path)
	aside, err := b.notePaper(c, m.PaperMade)
	if err != nil {
		_ = os.Remove(path) // the failure before it is the one to tell
		return err
	}
	var l lines
	l.add("The %s%s is in %s", m.What, forWhom(m.reader), path)
	if err := b.env.printLines(&l); err != nil {
		return err
	}
	return keptAside(aside)
}

// keptAside says that a note is safe but not in the store yet.
func keptAside(aside bool) error {
	if !aside {
		return nil
	}
	return fault.New(fault.DiskFull, "The disk is full: the paper is made, and the note of it is kept aside, safe, and stored when there is room.", "Free some room, then open the store again.")
}

// pressed gives the file of a paper in a format, and the SHA-256 it is known by.
func pressed(f paper.Format, d document.Document) (data []byte, hash string, err error) {
	if data, err = paper.Bytes(f, d); err != nil {
		return nil, "", err
	}
	sum := sha256.Sum256(data)
	return data, hex.EncodeToString(sum[:]), nil
}

// notePaper enters a paper that was made in the child's file.
func (b *opened) notePaper(c *casefile.Case, m casefile.PaperMade) (aside bool, err error) {
	today := b.env.Today()
	lines, err := c.NotePaper(m, today)
	if err != nil {
		return false, err
	}
	_, change := caseload.Apply(c, lines, b.env.stampFor(b.practice, casefile.ByIRO), b.env.NewID, b.practice, today)
	return b.Submit(caseload.Change{Files: []caseload.FileChange{change}})()
}
