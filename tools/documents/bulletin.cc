// 督查通报: the figures of `report bulletin`, told.

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "tools/documents/documents.h"
#include "tools/documents/wording.h"
#include "tools/render/cells.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Report;
using Style = Paragraph::Style;

constexpr std::size_t named_max = 10;  // dockets in the text; the annex has all

// The cells of a row, its own, by the names of their columns.
class Line {
 public:
  Line(const Report& report, std::vector<reports::Cell> row) : report_(&report), row_(std::move(row)) {}

  const reports::Cell& operator[](std::string_view name) const {
    for (std::size_t i = 0; i < report_->columns.size(); ++i)
      if (report_->columns[i].name == name) return row_[i];
    static const reports::Cell none;
    return none;
  }
  std::string text(std::string_view name) const { return shown((*this)[name], Language::zh); }
  bool says(std::string_view name) const { return text(name) != "-"; }
  std::int64_t number(std::string_view name) const {
    const auto* number = std::get_if<std::int64_t>(&(*this)[name]);
    return number ? *number : 0;
  }

 private:
  const Report* report_;
  std::vector<reports::Cell> row_;
};

std::int64_t sum(const Report& report, std::string_view column) {
  std::int64_t sum = 0;
  for (const auto& row : report.rows) sum += Line(report, row).number(column);
  return sum;
}

// How a class of dockets is told where its word alone would leave something open.
std::string class_text(const Line& line) {
  const auto* word = std::get_if<reports::Word>(&line["class"]);
  if (!word) return line.text("state");
  if (word->name == "on_time") return "按期办结";
  if (word->name == "done") return "办结（未定时限）";
  if (word->name == "open") return "正常在办";
  if (word->name == "overdue") return "逾期未办结";
  return line.text("class");
}

// "按期办结 6 件，占 27.3%；…" of the rows that have any.
std::string told(const Report& report, std::string_view count, std::string_view measure) {
  std::vector<std::string> parts;
  for (const auto& row : report.rows) {
    const Line line(report, row);
    if (line.number(count) == 0) continue;
    auto part = fmt::format("{}{}{}", class_text(line), line.number(count), measure);
    if (line.says("share")) part += "，占" + line.text("share");
    parts.push_back(std::move(part));
  }
  return fmt::format("{}", fmt::join(parts, "；"));
}

std::string period_text(reports::Period period) {
  const auto from = civil(period.from), to = civil(period.to);
  const bool one_month =
      from.year == to.year && from.month == to.month && from.day == 1 && to.day == days_in_month(to.year, to.month);
  if (one_month) return fmt::format("{}年{}月", from.year, from.month);
  return document_day(period.from) + "至" + document_day(period.to);
}

const Report& part_named(const Report& report, std::string_view name) {
  const auto found =
      std::find_if(report.parts.begin(), report.parts.end(), [name](const Report& part) { return part.name == name; });
  return found == report.parts.end() ? report : *found;
}

// "逾期2项，最长12天，已催办1次，原因：…" of a unit; `each`: of several alike.
std::string standing_text(const Line& line, bool each) {
  const std::string_view of_each = each ? "各" : "";
  std::vector<std::string> parts;
  if (line.number("overdue") > 0)
    parts.push_back(fmt::format("{}逾期{}项，最长{}天", of_each, line.number("overdue"), line.number("days")));
  if (line.number("missed") > 0) parts.push_back(fmt::format("{}未办{}项", of_each, line.number("missed")));
  if (line.number("urges") > 0) parts.push_back(fmt::format("{}已催办{}次", of_each, line.number("urges")));
  parts.push_back(line.says("cause") ? "原因：" + line.text("cause") : std::string("未说明原因"));
  return fmt::format("{}", fmt::join(parts, "，"));
}

// 牵头、联合牵头、协办.
int rank_of(const Line& line) {
  const auto* role = std::get_if<reports::Word>(&line["role"]);
  return !role || role->name == "supporting" ? 2 : role->name == "joint" ? 1 : 0;
}

