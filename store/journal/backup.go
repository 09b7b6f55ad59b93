package journal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"

	"footprint/domain/fault"
)

// How many automatic backups stay: the newest, and the newest of each of so
// many weeks and months.
const (
	keepNewest = 10
	keepWeeks  = 12
	keepMonths = 12
)

const stampLayout = "20060102T150405Z"

// backupJob is the automatic backup that runs beside an open store.
type backupJob struct {
	mu      sync.Mutex
	ctx     context.Context
	cancel  context.CancelFunc
	wg      sync.WaitGroup
	running bool
	last    time.Time
	err     error
}

func (b *backupJob) init() { b.ctx, b.cancel = context.WithCancel(context.Background()) }

func (b *backupJob) stop() {
	b.cancel()
	b.wg.Wait()
}

func (b *backupJob) fill(st *Status) {
	b.mu.Lock()
	defer b.mu.Unlock()
	st.BackupRunning, st.LastBackup, st.BackupErr = b.running, b.last, b.err
}

// startBackup makes an automatic backup beside the work, when there is news.
func (s *Store) startBackup() {
	s.backup.mu.Lock()
	defer s.backup.mu.Unlock()
	if s.backup.running || s.backup.ctx.Err() != nil {
		return
	}
	s.backup.running = true
	s.backup.wg.Go(func() {
		at, err := s.rotate(s.backup.ctx)
		s.backup.mu.Lock()
		defer s.backup.mu.Unlock()
		s.backup.running = false
		if at.IsZero() || err != nil {
			s.backup.err = err
			return
		}
		s.backup.last, s.backup.err = at, nil
	})
}

// rotate writes the backup of this state, unless it exists, and drops those
// that are no longer kept.
func (s *Store) rotate(ctx context.Context) (time.Time, error) {
	seq := s.Status().Sequence
	have, err := listBackups(s.o.BackupDir, s.path)
	if err != nil {
		return time.Time{}, diskError(err)
	}
	if len(have) > 0 && have[0].Sequence == seq {
		return have[0].Made, nil
	}
	if seq == 0 {
		return time.Time{}, nil
	}
	if err := os.MkdirAll(s.o.BackupDir, 0o700); err != nil {
		return time.Time{}, diskError(err)
	}
	now := s.o.Now().UTC()
	path := filepath.Join(s.o.BackupDir, backupName(s.path, now, seq))
	if err := s.copyTo(ctx, path); err != nil {
		return time.Time{}, err
	}
	if have, err = listBackups(s.o.BackupDir, s.path); err != nil {
		return now, diskError(err)
	}
	for _, b := range surplus(have) {
		if err := os.Remove(b.Path); err != nil {
			return now, diskError(err)
		}
	}
	return now, nil
}

// stem is the store's file name without its extension.
func stem(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

func backupName(path string, at time.Time, seq uint64) string {
	return fmt.Sprintf("%s-%s-%d.footprint", stem(path), at.UTC().Format(stampLayout), seq)
}

// listBackups reads a folder of backups of the store at path, newest first. A
// folder that is not there holds none.
func listBackups(dir, path string) ([]Backup, error) {
	files, err := os.ReadDir(dir)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Backup
	for _, f := range files {
		rest, ok := strings.CutPrefix(f.Name(), stem(path)+"-")
		rest, ok2 := strings.CutSuffix(rest, ".footprint")
		stamp, num, ok3 := strings.Cut(rest, "-")
		at, err := time.Parse(stampLayout, stamp)
		seq, err2 := strconv.ParseUint(num, 10, 64)
		info, err3 := f.Info()
		if ok && ok2 && ok3 && err == nil && err2 == nil && err3 == nil {
			out = append(out, Backup{Path: filepath.Join(dir, f.Name()), Made: at.UTC(), Sequence: seq, Size: info.Size()})
		}
	}
	slices.SortFunc(out, func(a, b Backup) int {
		if c := b.Made.Compare(a.Made); c != 0 {
			return c
		}
		return int(int64(b.Sequence) - int64(a.Sequence))
	})
	return out, nil
}

// surplus picks the backups that go, from a list newest first.
func surplus(list []Backup) (out []Backup) {
	weeks, months := map[string]bool{}, map[string]bool{}
	for i, b := range list {
		y, w := b.Made.ISOWeek()
		week, month := fmt.Sprint(y, w), b.Made.Format("2006-01")
		keep := i < keepNewest
		if !weeks[week] && len(weeks) < keepWeeks {
			weeks[week], keep = true, true
		}
		if !months[month] && len(months) < keepMonths {
			months[month], keep = true, true
		}
		if !keep {
			out = append(out, b)
		}
	}
	return out
}

// Backups lists the automatic backups, newest first.
func (s *Store) Backups() ([]Backup, error) {
	list, err := listBackups(s.o.BackupDir, s.path)
	return list, diskError(err)
}

// BackupsOf lists the automatic backups of a store that need not be open or
// even be there. backupDir is Options.BackupDir.
func BackupsOf(path, backupDir string) ([]Backup, error) {
	o := Options{BackupDir: backupDir}.ready(path)
	list, err := listBackups(o.BackupDir, path)
	return list, diskError(err)
}

// Backup writes an encrypted copy to path, one file that Open opens, and checks
// every record of it before it gets its name. fault.Exists when something is
// there, fault.NotFound when its folder is not. It runs beside the writer.
func (s *Store) Backup(ctx context.Context, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return existsAlready()
	}
	if st, err := os.Stat(filepath.Dir(path)); errors.Is(err, os.ErrNotExist) || err == nil && !st.IsDir() {
		return fault.New(fault.NotFound, "The folder for the copy is not there.", "Make the folder first, or name a path in one that is there.")
	}
	return s.copyTo(ctx, path)
}

func (s *Store) copyTo(ctx context.Context, path string) error {
	s.life.RLock()
	defer s.life.RUnlock()
	tmp := path + newSuffix
	_ = os.Remove(tmp)
	var keys *keyring
	err := guarded(func() error {
		tx, c, _, err := s.snapshot()
		if err != nil {
			return err
		}
		defer func() { _ = tx.Rollback() }()
		keys = c.keys
		return writeTx(ctx, tx, tmp)
	})
	if wasCaught(err) {
		s.fail(err)
	}
	if err == nil {
		err = s.o.checkCopy(ctx, tmp, keys)
	}
	if err == nil {
		err = replace(tmp, path)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	if err != nil {
		_ = os.Remove(tmp)
	}
	return diskError(err)
}

// writeTx copies one transaction's file out and syncs it.
func writeTx(ctx context.Context, tx *bolt.Tx, path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = tx.WriteTo(&stoppable{ctx, f})
	if ctx.Err() != nil {
		err = ctx.Err() // bbolt does not pass it on
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	return err
}

// stoppable is a writer that ends with its context.
type stoppable struct {
	ctx context.Context
	w   io.Writer
}

func (s *stoppable) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(p)
}

// checkCopy opens a copy and checks every record of it.
func (o Options) checkCopy(ctx context.Context, path string, keys *keyring) error {
	var rep Report
	err := guarded(func() error {
		c, err := openCoreWith(path, o, true, keys)
		if err != nil {
			return err
		}
		defer c.close(false)
		return c.verifyAll(ctx, func(int64, int64) {}, &rep)
	})
	if err == nil && !rep.OK() {
		err = damaged("The copy did not come out whole, so it was not kept.")
	}
	return err
}
