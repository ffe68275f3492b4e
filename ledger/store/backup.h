// Takes a backup of a ledger that may be written meanwhile, and reads it back before it says that it is there.
//
// Into a folder go the segments of what is new since the last backup there, then the manifest; into one file goes
// everything. Whatever stops it (a fault, a full disk, a kill, a power cut), the backups of before are as they were
// and the new one is not there. What is kept is the entries as they lie: a backup is independent of the database
// and its editions, and nothing in it is ever written over.

#pragma once

#include <filesystem>
#include <functional>
#include <variant>
#include <vector>

#include "ledger/store/backup_reader.h"
#include "ledger/store/log.h"
#include "ledger/store/segments.h"

namespace ducha::store {

struct Backup {
  Manifest manifest;
  std::uint64_t entries_new = 0, bytes_new = 0;
  bool anything_new = true;
};

enum class NoBackup : std::uint8_t {
  empty,          // the ledger: its init was stopped
  is_there,       // the file: no backup is written over
  is_a_ledger,    // the folder is one itself
  of_another,     // the folder holds backups of another ledger
  of_a_longer,    // the backups there hold more entries than the ledger: it was cut
  of_other_past,  // the backups there hold other entries than the ledger does now: its history was altered
  damaged,        // the backups there do not verify, or the new one did not: what, was reported
};

struct BackupAsk {
  std::int64_t now = 0;         // milliseconds since 1970-01-01T00:00:00Z
  std::vector<KeptFile> files;  // what goes along
  std::function<void(const BackupDamage&)> damage;
  std::function<void(std::uint64_t done, std::uint64_t of)> writing, reading_back;
};

// Throws Fault::damaged, naming the entry, where the ledger itself is not what its tree says; Fault::locked when
// another backup goes into the folder; Fault::disk.
std::variant<Backup, NoBackup> back_up_to_folder(const Log& log, const std::filesystem::path& folder,
                                                 const BackupAsk& ask);
std::variant<Backup, NoBackup> back_up_to_file(const Log& log, const std::filesystem::path& file, const BackupAsk& ask);

// Writes the first `size` entries of `entries` as a backup in one file; `base` has all that the entries do not give.
// Gives the manifest, or nothing when it did not read back; then there is no file.
std::optional<Manifest> write_backup_file(const std::filesystem::path& file, Manifest base, std::uint64_t size,
                                          const EntryScan& entries, const BackupAsk& ask);

}  // namespace ducha::store
