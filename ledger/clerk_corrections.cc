// The clerk's answers about what is taken back: one command, or a whole batch of them.

#include <algorithm>
#include <set>

#include "ledger/clerk.h"
#include "ledger/steps.h"

namespace ducha {
namespace {

using domain::Command;
using domain::No;
using domain::Refusal;

using Names = std::set<std::string, std::less<>>;

No no(Refusal refusal, std::string_view subject, std::vector<std::string> names = {}) {
  return {refusal, std::string(subject), std::move(names)};
}

std::vector<const record::Entry*> without(std::vector<const record::Entry*> entries, const Names& gone) {
  std::erase_if(entries, [&](const record::Entry* each) { return gone.contains(each->envelope.command); });
  return entries;
}

}  // namespace

void Clerk::Made::add(const record::Entry& entry) {
  const auto seq = entry.envelope.seq;
  if (empty() || seq < first) first = seq;
  const std::string command(entry.envelope.command);
  if (const auto* fact = std::get_if<domain::UnitRegistered>(&entry.fact)) units.emplace(fact->unit, command);
  if (const auto* fact = std::get_if<domain::DecisionMade>(&entry.fact)) decisions.emplace(fact->decision, command);
}

std::vector<Clerk::Use> Clerk::last_uses(const Made& made, const Names& gone) const {
  if (made.empty()) return {};
  record::EntryReader reader;
  const auto each_entry = [&](const auto& look) {
    log_.scan(made.first, log_.head().size, [&](Seq seq, std::span<const std::byte> bytes) {
      look(reader.read(bytes, seq));
      return true;
    });
    for (std::size_t i = 0; i < staged_.size(); ++i) look(entry(log_.head().size + i).entry());
  };
  // What has been corrected uses nothing any more.
  Names corrected;
  each_entry([&](const record::Entry& entry) {
    if (const auto* fact = std::get_if<domain::CommandCorrected>(&entry.fact)) corrected.emplace(fact->entry);
  });
  std::map<std::string, std::string> used;  // by the command that made it known
  const auto note = [&](const auto& names, std::string_view name, std::string_view by) {
    if (const auto found = names.find(name); found != names.end() && found->second != by) used[found->second] = by;
  };
  each_entry([&](const record::Entry& entry) {
    const auto by = entry.envelope.command;
    if (gone.contains(by) || corrected.contains(by)) return;
    std::visit(
        [&](const auto& fact) {
          if constexpr (requires { fact.unit; }) note(made.units, fact.unit, by);
          if constexpr (requires { fact.member; }) note(made.units, fact.member, by);
          if constexpr (requires { fact.decision; }) note(made.decisions, fact.decision, by);
        },
        entry.fact);
  });
  std::vector<Use> uses;
  for (const auto& [command, by] : used) uses.push_back({command, by});
  return uses;
}

Answer Clerk::take_correction(const Command& command, const domain::Correct& correct, const Submission& submission) {
  const auto receipt = this->receipt(correct.entry);
  if (!receipt) return no(Refusal::command_unknown, correct.entry);
  const auto first = entry(receipt->first);
  if (std::holds_alternative<domain::CommandCorrected>(first->fact))
    return no(Refusal::correction_stands, correct.entry);
  // A command may have become entries of several streams: each is told of the correction.
  std::set<StreamNo> streams;
  for (Seq seq = receipt->first; seq <= receipt->last; ++seq) streams.insert(entry(seq)->envelope.stream);
  const Names gone{correct.entry};
  const auto already = [&](const record::History& history) {
    const auto before = record::corrected(history);
    return std::find(before.begin(), before.end(), correct.entry) != before.end();
  };

  const domain::Fact fact = domain::CommandCorrected{correct.entry, correct.reason};
  std::vector<Placed> placed;
  std::vector<domain::Docket> changed;
  std::optional<domain::Office> office;
  for (const auto stream : streams) {
    if (stream == office_stream) {
      const auto history = office_history();
      if (already(history)) return no(Refusal::command_corrected, correct.entry);
      Made made;
      made.add(first.entry());
      if (const auto uses = last_uses(made, {correct.entry}); !uses.empty())
        return no(Refusal::in_use, correct.entry, {uses.front().by});
      office = record::fold_office(without(record::counting(history), gone));
      placed.push_back({nullptr, command.on, fact});
      continue;
    }
    Loaded* loaded = find(stream);
    const auto history = this->history(*loaded);
    if (already(history)) return no(Refusal::command_corrected, correct.entry);
    domain::Docket docket;
    const auto left = without(record::counting(history), gone);
    if (auto refused = judge(steps_of(left), docket)) return *refused;
    changed.push_back(std::move(docket));
    placed.push_back({loaded, command.on, fact});
  }
  for (std::size_t i = 0, next = 0; i < placed.size(); ++i)
    if (placed[i].docket) *placed[i].docket->docket = std::move(changed[next++]);
  if (office) office_ = std::move(*office);
  return stage(command, submission, placed);
}

std::variant<std::size_t, std::vector<No>> Clerk::take_back(const std::vector<std::string>& commands,
                                                            const Command& correction, const Submission& submission) {
  const auto& reason = std::get<domain::Correct>(correction.body).reason;
  std::vector<No> refused;
  Made made;
  Names gone;
  std::map<std::string, std::set<StreamNo>> places;  // of each command that still counts
  std::set<StreamNo> touched;
  std::map<StreamNo, Names> corrected;  // what had been before
  for (const auto& command : commands) {
    const auto receipt = this->receipt(command);
    if (!receipt) {
      refused.push_back(no(Refusal::command_unknown, command));
      continue;
    }
    std::set<StreamNo> streams;
    for (Seq seq = receipt->first; seq <= receipt->last; ++seq) {
      const auto kept = entry(seq);
      const auto stream = kept->envelope.stream;
      if (std::holds_alternative<domain::CommandCorrected>(kept->fact)) {
        refused.push_back(no(Refusal::correction_stands, command));
        streams.clear();
        break;
      }
      if (!corrected.contains(stream)) {
        auto& known = corrected[stream];
        const auto history = stream == office_stream ? office_history() : history_of(log_, stream);
        for (const auto id : record::corrected(history)) known.emplace(id);
      }
      if (corrected[stream].contains(command)) continue;
      made.add(kept.entry());
      streams.insert(stream);
    }
    if (streams.empty()) continue;
    gone.insert(command);
    touched.insert(streams.begin(), streams.end());
    places.emplace(command, std::move(streams));
  }
  for (const auto& [command, by] : last_uses(made, gone)) refused.push_back(no(Refusal::in_use, command, {by}));

  std::map<StreamNo, Loaded*> loaded;
  std::vector<std::pair<Loaded*, domain::Docket>> changed;
  std::optional<domain::Office> office;
  for (const auto stream : touched) {
    if (stream == office_stream) {
      office = record::fold_office(without(record::counting(office_history()), gone));
      continue;
    }
    const auto opening = entry(log_.stream(stream).front());
    auto* docket = find(std::get<domain::DocketOpened>(opening->fact).docket);
    loaded[stream] = docket;
    const auto history = this->history(*docket);
    domain::Docket left;
    if (auto later = judge(steps_of(without(record::counting(history), gone)), left)) {
      refused.push_back(std::move(*later));
      continue;
    }
    changed.emplace_back(docket, std::move(left));
  }
  if (!refused.empty()) return refused;

  for (auto& [docket, left] : changed) *docket->docket = std::move(left);
  if (office) office_ = std::move(*office);
  for (const auto& command : commands) {
    const auto place = places.find(command);
    if (place == places.end()) continue;
    const domain::Fact fact = domain::CommandCorrected{command, reason};
    std::vector<Placed> placed;
    for (const auto stream : place->second)
      placed.push_back({stream == office_stream ? nullptr : loaded.at(stream), correction.on, fact});
    auto own = correction;
    own.id = "undo-" + command;
    own.body = domain::Correct{command, reason};
    stage(own, submission, placed);
  }
  return gone.size();
}

}  // namespace ducha
