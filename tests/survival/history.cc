#include "tests/survival/history.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "tests/survival/trial.h"

namespace ducha::survival {

namespace fs = std::filesystem;

namespace {

const Words log_words{"log"};
const Words report_words{"report", "duties", "--on", "2022-12-31", "--format", "json"};
const Words verify_words{"verify"};

std::string told_by(const Ran& ran) {
  return (ran.signal != 0 ? "ended by signal " + std::to_string(ran.signal) : "exit " + std::to_string(ran.exit)) +
         ": " + ran.out.substr(0, 300) + ran.remarks.substr(0, 600);
}

// What lies in the ledger beside store, anchor, lock and how quick an import was, and is no file on its way nor what an
// init left behind.
std::string seals_in(const fs::path& ledger) {
  std::map<std::string, std::string> seals;
  for (const auto& file : fs::recursive_directory_iterator(ledger)) {
    const auto name = fs::relative(file.path(), ledger).string();
    const bool other = name.starts_with("store") || name.starts_with("incoming") || name.starts_with("new/") ||
                       name == "HEAD" || name == "writer" || name == "last-import";
    if (!other && file.is_regular_file() && !name.ends_with(".part")) seals[name] = contents(file.path());
  }
  std::string text;
  for (const auto& [name, words] : seals) text += name + "\n" + words;
  return text;
}

// In what it differs from each.
std::string unlike(const State& state, const std::vector<State>& states, std::size_t first, std::size_t last) {
  std::string told;
  for (auto i = first; i <= last; ++i) {
    const auto& may_be = states[i];
    told += "after " + std::to_string(i) + " commands";
    if (state.there != may_be.there) told += ", whether there is a ledger";
    if (state.log != may_be.log) told += ", the log";
    if (state.report != may_be.report) told += ", the report";
    if (state.seals != may_be.seals) told += ", key and checkpoints";
    told += " differ; ";
  }
  return told + "log: " + state.log.substr(0, 1000);
}

}  // namespace

std::string answer(const Bench& bench, const Words& words) {
  const auto ran = bench.run(words);
  if (ran.exit != 0) throw Found(line_of(words) + " " + told_by(ran));
  return ran.out;
}

void need_sentence(const Ran& ran, const std::string& of) {
  std::string_view said = ran.remarks;
  // Where memory is short the allocator says so too, before the program does.
  constexpr auto none = std::string_view::npos;
  for (auto end = said.find('\n'); said.substr(0, end).find("tcmalloc: ") != none; end = said.find('\n'))
    said.remove_prefix(end == none ? said.size() : end + 1);
  const bool told = (ran.exit == 3 && said.starts_with("ducha: ")) || ran.exit == 4;
  if (!told) throw Found(of + ": no sentence and exit code 3 or 4, but " + told_by(ran));
}

State state_of(const Bench& bench) {
  if (!fs::exists(bench.disk() / "L" / "store")) return {};
  return {true, answer(bench, log_words), answer(bench, report_words), seals_in(bench.disk() / "L")};
}

History::History(const Bench& bench, std::vector<Words> steps) : steps_(std::move(steps)) {
  if (!fs::is_empty(bench.disk())) {
    before_ = bench.path("before");
    copy_folder(bench.disk(), before_);
  }
  fs::remove(bench.path("journal"));
  states_.push_back(state_of(bench));
  for (const auto& step : steps_) {
    const auto ran = bench.run(step, bench.watched("journal"));
    if (ran.exit != 0 && ran.exit != 1) throw Found("undisturbed, " + line_of(step) + " " + told_by(ran));
    states_.push_back(state_of(bench));
  }
  journal_ = std::make_unique<Journal>(bench.path("journal"));
}

History::Progress History::progress_at(std::size_t note) const {
  Progress progress;
  for (std::size_t i = 0; i < note; ++i) {
    const auto change = journal_->notes()[i].note.change;
    if (change == Change::began) ++progress.begun;
    if (change == Change::acknowledged) progress.acknowledged = progress.begun;
  }
  return progress;
}

std::size_t examine(const Bench& bench, const History& history, std::size_t first, std::size_t last,
                    support::Chance& chance) {
  const auto& states = history.states();
  const auto again = [&](std::size_t at) {
    const auto& next = at < history.steps().size() && chance.percent(50)
                           ? history.steps()[at]
                           : Words{"record", "register-unit", "id=after", "on=2022-01-04", "unit=NEW", "name=新的专班"};
    const auto ran = bench.run(next);
    if (ran.exit != 0 && ran.exit != 1) throw Found("afterwards " + line_of(next) + " " + told_by(ran));
    if (ran.exit == 1 && next.back().find("2022-03-01") == std::string::npos)
      throw Found("afterwards refused: " + line_of(next) + " " + told_by(ran));
  };
  // A writer comes first, or readers do.
  if (chance.percent(30)) {
    again(first);
    const auto log = answer(bench, log_words);
    // The longest that fits is what was there.
    auto found = states.size();
    for (auto i = first; i <= last; ++i)
      if (states[i].there && log.starts_with(states[i].log)) found = i;
    if (found == states.size())
      throw Found("a writer came first, and the log is none of those that may be: " + log.substr(0, 2000));
    answer(bench, verify_words);
    return found;
  }
  const auto state = state_of(bench);
  auto at = first;
  while (at <= last && states[at] != state) ++at;
  if (at > last) throw Found("what is there is none of what may be there: " + unlike(state, states, first, last));
  answer(bench, verify_words);
  again(at);
  const auto longer = answer(bench, log_words);
  if (!longer.starts_with(state.log)) throw Found("the log does not go on from where it was");
  answer(bench, verify_words);
  return at;
}

}  // namespace ducha::survival
