package journal

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"
	"os"

	bolt "go.etcd.io/bbolt"
)

// found takes a key and value that may be a record. Both are the taker's.
type found func(key, value []byte)

// walk reads everything a damaged file still gives through bbolt, bucket by
// bucket; what panics is left to carving.
func walk(path string, take found) {
	_ = guarded(func() error {
		db, _, err := openBolt(path, true)
		if err != nil {
			return err
		}
		defer func() { _ = inGuard(db.Close) }()
		for _, name := range [][]byte{bucketHead, bucketChunk, bucketGone, bucketEntry} {
			_ = inGuard(func() error {
				return db.View(func(tx *bolt.Tx) error {
					b := tx.Bucket(name)
					if b == nil {
						return nil
					}
					return b.ForEach(func(k, v []byte) error {
						take(bytes.Clone(k), bytes.Clone(v))
						return nil
					})
				})
			})
		}
		return nil
	})
}

const (
	leafFlag   = 0x02
	pageHead   = 16
	elemSize   = 16
	bucketFlag = 0x01
	bucketSize = 16
)

// carve reads a file page by page without bbolt and takes every element of
// every page that looks like a leaf. Old copies come back too: each record
// proves itself, and its version says which is newer.
func carve(ctx context.Context, path string, progress func(done, total int64), take found) error {
	f, err := os.Open(path)
	if err != nil {
		return diskError(err)
	}
	defer func() { _ = f.Close() }()
	st, err := f.Stat()
	if err != nil {
		return diskError(err)
	}
	buf := make([]byte, pageSize)
	for at := int64(0); at < st.Size(); at += pageSize {
		if err := ctx.Err(); err != nil {
			return stopped(err)
		}
		progress(at, st.Size())
		n, err := f.ReadAt(buf, at)
		if err != nil && err != io.EOF || n < pageHead {
			continue // a page the disk no longer gives
		}
		if binary.LittleEndian.Uint16(buf[8:]) != leafFlag {
			continue
		}
		page := buf[:n]
		if more := int64(binary.LittleEndian.Uint32(buf[12:])); more > 0 {
			size := min((more+1)*pageSize, st.Size()-at, 64<<20)
			page = make([]byte, size)
			m, err := f.ReadAt(page, at)
			if err != nil && err != io.EOF {
				continue
			}
			page = page[:m]
		}
		carvePage(page, take)
	}
	return nil
}

// carvePage takes the elements of one leaf page, and of small buckets that lie
// whole inside it.
func carvePage(page []byte, take found) {
	count := int(binary.LittleEndian.Uint16(page[10:]))
	for i := range count {
		at := pageHead + i*elemSize
		if at+elemSize > len(page) {
			return
		}
		e := page[at:]
		flags := binary.LittleEndian.Uint32(e)
		pos, klen, vlen := uint64(binary.LittleEndian.Uint32(e[4:])), uint64(binary.LittleEndian.Uint32(e[8:])), uint64(binary.LittleEndian.Uint32(e[12:]))
		from := uint64(at) + pos
		if from+klen+vlen > uint64(len(page)) || klen > 64 {
			continue
		}
		key, value := page[from:from+klen], page[from+klen:from+klen+vlen]
		if flags&bucketFlag == 0 {
			take(bytes.Clone(key), bytes.Clone(value))
		} else if vlen > bucketSize+pageHead && binary.LittleEndian.Uint64(value) == 0 {
			carvePage(value[bucketSize:], take)
		}
	}
}
