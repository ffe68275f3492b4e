#include "tools/documents/wording.h"

#include <fmt/format.h>

#include "tools/documents/documents.h"
#include "tools/render/frame.h"
#include "tools/render/phrases.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

// "1个工作日" of "1wd"; a date says nothing that the due day does not.
std::string counted(std::string_view limit) {
  const auto read = domain::parse_limit(limit);
  if (!read || read->kind == domain::Limit::Kind::date) return {};
  return fmt::format("{}{}", read->count, read->kind == domain::Limit::Kind::workdays ? "个工作日" : "日");
}

}  // namespace

std::string document_day(Day day) {
  const auto [year, month, date] = civil(day);
  return fmt::format("{}年{}月{}日", year, month, date);
}

std::string listed(const std::vector<std::string>& texts) { return fmt::format("{}", fmt::join(texts, "、")); }

std::vector<std::string> names_of_units(const projections::Books& books, const std::vector<std::string>& codes) {
  std::vector<std::string> names;
  for (const auto& code : codes) names.push_back(books.office().name_of(code, books.on()));
  return names;
}

std::vector<std::string> Holders::all() const {
  auto codes = lead;
  codes.insert(codes.end(), joint.begin(), joint.end());
  codes.insert(codes.end(), supporting.begin(), supporting.end());
  return codes;
}

Holders holders_of(const domain::Docket& docket) {
  Holders holders;
  for (const auto& tenure : docket.tenures) {
    // Of a docket that has ended, who held a role to the end.
    if (!tenure.active() && !(docket.ended() && docket.closed && *tenure.to >= docket.closed->on)) continue;
    switch (tenure.role()) {
      case domain::Role::lead:
        holders.lead.push_back(tenure.unit);
        break;
      case domain::Role::joint:
        holders.joint.push_back(tenure.unit);
        break;
      case domain::Role::supporting:
        holders.supporting.push_back(tenure.unit);
        break;
    }
  }
  return holders;
}

std::string due_text(const domain::Clock& clock) {
  auto text = document_day(clock.due);
  if (clock.limit && clock.by_limit && clock.limit->kind != domain::Limit::Kind::date)
    text += fmt::format("（自{}起{}，当日不计）", document_day(clock.start), counted(domain::to_string(*clock.limit)));
  if (clock.due != clock.first) text += fmt::format("（原为{}）", document_day(clock.first));
  if (clock.provisional) text += "（暂定，所经年份日历尚未公布）";
  return text;
}

std::string due_text(Day due, std::string_view limit, bool provisional) {
  auto text = document_day(due);
  if (const auto count = counted(limit); !count.empty()) text += fmt::format("（{}，当日不计）", count);
  if (provisional) text += "（暂定，所经年份日历尚未公布）";
  return text;
}

std::string origin_text(const projections::Books& books, const std::string& number) {
  const auto decision = books.office().decision(number);
  if (!decision) return number;
  auto text = std::string(translated(name_of(decision->source), Language::zh));
  if (!decision->session.empty()) text += fmt::format("（{}）", decision->session);
  text += "，" + document_day(decision->on);
  if (!decision->item.empty()) text += "，议题：" + decision->item;
  if (!decision->title.empty()) text += fmt::format("，《{}》", decision->title);
  if (!decision->document.empty()) text += "，" + decision->document;
  return text + "，决策编号 " + number;
}

std::vector<std::string> basis_of(const projections::Books& books) {
  const auto footer = books.footer();
  return {"截至 " + to_string(footer.on), fmt::format("账本序号 {}", footer.seq), "规则 " + footer.rules,
          "日历 " + fmt::format("{}", fmt::join(compressed(footer.calendar), " ")),
          footer.digest_algorithm + ":" + footer.digest};
}

std::string or_blank(const std::string& text) { return text.empty() ? std::string("　") : text; }

std::string document_number(const projections::Books& books, const Printing& printing) {
  std::string text = books.office().rules().document_number;
  const auto put = [&text](std::string_view mark, const std::string& value) {
    if (const auto at = text.find(mark); at != std::string::npos) text.replace(at, mark.size(), value);
  };
  put("{year}", fmt::format("{}", civil(books.on()).year));
  put("{number}", printing.number.empty() ? std::string("　　") : printing.number);
  return text;
}

}  // namespace ducha::tools
