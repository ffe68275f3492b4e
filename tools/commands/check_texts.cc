#include "tools/commands/check_texts.h"

#include <array>
#include <string>

#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Finding;
using reports::Problem;

// In the order of the problems. `{D}` is the docket, `{E}` the decision, `{0}` and so on the details, `{*}` all of
// them.
struct Texts {
  std::string_view zh, remedy_zh, en, remedy_en;
};

constexpr std::array<Texts, reports::problem_count> texts{{
    {"视图 {0} 与台账记录不符：{1} 行不同，{2} 行缺少", "运行 ducha rebuild;再出现时运行 ducha verify,并停止写入",
     "the view {0} is not what the entries give: {1} rows differ, {2} are missing",
     "run ducha rebuild; should it come back, ducha verify, and stop writing"},
    {"交办后目前无人牵头", "ducha reassign docket={D} lead=单位,必要时写 due",
     "the docket is assigned and nobody leads it", "ducha reassign docket={D} lead=UNIT, with due where needed"},
    {"单位已于 {0} 撤销,仍有角色", "ducha reassign docket={D} 改交其他单位",
     "the unit was retired on {0} and still has a role", "give its role to another with ducha reassign docket={D}"},
    {"已交办,没有办结时限,永远不会逾期", "ducha reassign docket={D} due=日期",
     "assigned without a due day: it can never be overdue", "ducha reassign docket={D} due=DAY"},
    {"“{0}”尚未明确为具体单位,不承担责任", "ducha reassign docket={D} supporting=单位(牵头的写 lead)",
     "“{0}” was never named: it owes nothing", "ducha reassign docket={D} supporting=UNIT (or lead=UNIT)"},
    {"分管领导“{0}”不是已知的职务", "用 set-portfolio 登记这个职务,或更正 open 命令",
     "the leader “{0}” is a post nobody defined", "define the post with set-portfolio, or correct the open command"},
    {"牵头单位没有分管领导(第七条)", "ducha set-portfolio post=职务 units=单位",
     "no post answers for the lead unit (Art. 7)", "ducha set-portfolio post=POST units=UNITS"},
    {"与 {0}“{1}”同一牵头单位、标题相近,疑似重复督查(《政府督查工作条例》第十五条)",
     "确是同一件事:ducha close docket={0} result=merged into={D};不是则不必处理",
     "the same lead and a similar title as {0} “{1}”: perhaps one matter supervised twice (Regulation on Government "
     "Supervision, Art. 15)",
     "if so: ducha close docket={0} result=merged into={D}; if not, leave it"},
    {"上级事项 {0} 已于 {1} 结束,本事项尚未结束(第二十一条)", "办结或撤销本事项,或 ducha reopen docket={0}",
     "its parent {0} ended on {1}, this part has not (Art. 21)", "close or withdraw it, or ducha reopen docket={0}"},
    {"时限 {0} 晚于上级事项 {1} 的 {2}", "调整其一:ducha reassign … due=日期,或 extend / grant",
     "due on {0}, after its parent {1} on {2}", "change one of them: ducha reassign … due=DAY, or extend and grant"},
    {"在办时限暂定:{*}(所在年份尚无日历)", "日历公布后 ducha calendar import 文件,再 ducha calendar move",
     "open due days are provisional: {*} (no calendar for their year)",
     "when the notice is out: ducha calendar import FILE, then ducha calendar move"},
    {"异议尚未处理", "ducha settle docket={D} unit=单位 outcome=upheld 或 dismissed", "its objection is not settled",
     "ducha settle docket={D} unit=UNIT outcome=upheld or dismissed"},
    {"{0} 申请的延期尚未答复", "ducha grant docket={D} 或 ducha deny docket={D}",
     "the extension asked for on {0} has no answer", "ducha grant docket={D}, or ducha deny docket={D}"},
    {"{0} 申请的复核尚未决定(《政府督查工作条例》第十七条:三十日内)", "ducha rule docket={D} outcome=…",
     "contested on {0} and not ruled on (Regulation on Government Supervision, Art. 17: within thirty days)",
     "ducha rule docket={D} outcome=…"},
    {"容错免责写的 {0} 不是该单位这项责任的时限,不起作用", "对照 ducha report duties --docket {D},correct 后重记",
     "the exemption names {0}, which is no due day of such a duty: it excuses nothing",
     "see ducha report duties --docket {D}, correct it and record it anew"},
    {"重大决策未见程序:{*}(第十六条至第十九条)", "补齐后用 correct 更正 decide,再重记",
     "a major decision without steps: {*} (Arts. 16-19)", "take them, correct the decide command and record it anew"},
    {"会议决定尚未公开,应在 {0} 前(第二十八条;《政府信息公开条例》第二十六条)",
     "ducha publish decision={E} channel=渠道;依法保密的不必处理",
     "decided in a meeting and not published; to be by {0} (Art. 28)",
     "ducha publish decision={E} channel=CHANNEL, unless it is secret by law"},
    {"已于 {0} 办结,卷中没有反馈、协办、申报或核查", "补记材料,或 inspect 核查后再归档",
     "closed as done on {0}, with no feedback, part, report or inspection in the file",
     "record what there is, or inspect before it is archived"},
}};
// None is left out.
static_assert(!texts.back().zh.empty());

// Where one problem has another sentence when its details say so.
Texts texts_of(const Finding& finding) {
  auto chosen = texts[static_cast<std::size_t>(finding.problem)];
  if (finding.problem == Problem::no_lead && !finding.details.empty()) {
    chosen.zh = "异议成立后目前无人牵头:{*}";
    chosen.en = "nobody leads since an objection was upheld: {*}";
  }
  if (finding.problem == Problem::not_published && finding.details.empty()) {
    chosen.zh = "建议提案已办结,办理结果尚未公开(第三十条)";
    chosen.en = "the proposal is dealt with and its result not published (Art. 30)";
  }
  if (finding.problem == Problem::near_empty && finding.details.size() > 1) {
    chosen = {"{0} 立项,已 {1} 天,尚未交办", "ducha assign docket={D} lead=单位 due=日期,或 ducha withdraw docket={D}",
              "opened on {0}, {1} days ago, and never assigned",
              "ducha assign docket={D} lead=UNIT due=DAY, or ducha withdraw docket={D}"};
  }
  return chosen;
}

std::string filled(std::string_view text, const Finding& finding, Language language) {
  std::string said;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{' || i + 2 >= text.size() || text[i + 2] != '}') {
      said += text[i];
      continue;
    }
    const char mark = text[i + 1];
    i += 2;
    if (mark == 'D') said += finding.docket;
    if (mark == 'E') said += finding.decision;
    if (mark >= '0' && mark <= '9') said += finding.details.at(static_cast<std::size_t>(mark - '0'));
    if (mark != '*') continue;
    for (const auto& each : finding.details)
      said += (&each == &finding.details.front() ? ""
               : language == Language::zh        ? "、"
                                                 : ", ") +
              std::string(translated(each, language));
  }
  return said;
}

}  // namespace

reports::Worded word(const Finding& finding, Language language) {
  const auto chosen = texts_of(finding);
  const bool zh = language == Language::zh;
  return {filled(zh ? chosen.zh : chosen.en, finding, language),
          filled(zh ? chosen.remedy_zh : chosen.remedy_en, finding, language)};
}

}  // namespace ducha::tools
