// Specimens: one stored entry of every kind of fact, as each edition wrote it.
//
// tests/corpora/entries/edition-N.txt is the law that what was once written stays readable: its lines are only
// ever added to. A line is a name, what the entry says, and its bytes in hex, parted by tabs.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/domain/event.h"
#include "ledger/record/entry.h"

namespace ducha::record {

// Calls `visit` with each kind of fact, in the order of the variant.
template <class Visit>
void each_fact(Visit visit) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (visit.template operator()<std::variant_alternative_t<I, domain::Fact>>(), ...);
  }
  (std::make_index_sequence<std::variant_size_v<domain::Fact>>{});
}

template <class Fact, class Visit>
void each_field(Visit visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, Fact::fields);
}

inline std::vector<std::string> fact_names() {
  std::vector<std::string> names;
  each_fact([&]<class Fact>() { names.emplace_back(Fact::name); });
  return names;
}

// What an entry says, in one line: all of the envelope and of the fact that is set, by name.
std::string told(const Entry& entry);

// A fact with every member set to something of its own, or to nothing; in an envelope that is full or nearly empty.
// The text it points to lives as long as the program.
std::vector<std::pair<std::string, Entry>> specimens();

}  // namespace ducha::record
