// 日历导入: a year's notice becomes an edition; what it would move is shown, and nothing is moved.

#include <filesystem>
#include <map>
#include <ostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "projections/views.h"
#include "tools/commands/commands.h"
#include "tools/commands/editions.h"
#include "tools/import/calendar_file.h"

namespace ducha::tools {
namespace {

using Json = nlohmann::ordered_json;

// What became of one year of the file.
struct Taken {
  YearEdition year;
  std::string edition, before;  // before: the edition there was, empty when there was none
  bool fresh = false;
};

class Import {
 public:
  Import(const Context& context, const CalendarOptions& options)
      : context_(context), options_(options), log_(context.ledger, store::Access::write), clerk_(log_, views_) {
    for (auto& each : calendars_adopted(log_))
      present_[each.year] = std::move(each), ++count_[present_.rbegin()->first];
  }

  Exit run() {
    std::optional<int> only;
    if (!options_.year.empty()) {
      if (!parse_day(options_.year + "-01-01")) {
        context_.remarks << "--year " << options_.year
                         << context_.say("：应为四位年份，如 2027\n", ": write a year, as 2027\n");
        return Exit::usage;
      }
      only = std::stoi(options_.year);
    }
    const auto text = text_of(context_, options_.file);
    if (!text) return Exit::refused;
    const auto file = read_calendar(*text, context_.language);
    tell(context_, options_.file, file.complaints);
    if (!file.complaints.empty()) {
      context_.remarks << options_.file
                       << context_.say("：未采用。改好后重新导入即可。\n",
                                       ": not adopted. Mend it and import it again.\n");
      return Exit::refused;
    }
    for (const auto& remark : file.remarks) context_.remarks << options_.file << ":" << remark << "\n";
    const auto sorted = editions_of(file, only, [&](int year) { return days_present(year); });
    if (!holds(sorted, only)) return Exit::refused;
    for (const auto& year : sorted.editions)
      if (!adopt(year, file.paper)) return Exit::refused;
    const auto moves = moves_in(log_, clerk_.office().calendar(), {});
    auto footer = projections::Books(log_, {context_.today(), {}}).footer();
    if (!options_.dry_run) {
      clerk_.commit();
      footer = projections::Books(log_, {context_.today(), {}}).footer();
    }
    footer.calendar.clear();
    for (const auto& [year, edition] : clerk_.office().calendar().editions())
      footer.calendar.push_back(std::to_string(year) + "@" + edition);
    answer(sorted, moves, std::move(footer));
    return Exit::done;
  }

 private:
  std::optional<std::vector<domain::ListedDay>> days_present(int year) const {
    const auto present = present_.find(year);
    if (present == present_.end()) return {};
    return domain::parse_calendar(present->second.content).days;
  }

  // Whether the file has what was asked for.
  bool holds(const YearEditions& sorted, std::optional<int> only) const {
    const auto whole = [&](const YearEdition& each) { return only ? each.year == *only : true; };
    if (std::any_of(sorted.editions.begin(), sorted.editions.end(), whole)) return true;
    std::string years;
    for (const auto& each : sorted.left_out) years += (years.empty() ? "" : ", ") + std::to_string(each.year);
    for (const auto& each : sorted.editions) years += (years.empty() ? "" : ", ") + std::to_string(each.year);
    context_.remarks << options_.file;
    if (only)
      context_.remarks << context_.say("：没有 ", ": no day of ") << *only
                       << context_.say(" 年的日子，只有 ", " in it, only of ") << years << context_.say("。\n", ".\n");
    else
      context_.remarks << context_.say("：不知道是哪一年的日历(", ": of which year is not clear (") << years
                       << context_.say(" 年都没有列出 1 月 1 日)。确是整年，请写 --year。\n",
                                       ": none lists 1 January). If it is a whole year, say --year.\n");
    return false;
  }

  bool adopt(const YearEdition& year, const std::string& paper) {
    record::Hasher hasher(log_.head().algorithm);
    const auto days = domain::calendar_text(year.days);
    Taken taken{year, to_hex(hasher.of(std::string_view(days))).substr(0, 12), {}};
    const auto present = present_.find(year.year);
    if (present != present_.end()) taken.before = present->second.edition;
    taken.fresh = taken.edition != taken.before;
    if (taken.fresh) {
      const auto source = !options_.source.empty() ? options_.source
                          : !paper.empty()         ? paper
                                                   : std::filesystem::path(options_.file).filename().string();
      // Which of the year's adoptions it is belongs to its identity: an edition may come back.
      const auto id = fmt::format("calendar-{}-{}-{}", year.year, count_[year.year] + 1, taken.edition);
      const auto answer = submit(clerk_, context_, log_.head().algorithm,
                                 {{"do", "adopt-calendar"},
                                  {"id", id},
                                  {"on", to_string(context_.today())},
                                  {"year", std::to_string(year.year)},
                                  {"edition", taken.edition},
                                  {"source", source},
                                  {"days", days.substr(0, days.size() - 1)}});
      if (const auto* no = std::get_if<domain::No>(&answer)) {
        tell(context_, *no);
        return false;
      }
    }
    taken_.push_back(std::move(taken));
    return true;
  }

