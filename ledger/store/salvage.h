// 抢救: which entries of a damaged ledger or backup still verify, and how far they reach without a gap.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/store/backup_reader.h"
#include "ledger/store/wreck.h"

namespace ducha::store {

struct Salvage {
  record::DigestAlgorithm algorithm = record::DigestAlgorithm::sha256;
  std::uint32_t edition = 0;
  std::uint64_t size = 0;              // how many entries there were, as far as anything tells
  std::map<Seq, std::string> entries;  // those that agree with their digests
  std::uint64_t confirmed = 0;         // so many from the first on are those of a head that is known
  std::vector<BackupDamage> damages;
  // The first entry that is not there: so far a ledger can be restored.
  Seq prefix() const;
};

// `heads`: further heads that are known, of checkpoints.
Salvage salvage_wreck(Wreck&& wreck, const std::vector<record::Sealed>& heads);
Salvage salvage_backup(const BackupReader& backup);

}  // namespace ducha::store