// The laggards of one docket: units that are behind alike are named together.
struct DocketBehind {
  std::string docket, title;
  std::vector<std::pair<std::vector<std::string>, Line>> units;

  void add(const Line& line) {
    const auto alike = std::find_if(units.begin(), units.end(), [&](const auto& each) {
      return each.second.text("role") == line.text("role") &&
             standing_text(each.second, true) == standing_text(line, true);
    });
    if (alike == units.end()) {
      units.push_back({{line.text("name")}, line});
    } else {
      alike->first.push_back(line.text("name"));
    }
  }
  std::string text() const {
    auto leads_first = units;
    std::stable_sort(leads_first.begin(), leads_first.end(),
                     [](const auto& a, const auto& b) { return rank_of(a.second) < rank_of(b.second); });
    std::vector<std::string> parts;
    for (const auto& [names, line] : leads_first)
      parts.push_back(
          fmt::format("{}（{}）{}", listed(names), line.text("role"), standing_text(line, names.size() > 1)));
    auto name = title;
    while (name.ends_with("。")) name.resize(name.size() - std::string_view("。").size());
    return fmt::format("“{}”（{}）：{}。", name, docket, fmt::join(parts, "；"));
  }
};

// By docket, in the order of the report: the longest delay first.
std::vector<DocketBehind> by_docket(const Report& laggards) {
  std::vector<DocketBehind> dockets;
  for (const auto& row : laggards.rows) {
    const Line line(laggards, row);
    const auto code = line.text("docket");
    auto docket =
        std::find_if(dockets.begin(), dockets.end(), [&](const DocketBehind& each) { return each.docket == code; });
    if (docket == dockets.end()) docket = dockets.insert(docket, {code, line.text("title"), {}});
    docket->add(line);
  }
  return dockets;
}

void add_laggards(Document& document, const Report& laggards) {
  document.body.emplace_back(Paragraph{Style::first, "二、逾期和未办情况"});
  if (laggards.rows.empty()) {
    document.body.emplace_back(Paragraph{Style::body, "没有逾期和未办的事项。"});
    return;
  }
  std::set<std::string> units;
  for (const auto& row : laggards.rows) units.insert(Line(laggards, row).text("name"));
  const auto dockets = by_docket(laggards);
  const auto shown_here = std::min(named_max, dockets.size());
  document.body.emplace_back(Paragraph{
      Style::body,
      fmt::format("共涉及{}个单位、{}件事项。{}", units.size(), dockets.size(),
                  shown_here < dockets.size() ? fmt::format("其中拖延最久的{}件如下，全部名单见附件1。", shown_here)
                                              : std::string("具体如下。"))});
  for (std::size_t i = 0; i < shown_here; ++i)
    document.body.emplace_back(Paragraph{Style::body, fmt::format("{}．{}", i + 1, dockets[i].text())});
}

void add_measures(Document& document, const Report& measures) {
  document.body.emplace_back(Paragraph{Style::first, "三、表扬与问责"});
  if (measures.rows.empty()) {
    document.body.emplace_back(Paragraph{Style::body, "本期没有表扬、通报批评、约谈和移送问责。"});
    return;
  }
  for (const auto& row : measures.rows) {
    const Line line(measures, row);
    auto text = line.text("measure") + "：" + line.text("name");
    if (line.says("docket")) text += "（" + line.text("docket") + "）";
    if (line.says("text")) text += "，" + line.text("text");
    document.body.emplace_back(Paragraph{Style::body, text + "。"});
  }
}

