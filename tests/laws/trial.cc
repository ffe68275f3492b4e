#include "tests/laws/trial.h"

#include <functional>
#include <map>
#include <memory>
#include <set>

#include "tests/laws/office_desk.h"
#include "tests/model/reports.h"
#include "tests/model/teller.h"
#include "tests/model/understood.h"

namespace ducha::laws {

namespace {

constexpr int commands_told = 70;

// The refusals the contract names, which the model must foresee.
const std::set<std::string>& named() {
  static const std::set<std::string> names{
      "on_after_recording", "unit_unknown",     "decision_unknown",   "docket_unknown",      "group_cannot_lead",
      "docket_ended",       "docket_suspended", "report_stands",      "already_assigned",    "unit_has_no_role",
      "already_accepted",   "no_part",          "unit_does_not_lead", "no_due_day",          "extension_pending",
      "grant_not_later",    "no_report",        "children_open",      "period_not_owed",     "new_lead_needs_due",
      "correction_stands",  "contest_too_late", "day_before_opening", "later_facts_unlawful"};
  return names;
}

const model::Calendar& calendar() {
  static const model::Calendar adopted(DUCHA_SOURCE_DIR "/ledger/domain/data/cn-workdays.csv");
  return adopted;
}

std::map<std::string, int>& counts() {
  static std::map<std::string, int> reached;
  return reached;
}

Day program_day(const std::string& day) { return parse_day(day).value(); }

// Of the program's rows what the model answers as well; nothing is null there and null is nothing here.
std::string row_text(const Json& row, const Json& like) {
  Json text = Json::object();
  for (const auto& [name, value] : like.items()) {
    if (!row.contains(name) || row.at(name).is_null() || row.at(name) == "") continue;
    text[name] = row.at(name);
    if (text[name].is_number()) text[name] = row.at(name).get<double>();
  }
  return text.dump();
}

std::string compare(const Json& program, const Json& model) {
  for (std::size_t i = 0; i < program.size() || i < model.size(); ++i) {
    const auto like = i < model.size() ? model[i] : program[i];
    const auto one = i < program.size() ? row_text(program[i], like) : "nothing";
    const auto other = i < model.size() ? row_text(model[i], like) : "nothing";
    if (one != other) return "row " + std::to_string(i) + "\n  program " + one + "\n  model   " + other;
  }
  return {};
}

class Trial {
 public:
  std::optional<Failure> take(const Json& line) {
    lines_.push_back(line);
    const auto understood = model::understood(history_, line, *model::day_of("2099-12-31"));
    std::optional<std::string> foreseen;
    if (const auto* no = std::get_if<std::string>(&understood))
      foreseen = *no;
    else
      foreseen = model::refused(history_, calendar(), std::get<model::Told>(understood));
    const auto said = desk_.take(line.dump());
    ++counts()[line.at("do").get<std::string>() + (said.refused ? " " + *said.refused : "")];
    if (said.refused.has_value() != foreseen.has_value() && (!said.refused || named().contains(*said.refused)))
      return failure(
          "refusals: program " + said.refused.value_or("recorded") + ", model " + foreseen.value_or("lawful"),
          line.dump());
    if (said.refused) return {};
    auto told = model::decided(history_, calendar(), std::get<model::Told>(understood));
    told.seq = said.seq;
    history_.push_back(std::move(told));
    seqs_[line.at("id").get<std::string>()] = said.seq;
    return {};
  }

  std::optional<Failure> look(const LookAt& at) {
    if (!at.known.empty() && !seqs_.contains(at.known)) return {};
    const model::Look look{*model::day_of(at.on), at.known.empty() ? std::nullopt : std::optional(seqs_.at(at.known))};
    const auto from = look.on - model::Days{60}, to = look.on + model::Days{10};
    const auto one = [&](const char* name, const Json& model) -> std::optional<Failure> {
      const auto program = Json::parse(report(name, at)).at("rows");
      const auto difference = compare(program, model);
      if (difference.empty()) return {};
      return failure(name, difference, at);
    };
    if (auto no = one("duties", model::duties(history_, calendar(), look))) return no;
    if (auto no = one("overdue", model::overdue(history_, calendar(), look))) return no;
    return one("standing", model::standing(history_, calendar(), look, from, to));
  }

  void commit() { desk_.commit(); }
  const model::History& history() const { return history_; }
  OfficeDesk& desk() { return desk_; }
  std::string report(const char* name, const LookAt& at) {
    const auto from = model::text_of(*model::day_of(at.on) - model::Days{60});
    const auto to = model::text_of(*model::day_of(at.on) + model::Days{10});
    return desk_.report(name, program_day(at.on), at.known.empty() ? std::nullopt : std::optional(seqs_.at(at.known)),
                        program_day(from), program_day(to));
  }
  std::string three(const LookAt& at) { return report("duties", at) + report("overdue", at) + report("standing", at); }
  Failure failure(std::string law, std::string found, std::optional<LookAt> at = {}) const {
    return {std::move(law), std::move(found), lines_, std::move(at)};
  }

