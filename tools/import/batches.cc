#include "tools/import/batches.h"

#include <map>
#include <set>
#include <span>
#include <utility>

#include "ledger/record/entry.h"
#include "tools/import/batch_identity.h"

namespace ducha::tools {
namespace {

// Only the first entry of a command bears where it came from.
bool from_file(const record::Envelope& envelope) {
  return envelope.part == 0 && (envelope.origin.row > 0 || !envelope.origin.name.empty());
}

}  // namespace

std::vector<BatchRecord> batches_of(const store::Log& log, const std::function<void(std::uint64_t)>& progress) {
  std::vector<BatchRecord> batches;
  std::map<std::pair<Digest, std::int64_t>, std::size_t> known;
  std::set<std::string, std::less<>> corrected;
  record::EntryReader reader;
  const auto scan = [&](const auto& visit) {
    log.scan(0, log.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
      visit(reader.read(bytes, seq));
      if (seq % 4096 == 0) progress(seq);
      return true;
    });
  };
  std::optional<std::size_t> current;  // the batch of the command being read
  scan([&](const record::Entry& entry) {
    const auto& envelope = entry.envelope;
    if (const auto* fact = std::get_if<domain::CommandCorrected>(&entry.fact)) corrected.emplace(fact->entry);
    if (envelope.part == 0) {
      current.reset();
      if (!from_file(envelope)) return;
      const auto [place, first] = known.emplace(std::pair(envelope.origin.file, envelope.recorded_at), batches.size());
      if (first)
        batches.push_back({batch_identity(envelope.origin.file, envelope.recorded_at, log.head().algorithm),
                           std::string(envelope.origin.name), std::string(envelope.origin.sheet), envelope.origin.file,
                           envelope.recorded_at, 0, 0, 0});
      current = place->second;
      ++batches[*current].commands;
    }
    if (current) ++batches[*current].entries;
  });
  if (corrected.empty()) return batches;
  scan([&](const record::Entry& entry) {
    const auto& envelope = entry.envelope;
    if (from_file(envelope) && corrected.contains(envelope.command))
      ++batches[known.at(std::pair(envelope.origin.file, envelope.recorded_at))].corrected;
  });
  return batches;
}

std::vector<std::string> commands_of(const store::Log& log, const BatchRecord& batch) {
  std::vector<std::string> commands;
  record::EntryReader reader;
  log.scan(0, log.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
    const auto entry = reader.read(bytes, seq);
    const auto& envelope = entry.envelope;
    if (from_file(envelope) && envelope.origin.file == batch.digest && envelope.recorded_at == batch.recorded_at)
      commands.emplace_back(envelope.command);
    return true;
  });
  return commands;
}

std::optional<RecordedFile> recorded_whole(const store::Log& log, Seq first, const Digest& file, std::size_t lines) {
  RecordedFile recorded;
  Seq end = first;  // after the last entry of those commands
  bool within = true;
  std::set<std::string, std::less<>> corrected;
  record::EntryReader reader;
  log.scan(first, log.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
    const auto entry = reader.read(bytes, seq);
    const auto& envelope = entry.envelope;
    if (envelope.part == 0 && within) {
      within = from_file(envelope) && envelope.origin.file == file;
      if (within) ++recorded.commands;
    }
    if (within) end = seq + 1;
    if (const auto* fact = std::get_if<domain::CommandCorrected>(&entry.fact)) corrected.emplace(fact->entry);
    return within || recorded.commands == lines;
  });
  if (recorded.commands != lines) return {};
  for (const auto& command : corrected)
    if (const auto taken = log.first_of(command); taken && *taken >= first && *taken < end) ++recorded.corrected;
  return recorded;
}

std::set<std::string, std::less<>> corrected_commands(const store::Log& log) {
  std::set<std::string, std::less<>> corrected;
  record::EntryReader reader;
  log.scan(0, log.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
    const auto entry = reader.read(bytes, seq);
    if (const auto* fact = std::get_if<domain::CommandCorrected>(&entry.fact)) corrected.emplace(fact->entry);
    return true;
  });
  return corrected;
}

}  // namespace ducha::tools
