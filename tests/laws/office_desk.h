// A small ledger on disk, told in batch lines one by one, and asked for its reports.

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "ledger/store/log.h"
#include "projections/views.h"
#include "tools/import/decode.h"

namespace ducha {
class Clerk;
}

namespace ducha::laws {

// What became of a command.
struct Said {
  std::optional<std::string> refused;  // the refusal's name
  std::uint64_t seq = 0;               // of its last entry
};

class OfficeDesk {
 public:
  OfficeDesk();
  ~OfficeDesk();
  OfficeDesk(const OfficeDesk&) = delete;
  OfficeDesk& operator=(const OfficeDesk&) = delete;

  // Throws std::runtime_error when the line cannot be read at all.
  Said take(const std::string& line);
  void commit();
  // All views again from the entries; and what they differ in from what the log gives.
  void rebuild();
  std::string differences();

  // A report as JSON, byte for byte; `name` is duties, overdue or standing (over from..to).
  std::string report(const std::string& name, Day on, std::optional<std::uint64_t> known_at, Day from, Day to);
  // The whole ledger as batch lines.
  std::string exported();

 private:
  std::filesystem::path folder_;
  std::optional<store::Log> log_;
  projections::Views views_;
  std::unique_ptr<tools::Decoder> decoder_;
  std::unique_ptr<Clerk> clerk_;
};

}  // namespace ducha::laws
