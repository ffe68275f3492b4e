// The batches of a ledger: which imports there were, what each recorded, and what of it still counts.

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/store/log.h"

namespace ducha::tools {

struct BatchRecord {
  std::string id;  // batch_identity.h
  std::string file, sheet;
  Digest digest;  // of the file
  std::int64_t recorded_at = 0;
  std::size_t entries = 0, commands = 0, corrected = 0;  // `corrected` of the commands
};

// In the order they were recorded. Reads the whole log: what a batch is stands in its entries alone.
std::vector<BatchRecord> batches_of(const store::Log& log, const std::function<void(std::uint64_t)>& progress);

// The commands of one batch, in the order of the log.
std::vector<std::string> commands_of(const store::Log& log, const BatchRecord& batch);

// What is left to say of a file whose every line is recorded.
struct RecordedFile {
  std::size_t commands = 0;
  std::size_t corrected = 0;  // of them
};
// The commands of that file that lie side by side from entry `first` on, if there are as many as the file has lines:
// then all that it says is recorded. Nothing when there are fewer: some line was refused, says what another says, or
// came in with another file. Reads the log from there to its end.
std::optional<RecordedFile> recorded_whole(const store::Log& log, Seq first, const Digest& file, std::size_t lines);

// The commands that have been corrected.
std::set<std::string, std::less<>> corrected_commands(const store::Log& log);

}  // namespace ducha::tools
