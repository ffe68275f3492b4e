// 证明: what shows, without the ledger, that entries are in a log whose head somebody trusts.
//
//   ducha-proof/v1
//   entry <seq> <base64 of the stored bytes>
//   path <base64 of a digest>…               one space between; the inclusion path of the entry above
//   since <size> <base64 of the root>        the older head that the log still holds to
//   consistency <base64 of a digest>…
//                                            (an empty line)
//   <the checkpoint: see note.h>
//
// Entries come as often as there are any; `since` with its `consistency` at most once, after them.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/record/note.h"

namespace ducha::record {

struct ProvenEntry {
  Seq seq = 0;
  Bytes bytes;
  std::vector<Digest> path;
};

struct Proof {
  std::vector<ProvenEntry> entries;
  struct Since {
    Sealed older;
    std::vector<Digest> path;
  };
  std::optional<Since> since;
  Checkpoint checkpoint;

  std::string text() const;
};

// Nothing when the text is no proof.
std::optional<Proof> parse_proof(std::string_view text);

// The entries that their paths do not put into the checkpoint's tree.
std::vector<Seq> entries_unproven(const Proof& proof);
// Whether the checkpoint's log begins with all of `older`: it is the same head, or the proof's `since` says so.
bool holds_to(const Proof& proof, const Sealed& older);

}  // namespace ducha::record