// The columns of a report as a table of a document.
DocumentTable annex_table(const Report& report, const std::vector<std::pair<std::string_view, double>>& columns) {
  DocumentTable table{"", {{"序号", .8, true}}, {}, true};
  for (const auto& [name, share] : columns)
    for (const auto& column : report.columns)
      if (column.name == name)
        table.columns.push_back({std::string(column.zh), share, column.align == reports::Align::right || share < 2});
  for (std::size_t i = 0; i < report.rows.size(); ++i) {
    const Line line(report, report.rows[i]);
    const bool same_docket =
        i > 0 && line.says("docket") && line.text("docket") == Line(report, report.rows[i - 1]).text("docket");
    std::vector<std::string> cells{fmt::format("{}", i + 1)};
    for (const auto& [name, share] : columns) {
      const auto text = line.text(name);
      cells.push_back(name == "title" && same_docket ? "同上" : text == "-" ? "—" : text);
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

Document bulletin_document(const projections::Books& books, reports::Period period, const Printing& printing) {
  const auto report = reports::bulletin(books, period, {});
  const auto standing = reports::standing(books, period, reports::By::unit, {});
  const auto &duties = part_named(report, "duties"), &laggards = part_named(report, "laggards"),
             &measures = part_named(report, "measures");
  Document document;
  document.layout = Document::Layout::bulletin;
  document.head = "督查通报";
  document.number = fmt::format("第{}期", printing.number.empty() ? "　　" : printing.number);
  document.urgency = printing.urgency;
  document.issuer = books.office().title();
  document.on = books.on();
  document.title = fmt::format("关于{}督查事项办理情况的通报", period_text(period));
  document.basis = basis_of(books);
  auto& body = document.body;
  body.emplace_back(Paragraph{Style::flush, "各承办单位："});
  body.emplace_back(Paragraph{Style::body, fmt::format("现将{}督查事项办理情况通报如下（数据截至{}）。",
                                                       period_text(period), document_day(books.on()))});
  body.emplace_back(Paragraph{Style::first, "一、总体情况"});
  const auto dockets = sum(report, "dockets"), carried = sum(report, "carried");
  body.emplace_back(
      Paragraph{Style::body, fmt::format("在督事项共{}件，其中结转{}件。{}。", dockets, carried,
                                         dockets == 0 ? std::string("没有在督事项") : told(report, "dockets", "件"))});
  const auto owed = sum(duties, "duties");
  body.emplace_back(
      Paragraph{Style::body, fmt::format("时段内到期的责任共{}项（含牵头和协办）。{}。", owed,
                                         owed == 0 ? std::string("没有到期的责任") : told(duties, "duties", "项"))});
  add_laggards(document, laggards);
  add_measures(document, measures);
  body.emplace_back(Paragraph{Style::first, "四、有关要求"});
  body.emplace_back(Paragraph{Style::body,
                              "请逾期和未办事项的牵头单位主要负责人切实负起第一责任，抓紧办理；协办单位积极配合。未说明"
                              "原因的，尽快书面说明原因和预计完成时间。"});
  if (!printing.contact.empty()) body.emplace_back(Paragraph{Style::body, "联系人及电话：" + printing.contact});
  body.emplace_back(Paragraph{Style::annexes, "附件：1.逾期和未办事项清单\n2.单位履责情况"});
  body.emplace_back(Signature{books.office().title(), books.on()});
  body.emplace_back(Annex{"附件1", "逾期和未办事项清单"});
  body.emplace_back(annex_table(laggards, {{"docket", 1.2},
                                           {"title", 4.4},
                                           {"name", 1.7},
                                           {"role", 1.2},
                                           {"overdue", .8},
                                           {"missed", .8},
                                           {"days", .8},
                                           {"urges", .8},
                                           {"cause", 2}}));
  body.emplace_back(Annex{"附件2", "单位履责情况"});
  body.emplace_back(annex_table(standing, {{"name", 2.4},
                                           {"role", 1.1},
                                           {"owed", .9},
                                           {"on_time", .9},
                                           {"late", 1.0},
                                           {"missed", .9},
                                           {"overdue", .9},
                                           {"open", .9},
                                           {"settled", .9},
                                           {"on_time_rate", 1.2},
                                           {"score", 1.1}}));
  body.emplace_back(Paragraph{
      Style::small, "应办＝按期＋逾期办结＋未办＋逾期＋在办；应结＝按期＋逾期办结＋未办＋逾期；按期率＝按期÷应结。"});
  document.printed_by = books.office().title();
  return document;
}

}  // namespace ducha::tools
