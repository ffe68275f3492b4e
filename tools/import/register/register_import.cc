#include "tools/import/register/register_import.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "ledger/domain/deadline.h"
#include "ledger/domain/refusal.h"
#include "tools/context.h"
#include "tools/import/batch_identity.h"
#include "tools/import/headers.h"
#include "tools/import/nearest.h"
#include "tools/import/plan_drafts.h"
#include "tools/import/register/drafting.h"
#include "tools/import/register/known_dockets.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

class RegisterTaking {
 public:
  RegisterTaking(const RegisterSheet& sheet, const RegisterFile& file, const RegisterOptions& options,
                 const store::Log& log, Clerk& clerk, const RegisterSurroundings& surroundings)
      : sheet_(sheet),
        file_(file),
        options_(options),
        clerk_(clerk),
        surroundings_(surroundings),
        hasher_(log.head().algorithm),
        dockets_(log) {
    outcome_.frame = frame_of(sheet, options.on, surroundings.today, surroundings.language);
    outcome_.batch = batch_identity(file.digest, surroundings.now, log.head().algorithm);
  }

  RegisterOutcome take() {
    const KnownUnit known = [&](std::string_view name) {
      return clerk_.office().unit(name) != nullptr || clerk_.office().is_group(name);
    };
    const KnownUnit single = [&](std::string_view name) { return clerk_.office().unit(name) != nullptr; };
    ItemReader reader(sheet_, outcome_.frame, known, single, surroundings_.language);
    StepMaker maker(outcome_.batch, outcome_.frame.by);
    Drafting drafting(sheet_, outcome_.frame, clerk_.office(), maker,
                      {domain::parse_limit(options_.due), surroundings_.language});
    std::size_t done = 0;
    for (const auto& row : sheet_.rows()) {
      surroundings_.progress(++done, sheet_.rows().size());
      if (options_.without.contains(row.line)) {
        pass_by(row);
        continue;
      }
      if (const auto item = reader.read(row, outcome_.complaints)) {
        maker.begin(row.line);
        take_row(*item, drafting, maker);
      }
    }
    if (dockets_.brought_before(file_.digest, file_.sheet)) return nothing_new();
    tell(reader.notes());
    if (sheet_.partial()) return std::move(outcome_);
    for (const auto& [docket, title, lead] : dockets_.missing()) outcome_.missing.push_back({docket, title});
    return std::move(outcome_);
  }

 private:
  // The very same file again: what has been recorded since may contradict it, and is newer.
  RegisterOutcome nothing_new() {
    RegisterOutcome outcome;
    outcome.frame = std::move(outcome_.frame);
    outcome.batch = std::move(outcome_.batch);
    outcome.brought_before = true;
    outcome.unchanged = sheet_.rows().size();
    return outcome;
  }

  bool zh() const { return surroundings_.language == Language::zh; }

  // A row that is left out: its docket is not missing.
  void pass_by(const RegisterRow& row) {
    const std::string number(trimmed(sheet_.cell(row, Column::number)));
    if (!number.empty()) dockets_.hold(numbered(number));
    for (const auto& same : dockets_.titled(sheet_.cell(row, Column::title))) dockets_.hold(same.docket);
  }

  std::string numbered(const std::string& number) const { return docket_numbered(number, options_.prefix); }

  void take_row(const RegisterItem& item, Drafting& drafting, StepMaker& maker) {
    auto& complaints = outcome_.complaints;
    const auto before = complaints.size();
    RowSteps row;
    if (!units_known(item, maker, row)) return;
    const auto matched = docket_of(item, drafting.given_on(item));
    if (!matched) return;
    RegisterLine line{item.row->line, *matched, item.title, units_of(item), sheet_.cell(*item.row, Column::due),
                      false,          {},       {}};
    if (const auto* docket = clerk_.docket(*matched)) {
      line.known = true;
      drafting.change(item, *docket, dockets_.meet(clerk_, *matched), row, complaints);
    } else {
      drafting.open(item, *matched, row);
      if (const auto* unit = clerk_.office().unit(item.units.leads.front()))
        dockets_.add(item.title, {*matched, unit->code});
    }
    if (complaints.size() > before) return;
    put(item, row);
    if (complaints.size() > before) return;
    (line.known ? (row.told.empty() ? outcome_.unchanged : outcome_.changed) : outcome_.opened) += 1;
    line.becomes = joined(row.told);
    line.remarks = std::move(row.remarks);
    if (options_.every_line || (line.known && !line.becomes.empty()) || !line.remarks.empty())
      outcome_.lines.push_back(std::move(line));
  }

