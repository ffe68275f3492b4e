#include "tools/verb_texts.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include "ledger/domain/command.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

struct VerbText {
  std::string_view verb, zh, en;
  std::string_view example;
};

constexpr VerbText verb_table[] = {
    {"register-unit", "登记单位", "register a unit", "unit=QZJJ name=区住建局 kind=department"},
    {"rename-unit", "单位更名", "rename a unit", "unit=QZJJ name=区城乡建设局"},
    {"merge-unit", "单位合并", "merge units", "unit=QGXJ into=QKJJ"},
    {"retire-unit", "撤销单位", "retire a unit", "unit=QGXJ"},
    {"define-group", "定义组", "define a group", "name=各街道 members=宁海路街道、华侨路街道"},
    {"set-portfolio", "设定分管", "set a portfolio", "post=副区长一 units=区住建局"},
    {"set-acting", "代为负责", "set a stand-in", "post=副区长一 acting=副区长二 until=2022-08-31"},
    {"decide", "登记决策", "record a decision", "decision=常2022-12 title=常务会议纪要 source=executive"},
    {"publish", "决策公开", "publish a decision", "decision=常2022-12 channel=政府网站"},
    {"open", "立项", "open a docket", "docket=2022-001 title=老旧小区改造 decision=常2022-12"},
    {"assign", "交办", "assign a docket",
     "docket=2022-001 lead=区住建局 supporting=区财政局 due=2022-12-31 cadence=monthly:25"},
    {"accept", "签收", "accept a role", "docket=2022-001 unit=区住建局"},
    {"object", "提出异议", "object to a role", "docket=2022-001 unit=区财政局 reason=不属本单位职责"},
    {"settle", "异议处理", "settle an objection", "docket=2022-001 unit=区财政局 outcome=dismissed"},
    {"reassign", "改派", "reassign a docket", "docket=2022-001 lead=区城管局 due=2023-01-31 reason=职责调整"},
    {"feedback", "反馈", "give feedback", "docket=2022-001 unit=区住建局 progress=40 text=已开工"},
    {"contribute", "提交协办", "hand in a part", "docket=2022-001 unit=区财政局 text=资金已下达"},
    {"urge", "催办", "urge a unit", "docket=2022-001 unit=区住建局 channel=电话"},
    {"notice", "发督办单", "issue a notice", "docket=2022-001 unit=区住建局 colour=yellow"},
    {"extend", "申请延期", "ask for an extension", "docket=2022-001 to=2023-01-31 reason=管线迁改"},
    {"grant", "批准延期", "grant an extension", "docket=2022-001 to=2023-01-31 approver=副区长一"},
    {"deny", "不准延期", "deny an extension", "docket=2022-001 reason=理由不充分"},
    {"suspend", "挂账", "suspend a docket", "docket=2022-001 reason=等待规划调整"},
    {"resume", "恢复", "resume a docket", "docket=2022-001"},
    {"complete", "申报办结", "report completion", "docket=2022-001 text=已完成"},
    {"inspect", "核查", "record an inspection", "docket=2022-001 finding=confirmed"},
    {"return", "退回重办", "return for redo", "docket=2022-001 reason=佐证不足"},
    {"close", "办结", "close a docket", "docket=2022-001"},
    {"strike", "销号", "strike off", "docket=2022-001"},
    {"archive", "归档", "archive", "docket=2022-001"},
    {"reopen", "重新立项", "reopen a docket", "docket=2022-001 reason=问题反弹 due=2023-03-31"},
    {"withdraw", "撤销立项", "withdraw a docket", "docket=2022-001 reason=决策撤回"},
    {"conclude", "督查结论", "give a conclusion", "docket=2022-001 unit=区住建局 text=须整改 rectifyBy=2023-02-28"},
    {"rectify", "整改完成", "report rectification", "docket=2022-001 unit=区住建局"},
    {"contest", "申请复核", "contest a conclusion", "docket=2022-001 unit=区住建局"},
    {"rule", "复核决定", "rule on a contest", "docket=2022-001 outcome=upheld"},
    {"commend", "表扬", "commend", "docket=2022-001 unit=区住建局"},
    {"criticise", "通报批评", "criticise publicly", "docket=2022-001 unit=区住建局"},
    {"interview", "约谈", "interview", "docket=2022-001 unit=区住建局"},
    {"refer", "移送问责", "refer", "docket=2022-001 unit=区住建局"},
    {"exempt", "容错免责", "exempt a duty",
     "docket=2022-001 unit=区住建局 duty=completion due=2022-12-31 reason=不可抗力"},
    {"adopt-calendar", "采用日历", "adopt a calendar", "year=2027 edition=2027-1 days=2027-01-01,holiday,元旦"},
    {"adopt-rules", "采用规则", "adopt a rule set", "edition=gulou-2027 content=…"},
    {"move-due", "时限重计", "count due days anew", "docket=2022-001 duty=completion from=2027-02-01 to=2027-02-08"},
    {"correct", "更正", "correct a command", "entry=2022-100003 reason=误录"},
};

