package demo

import (
	"encoding/binary"
	"math/rand/v2"

	"footprint/domain/casefile"
	"footprint/domain/workday"
)

// Streams keep the seeded sequences apart, so that a change to one part of the
// demonstration leaves the others as they were.
const (
	storyline uint64 = iota << 56
	entryIDs
	fileIDs
	chairing
)

// practiceFile stands for the IRO's own file among the children's numbers.
const practiceFile = 1 << 40

func newRand(seed, number, stream uint64) *rand.Rand {
	return rand.New(rand.NewPCG(seed, number|stream))
}

// mint makes ids whose first six bytes are the moment they are made at, in
// UTC milliseconds, and which sort in the order they are made.
type mint struct {
	rng  *rand.Rand
	last int64
	n    uint16
}

func newMint(seed, number, stream uint64) *mint {
	return &mint{rng: newRand(seed, number, stream)}
}

func (m *mint) id(at int64) casefile.ID {
	if at != m.last {
		m.last, m.n = at, 0
	}
	m.n++
	var id casefile.ID
	binary.BigEndian.PutUint64(id[:8], uint64(at)<<16|uint64(m.n))
	binary.BigEndian.PutUint64(id[8:], m.rng.Uint64())
	return id
}

// epoch is 1 January 1970 as a civil day.
const epoch workday.Date = 719163

// moment is a day and a minute of it in UTC milliseconds. The office hours
// used here fall on the same civil day in winter and in summer time.
func moment(day workday.Date, minute int) int64 {
	return (int64(day-epoch)*24*60 + int64(minute)) * 60_000
}