  // Every name is one the office answers to, names a class only, or is registered now.
  bool units_known(const RegisterItem& item, StepMaker& maker, RowSteps& row) {
    bool all = true;
    const auto look = [&](const std::string& name, Column column) {
      const auto& office = clerk_.office();
      if (office.unit(name) || office.is_group(name) || domain::vague(name)) return;
      auto offered = offers_.find(name);
      if (offered == offers_.end())
        offered = offers_
                      .emplace(name, options_.register_units ? abbreviated_units(name, office.names())
                                                             : likely_units(name, office.names()))
                      .first;
      const auto& near = offered->second;
      if (options_.register_units) {
        if (!near.empty() && registered_.emplace(name, item.row->line).second)
          outcome_.remarks.push_back(
              {"“" + name + "”登记为新单位;与" + enumerate_names(near) + "相近,若是同一单位请更正",
               "“" + name + "” is registered anew, though it is much like " + enumerate_names(near)});
        domain::RegisterUnit unit;
        unit.unit = unit.name = name;
        unit.kind = domain::named<domain::UnitKind>(unit_kind_of(name));
        Step step{maker.make({}, outcome_.frame.on, std::move(unit)), column};
        if (take(item, step)) row.told.push_back({"登记单位 " + name, "unit registered: " + name});
        return;
      }
      all = false;
      outcome_.complaints.push_back(
          {sheet_.place(*item.row, column), name,
           zh() ? "“" + sheet_.header(column) + "”中的单位没有登记"
                : "“" + sheet_.header(column) + "” names a unit that is not registered",
           near.empty() ? (zh() ? "请改为已登记的名称,或用 --register-units 登记"
                                : "use a registered name, or register it with --register-units")
                        : (zh() ? "是不是 " + enumerate_names(near) +
                                      "?请改名,或登记为它的别名(ducha register-unit),或用 --register-units 登记新单位"
                                : "did you mean " + enumerate_names(near) +
                                      "? Write that, register the name as its alias (ducha register-unit), or a new "
                                      "unit with --register-units")});
    };
    for (std::size_t i = 0; i < item.units.leads.size(); ++i)
      look(item.units.leads[i], i > 0 && sheet_.has(Column::joint) ? Column::joint : Column::lead);
    for (const auto& name : item.units.supporting)
      look(name, sheet_.has(Column::supporting) ? Column::supporting : Column::lead);
    return all;
  }

  // The docket of a row: of its number, else of the same title and lead, else a new one. Nothing when that is in doubt.
  std::optional<std::string> docket_of(const RegisterItem& item, Day on) {
    std::string docket = numbered(item.number);
    if (!docket.empty() && item.row->continues) {
      // Several rows under one merged number are dockets of their own: 12, 12-2, 12-3.
      const auto nth = ++parts_[docket];
      docket += "-" + std::to_string(nth + 1);
    }
    if (docket.empty()) {
      const auto* lead = clerk_.office().unit(item.units.leads.front());
      const auto& titled = dockets_.titled(item.title);
      const auto same = std::find_if(titled.begin(), titled.end(), [&](const KnownDockets::Entry& entry) {
        return lead ? entry.lead == lead->code : entry.lead.empty();
      });
      if (same != titled.end()) {
        docket = same->docket;
      } else if (titled.size() == 1 && !seen_.contains(titled.front().docket) && !item.row->continues) {
        const auto recorded = clerk_.office().name_of(titled.front().lead, on);
        wrong(item, Column::lead, item.units.leads.front(),
              {"同名事项 " + titled.front().docket + " 已记录的牵头单位是“" + recorded + "”",
               "the docket of this title, " + titled.front().docket + ", is recorded as led by “" + recorded + "”"},
              {"写错的请改表;确已改派的,先用 ducha reassign 记录;是另一件事的,请在标题上区别",
               "mend the cell; if it was handed over, record that first with ducha reassign; if it is another matter, "
               "tell the titles apart"});
        return {};
      } else {
        docket = fresh_number(item, on);
        seen_[docket] = item.row->line;
        return docket;
      }
    }
    const auto [earlier, first] = seen_.emplace(docket, item.row->line);
    if (first) return docket;
    const bool numbered = !item.number.empty();
    wrong(item, numbered ? Column::number : Column::title, numbered ? item.number : item.title,
          {"与第 " + std::to_string(earlier->second) + " 行是同一事项",
           "is the docket of line " + std::to_string(earlier->second) + " again"},
          {"一个事项只写一行", "give each docket one row"});
    return {};
  }

  std::string fresh_number(const RegisterItem& item, Day on) {
    if (options_.prefix.empty()) return clerk_.next_number(on);
    const bool counted = !item.ordinal.empty() && item.ordinal.find_first_not_of("0123456789") == std::string::npos;
    if (counted && !item.row->continues)
      if (auto code = options_.prefix + "-" + item.ordinal; !clerk_.docket(code) && !seen_.contains(code)) return code;
    for (;; ++last_number_) {
      auto code = options_.prefix + "-" + std::to_string(last_number_ + 1);
      if (!clerk_.docket(code) && !seen_.contains(code)) return code;
    }
  }

  void put(const RegisterItem& item, const RowSteps& row) {
    for (const auto& step : row.steps)
      if (!take(item, step)) return;
  }

