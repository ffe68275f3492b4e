// How quick the last import into a ledger was, and what of it the views took: for `stats`, kept in a file of the
// ledger's folder. It is no part of the record: without it, or when it cannot be written, nothing is amiss.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "projections/views.h"

namespace ducha::tools {

struct LastImport {
  std::string file;            // its name, without its folder
  std::uint64_t commands = 0;  // recorded
  double seconds = 0;          // from the opening of the file to the end of the commit
  double views_seconds = 0;    // of them in the views, partly beside other work
  bool operator==(const LastImport&) const = default;
};

void keep(const std::filesystem::path& ledger, const LastImport& import);
std::optional<LastImport> last_import(const std::filesystem::path& ledger);

// Seconds since it was made.
class Stopwatch {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count(); }

 private:
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

// The views, and how long they took so far.
class TimedViews : public Follower {
 public:
  std::string rows_of(const domain::Docket& docket) override;
  void follow(store::Writes& rows, const Appending& appending) override;
  double seconds() const { return seconds_; }

 private:
  projections::Views views_;
  double seconds_ = 0;
};

}  // namespace ducha::tools
