#include "projections/replay.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

#include "ledger/domain/duty.h"
#include "ledger/domain/flag.h"
#include "ledger/history.h"
#include "projections/telling.h"
#include "projections/timeline.h"

namespace ducha::projections {
namespace {

using domain::Duty;
using reports::Cell;

using Key = std::tuple<std::string, std::string_view, int, Day>;

std::map<Key, Duty> keyed(const domain::Docket& docket, Day on) {
  std::map<Key, Duty> all;
  std::map<std::pair<std::string, std::string_view>, int> counted;
  for (auto& duty : domain::duties_on(domain::dues_of(docket), on)) {
    const bool feedback = duty.kind == domain::DutyKind::feedback;
    const int nth = feedback ? 0 : counted[{duty.unit, name_of(duty.kind)}]++;
    all.emplace(Key{duty.unit, name_of(duty.kind), nth, feedback ? duty.due : Day{}}, duty);
  }
  return all;
}

using reports::Change;

// 合并移转: of two duties that are one, the one that ended and the one that began with the heir.
void pass_on(std::map<Key, Duty>& ended, std::map<Key, Duty>& begun, const domain::UnitMerged& merger,
             const std::function<Change&(Change::Kind, const Duty&)>& add, const std::string& heir) {
  for (auto at = ended.begin(); at != ended.end();) {
    auto key = at->first;
    std::get<0>(key) = merger.into;
    const auto there = std::get<0>(at->first) == merger.unit ? begun.find(key) : begun.end();
    if (there == begun.end() || there->second.due != at->second.due) {
      ++at;
      continue;
    }
    auto& change = add(Change::Kind::passed, at->second);
    change.state = {name_of(there->second.state)};
    change.heir = heir;
    begun.erase(there);
    at = ended.erase(at);
  }
}

// What the fact changed in the duties of that day. Units are called what they were called then.
reports::Changes changes(const std::map<Key, Duty>& before, const std::map<Key, Duty>& after, const domain::Fact& fact,
                         const domain::Office& office, Day on) {
  reports::Changes found;
  const auto add = [&](Change::Kind kind, const Duty& duty) -> Change& {
    return found.emplace_back(Change{kind, office.name_of(duty.unit, on), {name_of(duty.kind)}, duty.due});
  };
  std::map<Key, Duty> begun, ended;
  for (const auto& [key, duty] : after)
    if (!before.contains(key)) begun.emplace(key, duty);
  for (const auto& [key, duty] : before)
    if (!after.contains(key)) ended.emplace(key, duty);
  if (const auto* merger = std::get_if<domain::UnitMerged>(&fact))
    pass_on(ended, begun, *merger, add, office.name_of(merger->into, on));
  for (const auto& [key, duty] : after) {
    const auto was = before.find(key);
    if (was == before.end()) {
      if (begun.contains(key)) add(Change::Kind::begun, duty).state = {name_of(duty.state)};
    } else if (was->second.due != duty.due) {
      add(Change::Kind::moved, duty).from = was->second.due;
    } else if (was->second.state != duty.state) {
      auto& change = add(Change::Kind::turned, duty);
      change.before = {name_of(was->second.state)};
      change.state = {name_of(duty.state)};
    }
  }
  for (const auto& [key, duty] : ended) add(Change::Kind::gone, duty);
  return found;
}

// 督办单: those the unit had before stand beside the new one.
void add_notices_before(const domain::Docket& docket, const domain::Fact& fact, reports::Fields& fields) {
  const auto* notice = std::get_if<domain::NoticeIssued>(&fact);
  if (!notice) return;
  std::string before;
  for (const auto& each : domain::notices_to(docket, notice->unit)) before += (before.empty() ? "" : ", ") + each;
  if (!before.empty()) fields.push_back({"noticedBefore", before});
}

std::optional<record::History> history_named(const store::Log& log, const std::string& docket) {
  const auto stream = log.database().get(store::Family::dockets, docket);
  if (!stream) return {};
  return history_of(log, store::keys::big_endian<StreamNo>(*stream));
}

}  // namespace

std::optional<domain::Docket> docket_then(const store::Log& log, const Books& books, const std::string& docket) {
  const auto history = history_named(log, docket);
  if (!history) return {};
  auto folded = record::fold_docket(record::counting(*history, {books.on(), books.last()}));
  return folded.opened ? std::optional(std::move(folded)) : std::nullopt;
}

std::vector<Notice> notices_of(const store::Log& log, const Books& books, const std::string& docket) {
  std::vector<Notice> notices;
  const auto history = history_named(log, docket);
  if (!history) return notices;
  for (const auto* entry : record::counting(*history, {books.on(), books.last()})) {
    const auto* notice = std::get_if<domain::NoticeIssued>(&entry->fact);
    if (!notice) continue;
    notices.push_back({entry->envelope.on, std::string(notice->unit), std::string(notice->requirement), notice->colour,
                       notice->due, notice->provisional, std::string(notice->limit)});
  }
  return notices;
}

std::optional<reports::Report> replay(const store::Log& log, const Books& books, const std::string& code) {
  const auto read = history_named(log, code);
  if (!read) return {};
  const auto& history = *read;
  const record::Sight sight{books.on(), books.last()};
  const auto counting = record::counting(history, sight);
  std::vector<const record::Entry*> all;
  for (const auto& kept : history)
    if (kept->envelope.on <= books.on() && kept->envelope.seq <= books.last()) all.push_back(&kept.entry());
  std::stable_sort(all.begin(), all.end(),
                   [](const auto* a, const auto* b) { return a->envelope.on < b->envelope.on; });
  if (all.empty()) return {};

  reports::Report report{"history", "事项回放", "History", {}, books.footer(), {}, {}, reports::Shape::story};
  report.asked.emplace_back("docket", code);
  report.columns = {{"seq", "序号", "Seq", reports::Align::right},
                    {"on", "日期", "On"},
                    {"recorded", "记录时间", "Recorded"},
                    {"fact", "事实", "Fact"},
                    {"text", "内容", "Text", reports::Align::left, 3},
                    {"changed", "责任变化", "Changed", reports::Align::left, 4},
                    {"by", "记录人", "By"},
                    {"note", "备注", "Note", reports::Align::left, 1},
                    {"command", "命令", "Command"},
                    {"corrected", "已更正", "Corrected"}};
  domain::Docket docket;
  std::vector<const record::Entry*> counted;
  for (const auto* entry : all) {
    const auto& envelope = entry->envelope;
    const bool counts = std::find(counting.begin(), counting.end(), entry) != counting.end();
    const bool correction = std::holds_alternative<domain::CommandCorrected>(entry->fact);
    auto told = tell(entry->fact, books.office(), envelope.on);
    reports::Changes changed;
    if (counts) {
      add_notices_before(docket, entry->fact, told.fields);
      counted.push_back(entry);
      const auto before = keyed(docket, envelope.on);
      domain::evolve(docket, envelope.on, entry->fact);
      changed = changes(before, keyed(docket, envelope.on), entry->fact, books.office(), envelope.on);
    }
    report.rows.push_back({static_cast<std::int64_t>(envelope.seq), envelope.on, shanghai_time(envelope.recorded_at),
                           told.name, std::move(told.fields), std::move(changed), std::string(envelope.actor),
                           std::string(envelope.note), std::string(envelope.command), !counts && !correction});
  }
  report.timeline = timeline_of(docket, counted, books);
  return report;
}

}  // namespace ducha::projections
