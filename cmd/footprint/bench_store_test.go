//go:build unix

package main

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"os"
	"strings"
	"time"

	bolt "go.etcd.io/bbolt"
	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"footprint/cmd/footprint/demo"
	"footprint/domain/casefile"
	"footprint/domain/caseload"
	"footprint/domain/workday"
	"footprint/store"
	"footprint/store/journal"
	"footprint/store/vault"
)

// unlocking is from the passphrase to the drawn caseload, without Argon2id,
// beside opening as many sealed bytes with the cipher alone.
func (x *bench) unlocking() {
	for _, n := range benchSizes[:2] {
		sealed := x.sealedRows(n)
		var ours, floor timings
		k := vault.Least()
		for range 25 {
			start := time.Now()
			argon2.IDKey([]byte(passphrase), make([]byte, 16), k.Passes, k.MemoryKiB, k.Lanes, vault.KeySize)
			stretching := time.Since(start)
			start = time.Now()
			s := x.sitDown(n)
			_ = s.app.View()
			ours = append(ours, time.Since(start)-stretching)
			x.check(s.book.Close())
			floor = append(floor, sealed())
		}
		x.against("unlock to caseload without Argon2id, "+thousands(n), ours.p50(), floor.p50(), "floor: the cipher over the sealed rows")
	}
}

// sealedRows gives a measure of opening what the store opens for the list: as
// many values of the same lengths, under a key of our own.
func (x *bench) sealedRows(n int) func() time.Duration {
	key := make([]byte, chacha20poly1305.KeySize)
	_, _ = rand.Read(key)
	cipher, err := chacha20poly1305.NewX(key)
	x.check(err)
	db, err := bolt.Open(x.stores[n], 0o600, &bolt.Options{ReadOnly: true, Timeout: time.Second})
	x.check(err)
	nonce := make([]byte, cipher.NonceSize())
	var values [][]byte
	x.check(db.View(func(tx *bolt.Tx) error {
		return tx.Bucket([]byte("x")).ForEach(func(_, v []byte) error {
			values = append(values, cipher.Seal(nil, nonce, make([]byte, len(v)-cipher.Overhead()-len(nonce)), nil))
			return nil
		})
	}))
	x.check(db.Close())
	return func() time.Duration {
		start := time.Now()
		for _, v := range values {
			_, err := cipher.Open(nil, nonce, v, nil)
			x.check(err)
		}
		return time.Since(start)
	}
}

// saving is one answer, and a burst of letters, until they are safe.
func (x *bench) saving() {
	for _, n := range benchSizes[:2] {
		book, c, err := openBook(x.stores[n], x.options(n))
		x.check(err)
		p, err := book.Practice()
		x.check(err)
		env := newEnvironment(os.Stdin, os.Stdout, os.Stderr)
		f := x.floorFile()
		review, ok := c.InHand()
		if !ok {
			x.Fatal("no review is in hand")
		}
		var answers, burst, two, one timings
		for i := range 200 {
			lines, err := c.AnswerItem(casefile.ItemAnswered{Review: review.ID, Item: "B-401", Answer: casefile.NotDone, Reason: fmt.Sprintf("asked again, call %d", i)}, env.Today(), env.Today())
			x.check(err)
			after, change := caseload.Apply(c, lines, env.Stamp("", casefile.ByIRO), env.NewID, p, env.Today())
			start := time.Now()
			_, err = book.Submit(caseload.Change{Files: []caseload.FileChange{change}})()
			answers = append(answers, time.Since(start))
			x.check(err)
			c = after
			two = append(two, x.synced(f, 64<<10)+x.synced(f, 4<<10))

			text := strings.Repeat("words of a note ", 120)
			key := casefile.DraftKey{File: c.ID, Field: "note"}
			start = time.Now()
			var wait func() (bool, error)
			for letter := range 20 {
				wait = book.SaveDraft(key, text[:len(text)-20+letter])
			}
			_, err = wait()
			burst = append(burst, time.Since(start))
			x.check(err)
			one = append(one, x.synced(f, 4<<10))
		}
		x.check(book.Close())
		x.against("an answer committed p50, "+thousands(n), answers.p50(), two.p50(), "ratio 3 or less; floor: 64 KiB and 4 KiB, each fdatasync")
		x.against("an answer committed p99, "+thousands(n), answers.p99(), two.p99(), "")
		x.against("a burst of 20 letters saved p50, "+thousands(n), burst.p50(), one.p50(), "ratio 1.5 or less; floor: one fdatasync of 4 KiB")
	}
}

