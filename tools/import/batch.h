// A batch file, whatever its form, as drafts.

#pragma once

#include <string>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/record/digest.h"
#include "tools/import/draft.h"
#include "tools/import/unit_list.h"
#include "tools/language.h"

namespace ducha::tools {

struct BatchOptions {
  std::string as;               // events, plan; empty: by content
  std::string encoding;         // empty: found out
  std::string on, due, prefix;  // of a plan
  bool register_units = false;  // of a plan
};

struct Batch {
  std::string name;  // the file's, without its folder
  Digest digest;     // of its bytes
  std::vector<Draft> drafts;
  std::vector<Complaint> complaints;
  std::vector<std::string> remarks;  // what a person should know and need not mend
};

// `known` tells the names the office answers to.
Batch read_batch(const std::string& path, const BatchOptions& options, const KnownUnit& known,
                 record::DigestAlgorithm algorithm, Language language);

}  // namespace ducha::tools
