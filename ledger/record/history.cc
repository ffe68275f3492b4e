#include "ledger/record/history.h"

#include <algorithm>
#include <cstring>

namespace ducha::record {
namespace {

std::vector<std::uint64_t> aligned(std::span<const std::byte> stored) {
  std::vector<std::uint64_t> words((stored.size() + 7) / 8);
  if (!stored.empty()) std::memcpy(words.data(), stored.data(), stored.size());
  return words;
}

bool in_sight(const Entry& entry, const Sight& sight) { return !sight.last || entry.envelope.seq <= *sight.last; }

}  // namespace

KeptEntry::KeptEntry(std::span<const std::byte> stored, Seq seq)
    : words_(aligned(stored)), entry_(EntryReader().read(std::as_bytes(std::span(words_)).first(stored.size()), seq)) {}

std::vector<std::string_view> corrected(const History& history, const Sight& sight) {
  std::vector<std::string_view> commands;
  for (const auto& kept : history)
    if (const auto* fact = std::get_if<domain::CommandCorrected>(&kept->fact); fact && in_sight(kept.entry(), sight))
      commands.push_back(fact->entry);
  return commands;
}

std::vector<const Entry*> counting(const History& history, const Sight& sight) {
  const auto gone = corrected(history, sight);
  std::vector<const Entry*> entries;
  entries.reserve(history.size());
  for (const auto& kept : history) {
    const auto& entry = kept.entry();
    if (!in_sight(entry, sight) || (sight.on && entry.envelope.on > *sight.on)) continue;
    if (std::holds_alternative<domain::CommandCorrected>(entry.fact)) continue;
    if (std::find(gone.begin(), gone.end(), entry.envelope.command) != gone.end()) continue;
    entries.push_back(&entry);
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry* a, const Entry* b) { return a->envelope.on < b->envelope.on; });
  return entries;
}

domain::Docket fold_docket(const std::vector<const Entry*>& entries) {
  domain::Docket docket;
  for (const Entry* entry : entries) domain::evolve(docket, entry->envelope.on, entry->fact);
  return docket;
}

domain::Office fold_office(const std::vector<const Entry*>& entries) {
  // The office is read in the order of the log: what a name means is what was last said of it; only groups
  // look at the day.
  auto in_log_order = entries;
  std::sort(in_log_order.begin(), in_log_order.end(),
            [](const Entry* a, const Entry* b) { return a->envelope.seq < b->envelope.seq; });
  domain::Office office;
  for (const Entry* entry : in_log_order) office.evolve(entry->envelope.on, entry->fact);
  return office;
}

}  // namespace ducha::record
