// 督办通知单、督办单.

#include <algorithm>

#include <fmt/format.h>

#include "projections/replay.h"
#include "tools/documents/documents.h"
#include "tools/documents/wording.h"
#include "tools/render/cells.h"
#include "tools/render/phrases.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using Style = Paragraph::Style;

std::string cadence_text(const domain::Docket& docket) {
  const auto text = domain::to_string(docket.cadence);
  if (text.empty() || text == "none") return "按时限报告办理结果，由主要负责人签字并加盖公章。";
  const auto phrase = phrases(reports::Fields{{"cadence", text}}, Language::zh);
  auto told = phrase.empty() ? text : phrase.front();
  if (const auto blank = told.find(' '); blank != std::string::npos) told = told.substr(blank + 1);
  std::erase(told, ' ');
  return fmt::format("{}前反馈进展，由主要负责人签字并加盖公章；没有进展的也要报告。", told);
}

// 回执联: what the unit fills in and sends back.
void add_slip(Document& document, const std::string& unit, const std::string& docket) {
  document.body.emplace_back(CutLine{"回执"});
  document.body.emplace_back(DocumentForm{{
      {{"文　　号", document.number}, {"事项编号", docket}},
      {{"签收单位", or_blank(unit)}, {"签收时间", "　　年　月　日　时"}},
      {{"签收人", "　"}, {"联系电话", "　"}},
      {{"负责人意见", "　", 2}},
  }});
  document.body.emplace_back(
      Paragraph{Style::small, "请签收后填写并加盖公章退回；不属于本单位职责的，签收时一并书面说明理由。"});
}

std::string first_of_docket(const projections::Books& books, const domain::Docket& docket, const Holders& holders) {
  const auto lead = holders.lead.empty() ? std::string() : holders.lead.front();
  return std::string(books.office().leader(docket.leader, lead, books.on()));
}

// 主要负责人 (Art. 20): the head of the lead unit.
std::string head_of(const projections::Books& books, const Holders& holders) {
  if (holders.lead.empty()) return {};
  const auto* unit = books.office().unit(holders.lead.front());
  return unit ? unit->head : std::string();
}

Document sheet(const projections::Books& books, const Printing& printing, std::string title) {
  Document document;
  document.layout = Document::Layout::red_head;
  document.head = books.office().title();
  document.number = document_number(books, printing);
  document.urgency = printing.urgency;
  document.on = books.on();
  document.title = std::move(title);
  document.basis = basis_of(books);
  return document;
}

// What both kinds of sheet say about the docket.
void add_docket(DocumentForm& form, const projections::Books& books, const domain::Docket& docket,
                const Holders& holders) {
  form.lines.push_back({{"事项名称", docket.title}});
  form.lines.push_back({{"事项编号", docket.code}, {"类　　别", or_blank(docket.category)}});
  form.lines.push_back({{"来源与依据", or_blank(origin_text(books, docket.decision))}});
  form.lines.push_back({{"牵头单位", or_blank(listed(names_of_units(books, holders.lead)))},
                        {"主要负责人", or_blank(head_of(books, holders))}});
  if (!holders.joint.empty()) form.lines.push_back({{"联合牵头", listed(names_of_units(books, holders.joint))}});
  auto supporting = names_of_units(books, holders.supporting);
  for (const auto& [written, role] : docket.vague) supporting.push_back(written + "（待明确）");
  if (!supporting.empty()) form.lines.push_back({{"协办单位", listed(supporting)}});
  form.lines.push_back({{"分管区领导", or_blank(first_of_docket(books, docket, holders))},
                        {"督查方式", std::string(translated(name_of(docket.kind), Language::zh))}});
}

}  // namespace

std::optional<Document> assignment_notice(const store::Log& log, const projections::Books& books,
                                          const std::string& code, const std::string& unit, const Printing& printing) {
  const auto docket = projections::docket_then(log, books, code);
  if (!docket || !docket->assigned) return {};
  const auto holders = holders_of(*docket);
  auto document = sheet(books, printing, "督办通知单");
  const auto all = holders.all();
  const auto addressed = unit.empty() ? all : std::vector{unit};
  document.body.emplace_back(Paragraph{Style::flush, listed(names_of_units(books, addressed)) + "："});
  document.body.emplace_back(Paragraph{
      Style::body,
      "现将下列事项交由你单位办理，请按要求组织落实。牵头单位负总责，协办单位积极配合，主要负责人为第一责任人。"});
  DocumentForm form;
  add_docket(form, books, *docket, holders);
  form.lines.push_back({{"办理要求", or_blank(docket->requirement), docket->requirement.empty() ? 2u : 1u}});
  form.lines.push_back({{"完成时限", docket->due ? due_text(*docket->due) : "未定，按反馈要求报告"}});
  std::string part;
  for (const auto& tenure : docket->tenures)
    if (tenure.active() && tenure.part && (unit.empty() || tenure.unit == unit) && part.empty())
      part = due_text(*tenure.part);
  if (!part.empty()) form.lines.push_back({{"协办时限", part}});
  form.lines.push_back({{"反馈要求", cadence_text(*docket)}});
  form.lines.push_back({{"交办日期", document_day(docket->assigned_on)}, {"联系电话", or_blank(printing.contact)}});
  document.body.emplace_back(std::move(form));
  document.body.emplace_back(Signature{books.office().title(), docket->assigned_on});
  add_slip(document, unit.empty() ? std::string() : books.office().name_of(unit, books.on()), code);
  return document;
}

std::optional<Document> colour_notice(const store::Log& log, const projections::Books& books, const std::string& code,
                                      const std::string& unit, domain::Colour colour, const Printing& printing) {
  const auto docket = projections::docket_then(log, books, code);
  if (!docket) return {};
  const auto notices = projections::notices_of(log, books, code);
  const auto last = std::find_if(notices.rbegin(), notices.rend(), [&](const auto& notice) {
    return notice.colour == colour && (unit.empty() || notice.unit == unit);
  });
  if (last == notices.rend()) return {};
  const auto name = books.office().name_of(last->unit, books.on());
  auto document = sheet(books, printing, "督办单");
  document.colour = name_of(colour);
  document.body.emplace_back(Paragraph{Style::flush, name + "："});
  document.body.emplace_back(Paragraph{
      Style::body, fmt::format("你单位承担的下列督查事项，经研究，发{}色督办单。请对照要求抓紧整改，按期书面报告。",
                               translated(name_of(colour), Language::zh))});
  DocumentForm form;
  const auto holders = holders_of(*docket);
  add_docket(form, books, *docket, holders);
  form.lines.push_back({{"事项时限", docket->due ? due_text(*docket->due) : "未定"},
                        {"已发督办单", fmt::format("第 {} 份", notices.rend() - last)}});
  form.lines.push_back({{"督办要求", or_blank(last->requirement), last->requirement.empty() ? 3u : 1u}});
  form.lines.push_back(
      {{"答复时限", last->due ? due_text(*last->due, last->limit, last->provisional) : std::string("收到后即办即报")}});
  form.lines.push_back({{"发单日期", document_day(last->on)}, {"联系电话", or_blank(printing.contact)}});
  document.body.emplace_back(std::move(form));
  document.body.emplace_back(Signature{books.office().title(), last->on});
  add_slip(document, name, code);
  return document;
}

}  // namespace ducha::tools
