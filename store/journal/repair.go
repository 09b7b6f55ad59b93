package journal

import (
	"bytes"
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"slices"

	"footprint/store/vault"
)

// Repair brings back what it can from the damaged store at path into a new
// store at into, which must not exist: a read-only walk, the newest backup that
// opens, the redo slots, and carving page by page, since every record proves
// itself. The damaged file is not touched. The new store opens with the same
// passphrase. The report names every file whose count can no longer be proven.
func Repair(ctx context.Context, path, into string, o Options) (Report, error) {
	o = o.ready(path)
	if _, err := os.Lstat(path); err != nil {
		return Report{}, diskError(err)
	}
	if _, err := os.Lstat(into); err == nil {
		return Report{}, existsAlready()
	}
	lock, err := takeLock(into)
	if err != nil {
		return Report{}, err
	}
	defer giveBack(lock)
	rep := Report{Path: into}
	err = guarded(func() error { return repair(ctx, path, into, o, &rep) })
	return rep, diskError(err)
}

func repair(ctx context.Context, path, into string, o Options, rep *Report) error {
	v := newSalvage()
	if raw, err := os.ReadFile(path + keysSuffix); err == nil {
		v.take(keyHeader, raw)
	}
	walk(path, v.take)
	if err := carve(ctx, path, o.Progress, v.take); err != nil {
		return err
	}
	if name := v.takeBackup(path, o); name != "" {
		rep.Notes = append(rep.Notes, "A backup was used as well.")
	}
	if err := v.unlock(o); err != nil {
		return err
	}
	defer v.keys.zero()
	v.index()
	rep.Store = v.keys.store
	files := v.files()
	side, err := openSide(path+draftsSuffix, o, v.keys, true)
	if err != nil {
		rep.Notes = append(rep.Notes, "The draft file could not be read.")
		side = nil
	}
	defer side.close()
	seq := v.replay(files, side)
	v.judgeFiles(files, seq, rep)
	seq = max(seq, v.latest)
	a := readAnchor(o, v.keys)
	if a != nil && a.have && a.seen.Seq > seq {
		rep.Notes = append(rep.Notes, fmt.Sprintf("This computer has seen %d later changes that are not here.", a.seen.Seq-seq))
		rep.Damage = append(rep.Damage, Damage{What: "later changes that are missing", Count: int(a.seen.Seq - seq)})
		seq = a.seen.Seq
	}
	return v.writeRepaired(ctx, into, o, files, seq+1, side, rep)
}

// takeBackup reads the newest backup that bbolt opens.
func (v *salvage) takeBackup(path string, o Options) string {
	list, err := listBackups(o.BackupDir, path)
	if err != nil {
		return ""
	}
	for _, b := range list {
		n := len(v.sealed) + len(v.roots)
		walk(b.Path, v.take)
		if len(v.sealed)+len(v.roots) >= n && Judge(b.Path) == nil {
			return b.Path
		}
	}
	return ""
}

// files rebuilds every file that some row knows.
func (v *salvage) files() map[FileID]*rebuilt {
	byFile := map[FileID][]uint64{}
	for k := range v.sealed {
		f := FileID(k[:16])
		byFile[f] = append(byFile[f], binary.BigEndian.Uint64(k[16:]))
	}
	out := make(map[FileID]*rebuilt, len(v.rows))
	for f, list := range v.rows {
		r := v.rebuild(list, byFile)
		out[f] = &r
	}
	return out
}

// replay adds the changes in the redo slots that are not there yet, and gives
// the number the store has come to.
func (v *salvage) replay(files map[FileID]*rebuilt, side *sideFile) uint64 {
	var seq uint64
	if v.newest != nil {
		seq = v.newest.Seq
	}
	if side == nil {
		return seq
	}
	gone := map[FileID]bool{}
	for _, t := range v.gone {
		gone[t.File] = true
	}
	// Without an unbroken line of changes from the root to the newest thing
	// found, the root is not the newest one and proves no count.
	next, _, missing := side.after(seq)
	if len(next) > 0 && missing == 0 {
		v.latest = max(v.latest, next[len(next)-1].Seq)
		seq = next[len(next)-1].Seq
	}
	list, _, _ := side.after(0)
	for _, c := range list {
		for _, f := range fromRedo(c).Files {
			if gone[f.File] {
				continue
			}
			b := files[f.File]
			if b == nil {
				b = &rebuilt{row: &row{file: f.File, kind: f.Kind}, proven: true}
				files[f.File] = b
			}
			b.replay(c.Seq, f)
		}
	}
	return seq
}

func (b *rebuilt) replay(seq uint64, f FileChange) {
	for _, e := range f.Entries {
		if !slices.ContainsFunc(b.entries, func(have Entry) bool { return have.ID == e.ID && bytes.Equal(have.Data, e.Data) }) {
			b.entries = append(b.entries, e)
		}
	}
	if f.Row != nil && seq > b.version {
		nr := *b.row
		nr.data, nr.dated = f.Row, f.DatedUnder
		b.row, b.version = &nr, seq
	}
}

