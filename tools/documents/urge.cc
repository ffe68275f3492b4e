// 催办通知.

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "tools/documents/documents.h"
#include "tools/documents/wording.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using domain::DutyState;
using Style = Paragraph::Style;

struct Item {
  std::string docket, title;
  domain::Duty duty;
  int urges = 0;
};

bool to_be_urged(const domain::Duty& duty, Day within) {
  if (duty.state == DutyState::overdue) return true;
  return (duty.state == DutyState::due_today || duty.state == DutyState::pending) && duty.due <= within;
}

std::string how_it_stands(const domain::Duty& duty, Day on) {
  if (duty.state == DutyState::overdue) return fmt::format("逾期{}天", duty.days);
  if (duty.state == DutyState::due_today) return "今日到期";
  return fmt::format("还有{}天", duty.due - on);
}

Document letter(const projections::Books& books, const std::string& unit, const std::vector<Item>& items,
                const Printing& printing) {
  const auto name = books.office().name_of(unit, books.on());
  const auto late =
      std::count_if(items.begin(), items.end(), [](const Item& item) { return item.duty.state == DutyState::overdue; });
  Document document;
  document.layout = Document::Layout::letter;
  document.head = books.office().title();
  document.number = document_number(books, printing);
  document.urgency = printing.urgency;
  document.on = books.on();
  document.title = "催办通知";
  document.basis = basis_of(books);
  document.body.emplace_back(Paragraph{Style::flush, name + "："});
  const auto soon = static_cast<std::ptrdiff_t>(items.size()) - late;
  std::vector<std::string> counted;
  if (late > 0) counted.push_back(fmt::format("已逾期{}项", late));
  if (soon > 0) counted.push_back(fmt::format("临近到期{}项", soon));
  document.body.emplace_back(Paragraph{Style::body, fmt::format("截至{}，你单位承担的督查事项中，{}，具体如下：",
                                                                document_day(books.on()), fmt::join(counted, "，"))});
  DocumentTable table{"",
                      {{"序号", .7, true},
                       {"事项编号", 1.3, true},
                       {"督查事项", 3.6},
                       {"角色", 1.2, true},
                       {"责任", 1.1, true},
                       {"时限", 1.6, true},
                       {"状况", 1.5, true},
                       {"已催办", 1, true}},
                      {}};
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& [docket, title, duty, urges] = items[i];
    table.rows.push_back({fmt::format("{}", i + 1), docket, title,
                          std::string(translated(name_of(duty.role), Language::zh)),
                          std::string(translated(name_of(duty.kind), Language::zh)),
                          to_string(duty.due) + (duty.provisional ? "（暂定）" : ""), how_it_stands(duty, books.on()),
                          urges == 0 ? std::string("—") : fmt::format("{}次", urges)});
  }
  document.body.emplace_back(std::move(table));
  document.body.emplace_back(
      Paragraph{Style::body,
                "请主要负责人亲自过问，抓紧办理，并将办理情况书面报送我室；不能按期完成的，说明原因和预计完成时间。"});
  if (!printing.contact.empty())
    document.body.emplace_back(Paragraph{Style::body, "联系人及电话：" + printing.contact});
  document.body.emplace_back(Signature{books.office().title(), books.on()});
  return document;
}

}  // namespace

std::vector<Document> urging_letters(const projections::Books& books, const std::string& docket,
                                     const std::string& unit, Day within, const Printing& printing) {
  std::map<std::string, std::vector<Item>> by_unit;
  books.each([&](const projections::Card& card, const projections::DutiesRow& row) {
    if (!docket.empty() && card.docket != docket) return;
    for (const auto& duty : duties_on(row.dues, books.on())) {
      if (!unit.empty() && duty.unit != unit) continue;
      if (!to_be_urged(duty, within)) continue;
      const auto urges = std::count_if(row.happenings.begin(), row.happenings.end(), [&](const auto& happening) {
        return happening.kind == domain::Happening::Kind::urge && happening.unit == duty.unit;
      });
      by_unit[duty.unit].push_back({card.docket, card.title, duty, static_cast<int>(urges)});
    }
  });
  std::vector<Document> letters;
  for (auto& [code, items] : by_unit) {
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.duty.due < b.duty.due; });
    letters.push_back(letter(books, code, items, printing));
  }
  return letters;
}

}  // namespace ducha::tools
