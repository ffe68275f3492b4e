#include "tools/render/words.h"

#include <unordered_map>

namespace ducha::tools {
namespace {

constexpr Term table[] = {
    // What is owed: the kinds of duty.
    {"acceptance", "签收", "acceptance"},
    {"feedback", "反馈", "feedback"},
    {"part", "协办任务", "part"},
    {"completion", "办结", "completion"},
    {"rectification", "整改", "rectification"},

    // How a duty stands.
    {"on_time", "按期", "on time"},
    {"late", "逾期办结", "late"},
    {"missed", "未办", "missed"},
    {"overdue", "逾期", "overdue"},
    {"due_today", "今日到期", "due today"},
    {"pending", "未到期", "pending"},
    {"excused", "免责", "excused"},
    {"void", "不计", "void"},

    // Roles on a docket.
    {"lead", "牵头", "lead"},
    {"joint", "联合牵头", "joint lead"},
    {"supporting", "协办", "supporting"},

    // Colours of lights and of notices, the worst first.
    {"red", "红", "red"},
    {"orange", "橙", "orange"},
    {"yellow", "黄", "yellow"},
    {"green", "绿", "green"},
    {"blue", "蓝", "blue"},
    {"grey", "灰", "grey"},

    // Kinds of unit.
    {"office", "政府办公室", "government office"},
    {"department", "部门", "department"},
    {"subdistrict", "街道", "subdistrict"},
    {"institution", "直属事业单位", "institution"},
    {"agency", "派出机构", "dispatched agency"},

    // Where a decision comes from.
    {"plenary", "全体会议", "plenary meeting"},
    {"executive", "常务会议", "executive meeting"},
    {"mayor_office", "区长办公会议", "mayor's office meeting"},
    {"special_meeting", "专题会议", "special meeting"},
    {"work_meeting", "区长工作例会", "mayor's work meeting"},
    {"instruction", "批示", "instruction"},
    {"superior", "上级部署", "superior government"},
    {"annual_plan", "年度重点工作", "annual plan"},
    {"npc_proposal", "人大代表建议", "NPC proposal"},
    {"cppcc_proposal", "政协提案", "CPPCC proposal"},
    {"petition", "信访", "petition"},
    {"audit", "审计", "audit"},
    {"opinion", "意见建议", "opinion"},
    {"subdistrict_opinion", "街道意见建议", "subdistrict opinion"},
    {"document", "公文", "document"},

    // Steps of a major decision (重大行政决策程序).
    {"participation", "公众参与", "public participation"},
    {"expert", "专家论证", "expert review"},
    {"risk", "风险评估", "risk assessment"},
    {"legality", "合法性审查", "legality review"},
    {"collective", "集体讨论", "collective discussion"},

    // Kinds of supervision (《政府督查工作条例》第十四条).
    {"comprehensive", "综合督查", "comprehensive supervision"},
    {"special", "专项督查", "special supervision"},
    {"daily", "日常督办", "daily supervision"},
    {"investigation", "事件调查", "investigation"},
    {"clue", "线索核查", "clue verification"},

    // Where a docket stands in its life.
    {"open", "在办", "open"},
    {"assigned", "已交办", "assigned"},
    {"suspended", "挂账", "suspended"},
    {"reported", "已申报办结", "reported"},
    {"finished", "已申报办结", "finished"},
    {"closed", "已办结", "closed"},
    {"struck", "已销号", "struck off"},
    {"archived", "已归档", "archived"},
    {"withdrawn", "已撤销", "withdrawn"},

    // How a docket was closed, what an inspection found, what became of an objection or a contested conclusion.
    {"done", "办结", "done"},
    {"not_done", "未办结", "not done"},
    {"merged", "并入", "merged"},
    {"confirmed", "属实", "confirmed"},
    {"partial", "部分属实", "partly confirmed"},
    {"false", "不属实", "false"},
    {"upheld", "成立", "upheld"},
    {"dismissed", "不成立", "dismissed"},
    {"amended", "变更", "amended"},
    {"revoked", "撤销", "revoked"},

    // Facts, by their names in the schema: what the office did.
    {"ledgerStarted", "建立台账", "ledger started"},
    {"calendarAdopted", "采用日历", "calendar adopted"},
    {"rulesAdopted", "采用规则", "rules adopted"},
    {"unitRegistered", "登记单位", "unit registered"},
    {"unitAliased", "登记简称", "alias registered"},
    {"groupDefined", "定义组", "group defined"},
    {"groupMemberNamed", "列入组", "group member named"},
    {"decisionMade", "决策", "decision made"},
    {"docketOpened", "立项", "docket opened"},
    {"docketAssigned", "交办", "assigned"},
    {"docketReassigned", "改派", "reassigned"},
    {"unitAssigned", "明确单位", "unit assigned"},
    {"vagueUnitNamed", "单位待明确", "unit to be named"},
    {"unitRemoved", "退出单位", "unit removed"},
    {"roleAccepted", "签收", "accepted"},
    {"roleObjected", "提出异议", "objected"},
    {"objectionSettled", "异议处理", "objection settled"},
    {"feedbackGiven", "反馈", "feedback"},
    {"partContributed", "提交协办", "part contributed"},
    {"unitUrged", "催办", "urged"},
    {"extensionRequested", "申请延期", "extension asked"},
    {"extensionGranted", "批准延期", "extension granted"},
    {"extensionDenied", "不准延期", "extension denied"},
    {"completionReported", "申报办结", "completion reported"},
    {"completionReturned", "退回重办", "completion returned"},
    {"docketClosed", "办结", "closed"},
    {"commandCorrected", "更正", "correction"},
    {"unitRenamed", "单位更名", "unit renamed"},
    {"unitMerged", "单位合并", "unit merged"},
    {"unitRetired", "撤销单位", "unit retired"},
    {"portfolioSet", "设定分管", "portfolio set"},
    {"portfolioUnitNamed", "分管单位", "in the portfolio"},
    {"actingSet", "代为负责", "stand-in set"},
    {"decisionPublished", "决策公开", "decision published"},
    {"noticeIssued", "发督办单", "notice issued"},
    {"docketSuspended", "中止挂账", "suspended"},
    {"docketResumed", "恢复办理", "resumed"},
    {"docketInspected", "核查", "inspected"},
    {"docketStruck", "销号", "struck off"},
    {"docketArchived", "归档", "archived"},
    {"docketReopened", "重新立项", "reopened"},
    {"docketWithdrawn", "撤销立项", "withdrawn"},
    {"conclusionGiven", "督查结论", "conclusion"},
    {"rectificationReported", "报告整改", "rectification reported"},
    {"conclusionContested", "申请复核", "contested"},
    {"contestRuled", "复核决定", "contest ruled"},
    {"measureTaken", "问责与激励", "measure taken"},
    {"dutyExempted", "容错免责", "duty exempted"},
    {"dueMoved", "时限重计", "due day moved"},

    // Rules by which points are lost.
    {"late_acceptance", "逾期签收", "late acceptance"},
    {"late_feedback", "逾期反馈", "late feedback"},
    {"late_part", "协办任务逾期完成", "late part"},
    {"late_completion", "逾期办结", "late completion"},
    {"late_rectification", "逾期整改", "late rectification"},
    {"missed_acceptance", "未签收", "acceptance not done"},
    {"missed_feedback", "未反馈", "feedback not done"},
    {"missed_part", "协办任务未完成", "part not done"},
    {"missed_completion", "未办结", "completion not done"},
    {"missed_rectification", "未整改", "rectification not done"},
    {"return", "退回重办", "return for redo"},
    {"return_from_third", "第三次及以后退回", "third or later return"},

    // What happens to a unit, besides notices and measures.
    {"urge", "催办", "urge"},
    {"notice", "督办单", "notice"},
    {"extension", "批准延期", "extension granted"},
    {"objection", "提出异议", "objection"},
    {"maintained", "维持", "upheld"},
    {"done_undated", "办结（无时限）", "done, no due day"},
    {"not_given", "未说明", "none given"},

    // What `check` finds.
    {"views_differ", "视图不一致", "views differ"},
    {"no_lead", "无人牵头", "no lead"},
    {"unit_retired", "单位已撤销", "unit retired"},
    {"no_due", "没有时限", "no due day"},
    {"unit_unnamed", "单位待明确", "unit not named"},
    {"post_unknown", "职务未登记", "post unknown"},
    {"no_leader", "没有分管领导", "no leader"},
    {"duplicate", "疑似重复", "perhaps a duplicate"},
    {"parent_ended", "上级已结束", "parent ended"},
    {"child_after_parent", "晚于上级", "due after its parent"},
    {"due_provisional", "时限暂定", "provisional due day"},
    {"objection_open", "异议待处理", "objection open"},
    {"extension_open", "延期待答复", "extension open"},
    {"contest_open", "复核待决定", "contest open"},
    {"exempts_nothing", "免责无对象", "exempts nothing"},
    {"steps_missing", "缺决策程序", "steps missing"},
    {"not_published", "尚未公开", "not published"},
    {"near_empty", "卷内空缺", "hardly anything in it"},

    // Measures.
    {"commend", "表扬", "commendation"},
    {"criticise", "通报批评", "public criticism"},
    {"interview", "约谈", "interview"},
    {"refer", "移送问责", "referral"},

    // Days of a calendar.
    {"monday", "周一", "Mon"},
    {"tuesday", "周二", "Tue"},
    {"wednesday", "周三", "Wed"},
    {"thursday", "周四", "Thu"},
    {"friday", "周五", "Fri"},
    {"saturday", "周六", "Sat"},
    {"sunday", "周日", "Sun"},
    {"holiday", "放假", "holiday"},
    {"made_up", "调休上班", "made up"},
    {"workday", "工作日", "working day"},
    {"weekend", "周末", "weekend"},
    {"start", "起算日，不计", "starting day, not counted"},

    // What may be asked of a report, and by what it may be grouped.
    {"from", "自", "from"},
    {"to", "至", "to"},
    {"unit", "单位", "unit"},
    {"role", "角色", "role"},
    {"leader", "分管领导", "leader"},
    {"source", "来源", "source"},
    {"category", "类别", "category"},
    {"kind", "种类", "kind"},
    {"docket", "督查事项", "docket"},
    {"decision", "决策", "decision"},
    {"duty", "责任", "duty"},
    {"within", "临期", "due within"},
    {"by", "分组", "grouped by"},
    {"known_at", "当时所知", "known at"},
    {"year", "年份", "year"},
    {"edition", "版本", "edition"},
    {"earlier", "以前的版本", "earlier editions"},
    {"workdays", "工作日", "working days"},
    {"months", "各月工作日", "working days by month"},
    {"limit", "期限", "limit"},
    {"due", "时限", "due"},
    {"provisional", "暂定", "provisional"},
    {"rule", "依据", "rule"},
    {"title", "名称", "title"},
    {"made", "作出日期", "made"},
    {"session", "会议届次", "session"},
    {"item", "议题", "item"},
    {"chair", "主持", "chair"},
    {"major", "重大行政决策", "major decision"},
    {"what_if", "试算规则", "what if the rules were"},
    {"over", "超过", "older than"},
    {"days", "迟于", "later than"},
    {"dockets", "事项总数", "dockets"},
    {"owed", "应办责任", "duties owed"},
};

}  // namespace

std::span<const Term> terms() { return table; }

std::string_view translated(std::string_view name, Language language) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const Term*> index;
    for (const Term& term : table) index.emplace(term.name, &term);
    return index;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? name : in(language, found->second->zh, found->second->en);
}

}  // namespace ducha::tools
