package journal

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"
)

// Each benchmark measures its floor in the same run, turn by turn with the work
// itself, and reports the medians and their ratio: disks differ, ratios hold.

func median(list []time.Duration) float64 {
	slices.Sort(list)
	return float64(list[len(list)/2].Nanoseconds()) / 1e6
}

func report(b *testing.B, work, floor []time.Duration) {
	b.Helper()
	b.ReportMetric(median(work), "p50-ms")
	b.ReportMetric(median(floor), "floor-ms")
	b.ReportMetric(median(work)/median(floor), "x-floor")
	b.ReportMetric(0, "ns/op")
}

// floorFile is a preallocated file to measure bare writes on.
func floorFile(b *testing.B) *os.File {
	b.Helper()
	f, err := os.Create(filepath.Join(b.TempDir(), "floor"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = f.Close() })
	if err := writeZeros(f, 0, 1<<20); err != nil {
		b.Fatal(err)
	}
	if err := f.Sync(); err != nil {
		b.Fatal(err)
	}
	return f
}

func synced(b *testing.B, f *os.File, size int) time.Duration {
	b.Helper()
	buf := bytes.Repeat([]byte{1}, size)
	start := time.Now()
	if _, err := f.WriteAt(buf, 0); err != nil {
		b.Fatal(err)
	}
	if err := syncData(f); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

// filled is a store with that many files of two entries and a usual row.
func filled(b *testing.B, files int) (*Store, string, Options) {
	b.Helper()
	o := testOptions(b)
	o.redoPages, o.draftPages = 0, 0
	s, path := created(b, o)
	var c Change
	for i := range files {
		fc := change(i, 0, 2).Files[0]
		fc.Row = bytes.Repeat([]byte("row "), 33)
		c.Files = append(c.Files, fc)
	}
	wait(b, s.Enqueue(c))
	return s, path, o
}

// BenchmarkCommit stores one answered item (300 bytes and a row) against the
// two-sync limit: 64 KiB, then 4 KiB, each with fdatasync.
func BenchmarkCommit(b *testing.B) {
	for _, files := range []int{62, 10_000} {
		b.Run(fmt.Sprint(files), func(b *testing.B) {
			s, _, _ := filled(b, files)
			f := floorFile(b)
			var work, floor []time.Duration
			for i := range b.N {
				c := Change{Files: []FileChange{{File: file(i * 37 % files), Kind: KindChild, Row: bytes.Repeat([]byte("new "), 33), Entries: []Entry{{Data: make([]byte, 300)}}}}}
				start := time.Now()
				wait(b, s.Enqueue(c))
				work = append(work, time.Since(start))
				floor = append(floor, synced(b, f, 64<<10)+synced(b, f, 4<<10))
			}
			report(b, work, floor)
		})
	}
}

// BenchmarkDraftBurst saves a burst of 20 keystrokes in a note of 2 KB against
// one write of 4 KiB with fdatasync.
func BenchmarkDraftBurst(b *testing.B) {
	s, _, _ := filled(b, 62)
	f := floorFile(b)
	text := bytes.Repeat([]byte("words "), 340)
	var work, floor []time.Duration
	for range b.N {
		start := time.Now()
		var r *Receipt
		for i := range 20 {
			r = s.SaveDraft(DraftKey{file(1), "note"}, text[:len(text)-20+i])
		}
		wait(b, r)
		work = append(work, time.Since(start))
		floor = append(floor, synced(b, f, 4<<10))
	}
	report(b, work, floor)
}

// BenchmarkOpenRows reads the whole list at open, without Argon2id, against
// opening the same chunks with the cipher alone.
func BenchmarkOpenRows(b *testing.B) {
	for _, files := range []int{62, 10_000} {
		b.Run(fmt.Sprint(files), func(b *testing.B) {
			s, path, o := filled(b, files)
			o = o.ready(path)
			keys := s.c.keys
			var sealed [][]byte
			if err := s.c.view(func(tx *bolt.Tx) error {
				for i := range s.c.st.chunks {
					sealed = append(sealed, get(tx, bucketChunk, chunkKey(i)))
				}
				return nil
			}); err != nil {
				b.Fatal(err)
			}
			marks := s.c.st.root.Chunks
			copyPath := filepath.Join(b.TempDir(), "c")
			if err := s.Backup(context.Background(), copyPath); err != nil {
				b.Fatal(err)
			}
			var work, floor []time.Duration
			for range b.N {
				start := time.Now()
				c, err := openCoreWith(copyPath, o, false, keys)
				if err != nil || len(c.st.rows) != files {
					b.Fatal(err)
				}
				work = append(work, time.Since(start))
				c.close(false)
				start = time.Now()
				for i, v := range sealed {
					if _, err := keys.chunk.Open(keys.place("x", chunkKey(i), marks[i].Version), v); err != nil {
						b.Fatal(err)
					}
				}
				floor = append(floor, time.Since(start))
			}
			report(b, work, floor)
		})
	}
}

// BenchmarkBatch stores 5,000 new files of three entries in one change.
func BenchmarkBatch(b *testing.B) {
	s, _ := created(b, testOptions(b))
	n := 0
	for range b.N {
		var c Change
		for range 5000 {
			c.Files = append(c.Files, change(n, 0, 3).Files...)
			n++
		}
		wait(b, s.Enqueue(c))
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n)/1e3, "us/file")
}
