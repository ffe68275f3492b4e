// 卷宗: a docket for the archive.

#include <fmt/format.h>

#include "projections/replay.h"
#include "tools/documents/documents.h"
#include "tools/documents/wording.h"
#include "tools/render/phrases.h"
#include "tools/render/story_entry.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using Style = Paragraph::Style;

std::string word(std::string_view name) { return std::string(translated(name, Language::zh)); }

DocumentForm registration(const projections::Books& books, const domain::Docket& docket,
                          const projections::Card& card) {
  const auto holders = holders_of(docket);
  auto supporting = names_of_units(books, holders.supporting);
  for (const auto& [written, role] : docket.vague) supporting.push_back(written + "（待明确）");
  const auto day = [](const std::optional<Day>& each) { return each ? document_day(*each) : std::string("—"); };
  return {{
      {{"事项编号", docket.code}, {"督查方式", word(name_of(docket.kind))}},
      {{"事项名称", docket.title}},
      {{"类　　别", or_blank(docket.category)}, {"上级事项", or_blank(docket.parent)}},
      {{"来源与依据", or_blank(origin_text(books, docket.decision))}},
      {{"办理要求", or_blank(docket.requirement)}},
      {{"牵头单位", or_blank(listed(names_of_units(books, holders.lead)))},
       {"分管区领导", or_blank(books.leader(card))}},
      {{"联合牵头", or_blank(listed(names_of_units(books, holders.joint)))}},
      {{"协办单位", or_blank(listed(supporting))}},
      {{"立项日期", document_day(docket.opened_on)},
       {"交办日期", docket.assigned ? document_day(docket.assigned_on) : std::string("—")}},
      {{"完成时限", docket.due ? due_text(*docket.due) : std::string("—")}},
      {{"办结日期", day(docket.closed ? std::optional(docket.closed->on) : docket.withdrawn)},
       {"状　　态", word(projections::stage_names[static_cast<std::size_t>(card.stage)])}},
      {{"销号日期", day(docket.struck)}, {"归档日期", day(docket.archived)}},
  }};
}

DocumentTable duties_table(const projections::Books& books, const domain::Docket& docket) {
  DocumentTable table{"",
                      {{"单位", 2.2},
                       {"角色", 1.3, true},
                       {"责任", 1.2, true},
                       {"时限", 1.6, true},
                       {"原时限", 1.6, true},
                       {"完成", 1.6, true},
                       {"状态", 1.3, true},
                       {"天数", .8, true}},
                      {}};
  for (const auto& duty : domain::duties_on(domain::dues_of(docket), books.on())) {
    table.rows.push_back({books.office().name_of(duty.unit, books.on()), word(name_of(duty.role)),
                          word(name_of(duty.kind)), to_string(duty.due) + (duty.provisional ? "（暂定）" : ""),
                          duty.first == duty.due ? std::string("—") : to_string(duty.first),
                          duty.done ? to_string(*duty.done) : std::string("—"), word(name_of(duty.state)),
                          duty.days == 0 ? std::string("—") : fmt::format("{}", duty.days)});
  }
  return table;
}

DocumentTable entries_table(const reports::Report& history) {
  DocumentTable table{
      "", {{"序号", .8, true}, {"日期", 1.4, true}, {"事实", 1.3, true}, {"内容和责任变化", 5.6}, {"记录", 2.6}}, {}};
  std::optional<StoryEntry> before;
  for (const auto& row : history.rows) {
    const StoryEntry entry(history, row);
    // An entry of the same command was recorded with it.
    const bool together = before && (*before)["command"] == entry["command"];
    before.emplace(entry);
    auto text = fmt::format("{}", fmt::join(entry.phrases(Language::zh), "；"));
    if (entry.says("note")) text += (text.empty() ? "" : "\n") + ("备注：" + entry.text("note", Language::zh));
    if (const auto* changes = std::get_if<reports::Changes>(&entry["changed"]))
      for (const auto& change : *changes) text += "\n" + phrase(change, Language::zh);
    auto fact = entry.text("fact", Language::zh);
    if (entry.corrected()) fact += "\n（已更正）";
    table.rows.push_back({entry.text("seq", Language::zh), entry.text("on", Language::zh), std::move(fact),
                          std::move(text), together ? std::string("同上") : entry.origin(Language::zh)});
  }
  return table;
}

}  // namespace

std::optional<Document> dossier(const store::Log& log, const projections::Books& books, const std::string& code) {
  const auto docket = projections::docket_then(log, books, code);
  const auto history = projections::replay(log, books, code);
  if (!docket || !history) return {};
  const auto card = projections::card(*docket);
  Document document;
  document.layout = Document::Layout::file;
  document.on = books.on();
  document.title = "督查事项卷宗";
  document.basis = basis_of(books);
  auto& body = document.body;
  body.emplace_back(Paragraph{Style::first, "一、事项登记"});
  body.emplace_back(registration(books, *docket, card));
  body.emplace_back(Paragraph{Style::first, "二、时限变化"});
  std::string dues;
  for (std::size_t i = 0; i < docket->dues.size(); ++i)
    dues += (i == 0 ? "最初" : "；后改为") + document_day(docket->dues[i]);
  body.emplace_back(Paragraph{Style::body, dues.empty() ? "没有确定过时限。" : dues + "。"});
  if (docket->chase)
    body.emplace_back(
        Paragraph{Style::body, "逾期后批准的延期至" + document_day(*docket->chase) + "，只用于催办，不改变考核时限。"});
  for (const auto& span : docket->suspensions)
    body.emplace_back(Paragraph{Style::body, fmt::format("{}至{}挂账，时限停走{}天。", document_day(span.from),
                                                         document_day(span.to), span.to - span.from)});
  if (docket->suspended)
    body.emplace_back(Paragraph{Style::body, "自" + document_day(*docket->suspended) + "起挂账。"});
  body.emplace_back(Paragraph{Style::first, "三、责任及完成情况"});
  body.emplace_back(duties_table(books, *docket));
  body.emplace_back(Paragraph{Style::first, "四、办理经过"});
  body.emplace_back(entries_table(*history));
  body.emplace_back(Paragraph{Style::first, "五、核验"});
  body.emplace_back(Paragraph{
      Style::body, fmt::format("以上内容由账本前{}条记录算出，账本摘要见页末。以同一日期和序号再次打印，所得内容相同；"
                               "更正过的记录仍列于上，注明已更正。",
                               books.last() + 1)});
  body.emplace_back(Signature{books.office().title(), books.on()});
  return document;
}

}  // namespace ducha::tools
