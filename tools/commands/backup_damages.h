// What is wrong with a backup, gathered while it is read and said at the end: then it is known which dockets the lost
// entries were of.

#pragma once

#include <span>
#include <vector>

#include "ledger/record/entry.h"
#include "ledger/store/backup_reader.h"
#include "ledger/whereabouts.h"
#include "tools/context.h"

namespace ducha::tools {

class BackupDamages {
 public:
  void add(const store::BackupDamage& damage) { damages_.push_back(damage); }
  // An entry that verifies.
  void see(Seq seq, std::span<const std::byte> bytes);

  bool none() const { return damages_.empty(); }
  std::size_t entries_lost() const;
  // One sentence each, with the dockets.
  std::vector<std::string> sentences(Language language) const;
  void print(const Context& context, std::ostream& out) const;

 private:
  std::vector<store::BackupDamage> damages_;
  record::EntryReader reader_;
  Whereabouts whereabouts_;
};

}  // namespace ducha::tools
