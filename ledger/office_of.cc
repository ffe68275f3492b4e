#include "ledger/office_of.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <utility>

#include "ledger/base/fault.h"
#include "ledger/history.h"

namespace ducha {
namespace {

using store::Family;

// The decisions in the log, as far as is in sight and has not been corrected.
class RecordedDecisions : public domain::DecisionBook {
 public:
  RecordedDecisions(const store::Log& log, const record::Sight& sight, const record::History& office)
      : log_(log), sight_(sight) {
    for (const auto command : record::corrected(office, sight)) corrected_.emplace(command);
  }

  std::optional<domain::DecisionRecord> decision(std::string_view number) const override {
    domain::Office told;
    const auto prefix = store::keys::decision(number);
    log_.database().scan(Family::decision_numbers, prefix, {}, [&](std::string_view key, std::string_view) {
      if (!key.starts_with(prefix) || key.size() != prefix.size() + sizeof(std::uint32_t)) return false;
      const auto row = log_.database().get(Family::decisions, key.substr(prefix.size()));
      if (!row) throw Fault(Fault::Kind::damaged, "a row of the decisions is missing: rebuild lays it down again");
      take(office_entry(*row), told);
      return true;
    });
    return told.decision(number);
  }

  domain::Decisions decisions() const override {
    domain::Office told;
    log_.database().scan(Family::decisions, {}, {}, [&](std::string_view, std::string_view row) {
      take(office_entry(row), told);
      return true;
    });
    return told.decisions();
  }

 private:
  void take(const record::KeptEntry& entry, domain::Office& told) const {
    const auto& envelope = entry->envelope;
    if (sight_.last && envelope.seq > *sight_.last) return;
    if (!corrected_.contains(envelope.command)) told.evolve(envelope.on, entry->fact);
  }

  const store::Log& log_;
  record::Sight sight_;
  std::set<std::string, std::less<>> corrected_;
};

// The office's entries but those about decisions. False when they are not laid down apart from each other: a ledger of
// before, until it is rebuilt.
bool read_without_decisions(const store::Log& log, record::History& office) {
  const auto& database = log.database();
  std::uint32_t size = 0;
  for (const auto family : {Family::office, Family::decisions})
    if (const auto last = database.last_key(family))
      size = std::max(size, store::keys::big_endian<std::uint32_t>(*last) + 1);
  if (size != log.stream_size(office_stream)) return false;
  bool apart = true;
  database.scan(Family::office, {}, {}, [&](std::string_view key, std::string_view row) {
    // A ledger that an earlier program began lacks the first of them, or has decisions among them.
    apart = !office.empty() || store::keys::big_endian<std::uint32_t>(key) == 0;
    if (apart) apart = domain::decision_told(office.emplace_back(office_entry(row))->fact).empty();
    return apart;
  });
  return apart && !office.empty();
}

}  // namespace

domain::Office office_of(const store::Log& log, const record::Sight& sight) {
  record::History entries;
  if (!read_without_decisions(log, entries))
    return record::fold_office(record::counting(history_of(log, office_stream), sight));
  auto office = record::fold_office(record::counting(entries, sight));
  office.look_up_in(std::make_shared<RecordedDecisions>(log, sight, entries));
  return office;
}

}  // namespace ducha
