// A command as it was told and recorded, and nothing else: all the second model knows of a ledger is a list of these.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "tests/model/calendar.h"

namespace ducha::model {

using Json = nlohmann::json;

struct Told {
  Json says;              // as the batch line has it, its units by their codes and its groups expanded
  Day on;                 // the day it happened
  std::uint64_t seq = 0;  // of its last entry in the log
  std::string what() const { return says.at("do").get<std::string>(); }
  std::string text(const char* field) const { return says.value(field, std::string()); }
  bool has(const char* field) const { return says.contains(field) && says.at(field) != ""; }
  std::vector<std::string> list(const char* field) const {
    return says.contains(field) ? says.at(field).get<std::vector<std::string>>() : std::vector<std::string>();
  }
};

// In the order of the log.
using History = std::vector<Told>;

// From where one looks: at what happened up to a day, as far as the log had it.
struct Look {
  Day on;
  std::optional<std::uint64_t> known_at;
};

// What was known up to there without what was corrected by then, in the order of the log.
History known(const History& history, std::optional<std::uint64_t> known_at);

// The same in the order facts are read: by their day, same-day ones as they lie in the log.
History in_order(History history);

}  // namespace ducha::model
