// Which docket a lost entry was of, as far as the entries that are left tell: each says its place in its stream, so
// a stream that skips a place between two entries has lost one between them.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/record/entry.h"

namespace ducha {

class Whereabouts {
 public:
  // Entries in the order of the log, those that are lost left out.
  void take(const record::Entry& entry);

  // The streams that lost entries among `first` to `last`: dockets by their numbers ("" the office). Empty when
  // none can be told: what comes last in its stream leaves no gap.
  std::vector<std::string> of(Seq first, Seq last) const;

 private:
  struct Stream {
    std::string docket;
    bool named = false;
    std::uint32_t next = 0;  // version
    Seq last = 0;
  };
  struct Gap {
    StreamNo stream;
    Seq after, before;
  };
  std::map<StreamNo, Stream> streams_;
  std::vector<Gap> gaps_;
};

}  // namespace ducha
