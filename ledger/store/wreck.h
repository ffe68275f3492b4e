// 残存: what can still be read of a damaged ledger, file by file, without asking whether the database opens.
//
// Table files are read one by one, past the blocks that are spoilt; the write-ahead log is played into an empty
// database, past the records that are spoilt. Nothing of the ledger is written or moved. What comes out is only
// what was found: `salvage.h` says which of it verifies.

#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/record/merkle.h"
#include "ledger/store/log.h"

namespace ducha::store {

struct Wreck {
  // Some may be there more than once, and differ.
  std::multimap<Seq, std::string> entries;
  std::multimap<Seq, Digest> leaves;
  std::vector<Head> heads;
  std::optional<Anchored> anchored;
  struct Trouble {
    std::string file, what;
  };
  std::vector<Trouble> troubles;  // files that could not be read, or not all of them
};

// `scratch` is a folder of its own for the write-ahead log; it is made and removed again. Throws Fault::missing when
// there is no store at all.
Wreck read_wreck(const std::filesystem::path& ledger, const std::filesystem::path& scratch);

}  // namespace ducha::store
