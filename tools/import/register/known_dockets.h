// The dockets of the ledger as a register meets them: by number, by title and lead, and those it no longer holds.

#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/clerk.h"
#include "ledger/store/log.h"

namespace ducha::tools {

// What was recorded of a docket's progress.
struct Recounted {
  std::set<std::string> words;                 // every text of feedback, cause and completion
  domain::Light light = domain::Light::unset;  // the last one a unit gave itself
};

class KnownDockets {
 public:
  explicit KnownDockets(const store::Log& log) : log_(log) {}

  struct Entry {
    std::string docket, lead;
  };
  // Those of that title that have not been withdrawn, in the order they were opened; 空格、全半角 make no difference.
  const std::vector<Entry>& titled(std::string_view title);
  // A docket opened in this very import is found by its title too.
  void add(std::string_view title, Entry entry);

  // The row of `docket` is in the file. What its entries say of its progress; it is noted which register it came in
  // with.
  Recounted meet(Clerk& clerk, const std::string& docket);

  // The row of `docket` is in the file, and is left out of this import.
  void hold(const std::string& docket) { met_.insert(docket); }

  // Whether something that counts came in with that sheet of that file.
  bool brought_before(const Digest& file, std::string_view sheet) const;

  struct Missing {
    std::string docket, title, lead;
  };
  // Dockets that have not ended, came in with a file that rows of this one came in with, and are in this one no more.
  std::vector<Missing> missing() const;

 private:
  void read();

  const store::Log& log_;
  bool read_ = false;
  std::unordered_map<std::string, std::vector<Entry>> titles_;
  std::set<std::string, std::less<>> met_;
  std::set<std::pair<Digest, std::string>> brought_;  // files and sheets that entries of its rows came in with
  std::set<Digest> registers_;                        // files of registers that rows of this one came in with
};

}  // namespace ducha::tools
