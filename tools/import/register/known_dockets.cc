#include "tools/import/register/known_dockets.h"

#include <span>

#include "ledger/record/entry.h"
#include "projections/rows.h"
#include "tools/import/batch_identity.h"
#include "tools/import/headers.h"

namespace ducha::tools {
namespace {

// Rows of registers bear their batch in the identity of their commands (steps.h).
bool from_register(const record::Envelope& envelope, record::DigestAlgorithm algorithm) {
  if (envelope.origin.row == 0) return false;
  return envelope.command.starts_with(batch_identity(envelope.origin.file, envelope.recorded_at, algorithm) + "-");
}

}  // namespace

void KnownDockets::read() {
  read_ = true;
  log_.database().scan(store::Family::cards, {}, {}, [&](std::string_view, std::string_view bytes) {
    const auto card = projections::parse_card(bytes);
    if (card.stage != projections::Stage::withdrawn) titles_[name_key(card.title)].push_back({card.docket, card.lead});
    return true;
  });
}

const std::vector<KnownDockets::Entry>& KnownDockets::titled(std::string_view title) {
  if (!read_) read();
  return titles_[name_key(title)];
}

void KnownDockets::add(std::string_view title, Entry entry) {
  if (read_) titles_[name_key(title)].push_back(std::move(entry));
}

Recounted KnownDockets::meet(Clerk& clerk, const std::string& docket) {
  Recounted recorded;
  met_.insert(docket);
  const auto history = clerk.entries(docket);
  for (const auto* entry : record::counting(history)) {
    if (const auto* feedback = std::get_if<domain::FeedbackGiven>(&entry->fact)) {
      recorded.words.emplace(feedback->text);
      recorded.words.emplace(feedback->cause);
      if (feedback->light != domain::Light::unset) recorded.light = feedback->light;
    }
    if (const auto* report = std::get_if<domain::CompletionReported>(&entry->fact))
      recorded.words.emplace(report->text);
    if (const auto* suspension = std::get_if<domain::DocketSuspended>(&entry->fact))
      recorded.words.emplace(suspension->reason);
    const auto& envelope = entry->envelope;
    if (envelope.part == 0 && from_register(envelope, log_.head().algorithm))
      brought_.emplace(envelope.origin.file, envelope.origin.sheet);
    if (std::holds_alternative<domain::DocketOpened>(entry->fact) && from_register(envelope, log_.head().algorithm))
      registers_.insert(envelope.origin.file);
  }
  return recorded;
}

bool KnownDockets::brought_before(const Digest& file, std::string_view sheet) const {
  return brought_.contains({file, std::string(sheet)});
}

std::vector<KnownDockets::Missing> KnownDockets::missing() const {
  std::vector<Missing> missing;
  if (registers_.empty()) return missing;
  record::EntryReader reader;
  log_.database().scan(store::Family::cards, {}, {}, [&](std::string_view key, std::string_view bytes) {
    const auto card = projections::parse_card(bytes);
    if (projections::ended(card.stage) || met_.contains(card.docket)) return true;
    const auto first = log_.stream(store::keys::big_endian<StreamNo>(key)).front();
    const auto stored = log_.read(first);
    const auto entry = reader.read(std::as_bytes(std::span(stored)), first);
    if (!registers_.contains(entry.envelope.origin.file) || !from_register(entry.envelope, log_.head().algorithm))
      return true;
    missing.push_back({card.docket, card.title, card.lead});
    return true;
  });
  return missing;
}

}  // namespace ducha::tools