  bool take(const RegisterItem& item, const Step& step) {
    const record::Origin origin{file_.digest, file_.name, static_cast<std::uint32_t>(item.row->line), file_.sheet};
    auto answer = clerk_.take(step.command, {surroundings_.now, hasher_.of(std::string_view(step.command.id)), origin});
    if (auto* no = std::get_if<domain::No>(&answer)) {
      const auto said = say(*no, surroundings_.language);
      outcome_.complaints.push_back({sheet_.place(*item.row, step.about), sheet_.cell(*item.row, step.about),
                                     said.wrong + " (" + std::string(name_of(no->refusal)) + ")", said.remedy});
      return false;
    }
    ++outcome_.commands;
    return true;
  }

  void wrong(const RegisterItem& item, Column column, const std::string& cell, const Told& wrong, const Told& remedy) {
    outcome_.complaints.push_back(
        {sheet_.place(*item.row, column), cell, zh() ? wrong.zh : wrong.en, zh() ? remedy.zh : remedy.en});
  }

  std::string units_of(const RegisterItem& item) const {
    auto units = enumerate_names(item.units.leads);
    if (!item.units.supporting.empty()) units += " | " + enumerate_names(item.units.supporting);
    return units;
  }

  std::string joined(const std::vector<Told>& told) const {
    std::string text;
    for (const auto& each : told) {
      if (!text.empty()) text += zh() ? ";" : "; ";
      text += zh() ? each.zh : each.en;
    }
    return text;
  }

  // Once for all rows, what was read otherwise than it is written.
  void tell(const ReadingNotes& notes) {
    const auto& frame = outcome_.frame;
    auto& remarks = outcome_.remarks;
    remarks.push_back({"所记各事按 " + to_string(frame.on) + " 计(" + frame.on_from + ");未写年份的按 " +
                           std::to_string(frame.year) + " 年计(" + frame.year_from + ")",
                       "told on " + to_string(frame.on) + " (" + frame.on_from + "); days without a year are of " +
                           std::to_string(frame.year) + " (" + frame.year_from + ")"});
    const auto say = [&](const std::vector<std::size_t>& lines, const Told& what) {
      if (lines.empty()) return;
      std::string zh = "第 ", en = "lines ";
      for (std::size_t i = 0; i < std::min<std::size_t>(lines.size(), 5); ++i) {
        zh += (i > 0 ? "、" : "") + std::to_string(lines[i]);
        en += (i > 0 ? ", " : "") + std::to_string(lines[i]);
      }
      if (lines.size() > 5)
        zh += " 等 " + std::to_string(lines.size()), en += " and so on, " + std::to_string(lines.size()) + " in all";
      remarks.push_back({zh + " 行:" + what.zh, en + ": " + what.en});
    };
    say(notes.year_implied, {"日期未写年份", "days without a year"});
    say(notes.serial_1900, {"数字按 Excel 序号(1900 起)读作日期", "numbers read as days by Excel's count from 1900"});
    say(notes.serial_1904, {"数字按 Excel 序号(1904 起)读作日期", "numbers read as days by Excel's count from 1904"});
    say(notes.from_giving, {"时限自交办日起算", "limits counted from the day they were given out"});
    say(notes.standing, {"长期、持续的事项不设时限", "standing matters have no due day"});
    say(notes.at_once, {"立行立改、即时的事项没有写明日期,不设时限,需要时另定",
                        "to be done at once, with no day named: no due day until one is set"});
    say(notes.leaders_dropped, {"有几位领导,只取第一位", "of several leaders the first is taken"});
    say(notes.hidden, {"是隐藏行,也已读入", "hidden rows, taken in like the others"});
  }

  const RegisterSheet& sheet_;
  const RegisterFile& file_;
  const RegisterOptions& options_;
  Clerk& clerk_;
  const RegisterSurroundings& surroundings_;
  record::Hasher hasher_;
  KnownDockets dockets_;
  RegisterOutcome outcome_;
  std::unordered_map<std::string, std::size_t> seen_;  // docket → the line it was met on
  std::unordered_map<std::string, unsigned> parts_;    // rows that go on under a merged number
  std::map<std::string, std::size_t> registered_;
  std::unordered_map<std::string, std::vector<std::string>> offers_;  // for unknown names
  std::size_t last_number_ = 0;
};

}  // namespace

std::string docket_numbered(const std::string& number, const std::string& prefix) {
  const bool mere = !number.empty() && number.find_first_not_of("0123456789") == std::string::npos;
  return mere && !prefix.empty() ? prefix + "-" + number : number;
}

RegisterOutcome take_register(const RegisterSheet& sheet, const RegisterFile& file, const RegisterOptions& options,
                              const store::Log& log, Clerk& clerk, const RegisterSurroundings& surroundings) {
  return RegisterTaking(sheet, file, options, log, clerk, surroundings).take();
}

}  // namespace ducha::tools