struct FieldText {
  std::string_view verb;  // empty: of every command that has the field
  std::string_view field, zh, en;
};

// The first that fits is taken.
constexpr FieldText field_table[] = {
    {"settle", "outcome", "结论：upheld 成立、dismissed 不成立", "outcome: upheld, dismissed"},
    {"rule", "outcome", "结论：upheld 维持、amended 变更、revoked 撤销", "outcome: upheld, amended, revoked"},
    {"register-unit", "kind", "种类：department 部门、subdistrict 街道、office、institution、agency",
     "kind: department, subdistrict, office, institution, agency"},
    {"open", "kind", "种类：daily 日常、special 专项、comprehensive 综合、investigation 事件调查、clue 线索核查",
     "kind: daily, special, comprehensive, investigation, clue"},
    {"register-unit", "unit", "单位代码", "code of the unit"},
    {"move-due", "to", "按新日历的时限", "the due day by the new calendar"},
    {"move-due", "from", "原来的时限", "the due day as it was"},
    {"", "year", "年份", "year"},
    {"", "edition", "版本", "edition"},
    {"", "days", "日历各行：日期,holiday 或 workday,名称", "lines of day,holiday or workday,name"},
    {"", "content", "规则全文（TOML）", "the rules (TOML)"},
    {"", "do", "命令", "the command"},
    {"", "id", "这条命令的编号；不写则由内容算出", "identity of this command; else derived from its content"},
    {"", "docket", "督查事项编号", "number of the docket"},
    {"", "on", "事情发生之日，如 2022-06-30；不写则为今天", "the day it happened, as 2022-06-30; today when left out"},
    {"", "by", "记录的单位或职务", "unit or post that records"},
    {"", "note", "备注", "a note"},
    {"", "unit", "单位：代码、名称或简称", "unit: code, name or alias"},
    {"", "name", "名称", "name"},
    {"", "aliases", "简称，以、隔开", "aliases, separated by 、or ,"},
    {"", "head", "主要负责人的职务", "post of the head"},
    {"", "members", "成员单位或组，以、隔开", "members (units or groups), separated by 、or ,"},
    {"", "into", "并入何处", "what it is merged into"},
    {"", "post", "职务，如 副区长一", "post, as 副区长一"},
    {"", "units", "分管单位，以、隔开", "units, separated by 、or ,"},
    {"", "acting", "代为负责的职务", "post that acts"},
    {"", "until", "到哪一天为止", "until which day"},
    {"", "decision", "决策编号", "number of the decision"},
    {"", "title", "标题", "title"},
    {"", "source", "来源：executive 常务会议、plenary 全体会议、instruction 批示、superior 上级部署、document 公文 等",
     "source: executive, plenary, instruction, superior, document, …"},
    {"", "session", "会议届次", "session of the meeting"},
    {"", "item", "议题", "item on its agenda"},
    {"", "document", "文号", "number of the document"},
    {"", "major", "是否重大行政决策：true 或 false", "whether a major decision: true or false"},
    {"", "procedure", "已履行的程序：participation、expert、risk、legality、collective",
     "steps taken: participation, expert, risk, legality, collective"},
    {"", "chair", "主持人的职务", "post of who presided"},
    {"", "channel", "渠道或方式", "channel"},
    {"", "category", "类别", "category"},
    {"", "requirement", "要求", "what is required"},
    {"", "leader", "分管领导的职务", "post of the leader in charge"},
    {"", "parent", "上级事项编号", "number of the parent docket"},
    {"", "lead", "牵头单位，一个", "the lead unit, one"},
    {"", "joint", "联合牵头单位，以、隔开", "joint leads, separated by 、or ,"},
    {"", "supporting", "协办单位或组，以、隔开", "supporting units or groups, separated by 、or ,"},
    {"", "remove", "退出的单位，以、隔开", "units that leave, separated by 、or ,"},
    {"", "due", "时限：日期、3wd（工作日）或 10d（天）", "due day: a date, 3wd (working days) or 10d (days)"},
    {"", "supportingDue", "协办任务的时限，写法同 due", "due day of the parts, written as due"},
    {"", "cadence", "反馈周期：monthly:25 每月、quarterly:20 每季末月、weekly:5 每周、none",
     "feedback: monthly:25, quarterly:20, weekly:5 or none"},
    {"", "reason", "原因", "reason"},
    {"", "progress", "进度，0 至 100", "progress, 0 to 100"},
    {"", "text", "内容", "text"},
    {"", "period", "所答的反馈日；不写则自动对应", "the feedback day it answers; found by rule when left out"},
    {"", "nothing", "零报告：true", "nothing to report: true"},
    {"", "light", "自评亮灯：green、yellow、red", "the unit’s own view: green, yellow, red"},
    {"", "cause", "滞后原因", "cause of a delay"},
    {"", "evidence", "佐证材料的 sha256，以、隔开", "sha256 of evidence, separated by 、or ,"},
    {"", "colour", "等级：blue、yellow、orange、red", "colour: blue, yellow, orange, red"},
    {"", "to", "延到哪一天，写法同 due", "new due day, written as due"},
    {"", "approver", "批准人的职务", "post of who approved"},
    {"", "rectifyBy", "整改时限", "day by which to rectify"},
    {"", "duty", "责任：acceptance、feedback、part、completion、rectification",
     "duty: acceptance, feedback, part, completion, rectification"},
    {"", "finding", "核查结论：confirmed 属实、partial 部分属实、false 不属实", "finding: confirmed, partial, false"},
    {"", "result", "结果：done 办结、not_done 未办结、merged 并入；不写为 done",
     "result: done (when left out), not_done, merged"},
    {"", "entry", "被更正命令的编号（见 history）", "id of the command to correct (see history)"},
};

