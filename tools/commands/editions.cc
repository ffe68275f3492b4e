#include "tools/commands/editions.h"

#include <algorithm>
#include <cstdlib>
#include <ostream>

#include <fmt/format.h>
#include <unistd.h>

#include "ledger/histories.h"
#include "ledger/history.h"
#include "tools/import/batch_file.h"
#include "tools/import/complaint_line.h"
#include "tools/import/decode.h"
#include "tools/import/encoding.h"
#include "tools/import/nearest.h"
#include "tools/import/rules_file.h"
#include "tools/render/render.h"
#include "tools/render/screen.h"

namespace ducha::tools {
namespace {

template <class Fact, class Fill>
std::vector<Adoption> adopted(const store::Log& log, Fill fill) {
  const auto history = history_of(log, office_stream);
  std::vector<Adoption> all;
  for (const auto* entry : record::counting(history)) {
    const auto* fact = std::get_if<Fact>(&entry->fact);
    if (!fact) continue;
    const auto& envelope = entry->envelope;
    Adoption adoption{
        envelope.seq, envelope.on, envelope.recorded_at, 0, std::string(fact->edition), std::string(fact->source), {}};
    fill(*fact, adoption);
    all.push_back(std::move(adoption));
  }
  std::sort(all.begin(), all.end(), [](const Adoption& a, const Adoption& b) { return a.seq < b.seq; });
  return all;
}

struct Row {
  std::string docket;
  domain::Move move;
  std::string name;  // of the unit
};

constexpr reports::ColumnOf<Row> columns[] = {
    {{"docket", "编号", "Docket"}, [](const Row& row) -> reports::Cell { return row.docket; }},
    {{.name = "duty", .zh = "责任", .en = "Duty", .total = reports::Total::count},
     [](const Row& row) -> reports::Cell { return reports::Word{name_of(row.move.duty)}; }},
    {{.name = "unit", .zh = "单位", .en = "Unit", .weight = 1, .least = 12},
     [](const Row& row) -> reports::Cell {
       return reports::Named{row.move.unit, row.name};
     }},
    {{"from", "现时限", "Due now"}, [](const Row& row) -> reports::Cell { return row.move.from; }},
    {{"to", "重计为", "Would be"}, [](const Row& row) -> reports::Cell { return row.move.to; }},
    {{"days", "天数", "Days", reports::Align::right},
     [](const Row& row) -> reports::Cell { return std::int64_t{row.move.to - row.move.from}; }},
    {{"start", "起算日", "Counted from"}, [](const Row& row) -> reports::Cell { return row.move.start; }},
    {{"limit", "期限", "Limit"}, [](const Row& row) -> reports::Cell { return to_string(row.move.limit); }},
    {{.name = "stood", .zh = "中止天数", .en = "Stood", .align = reports::Align::right, .leaves = 1},
     [](const Row& row) -> reports::Cell { return std::int64_t{row.move.stood}; }},
    {{.name = "provisional", .zh = "暂定", .en = "Provisional", .beside = "to"},
     [](const Row& row) -> reports::Cell { return row.move.provisional; }},
};

std::optional<Format> format_named(std::string_view name) {
  if (name.empty() || name == "text") return Format::text;
  if (name == "json") return Format::json;
  if (name == "csv") return Format::csv;
  if (name == "md") return Format::md;
  return {};
}

}  // namespace

std::vector<Adoption> calendars_adopted(const store::Log& log) {
  return adopted<domain::CalendarAdopted>(log, [](const domain::CalendarAdopted& fact, Adoption& adoption) {
    adoption.year = static_cast<int>(fact.year);
    adoption.content = fact.days;
  });
}

std::vector<Adoption> rules_adopted(const store::Log& log) {
  return adopted<domain::RulesAdopted>(log, [](const domain::RulesAdopted& fact, Adoption& adoption) {
    adoption.content = fact.content;
    adoption.edition = domain::parse_rules(fact.content).rules.edition;
  });
}

std::vector<DocketMoves> moves_in(const store::Log& log, const domain::Calendar& calendar, std::string_view docket) {
  std::vector<std::string> codes;
  std::vector<StreamNo> streams;
  log.database().scan(store::Family::dockets, docket, {}, [&](std::string_view code, std::string_view stream) {
    if (!docket.empty() && code != docket) return false;
    codes.emplace_back(code);
    streams.push_back(store::keys::big_endian<StreamNo>(stream));
    return true;
  });
  std::vector<DocketMoves> all;
  each_history(log, streams, [&](std::size_t i, const record::History& history) {
    const auto folded = record::fold_docket(record::counting(history));
    auto moves = domain::moves_of(folded, calendar);
    if (folded.opened && !moves.empty())
      all.push_back({codes[i], std::move(moves), folded.suspended.has_value(), folded.ended()});
  });
  return all;
}

reports::Report moves_report(const std::vector<DocketMoves>& moves, const domain::Office& office,
                             reports::Footer footer) {
  std::vector<Row> rows;
  for (const auto& docket : moves)
    for (const auto& move : docket.moves) {
      const auto* unit = office.unit(move.unit);
      rows.push_back({docket.docket, move, unit ? unit->name : move.unit});
    }
  reports::Report report{
      "moves", "按日历重计将移动的时限", "Due days that the calendar would move", {}, std::move(footer), {}, {}};
  reports::tabulate(rows, columns, report);
  return report;
}

Answer submit(Clerk& clerk, const Context& context, record::DigestAlgorithm algorithm, const Words& words) {
  Draft draft;
  for (const auto& [name, value] : words)
    if (!value.empty()) draft.given.push_back({std::string(name), {value}, false, {}});
  std::vector<Complaint> complaints;
  const auto decoded = Decoder(algorithm, context.language).decode(draft, complaints);
  if (!decoded) return domain::No{domain::Refusal::calendar_unreadable, complaints.front().wrong, {}};
  return clerk.take(decoded->command, {context.now, decoded->request, {}});
}

void tell(const Context& context, const std::string& file, const std::vector<Complaint>& complaints) {
  for (const auto& each : complaints) context.remarks << line_of(each, file, context.language) << "\n";
}

void tell(const Context& context, const domain::No& no) {
  const auto said = say(no, context.language);
  context.remarks << context.say("不予记录(", "refused (") << name_of(no.refusal) << "): " << said.wrong
                  << context.say("。", ". ") << said.remedy << context.say("。\n", ".\n");
}

std::optional<std::string> text_of(const Context& context, const std::string& file) {
  auto read = read_file(file, context.language);
  if (read.complaint) {
    tell(context, file, {*read.complaint});
    return {};
  }
  auto decoded = decode_text(read.bytes, {}, context.language);
  if (decoded.complaint) {
    tell(context, file, {*decoded.complaint});
    return {};
  }
  return std::move(decoded.text);
}

std::optional<domain::Rules> rules_of(const Context& context, const std::string& file) {
  const auto text = text_of(context, file);
  if (!text) return {};
  auto read = read_rules(*text, context.language);
  tell(context, file, read.complaints);
  if (!read.complaints.empty()) return {};
  return std::move(read.rules);
}

bool put(const Context& context, const std::string& format, const reports::Report& report) {
  const auto how = format_named(format);
  if (!how) {
    context.remarks << "--format " << format
                    << context.say("：可用 text、json、csv、md\n", ": one of text, json, csv, md\n");
    return false;
  }
  Look look{context.language, 80, false};
  if (is_terminal(STDOUT_FILENO))
    look = {context.language, columns_of(STDOUT_FILENO), std::getenv("NO_COLOR") == nullptr};
  render(report, *how, look, context.out);
  return true;
}

bool text_or_json(const Context& context, const std::string& format) {
  if (format.empty() || format == "text" || format == "json") return true;
  context.remarks << "--format " << format << context.say("：可用 text、json\n", ": one of text, json\n");
  return false;
}

}  // namespace ducha::tools
