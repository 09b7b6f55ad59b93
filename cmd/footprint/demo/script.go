package demo

import (
	"math/rand/v2"
	"slices"
	"strings"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// act is one thing the IRO did on one day. do gives its lines from the file as
// it stands then.
type act struct {
	day    workday.Date
	load   int // the import it was, or notLoaded
	do     func(*script) ([]casefile.Line, error)
	before bool // comes first among the acts of its day
}

// script is one child's file being written: acts are gathered in any order and
// played in the order of their days.
type script struct {
	*stage
	who    child
	number int // from 0
	rng    *rand.Rand
	mint   *mint
	acts   []act
	words  *strings.Replacer

	c       *casefile.Case
	entries []casefile.Entry
	day     workday.Date // the day of the act being played
	minute  int
	at      int64

	life // what was worked out about the child before the first act
}

func (st *stage) newScript(i int) *script {
	s := &script{stage: st, number: i, rng: newRand(st.seed, uint64(i), storyline), mint: newMint(st.seed, uint64(i), entryIDs)}
	s.who = st.pick(i, s.rng)
	return s
}

// on adds an act of the IRO's about something that happened on day.
func (s *script) on(day workday.Date, do func(*script) ([]casefile.Line, error)) {
	day = max(s.typed(day), s.opened)
	s.acts = append(s.acts, act{day: day, load: notLoaded, do: do})
}

// play does the acts in order and stamps what they give.
func (s *script) play() error {
	slices.SortStableFunc(s.acts, func(a, b act) int {
		if a.day == b.day && a.before != b.before {
			if a.before {
				return -1
			}
			return 1
		}
		return int(a.day - b.day)
	})
	s.day, s.minute = s.opened, s.firstMinute()
	s.at = moment(s.day, s.minute)
	s.c = casefile.Replay(s.fileID(s.number, s.at), nil)
	for i, a := range s.acts {
		if i > 0 {
			s.tick(a)
		}
		lines, err := a.do(s)
		if err != nil {
			return err
		}
		s.stamp(lines, a)
	}
	return nil
}

// firstMinute is the minute of the day the file was opened at.
func (s *script) firstMinute() int {
	if s.load != notLoaded {
		return importHour
	}
	return 9*60 + s.number*37%90
}

// tick moves the clock on to the next act.
func (s *script) tick(a act) {
	if a.day != s.day {
		s.day, s.minute = a.day, 8*60+40+s.rng.IntN(160)
	} else {
		s.minute += 2 + s.rng.IntN(20)
	}
	if a.load != notLoaded {
		s.minute = max(s.minute, importHour)
	}
	s.at = moment(s.day, s.minute)
}

// newID is a fresh id of the moment of the act being played.
func (s *script) newID() casefile.ID { return s.mint.id(s.at) }

// stamp makes entries of lines as one act and lets the case stand after them.
func (s *script) stamp(lines []casefile.Line, a act) {
	if len(lines) == 0 {
		return
	}
	stamp := casefile.Stamp{At: s.at, Day: s.day, By: Officer}
	if a.load != notLoaded {
		stamp.Source, stamp.Act = casefile.ByImport, s.imported[a.load]
	}
	entries := stamp.Entries(lines, casefile.After(s.c.LastID(), s.newID))
	s.entries = append(s.entries, entries...)
	s.c = s.c.With(entries...)
}

// say fills a text's gaps with the child's name, pronouns and the people around
// the child on that day.
func (s *script) say(text string) string {
	if s.words == nil {
		s.words = s.gaps()
	}
	if !strings.Contains(text, "{") {
		return text
	}
	worker := workers[s.who.worker].name
	if p, ok := s.c.Person(casefile.SocialWorker, s.day); ok {
		worker = p.Name
	}
	return s.words.Replace(strings.NewReplacer(
		"{worker}", worker, "{carer}", homes[s.homeOn(s.day)].names(), "{heard}", one(s.rng, wordsByAge(s.age(s.day))),
	).Replace(text))
}

// chance is true n times in a hundred.
func (s *script) chance(n int) bool { return s.rng.IntN(100) < n }

// one picks one of a list.
func one[T any](rng *rand.Rand, list []T) T { return list[rng.IntN(len(list))] }
