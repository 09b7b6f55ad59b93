package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"footprint/domain/casefile"
	"footprint/domain/document"
	"footprint/domain/fault"
	"footprint/domain/review"
)

// letterFlags are what is asked of a letter.
type letterFlags struct {
	paperFlags
	kind     document.LetterKind
	decision int
	replyBy  string
}

func letterCommand(env *environment) *cobra.Command {
	var f letterFlags
	cmd := &cobra.Command{
		Use:   "letter KIND REF",
		Short: "A letter or a form: to the child, an invitation, an alert and others",
		Long: `Writes a letter from the council's own text, else from the program's. KIND is

` + letterKinds() + `
The letter to the child, on keeping in touch and the introduction go to the child
unless --for names somebody else; the letter on being left out to the one person
left out; an alert to the accountable manager. The letter to the child and an
alert are about the review begun and not finished, else the last completed; the
others about the review in hand.

` + papersLong,
		Args:              between(0, 2, ""),
		ValidArgsFunction: completeKinds,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.read(env, cmd, args); err != nil {
				return err
			}
			return env.makePaper(cmd, args[1], &f.paperFlags, f.compose)
		},
	}
	f.add(cmd)
	cmd.Flags().IntVar(&f.decision, "decision", 0, "the decision an alert is about, by its number in its review")
	cmd.Flags().StringVar(&f.replyBy, "reply-by", "", "the day to answer by: an invitation, a consultation form, an alert")
	return cmd
}

// letterKinds lists the letters, one a line.
func letterKinds() string {
	var b strings.Builder
	for _, k := range document.LetterKinds() {
		fmt.Fprintf(&b, "    %-14s%s\n", k, k.Words())
	}
	return b.String()
}

func completeKinds(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var out []string
	if len(args) == 0 {
		for _, k := range document.LetterKinds() {
			out = append(out, cobra.CompletionWithDesc(string(k), k.Words()))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// read judges the words on the line before any passphrase is asked for.
func (f *letterFlags) read(env *environment, cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		_, err := fmt.Fprint(env.out, letterKinds())
		if written(err) != nil {
			return written(err)
		}
		return usage("Something is missing: which letter, and the child's reference.", cmd)
	}
	f.kind = document.LetterKind(args[0])
	answered := slices.Contains([]document.LetterKind{document.Invitation, document.Consultation, document.Alert}, f.kind)
	switch {
	case !slices.Contains(document.LetterKinds(), f.kind):
		return fault.New(fault.Usage, "There is no such letter.", "footprint letter lists them.")
	case len(args) < 2:
		return usage("Something is missing: the child's reference.", cmd)
	case f.kind == document.Alert && f.decision < 1:
		return fault.New(fault.Usage, "Something is missing: --decision, the number of the decision in its review.", "footprint decisions REF shows the numbers.")
	case f.kind != document.Alert && cmd.Flags().Changed("decision"):
		return usage("--decision belongs to an alert.", cmd)
	case !answered && f.replyBy != "":
		return usage("That letter asks for no answer, so it takes no --reply-by.", cmd)
	case f.person == "" && (f.kind == document.Invitation || f.kind == document.Consultation):
		return usage("Something is missing: --for, whom it goes to.", cmd)
	}
	return nil
}

// compose writes the letter.
func (f *letterFlags) compose(b *opened, s document.Subject) (made, error) {
	var err error
	if s.Review, err = f.about(b, s.Case); err != nil {
		return made{}, err
	}
	wanted := document.Wanted{Kind: f.kind}
	if f.replyBy != "" {
		if wanted.ReplyBy, err = b.env.typedDate("--reply-by", f.replyBy, s.Context.Calendar); err != nil {
			return made{}, err
		}
	}
	if f.kind == document.Alert {
		decisions := s.Case.DecisionsOf(s.Review.ID)
		if f.decision > len(decisions) {
			return made{}, fault.New(fault.NotFound, "The review has no decision of that number.", "footprint decisions REF shows the numbers; --review names another review.")
		}
		wanted.Decision = decisions[f.decision-1].ID
	}
	to, err := f.addressee(b, s)
	if err != nil {
		return made{}, err
	}
	wanted.To, wanted.Part = to.reader, to.part
	letter, err := document.Letter(s, wanted)
	if err != nil {
		return made{}, err
	}
	m := made{subject: s, reader: letter.To, document: letter.Document, on: s.Context.Today, notes: f.notes(s, letter)}
	if f.kind == document.ToChild {
		m.on = s.Review.Held.Recorded
	}
	m.What, m.Person, m.To = f.kind.Words(), letter.To.Person.ID, addressed(letter.To)
	return m, nil
}

// about gives the review a letter is about.
func (f *letterFlags) about(b *opened, c *casefile.Case) (casefile.Review, error) {
	if f.review == "" && f.kind != document.ToChild && f.kind != document.Alert {
		if r, ok := review.Current(c, b.env.Today()); ok {
			return r, nil
		}
	}
	return b.chosenReview(c, f.review)
}

// addressee gives whom the letter goes to. None leaves it to the letter, which
// finds the one left out and the manager who answers for a decision.
func (f *letterFlags) addressee(b *opened, s document.Subject) (candidate, error) {
	from, otherwise := candidates(s), candidate{}
	switch f.kind {
	case document.ToChild, document.Contact, document.Introduction:
		otherwise = from[0]
	case document.Exclusion:
		if from = leftOut(s); len(from) == 0 {
			return otherwise, nil // the letter says that nobody is
		}
		if len(from) > 1 && f.person == "" {
			return otherwise, fault.New(fault.BadInput, counted(len(from), "person")+" are left out of this review.", "Say with --for whose letter it is.")
		}
		otherwise = from[0]
	}
	to, err := f.reader(b.env, from, otherwise)
	if err == nil && f.kind == document.ToChild && !to.reader.Child {
		err = fault.New(fault.Refused, "The letter to the child goes to nobody else.", "Leave --for out, or make the record for that person.")
	}
	return to, err
}

// notes are what to know before the letter goes. A language is a fact of the
// file, so a note does not say which it is.
func (f *letterFlags) notes(s document.Subject, w document.Written) []string {
	var out []string
	for _, note := range w.Notes {
		for _, language := range []string{s.Case.Fact(casefile.FactLanguage), w.To.Person.Language} {
			if language = strings.TrimSpace(language); language != "" {
				note = strings.ReplaceAll(note, " is "+language, " is another")
			}
		}
		out = append(out, note)
	}
	for _, what := range w.Missing {
		out = append(out, "Not known: "+what+".")
	}
	return out
}