// floorFile is a file with room already on the disk.
func (x *bench) floorFile() *os.File {
	f, err := os.CreateTemp(x.home.dir, "floor")
	x.check(err)
	x.Cleanup(func() { _ = f.Close() })
	_, err = f.Write(make([]byte, 1<<20))
	x.check(err)
	x.check(f.Sync())
	return f
}

func (x *bench) synced(f *os.File, size int) time.Duration {
	buf := bytes.Repeat([]byte{1}, size)
	start := time.Now()
	_, err := f.WriteAt(buf, 0)
	x.check(err)
	x.check(syncData(f))
	return time.Since(start)
}

// longFile is one child with 3,000 entries: replayed and dated, beside reading
// the same bytes into entries.
func (x *bench) longFile() {
	book, c, err := openBook(x.stores[62], x.options(62))
	x.check(err)
	p, err := book.Practice()
	x.check(err)
	env := newEnvironment(os.Stdin, os.Stdout, os.Stderr)
	today, err := workday.Parse(dayOfDemo)
	x.check(err)
	review, _ := c.InHand()
	for len(c.Entries) < 3000 {
		lines, err := c.WriteNote(casefile.NoteWritten{Text: fmt.Sprintf("Note %d. We talked about school, about football and about home.", len(c.Entries))}, casefile.ID{}, env.Today())
		x.check(err)
		answer, err := c.AnswerItem(casefile.ItemAnswered{Review: review.ID, Item: "B-401", Answer: casefile.NotDone, Reason: fmt.Sprintf("asked again, call %d", len(c.Entries))}, env.Today(), env.Today())
		x.check(err)
		after, change := caseload.Apply(c, append(lines, answer...), env.Stamp("", casefile.ByIRO), env.NewID, p, env.Today())
		wait := book.Submit(caseload.Change{Files: []caseload.FileChange{change}})
		if c = after; len(c.Entries) >= 3000 {
			_, err = wait()
			x.check(err)
		}
	}
	var replay, decode, fromDisk timings
	for range 40 {
		start := time.Now()
		sealed, err := book.Journal().Entries(journal.FileID(c.ID))
		opening := time.Since(start)
		x.check(err)
		start = time.Now()
		entries, err := book.Entries(c.ID)
		reading := time.Since(start)
		x.check(err)
		fromDisk, decode = append(fromDisk, reading), append(decode, max(reading-opening, 0))
		start = time.Now()
		again := casefile.Replay(c.ID, entries)
		row := caseload.RowOf(again, p, today)
		replay = append(replay, time.Since(start))
		if len(sealed) != len(entries) || row.Ref != c.Ref {
			x.Fatal("the file reads differently")
		}
	}
	x.check(book.Close())
	x.against(fmt.Sprintf("replay and dates of %s entries", thousands(len(c.Entries))), replay.p50(), decode.p50(), "floor: decoding them")
	x.against("the same, beside reading them from the store", replay.p50(), fromDisk.p50(), "")
}

// plainBytes counts a store's entries and the bytes they have as written.
func (x *bench) plainBytes(book *store.Book) (entries int, plain float64) {
	for _, r := range book.Journal().Rows() {
		list, err := book.Journal().Entries(r.File)
		x.check(err)
		for _, e := range list {
			entries++
			plain += float64(len(e.ID) + len(e.Data))
		}
	}
	return entries, plain
}

// dating works every date, the list and the row of 10,000 children out anew,
// beside replaying the same files, which has to come first.
func (x *bench) dating() {
	const children = 10_000
	env := newEnvironment(os.Stdin, os.Stdout, os.Stderr)
	what := demo.Options{Seed: 1, Today: env.Today()}
	_, p, err := demo.Practice(what)
	x.check(err)
	var files []caseload.FileChange
	for f, err := range demo.Build(what) {
		x.check(err)
		files = append(files, f)
	}
	var ours, floor time.Duration
	for n := range children {
		f := files[n%len(files)]
		start := time.Now()
		c := casefile.Replay(f.File, f.Entries)
		floor += time.Since(start)
		start = time.Now()
		_ = caseload.RowOf(c, p, env.Today())
		ours += time.Since(start)
	}
	x.against("dating "+thousands(children)+" children, with their lists", ours, floor, "floor: replaying their files")
}
