// Goes through a backup entry by entry, and holds each against the roots the backup claims.

#pragma once

#include <functional>
#include <span>
#include <vector>

#include "ledger/store/backup_reader.h"

namespace ducha::store {

struct BackupWalk {
  // Every entry that verifies, in order. `confirmed`: a root is held over it and all before it, not its own digest
  // only.
  std::function<void(Seq, std::span<const std::byte>, bool confirmed)> entry = [](Seq, std::span<const std::byte>,
                                                                                  bool) {};
  std::function<void(const BackupDamage&)> damage = [](const BackupDamage&) {};
  std::function<void(std::uint64_t done, std::uint64_t of)> progress = [](std::uint64_t, std::uint64_t) {};
};

// Whether each of the reader's manifests, in their order, can be restored: every entry is there and gives its root.
// Goes on after damage and names all of it, that of manifests too. Where no manifest can be read (a folder whose
// manifests are gone), what lies there is walked and none can be.
std::vector<bool> walk_backup(const BackupReader& backup, const BackupWalk& walk);

}  // namespace ducha::store