// What is corrected says itself which docket it was about.
constexpr std::string_view correction = domain::Correct::verb;

HelpRow row(std::string_view verb, std::string_view field, bool must, Language language) {
  const auto text = std::find_if(std::begin(field_table), std::end(field_table), [&](const FieldText& each) {
    return each.field == field && (each.verb.empty() || each.verb == verb);
  });
  std::string meaning{text == std::end(field_table) ? std::string_view{} : in(language, text->zh, text->en)};
  if (must) meaning += in(language, "（必填）", " (required)");
  return {std::string{field} + "=", std::move(meaning)};
}

}  // namespace

std::string verb_meaning(std::string_view verb, Language language) {
  const auto text = std::find_if(std::begin(verb_table), std::end(verb_table),
                                 [&](const VerbText& each) { return each.verb == verb; });
  return std::string{text == std::end(verb_table) ? verb : in(language, text->zh, text->en)};
}

std::string verb_example(std::string_view verb) {
  const auto text = std::find_if(std::begin(verb_table), std::end(verb_table),
                                 [&](const VerbText& each) { return each.verb == verb; });
  return "ducha " + std::string{verb} + (text == std::end(verb_table) ? "" : " " + std::string{text->example});
}

std::vector<HelpRow> verb_fields(std::string_view verb, Language language) {
  std::vector<HelpRow> rows;
  const auto take = [&]<class Each>(std::type_identity<Each>) {
    if (Each::verb != verb) return;
    if (domain::about<Each> != domain::About::office && Each::verb != correction)
      rows.push_back(row(verb, "docket", domain::about<Each> == domain::About::docket, language));
    std::apply(
        [&](const auto&... part) {
          (rows.push_back(row(verb, part.name, part.need == domain::Need::must, language)), ...);
        },
        Each::parts);
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (take(std::type_identity<std::variant_alternative_t<I, domain::Body>>{}), ...);
  }
  (std::make_index_sequence<std::variant_size_v<domain::Body>>{});
  for (const auto* common : {"on", "by", "note", "id"}) rows.push_back(row(verb, common, false, language));
  return rows;
}

}  // namespace ducha::tools
