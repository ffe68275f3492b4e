// The clerk's answers about dockets: opened, lived, merged with their units.

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "ledger/base/fault.h"
#include "ledger/clerk.h"
#include "ledger/steps.h"

namespace ducha {
namespace {

using domain::Command;
using domain::No;
using domain::Refusal;

No no(Refusal refusal, std::string_view subject, std::vector<std::string> names = {}) {
  return {refusal, std::string(subject), std::move(names)};
}

}  // namespace

std::variant<domain::Docket, No> Clerk::with(const record::History& history,
                                             const std::vector<std::pair<Day, domain::Fact>>& facts) {
  auto steps = steps_of(record::counting(history));
  for (const auto& [on, fact] : facts) {
    const auto later = std::find_if(steps.begin(), steps.end(), [day = on](const Step& step) { return step.on > day; });
    steps.insert(later, {on, {}, &fact});
  }
  domain::Docket docket;
  if (auto refused = judge(steps, docket)) return *refused;
  return docket;
}

Answer Clerk::take_open(const Command& asked, const Submission& submission) {
  auto command = asked;
  if (command.docket.empty()) command.docket = next_number(command.on);
  const auto& open = std::get<domain::Open>(command.body);
  Loaded* known = find(command.docket);
  if (known && known->docket->opened) return no(Refusal::docket_exists, command.docket);
  if (!open.parent.empty()) {
    const Loaded* parent = find(open.parent);
    if (!parent || !parent->docket->opened) return no(Refusal::parent_unknown, open.parent);
  }
  const auto decision = domain::decide(office_, domain::Docket{}, command);
  if (const auto* refused = std::get_if<No>(&decision)) return *refused;
  if (!known) {
    auto fresh = std::make_unique<Loaded>();
    fresh->stream = std::max<StreamNo>(next_stream_, office_stream + 1);
    fresh->version = 0;
    fresh->docket = std::make_unique<domain::Docket>();
    next_stream_ = fresh->stream + 1;
    known = &hold(command.docket, std::move(fresh));
    note_number(command.docket);
  }
  if (!open.parent.empty()) children_[open.parent].insert(command.docket);
  const auto& opened = std::get<domain::Facts>(decision).facts.front();
  auto answer = stage(command, submission, {{known, command.on, opened}});
  if (asked.docket.empty()) std::get<Recorded>(answer).docket = command.docket;
  domain::evolve(*known->docket, command.on, opened);
  return answer;
}

const domain::Docket* Clerk::docket(std::string_view code) {
  let_go();
  const Loaded* loaded = find(code);
  return loaded && loaded->docket->opened ? loaded->docket.get() : nullptr;
}

record::History Clerk::entries(std::string_view code) {
  const Loaded* loaded = find(code);
  return loaded ? history(*loaded) : record::History{};
}

// 2022-001, 2022-002, …: the number after the greatest one given in the year.
std::string Clerk::next_number(Day on) {
  const int year = civil(on).year;
  const auto prefix = fmt::format("{}-", year);
  if (numbers_.try_emplace(year, 0).second) {
    log_.database().scan(store::Family::dockets, prefix, {}, [&](std::string_view code, std::string_view) {
      note_number(code);
      return code.starts_with(prefix);
    });
    for (const auto& [code, loaded] : dockets_) note_number(code);
  }
  return fmt::format("{}{:03}", prefix, numbers_[year] + 1);
}

// Of the years that were asked for the greatest number is kept, so that a long batch need not look it up each time.
void Clerk::note_number(std::string_view code) {
  const auto dash = code.find('-');
  if (dash != 4 || code.size() > 14) return;
  const auto is_number = [](std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
  };
  const auto year = code.substr(0, dash), digits = code.substr(dash + 1);
  if (!is_number(year) || !is_number(digits)) return;
  const auto known = numbers_.find(std::stoi(std::string(year)));
  if (known == numbers_.end()) return;
  known->second = std::max(known->second, static_cast<unsigned>(std::stoul(std::string(digits))));
}

Answer Clerk::take_for_docket(const Command& command, const Submission& submission) {
  Loaded* loaded = find(command.docket);
  if (!loaded || !loaded->docket->opened) return no(Refusal::docket_unknown, command.docket);
  const bool latest = command.on >= loaded->docket->last_on;
  // Paper that arrives late is decided where it belongs, and what is already there must still hold after it.
  record::History all;
  domain::Docket earlier;
  if (!latest) {
    all = history(*loaded);
    earlier = record::fold_docket(record::counting(all, {command.on, {}}));
  }
  if (const auto* close = std::get_if<domain::Close>(&command.body); close && !close->into.empty()) {
    const Loaded* into = find(close->into);
    if (!into || !into->docket->opened) return no(Refusal::docket_unknown, close->into);
  }
  const auto decision = domain::decide(office_, latest ? *loaded->docket : earlier, command);
  if (const auto* refused = std::get_if<No>(&decision)) return *refused;
  if (std::holds_alternative<domain::Close>(command.body))
    if (auto children = open_children(command.docket, command.on); !children.empty())
      return no(Refusal::children_open, command.docket, std::move(children));
  const auto& facts = std::get<domain::Facts>(decision);

  std::vector<Placed> placed;
  for (const auto& fact : facts.facts) placed.push_back({loaded, command.on, fact});
  for (const auto& [on, fact] : facts.later) placed.push_back({loaded, on, fact});
  if (latest) {
    for (const auto& each : placed) domain::evolve(*loaded->docket, each.on, each.fact);
  } else {
    std::vector<std::pair<Day, domain::Fact>> dated;
    for (const auto& each : placed) dated.emplace_back(each.on, each.fact);
    auto then = with(all, dated);
    if (auto* refused = std::get_if<No>(&then)) return std::move(*refused);
    *loaded->docket = std::move(std::get<domain::Docket>(then));
  }
  return stage(command, submission, placed, facts.flags);
}

// 合并: stands with the office, and on every docket where the unit still had a role or something to put right.
Answer Clerk::take_merger(const Command& command, const Submission& submission) {
  const auto decision = domain::decide(office_, command);
  if (const auto* refused = std::get_if<No>(&decision)) return *refused;
  const auto& fact = std::get<domain::Facts>(decision).facts.front();
  const auto unit = std::get<domain::UnitMerged>(fact).unit;

  std::set<std::string> concerned;  // by number, so that the order of the entries is the same everywhere
  each_docket([&](std::string_view code, const domain::Docket& docket) {
    const bool role = std::any_of(docket.tenures.begin(), docket.tenures.end(), [&](const domain::Tenure& tenure) {
      return tenure.unit == unit && (!tenure.to || *tenure.to > command.on);
    });
    const bool ordered = std::any_of(docket.conclusions.begin(), docket.conclusions.end(),
                                     [&](const domain::Conclusion& conclusion) { return conclusion.unit == unit; });
    if (role || ordered) concerned.emplace(code);
  });
  std::vector<Placed> placed{{nullptr, command.on, fact}};
  std::vector<domain::Docket> changed;
  for (const auto& code : concerned) {
    Loaded* loaded = find(code);
    auto then = with(history(*loaded), {{command.on, fact}});
    if (auto* refused = std::get_if<No>(&then)) return std::move(*refused);
    changed.push_back(std::move(std::get<domain::Docket>(then)));
    placed.push_back({loaded, command.on, fact});
  }
  for (std::size_t i = 0; i < changed.size(); ++i) *placed[i + 1].docket->docket = std::move(changed[i]);
  std::vector<domain::Flagged> flags;
  if (!concerned.empty())
    flags.push_back(
        {domain::Flag::duties_moved, office_.name_of(unit, command.on), {concerned.begin(), concerned.end()}});
  const auto answer = stage(command, submission, placed, std::move(flags));
  office_.evolve(command.on, fact);
  return answer;
}

std::vector<std::string> Clerk::open_children(std::string_view code, Day on) {
  std::set<std::string> codes;
  if (const auto taken = children_.find(code); taken != children_.end()) codes = taken->second;
  const auto from = store::keys::child(code, {});
  // Below a docket that the log does not have yet there is none either.
  const auto known = dockets_.find(code);
  const bool fresh = known != dockets_.end() && known->second->version == known->second->staged.size();
  if (!fresh)
    log_.database().scan(store::Family::children, from, {}, [&](std::string_view key, std::string_view) {
      if (!key.starts_with(from)) return false;
      codes.emplace(key.substr(from.size()));
      return true;
    });
  std::vector<std::string> open;
  for (const auto& child : codes) {
    const Loaded* loaded = find(child);
    if (!loaded || !loaded->docket->opened) continue;
    if (loaded->docket->last_on > on) {
      const auto history = this->history(*loaded);
      const auto then = record::fold_docket(record::counting(history, {on, {}}));
      if (then.opened && !then.ended()) open.push_back(child);
    } else if (!loaded->docket->ended()) {
      open.push_back(child);
    }
  }
  return open;
}

}  // namespace ducha
