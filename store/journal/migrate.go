package journal

import (
	"context"
	"os"
	"path/filepath"

	bolt "go.etcd.io/bbolt"

	"footprint/store/vault"
)

// migration brings a store from one schema to the next. Both parts are pure:
// the plain form of a chunk and of the root, old to new. Entries never change:
// their first bytes are kept for ever, and reading old kinds is the domain's.
type migration struct {
	from  uint32
	name  string
	chunk func(plain []byte) ([]byte, error) // nil leaves chunks as they are
	root  func(plain []byte) ([]byte, error) // nil leaves the root as it is
}

// migrations are the steps this program knows, oldest first. Schema 1 is the
// first, so there is none yet.
var migrations []migration

// migrate runs every step the store needs, each in one bbolt transaction, after
// one backup that was checked. A step that fails leaves the store as it was.
func (s *Store) migrate() error {
	for first := true; s.c.st.root.Schema < s.o.schema; first = false {
		from := s.c.st.root.Schema
		var step *migration
		for i := range s.o.steps {
			if s.o.steps[i].from == from {
				step = &s.o.steps[i]
			}
		}
		if step == nil {
			return damaged("The store is of a layout this program does not know.")
		}
		if first {
			if err := s.backupBefore(from); err != nil {
				return err
			}
		}
		if err := s.c.step(step); err != nil {
			return diskError(err)
		}
		s.status.Migrated = append(s.status.Migrated, step.name)
	}
	return s.c.load()
}

// backupBefore copies the file as it is into the backup folder and checks that
// every seal the root names opens in the copy.
func (s *Store) backupBefore(schema uint32) error {
	if err := os.MkdirAll(s.o.BackupDir, 0o700); err != nil {
		return diskError(err)
	}
	name := backupName(s.path, s.o.Now(), s.c.st.root.Seq)
	path := filepath.Join(s.o.BackupDir, name)
	tmp := path + newSuffix
	_ = os.Remove(tmp)
	err := s.c.view(func(tx *bolt.Tx) error { return writeTx(context.Background(), tx, tmp) })
	if err == nil {
		err = s.o.checkOld(tmp, s.c.keys, schema)
	}
	if err == nil {
		err = replace(tmp, path)
	}
	if err == nil {
		err = syncFolder(s.o.BackupDir)
	}
	if err != nil {
		_ = os.Remove(tmp)
	}
	return diskError(err)
}

func (o Options) checkOld(path string, keys *keyring, schema uint32) error {
	c, err := openCoreWith(path, o, true, keys)
	if err != nil {
		return err
	}
	defer c.close(false)
	if c.st.root.Schema != schema {
		return damaged("The copy before the change of layout is not what was copied.")
	}
	for i, m := range c.st.root.Chunks {
		if _, err := c.chunkPlain(i, m); err != nil {
			return damaged("The copy before the change of layout did not come out whole.").Wrap(err)
		}
	}
	return nil
}

// step rewrites chunks and root in one transaction. The number stays: changes
// kept in the redo slots come after it.
func (c *core) step(m *migration) error {
	r := *c.st.root
	r.Schema = m.from + 1
	r.Chunks = append([]mark(nil), c.st.root.Chunks...)
	var puts []keyed
	for i := range r.Chunks {
		plain, err := c.chunkPlain(i, r.Chunks[i])
		if err != nil {
			return damaged("Part of the list does not open, so its layout was not changed.").Wrap(err)
		}
		if m.chunk != nil {
			if plain, err = m.chunk(plain); err != nil {
				return damaged("Part of the list could not be brought to the new layout.").Wrap(err)
			}
		}
		v, err := c.keys.chunk.Seal(c.o.Rand, c.keys.place("x", chunkKey(i), r.Seq), plain)
		if err != nil {
			return err
		}
		r.Chunks[i] = mark{Version: r.Seq, Tag: vault.TagOf(v), Rows: r.Chunks[i].Rows}
		puts = append(puts, keyed{chunkKey(i), v})
	}
	if m.root != nil {
		plain, err := enc.Marshal(r)
		if err == nil {
			plain, err = m.root(plain)
		}
		if err == nil {
			err = dec.Unmarshal(plain, &r)
		}
		if err != nil {
			return err
		}
	}
	sealed, err := c.keys.sealRoot(c.o.Rand, &r)
	if err != nil {
		return err
	}
	err = c.db.Update(func(tx *bolt.Tx) error {
		if err := putAll(tx, bucketChunk, puts); err != nil {
			return err
		}
		return putAll(tx, bucketHead, []keyed{{keyRoot, sealed}})
	})
	if err == nil {
		c.st.root = &r
	}
	return err
}