 private:
  OfficeDesk desk_;
  model::History history_;
  std::map<std::string, std::uint64_t> seqs_;
  std::vector<Json> lines_;
};

// Only the rows: a ledger that was exported and imported has another head.
std::string rows_of(Trial& trial, const LookAt& at) {
  std::string rows;
  for (const char* name : {"duties", "overdue", "standing"})
    rows += Json::parse(trial.report(name, at)).at("rows").dump() + "\n";
  return rows;
}

std::optional<Failure> other_laws(Trial& trial, const std::vector<Json>& lines, const std::vector<LookAt>& looks) {
  std::vector<std::string> followed;
  for (const auto& look : looks)
    if (look.known.empty()) followed.push_back(trial.three(look));
  if (const auto told = trial.desk().differences(); !told.empty()) return trial.failure("views", told);
  trial.desk().rebuild();

  Trial one_sitting;
  for (const auto& line : lines) one_sitting.desk().take(line.dump());
  one_sitting.commit();
  Trial imported;
  std::string rest = trial.desk().exported();
  for (std::size_t end; (end = rest.find('\n')) != std::string::npos; rest.erase(0, end + 1)) {
    const auto said = imported.desk().take(rest.substr(0, end));
    if (said.refused) return trial.failure("export", *said.refused + " " + rest.substr(0, end));
  }
  imported.commit();

  std::size_t n = 0;
  for (const auto& look : looks) {
    if (!look.known.empty()) continue;
    if (trial.three(look) != followed[n]) return trial.failure("rebuild", "another report", look);
    if (one_sitting.three(look) != followed[n]) return trial.failure("one sitting", "another report", look);
    const auto was = rows_of(trial, look), is = rows_of(imported, look);
    if (was != is) return trial.failure("export", was + is, look);
    ++n;
  }
  return {};
}

// Where the next line comes from; nothing at the end.
using Next = std::function<std::optional<Json>(const model::History&)>;
using Looks = std::function<std::vector<LookAt>(const model::History&)>;

std::optional<Failure> hold(const Next& next, const Looks& looks, Thorough thorough) {
  Trial trial;
  std::vector<Json> lines;
  std::vector<std::pair<LookAt, std::string>> then;  // what was said at the time
  for (int n = 1; auto line = next(trial.history()); ++n) {
    lines.push_back(*line);
    if (auto no = trial.take(*line)) return no;
    if (n % 16 != 0 || trial.history().empty()) continue;
    trial.commit();
    const auto& last = trial.history().back();
    then.push_back({{model::text_of(last.on), last.text("id")}, {}});
    then.back().second = trial.three({then.back().first.on, {}});
  }
  trial.commit();
  const auto at = looks(trial.history());
  for (const auto& look : at)
    if (auto no = trial.look(look)) return no;
  for (const auto& [look, said] : then)
    if (trial.three(look) != said) return trial.failure("known_at", "not what was said then", look);
  if (thorough == Thorough::every_law) return other_laws(trial, lines, at);
  return {};
}

}  // namespace

std::optional<Failure> try_seed(std::uint64_t seed, Thorough thorough) {
  model::Teller teller(seed, calendar());
  auto first = teller.office();
  std::size_t told = 0;
  const auto next = [&](const model::History& history) -> std::optional<Json> {
    if (told < first.size()) return first[told++];
    if (told++ < first.size() + commands_told) return teller.next(history);
    return {};
  };
  const auto looks = [&](const model::History& history) {
    support::Chance chance(seed, 1);
    std::vector<LookAt> at;
    for (int n = 0; n < 12; ++n) {
      at.push_back({model::text_of(teller.look(history)), {}});
      if (n % 3 == 0) at.back().known = chance.one_of(history).text("id");
    }
    return at;
  };
  return hold(next, looks, thorough);
}

std::optional<Failure> try_lines(const std::vector<Json>& lines, const std::vector<LookAt>& looks, Thorough thorough) {
  std::size_t told = 0;
  const auto next = [&](const model::History&) -> std::optional<Json> {
    if (told == lines.size()) return {};
    return lines[told++];
  };
  return hold(
      next, [&](const model::History&) { return looks; }, thorough);
}

Failure smallest(Failure failure) {
  const auto still = [&](const std::vector<Json>& lines) -> std::optional<Failure> {
    std::vector<LookAt> looks;
    if (failure.look) looks.push_back(*failure.look);
    const bool reports = failure.law == "duties" || failure.law == "overdue" || failure.law == "standing" ||
                         failure.law.starts_with("refusals") || failure.law == "known_at";
    auto found = try_lines(lines, looks, reports ? Thorough::reports_only : Thorough::every_law);
    if (!found || found->law != failure.law) return {};
    return found;
  };
  for (std::size_t many = failure.lines.size() / 2; many > 0; many /= 2) {
    for (std::size_t at = failure.lines.size(); at > 0;) {
      const auto first = at > many ? at - many : 0;
      auto fewer = failure.lines;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(first), fewer.begin() + static_cast<std::ptrdiff_t>(at));
      at = first;
      if (auto found = still(fewer)) failure = std::move(*found);
      if (at > failure.lines.size()) at = failure.lines.size();
    }
  }
  return failure;
}

std::string reached() {
  std::string all;
  for (const auto& [name, count] : counts()) all += std::to_string(count) + " " + name + "\n";
  return all;
}

}  // namespace ducha::laws
