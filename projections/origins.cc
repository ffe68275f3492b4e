#include <algorithm>
#include <map>
#include <tuple>

#include "ledger/history.h"
#include "projections/books.h"

namespace ducha::projections {
namespace {

using domain::Docket;
using domain::Duty;

// A duty by what stays the same while it is told, moved and done: the unbroken time (or the conclusion) it belongs to,
// its kind and, of feedback, its day.
using Key = std::tuple<bool, std::size_t, domain::DutyKind, Day>;
using Keyed = std::map<Key, Duty>;

Key key_of(bool concluded, std::size_t place, const Duty& duty) {
  return {concluded, place, duty.kind, duty.kind == domain::DutyKind::feedback ? duty.due : Day{}};
}

// What each tenure and each conclusion gives by itself; together that is what the docket owes.
Keyed keyed(Docket& docket, Day on) {
  Keyed all;
  std::vector<domain::Tenure> tenures;
  std::vector<domain::Conclusion> conclusions;
  tenures.swap(docket.tenures);
  conclusions.swap(docket.conclusions);
  for (std::size_t i = 0; i < tenures.size(); ++i) {
    docket.tenures.assign(1, std::move(tenures[i]));
    for (const auto& duty : duties_on(dues_of(docket), on)) all.emplace(key_of(false, i, duty), duty);
    tenures[i] = std::move(docket.tenures.front());
  }
  docket.tenures.clear();
  for (std::size_t i = 0; i < conclusions.size(); ++i) {
    docket.conclusions.assign(1, std::move(conclusions[i]));
    for (const auto& duty : duties_on(dues_of(docket), on)) all.emplace(key_of(true, i, duty), duty);
    conclusions[i] = std::move(docket.conclusions.front());
  }
  docket.conclusions.swap(conclusions);
  docket.tenures.swap(tenures);
  return all;
}

bool changed(const Keyed& before, const Keyed::value_type& now) {
  const auto was = before.find(now.first);
  return was == before.end() || !(was->second == now.second);
}

Origin origin_of(const record::Entry& entry) { return {entry.envelope.seq, std::string(entry.envelope.command)}; }

}  // namespace

std::optional<Origins> Books::origins(const std::string& code) const {
  const auto stream = log_.database().get(store::Family::dockets, code);
  if (!stream) return {};
  const auto history = history_of(log_, store::keys::big_endian<StreamNo>(*stream));
  Docket docket;
  Keyed duties;
  std::map<Key, std::vector<Origin>> sources;
  Origins origins;
  std::optional<Origin> terms;  // of the assignment whose units are being named
  for (const auto* entry : record::counting(history, {as_of_.on, last_})) {
    domain::evolve(docket, entry->envelope.on, entry->fact);
    const auto origin = origin_of(*entry);
    if (std::holds_alternative<domain::DocketAssigned>(entry->fact) ||
        std::holds_alternative<domain::DocketReassigned>(entry->fact))
      terms = origin;
    const bool named = std::holds_alternative<domain::UnitAssigned>(entry->fact) && terms;
    auto now = keyed(docket, as_of_.on);
    for (const auto& each : now) {
      if (!changed(duties, each)) continue;
      auto& from = sources[each.first];
      if (named && (from.empty() || from.back() != *terms)) from.push_back(*terms);
      from.push_back(origin);
    }
    duties = std::move(now);
    origins.happenings.resize(docket.happenings.size(), origin);
  }
  for (auto& [key, duty] : duties) origins.duties.push_back({duty, std::move(sources[key])});
  std::stable_sort(origins.duties.begin(), origins.duties.end(), [](const auto& a, const auto& b) {
    return std::forward_as_tuple(a.duty.due, a.duty.unit, name_of(a.duty.kind), name_of(a.duty.role)) <
           std::forward_as_tuple(b.duty.due, b.duty.unit, name_of(b.duty.kind), name_of(b.duty.role));
  });
  return origins;
}

}  // namespace ducha::projections
