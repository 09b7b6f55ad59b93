package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/adrg/xdg"

	"footprint/domain/fault"
)

// storePath is the store file: the one that was named, else the usual one of
// this computer.
func (env *environment) storePath() (string, error) {
	if env.flags.store != "" {
		return env.flags.store, nil
	}
	path := filepath.Join(xdg.DataHome, "footprint", "caseload.footprint")
	if synchronised(path) {
		return "", fault.New(fault.Refused, "The usual folder for data is copied to a server on this computer, so the store is not put there.",
			"Name a file in a folder that stays on this computer with --store.")
	}
	return path, nil
}

// stateDir is the folder for small per-computer state: anchors and crash
// reports. It is made when it is not there.
func (env *environment) stateDir() (string, error) {
	dir := os.Getenv("FOOTPRINT_STATE")
	if dir == "" {
		dir = filepath.Join(xdg.StateHome, "footprint")
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fault.New(fault.ReadOnly, "The folder for Footprint's own state cannot be made.",
			"Check the rights on it, or name another folder in FOOTPRINT_STATE.").Wrap(err)
	}
	return dir, nil
}

// services are the folders that programs copy to a server, as they are named.
var services = []string{
	"onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive", "iclouddrive", "mobile documents",
	"cloudstorage", "nextcloud", "owncloud", "seafile", "syncthing", "pcloud", "pcloud drive", "box sync", "creative cloud files", "megasync",
}

// synchronised reports whether the path lies in a folder that is copied to a
// server, as far as its name tells. Links on the way are followed.
func synchronised(path string) bool {
	dir := filepath.Dir(path)
	for {
		if real, err := filepath.EvalSymlinks(dir); err == nil {
			path = filepath.Join(real, strings.TrimPrefix(path, dir))
			break
		}
		if up := filepath.Dir(dir); up != dir {
			dir = up
			continue
		}
		break
	}
	for _, part := range strings.FieldsFunc(strings.ToLower(path), func(r rune) bool { return r == '/' || r == '\\' }) {
		for _, s := range services {
			if part == s || strings.HasPrefix(part, s+" - ") || strings.HasPrefix(part, s+"-") {
				return true
			}
		}
	}
	return false
}