  void answer(const YearEditions& sorted, const std::vector<DocketMoves>& moves, reports::Footer footer) const {
    const bool none_fresh = std::none_of(taken_.begin(), taken_.end(), [](const Taken& each) { return each.fresh; });
    for (const auto& left : sorted.left_out)
      context_.remarks << options_.file << context_.say(":", ": ") << left.year << context_.say(" 年的 ", ": ")
                       << left.days.size() << context_.say(" 天未采用(", " days left out (")
                       << to_string(left.days.front().day)
                       << context_.say(left.days.size() > 1 ? " 等" : "", left.days.size() > 1 ? ", …" : "")
                       << context_.say("),随该年自己的日历导入。\n", "); they come with that year's own edition.\n");
    if (options_.format == "json") return put_json(sorted, moves);
    for (const auto& each : taken_) context_.out << sentence(each) << "\n";
    if (moves.empty()) {
      context_.remarks << context_.say("没有未办责任的时限会因此移动。\n", "No open due day would move by it.\n");
      return;
    }
    context_.out << "\n";
    put(context_, {}, moves_report(moves, clerk_.office(), std::move(footer)));
    context_.remarks << (options_.dry_run || none_fresh
                             ? context_.say("以上时限尚未移动。", "None of these has been moved. ")
                             : context_.say("已告知单位的时限不会自行改变，以上均未移动。",
                                            "Due days told to units do not change by themselves: none was moved. "))
                     << context_.say("要按新日历移动:ducha calendar move [--docket 编号]\n",
                                     "To move them: ducha calendar move [--docket NUMBER]\n");
  }

  std::string sentence(const Taken& each) const {
    const bool zh = context_.language == Language::zh;
    const auto counted = each.year.merged > 0
                             ? fmt::format(fmt::runtime(zh ? "并入 {} 天" : "{} days put into it"), each.year.merged)
                             : fmt::format(fmt::runtime(zh ? "{} 天" : "{} days"), each.year.days.size());
    if (!each.fresh)
      return fmt::format(fmt::runtime(zh ? "{} 年:{}，版本 {} 已在用，没有新增"
                                         : "{}: {}, edition {} is in force already, nothing added"),
                         each.year.year, counted, each.edition);
    const auto verb = options_.dry_run ? (zh ? "将采用" : "would be adopted") : (zh ? "已采用" : "adopted");
    auto text = zh ? fmt::format("{} 年:{}，{}版本 {}", each.year.year, counted, verb, each.edition)
                   : fmt::format("{}: {}, edition {} {}", each.year.year, counted, each.edition, verb);
    if (!each.before.empty()) text += (zh ? "，取代 " : ", in place of ") + each.before;
    return text;
  }

  void put_json(const YearEditions& sorted, const std::vector<DocketMoves>& moves) const {
    Json json{{"file", options_.file},
              {"dry_run", options_.dry_run},
              {"editions", Json::array()},
              {"left_out", Json::array()},
              {"moves", Json::array()}};
    for (const auto& each : taken_)
      json["editions"].push_back({{"year", each.year.year},
                                  {"edition", each.edition},
                                  {"before", each.before.empty() ? Json() : Json(each.before)},
                                  {"days", each.year.days.size()},
                                  {"merged", each.year.merged},
                                  {"adopted", each.fresh && !options_.dry_run}});
    for (const auto& left : sorted.left_out)
      for (const auto& day : left.days) json["left_out"].push_back(to_string(day.day));
    for (const auto& docket : moves)
      for (const auto& move : docket.moves)
        json["moves"].push_back({{"docket", docket.docket},
                                 {"duty", name_of(move.duty)},
                                 {"unit", move.unit},
                                 {"from", to_string(move.from)},
                                 {"to", to_string(move.to)},
                                 {"start", to_string(move.start)},
                                 {"limit", to_string(move.limit)},
                                 {"provisional", move.provisional}});
    context_.out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  }

  const Context& context_;
  const CalendarOptions& options_;
  store::Log log_;
  projections::Views views_;
  Clerk clerk_;
  std::map<int, Adoption> present_;
  std::map<int, int> count_;
  std::vector<Taken> taken_;
};

}  // namespace

Exit calendar_import(const Context& context, const CalendarOptions& options) {
  if (!text_or_json(context, options.format)) return Exit::usage;
  return Import(context, options).run();
}

}  // namespace ducha::tools