// judgeFiles says which files are proven and which can no longer be.
func (v *salvage) judgeFiles(files map[FileID]*rebuilt, upto uint64, rep *Report) {
	for f, b := range files {
		if b.proven && v.latest <= upto && len(b.entries) >= b.known {
			rep.Files++
			rep.Entries += int64(len(b.entries))
			continue
		}
		rep.Unproven = append(rep.Unproven, Unproven{File: f, Found: len(b.entries), Known: b.known})
	}
	slices.SortFunc(rep.Unproven, func(a, b Unproven) int { return bytes.Compare(a.File[:], b.File[:]) })
	lost := map[FileID]bool{}
	gone := map[FileID]bool{}
	for _, t := range v.gone {
		gone[t.File] = true
	}
	for k := range v.sealed {
		if f := FileID(k[:16]); files[f] == nil && !gone[f] {
			lost[f] = true
		}
	}
	if len(lost) > 0 {
		rep.Damage = append(rep.Damage, Damage{What: "entries whose key is lost", Count: len(lost)})
	}
}

// writeRepaired writes the new store with everything that was found.
func (v *salvage) writeRepaired(ctx context.Context, into string, o Options, files map[FileID]*rebuilt, seq uint64, side *sideFile, rep *Report) error {
	st := &state{root: &root{Schema: schemaNow, Seq: seq - 1}, rows: map[FileID]*row{}, gone: v.gone}
	if v.newest != nil {
		st.root.Head, st.root.GoneKey, st.root.MasterAt = v.newest.Head, v.newest.GoneKey, v.newest.MasterAt
	} else if _, err := io.ReadFull(o.Rand, st.root.GoneKey[:]); err != nil {
		return err
	}
	tmp := into + newSuffix
	_ = os.Remove(tmp)
	w, err := startFile(tmp)
	if err != nil {
		return err
	}
	defer w.abandon()
	order := make([]*rebuilt, 0, len(files))
	for _, b := range files {
		order = append(order, b)
	}
	slices.SortFunc(order, func(a, b *rebuilt) int {
		if c := cmp.Compare(a.row.chunk, b.row.chunk); c != 0 {
			return c
		}
		return bytes.Compare(a.row.file[:], b.row.file[:])
	})
	for _, b := range order {
		if err := ctx.Err(); err != nil {
			return stopped(err)
		}
		nr, err := v.writeFile(w, o, b, seq)
		if err != nil {
			return err
		}
		st.add(nr)
		rep.Recovered += len(b.entries)
	}
	st.root.advance(seq, o.Now(), nil)
	if err := w.top(o, v.keys, v.rawHead, st); err != nil {
		return err
	}
	if err := w.finish(); err != nil {
		return err
	}
	rep.Sequence, rep.Saved = seq, st.root.saved()
	if err := o.checkCopy(ctx, tmp, v.keys); err != nil {
		_ = os.Remove(tmp)
		return err
	}
	return v.finishRepair(into, tmp, o, side)
}

// writeFile seals a rebuilt file's entries anew, numbered without gaps.
func (v *salvage) writeFile(w *writing, o Options, b *rebuilt, seq uint64) (*row, error) {
	nr := *b.row
	nr.count, nr.head = 0, firstLink(nr.file)
	var s *vault.Sealer
	var err error
	if len(nr.wrap) > 0 {
		s, err = v.keys.fileSealer(nr.file, nr.wrap)
	}
	if s == nil || err != nil {
		if s, nr.wrap, err = v.keys.newFileKey(o.Rand, nr.file); err != nil {
			return nil, err
		}
	}
	defer s.Zero()
	for _, e := range b.entries {
		key := entryKey(nr.file, nr.count)
		sealed, err := v.keys.sealEntry(o.Rand, s, key, seq, e)
		if err != nil {
			return nil, err
		}
		if err := w.put(bucketEntry, key, sealed); err != nil {
			return nil, err
		}
		nr.head = nr.head.next(e)
		nr.count++
	}
	return &nr, nil
}

// finishRepair writes the drafts and the files beside, and the store last.
func (v *salvage) finishRepair(into, tmp string, o Options, old *sideFile) error {
	if err := finishCreate(into, tmp, o, v.keys, v.rawHead); err != nil {
		_ = os.Remove(tmp)
		return err
	}
	if old == nil {
		return nil
	}
	side, err := openSide(into+draftsSuffix, o, v.keys, false)
	if err != nil {
		return err
	}
	defer side.close()
	texts := old.texts()
	for _, k := range old.keysOf() {
		if err := side.writeDraft(k, old.gen, texts[k]); err != nil {
			return err
		}
	}
	return side.sync()
}
