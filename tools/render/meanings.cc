#include "tools/render/meanings.h"

#include <algorithm>
#include <iterator>

#include "tools/render/words.h"

namespace ducha::tools {
namespace {

struct Meaning {
  std::string_view report;  // empty: of every report that has the column
  std::string_view column, zh, en;
};

// The first that fits is taken.
constexpr Meaning table[] = {
    {"standing", "unit", "单位代码", "code of the unit"},
    {"standing", "overdue", "时限在时段内、至截止日仍未办且已过时限的责任数",
     "due in the period, past due and still not done"},
    {"standing", "late", "办了但晚于考核时限的责任数；逾期办结不再变为按期",
     "done after the assessed due day; late stays late"},
    {"standing", "open", "时限未到或今日到期、尚未办的责任数", "not done, and not yet past due"},
    {"standing", "excused", "容错免责或挂账期间的反馈日，不计入应办",
     "exempted, or feedback days in a suspension; not counted as owed"},
    {"standing", "name", "统计对象", "who is counted"},
    {"standing", "kind", "单位种类；名次在同类、同角色之内排", "kind of unit: ranks are among the same kind and role"},
    {"standing", "urges", "时段内催办次数", "times urged in the period"},
    {"standing", "returns", "时段内退回重办次数，计入当日的牵头单位",
     "completion reports returned, counted to who led that day"},
    {"cards", "overdue", "该事项已逾期未办的责任数", "duties of the docket that are overdue"},
    {"cards", "due", "事项现行时限", "the docket's present due day"},
    {"cards", "returns", "办结申报被退回的次数", "completion reports that were returned"},
    {"duties", "days", "逾期：截止日减时限；逾期办结：完成日减时限；其余为 0",
     "overdue: day minus due; late: done minus due; else 0"},
    {"", "docket", "督查事项编号", "number of the docket"},
    {"", "title", "事项名称", "title of the docket"},
    {"", "duty", "责任种类：签收、反馈、协办任务、办结、整改",
     "kind of duty: acceptance, feedback, part, completion, rectification"},
    {"", "unit", "承担责任的单位", "the unit that owes it"},
    {"", "name", "承担责任的单位", "the unit that owes it"},
    {"", "role", "该单位在事项中的角色；牵头、联合牵头均负牵头责任",
     "the unit's role on the docket; joint leads answer as leads"},
    {"", "due", "考核所依据的时限；当天到期不算逾期", "the assessed due day; due today is not overdue"},
    {"", "originalDue", "最初的时限，延期不改变它", "the first due day, whatever was granted since"},
    {"", "days", "截止日减时限的天数；负数为还剩的天数",
     "days from due to the day of the report; negative when still to come"},
    {"", "workdays", "时限之后至截止日的工作日数", "working days after the due day up to the day of the report"},
    {"", "light", "按所采用规则亮灯：未到期绿，临期黄，逾期或未办红，办结蓝，免责或挂账灰",
     "by the adopted rules: green pending, yellow near due, red overdue or missed, blue done, grey excused or "
     "suspended"},
    {"", "leader", "分管区领导的职务；代为负责的，为代为负责者", "the leader in charge, or who stands in"},
    {"", "urges", "已催办次数", "times urged"},
    {"", "provisional", "时限计算经过尚无日历的年份，按周一至周五暂计",
     "counted through a year without an adopted calendar, Monday to Friday"},
    {"", "state", "截至报表之日的状态", "how it stands on the day of the report"},
    {"", "done", "完成之日", "the day it was done"},
    {"", "owed", "应办 = 按期 + 逾期办结 + 未办 + 逾期 + 在办（分母之一）",
     "owed = on time + late + missed + overdue + open"},
    {"", "on_time", "在考核时限当日或之前办的责任数", "done on or before the assessed due day"},
    {"", "late", "晚于时限办的责任数", "done after the due day"},
    {"", "missed", "角色或事项结束时仍未办、且已过时限的责任数",
     "never done when the role or the docket was over, past due"},
    {"", "overdue", "已过时限、仍未办的责任数", "past due and not done"},
    {"", "open", "尚未到期、尚未办的责任数", "not yet past due, not done"},
    {"", "excused", "免责的责任数，不计入应办", "excused; not counted as owed"},
    {"", "on_time_rate", "按期 ÷（按期 + 逾期办结 + 未办 + 逾期）；没有应结的责任则没有按期率",
     "on time / (on time + late + missed + overdue); none over nothing"},
    {"", "extensions", "批准的延期次数", "extensions granted"},
    {"", "returns", "退回重办次数", "completion reports returned"},
    {"", "notices", "督办单份数，按颜色", "notices by colour"},
    {"", "objections", "提出异议次数", "objections made"},
    {"", "score", "100 减各项扣分与角色权重之积，不低于 0；规则为产品默认或已采用的版本",
     "100 minus deductions times the role's weight, not below 0, by the adopted rules"},
    {"", "rank", "同类单位、同角色中按得分的名次", "by score among units of the same kind in the same role"},
    {"", "settled", "应结 = 按期 + 逾期办结 + 未办 + 逾期：按期率的分母",
     "on time + late + missed + overdue: what the rate is over"},
    {"", "decision", "依据的决策", "the decision it comes from"},
    {"", "category", "类别", "category"},
    {"", "lead", "牵头单位", "lead unit"},
    {"", "joint", "联合牵头单位", "joint lead units"},
    {"", "supporting", "协办单位", "supporting units"},
    {"", "vague", "交办原文未写明、尚待明确的单位", "units the assignment did not name; they owe nothing until named"},
    {"", "opened", "立项之日", "the day it was opened"},
    {"", "chase", "逾期申请获准的延期：只用于催办，不改变考核时限",
     "a late extension: a day to chase by, not to assess by"},
    {"", "stage", "事项所处环节", "where the docket stands"},
    {"", "finished", "现行有效的办结申报之日，没有则为办结之日",
     "the day of the completion report that stands, else of closing"},
    {"", "progress", "牵头单位最近申报的进度，百分数", "percent, as a lead unit last stated"},
    {"", "lastFeedback", "最近一次反馈之日", "the day of the last feedback"},
    {"", "kind", "督查方式或种类", "kind"},
    {"", "suspended", "自何日起挂账（时限停走）", "since when the clock stands"},
    {"", "closed", "办结、未办结或并入之日", "the day it was closed"},
    {"", "struck", "已销号", "struck off"},
    {"", "archived", "已归档", "archived"},
    {"", "finding", "最近一次核查的结论", "what the last inspection found"},
    {"", "into", "并入的事项", "the docket it was merged into"},
    {"", "parent", "上级事项", "the parent docket"},
    {"", "seq", "账本序号", "sequence number in the ledger"},
    {"", "on", "事情发生之日", "the day it happened"},
    {"", "recorded", "记入台账的时间", "when it was recorded"},
    {"", "fact", "事实的种类", "kind of fact"},
    {"", "text", "事实的内容", "what the fact says"},
    {"", "changed", "由此产生的责任变化", "what it changed in the duties"},
    {"", "by", "记录人", "who recorded it"},
    {"", "note", "备注", "note"},
    {"", "command", "命令编号，更正时引用", "identity of the command, named by a correction"},
    {"", "corrected", "已被更正，不再计算", "corrected: it no longer counts"},
    {"", "source", "来源", "source"},
};

}  // namespace

std::string_view meaning_of(std::string_view report, std::string_view column, Language language) {
  const auto found = std::find_if(std::begin(table), std::end(table), [&](const Meaning& each) {
    return each.column == column && (each.report.empty() || each.report == report);
  });
  return found == std::end(table) ? std::string_view() : in(language, found->zh, found->en);
}

}  // namespace ducha::tools
