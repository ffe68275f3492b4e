#include "tools/render/phrases.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "tools/render/width.h"

namespace ducha::tools {
namespace {

using reports::Change;
using reports::Field;
using reports::Fields;
using reports::Word;

constexpr Term field_table[] = {
    // the ledger and the office
    {"edition", "版本", "edition"},
    {"algorithm", "摘要算法", "digest"},
    {"office", "单位名称", "office"},
    {"year", "年份", "year"},
    {"source", "来源", "source"},
    {"days", "日期表", "days"},
    {"content", "内容", "content"},
    {"unit", "单位", "unit"},
    {"title", "标题", "title"},
    {"name", "名称", "name"},
    {"kind", "种类", "kind"},
    {"head", "主要负责人", "head"},
    {"alias", "简称", "alias"},
    {"group", "所属组", "group"},
    {"member", "成员", "member"},
    {"post", "职务", "post"},
    {"acting", "代为负责", "acting"},
    {"until", "至", "until"},
    // decisions
    {"decision", "决策", "decision"},
    {"session", "会议届次", "session"},
    {"item", "议题", "item"},
    {"document", "文号", "document"},
    {"major", "重大行政决策", "major decision"},
    {"procedure", "决策程序", "procedure"},
    {"chair", "主持", "chair"},
    // dockets
    {"docket", "督查事项", "docket"},
    {"category", "类别", "category"},
    {"requirement", "要求", "requirement"},
    {"leader", "分管领导", "leader"},
    {"parent", "上级事项", "parent"},
    {"due", "时限", "due"},
    {"provisional", "时限暂定", "due day provisional"},
    {"limit", "期限", "told as"},
    {"acceptBy", "签收时限", "accept by"},
    {"acceptProvisional", "签收时限暂定", "accept day provisional"},
    {"partBy", "协办时限", "part due"},
    {"partProvisional", "协办时限暂定", "part day provisional"},
    {"cadence", "反馈周期", "feedback"},
    {"leadGiven", "更换牵头", "lead replaced"},
    {"jointGiven", "更换联合牵头", "joint leads replaced"},
    {"reason", "原因", "reason"},
    {"role", "角色", "role"},
    {"written", "原文", "as written"},
    {"outcome", "结论", "outcome"},
    {"progress", "进度", "progress"},
    {"text", "内容", "text"},
    {"period", "所属反馈日", "for"},
    {"nothing", "零报告", "nothing to report"},
    {"light", "自评", "own view"},
    {"cause", "滞后原因", "cause"},
    {"evidence", "佐证", "evidence"},
    {"channel", "方式", "channel"},
    {"colour", "等级", "colour"},
    {"noticedBefore", "此前", "before"},
    {"to", "延至", "to"},
    {"approver", "批准人", "approver"},
    {"byRule", "依规自动生效", "by rule"},
    {"finding", "核查结论", "finding"},
    {"result", "办结结果", "result"},
    {"into", "并入", "into"},
    {"rectifyBy", "整改时限", "rectify by"},
    {"duty", "责任", "duty"},
    {"entry", "更正的命令", "corrected command"},
    {"acceptLimit", "签收期限", "accept within"},
    {"partLimit", "协办期限", "part told as"},
    {"assessNew", "按新时限考核", "assessed by the new day"},
    {"rectifyProvisional", "整改时限暂定", "rectification day provisional"},
    {"contestBy", "可申请复核至", "may be contested until"},
    {"contestProvisional", "复核期限暂定", "contest day provisional"},
    {"ruling", "复核决定", "ruling"},
    {"measure", "措施", "measure"},
    {"from", "原时限", "from"},
};

// The number at the end of `monthly:25`; nothing when there is none.
std::optional<unsigned> number_after(std::string_view text, std::string_view beginning) {
  if (!text.starts_with(beginning)) return std::nullopt;
  text.remove_prefix(beginning.size());
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::string cadence(std::string_view text, Language language) {
  constexpr std::array weekdays{"一", "二", "三", "四", "五", "六", "日"};
  constexpr std::array weekdays_en{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  const bool zh = language == Language::zh;
  if (const auto day = number_after(text, "monthly:"))
    return fmt::format(fmt::runtime(zh ? "每月 {} 日" : "monthly, on day {}"), *day);
  if (const auto day = number_after(text, "quarterly:"))
    return fmt::format(fmt::runtime(zh ? "每季末月 {} 日" : "quarterly, on day {} of the last month"), *day);
  if (const auto day = number_after(text, "weekly:"); day && *day >= 1 && *day <= 7)
    return zh ? fmt::format("每周{}", weekdays[*day - 1]) : fmt::format("weekly, on {}", weekdays_en[*day - 1]);
  if (text == "none") return std::string{in(language, "不定期", "none")};
  return one_line(text);
}

std::string limit(std::string_view text, Language language) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const std::string_view unit{end, static_cast<std::size_t>(text.data() + text.size() - end)};
  if (error == std::errc{} && unit == "wd")
    return fmt::format(fmt::runtime(language == Language::zh ? "{} 个工作日"
                                    : number == 1            ? "{} working day"
                                                             : "{} working days"),
                       number);
  if (error == std::errc{} && unit == "d")
    return fmt::format(fmt::runtime(language == Language::zh ? "{} 天" : number == 1 ? "{} day" : "{} days"), number);
  return one_line(text);
}

// The steps of a procedure, one space between.
std::string steps(std::string_view text, Language language) {
  std::string all;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (!all.empty()) all += in(language, "、", ", ");
    all += one_line(translated(text.substr(0, end), language));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return all;
}

// `blue 2022-05-10, red 2022-06-01` with its words translated.
std::string dated_words(std::string_view text, Language language) {
  std::string all;
  while (!text.empty()) {
    const auto end = std::min(text.find(", "), text.size());
    const auto each = text.substr(0, end);
    const auto blank = std::min(each.find(' '), each.size());
    if (!all.empty()) all += in(language, "、", ", ");
    all += std::string{translated(each.substr(0, blank), language)} + std::string{each.substr(blank)};
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return all;
}

struct ForPeople {
  std::string_view field;
  Language language;

  std::string operator()(const std::string& text) const {
    if (field == "cadence") return cadence(text, language);
    if (field == "limit" || field == "acceptLimit" || field == "partLimit") return limit(text, language);
    if (field == "procedure") return steps(text, language);
    if (field == "noticedBefore") return dated_words(text, language);
    return one_line(text);
  }
  std::string operator()(Word word) const {
    // 维持: a conclusion is upheld, not an objection.
    if (field == "ruling" && word.name == "upheld") return std::string{in(language, "维持", "upheld")};
    return std::string{translated(word.name, language)};
  }
  std::string operator()(Day day) const { return to_string(day); }
  std::string operator()(std::int64_t number) const {
    return fmt::format("{}{}", number, field == "progress" ? "%" : "");
  }
  std::string operator()(bool) const { return {}; }  // the label says it
};

struct ForMachines {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(Word word) const { return std::string{word.name}; }
  std::string operator()(Day day) const { return to_string(day); }
  std::string operator()(std::int64_t number) const { return fmt::to_string(number); }
  std::string operator()(bool yes) const { return yes ? "true" : "false"; }
};

// A limit and the day it was counted to are told by the same fact.
bool repeats(const Field& field, const Fields& fields) {
  const auto* text = std::get_if<std::string>(&field.value);
  const bool limit = field.name == "limit" || field.name == "acceptLimit" || field.name == "partLimit";
  return limit && text && std::any_of(fields.begin(), fields.end(), [&](const Field& other) {
           const auto* day = std::get_if<Day>(&other.value);
           return day && to_string(*day) == *text;
         });
}

}  // namespace

std::span<const Term> field_terms() { return field_table; }

std::string_view field_label(std::string_view name, Language language) {
  const auto found =
      std::find_if(std::begin(field_table), std::end(field_table), [&](const Term& term) { return term.name == name; });
  return found == std::end(field_table) ? name : in(language, found->zh, found->en);
}

std::vector<std::string> phrases(const Fields& fields, Language language) {
  std::vector<std::string> all;
  for (const auto& field : fields) {
    if (repeats(field, fields)) continue;
    auto value = std::visit(ForPeople{field.name, language}, field.value);
    all.push_back(std::string{field_label(field.name, language)} + (value.empty() ? "" : " ") + value);
  }
  return all;
}

namespace {

// `days` stands where the due day stands.
std::string phrase_of(const Change& change, const std::string& days, Language language) {
  const auto word = [&](Word each) { return translated(each.name, language); };
  const auto what = fmt::format("{} {} {}", one_line(change.unit), word(change.duty), days);
  switch (change.kind) {
    case Change::Kind::begun:
      return fmt::format("+ {} {}", what, word(change.state));
    case Change::Kind::moved:
      return fmt::format("~ {} {} {}", what, in(language, "原为", "was"), to_string(change.from));
    case Change::Kind::turned:
      return fmt::format("~ {} {} → {}", what, word(change.before), word(change.state));
    case Change::Kind::passed:
      return fmt::format("> {} {} {} {}", what, word(change.state), in(language, "移交", "passes to"),
                         one_line(change.heir));
    case Change::Kind::gone:
      return fmt::format("- {} {}", what, translated("void", language));
  }
  return what;
}

// Whether they say the same of two due days.
bool of_one_kind(const Change& a, const Change& b) {
  return a.kind != Change::Kind::moved && a.kind == b.kind && a.unit == b.unit && a.duty == b.duty &&
         a.state == b.state && a.before == b.before && a.heir == b.heir;
}

}  // namespace

std::string phrase(const Change& change, Language language) {
  return phrase_of(change, to_string(change.due), language);
}

std::vector<Phrase> phrases_of_changes(const reports::Changes& changes, Language language) {
  constexpr std::ptrdiff_t few = 3;
  std::vector<Phrase> all;
  for (auto begin = changes.begin(); begin != changes.end();) {
    auto end = std::find_if_not(begin, changes.end(), [&](const Change& each) { return of_one_kind(*begin, each); });
    if (end == begin) ++end;
    if (end - begin < few) {
      for (; begin != end; ++begin) all.push_back({phrase(*begin, language), begin->state});
      continue;
    }
    const auto days = fmt::format(fmt::runtime(language == Language::zh ? "{} 至 {} 共 {} 项" : "{} to {} ({})"),
                                  to_string(begin->due), to_string((end - 1)->due), end - begin);
    all.push_back({phrase_of(*begin, days, language), begin->state});
    begin = end;
  }
  return all;
}

std::string plain(const Field& field) { return std::string{field.name} + "=" + std::visit(ForMachines{}, field.value); }

std::string plain(const Change& change) {
  const auto what = fmt::format("{} {} {}", change.unit, change.duty.name, to_string(change.due));
  switch (change.kind) {
    case Change::Kind::begun:
      return fmt::format("+ {} {}", what, change.state.name);
    case Change::Kind::moved:
      return fmt::format("~ {} ← {}", what, to_string(change.from));
    case Change::Kind::turned:
      return fmt::format("~ {} {} → {}", what, change.before.name, change.state.name);
    case Change::Kind::passed:
      return fmt::format("> {} {} → {}", what, change.state.name, change.heir);
    case Change::Kind::gone:
      return fmt::format("- {} void", what);
  }
  return what;
}

}  // namespace ducha::tools
