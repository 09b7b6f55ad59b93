package journal

// Suffixes lists what a store's own files are called after its path: the store
// itself, its key slots, drafts, reserve and lock, and the folder of backups.
func Suffixes() []string {
	return []string{"", keysSuffix, draftsSuffix, reserveSuffix, lockSuffix, newSuffix, backupsSuffix}
}
