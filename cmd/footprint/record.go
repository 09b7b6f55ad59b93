package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"footprint/domain/casefile"
	"footprint/domain/document"
)

func recordCommand(env *environment) *cobra.Command {
	var f paperFlags
	var redacted bool
	cmd := &cobra.Command{
		Use:   "record REF",
		Short: "The full record of a review",
		Long: `Makes the full record of a review: the one begun and not finished, else the last
completed, or the one --review names. Without --for it is the case record's own
copy. For a person it is the copy that was decided for them.

` + papersLong,
		Args: exactly(1, "the child's reference"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return env.makePaper(cmd, args[0], &f, func(b *opened, s document.Subject) (made, error) {
				m, err := f.copyOf(b, s, redacted)
				if err != nil {
					return m, err
				}
				m.What = document.PaperRecord
				m.document, err = document.Record(m.subject, m.reader)
				if err == nil {
					m.notes = lacking(m.subject)
				}
				return m, err
			})
		},
	}
	f.add(cmd)
	redactedFlag(cmd, &redacted)
	return cmd
}

func redactedFlag(cmd *cobra.Command, redacted *bool) {
	cmd.Flags().BoolVar(redacted, "redacted", false, "the redacted copy, even where the full one was decided")
}

// copyOf is a copy of a review's papers: the review, whose it is, and which.
func (f *paperFlags) copyOf(b *opened, s document.Subject, redacted bool) (made, error) {
	var err error
	if s.Review, err = b.chosenReview(s.Case, f.review); err != nil {
		return made{}, err
	}
	to, err := f.reader(b.env, candidates(s), candidate{})
	if err != nil {
		return made{}, err
	}
	m := made{subject: s, reader: to.reader, on: s.Review.Held.Recorded}
	if redacted {
		m.reader.Copy = casefile.Redacted
	}
	m.Person, m.To, m.Copy = m.reader.Person.ID, addressed(m.reader), casefile.FullRecord
	if m.reader.Redacted() {
		m.Copy = casefile.Redacted
	}
	return m, nil
}

// lacking notes what the record lacks. Those who took part are called by what
// they are, for a note carries no name.
func lacking(s document.Subject) []string {
	var out []string
	for _, what := range document.Lacks(s) {
		for _, p := range s.Case.PartsIn(s.Review.ID) {
			name, who := p.Name, "somebody who took part"
			if p.Role != "" {
				name += ", " + string(p.Role)
			}
			if slices.Contains(casefile.Roles(), p.Role) {
				who = "the " + string(p.Role)
			}
			what = strings.ReplaceAll(what, name, who)
		}
		out = append(out, "The record lacks "+what+".")
	}
	return out
}
