#include "tools/import/headers.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "tools/import/text.h"

namespace ducha::tools {

std::span<const Header> headers() {
  static const std::array table{
      // common to all commands
      Header{"do", {"动作", "命令", "事项类型", "操作", "办理环节"}},
      Header{"id", {"命令编号", "记录编号", "流水号"}},
      Header{"docket", {"督查事项编号", "督办编号", "编号", "立项编号", "事项编号"}},
      Header{"on", {"日期", "发生日期", "发生时间", "办理日期"}},
      Header{"by", {"记录单位", "记录人", "填报单位", "经办"}},
      Header{"note", {"备注", "说明"}},
      // units, groups and posts
      Header{"unit", {"单位", "单位代码", "单位编码", "办理单位"}},
      Header{"name", {"名称", "单位名称", "组名"}},
      Header{"kind", {"类别", "单位类别", "督查类型", "督查方式"}},
      Header{"aliases", {"别名", "简称"}},
      Header{"head", {"主要负责人", "负责人", "第一责任人"}},
      Header{"into", {"并入", "并入单位", "并入事项"}},
      Header{"members", {"成员", "成员单位"}},
      Header{"post", {"职务", "岗位"}},
      Header{"units", {"分管单位", "分管部门"}},
      Header{"acting", {"代为负责", "代理职务", "代为负责人"}},
      Header{"until", {"截止日期", "代理至", "至"}},
      // decisions
      Header{"decision", {"决策编号", "决策", "决定编号", "议定事项编号"}},
      Header{"title", {"标题", "事项名称", "督查事项", "督办事项", "工作任务", "任务内容", "议定事项"}},
      Header{"source", {"来源", "任务来源", "事项来源"}},
      Header{"session", {"会议届次", "会次", "会议名称"}},
      Header{"item", {"议题", "议题号"}},
      Header{"document", {"文号", "文件", "文件依据", "发文字号"}},
      Header{"major", {"重大决策", "是否重大"}},
      Header{"procedure", {"决策程序", "程序"}},
      Header{"chair", {"主持人", "主持"}},
      Header{"channel", {"渠道", "公开渠道", "催办方式", "方式"}},
      // dockets and who owes what
      Header{"category", {"分类", "领域", "事项分类"}},
      Header{"requirement", {"要求", "办理要求", "工作要求", "批示要求"}},
      Header{"leader", {"分管领导", "牵头领导", "责任领导", "批示领导", "督办领导"}},
      Header{"parent", {"上级事项", "上级事项编号", "父事项"}},
      Header{"lead", {"牵头单位", "牵头部门", "主办单位", "主办部门", "主要责任单位", "承办单位", "牵头"}},
      Header{"joint", {"联合牵头", "联合牵头单位", "共同牵头", "共同牵头单位", "联合主办"}},
      Header{"supporting",
             {"协办单位", "配合单位", "协办部门", "配合部门", "责任(配合)单位", "参与单位", "协同单位", "会办单位",
              "协办"}},
      Header{"remove", {"退出单位", "移除单位", "减少协办"}},
      Header{"due", {"完成时限", "办理时限", "办结时限", "时限", "完成时间", "要求完成时间", "时间节点"}},
      Header{"supportingDue", {"协办时限", "配合时限"}},
      Header{"cadence", {"反馈周期", "报送频次", "反馈频次"}},
      // what happens to a docket
      Header{"reason", {"原因", "理由", "事由"}},
      Header{"outcome", {"处理结果", "裁定结果", "复核结果"}},
      Header{"progress", {"进度", "完成率", "完成比例"}},
      Header{"text", {"内容", "进展情况", "推进情况", "办理情况", "落实情况", "完成情况"}},
      Header{"period", {"反馈期", "所属反馈日", "所属期"}},
      Header{"nothing", {"无进展", "零报告", "无情况"}},
      Header{"light", {"亮灯", "自评亮灯", "自评"}},
      Header{"cause", {"滞后原因", "未完成原因", "存在问题"}},
      Header{"evidence", {"佐证", "佐证材料", "附件摘要"}},
      Header{"colour", {"颜色", "督办单颜色", "等级"}},
      Header{"to", {"延期至", "延至", "顺延至"}},
      Header{"approver", {"批准人", "审批人", "批准领导"}},
      Header{"finding", {"核查结论", "核查结果", "核查情况"}},
      Header{"result", {"办结结果", "结果", "办结类型"}},
      Header{"rectifyBy", {"整改时限", "整改期限"}},
      Header{"duty", {"责任类型", "义务", "免责事项"}},
      Header{"entry", {"更正对象", "被更正命令", "原命令编号"}},
      Header{"from", {"原时限", "原定时限"}},
      // calendars and rules
      Header{"year", {"年度", "年份"}},
      Header{"edition", {"版本", "版次"}},
      Header{"days", {"日历各日"}},
      Header{"content", {"规则内容"}},
  };
  return table;
}

std::optional<std::string_view> field_named(std::string_view header) {
  static const auto by_key = [] {
    std::unordered_map<std::string, std::string_view> keys;
    for (const auto& known : headers()) {
      keys.emplace(name_key(known.field), known.field);
      for (const auto chinese : known.chinese) keys.emplace(name_key(chinese), known.field);
    }
    return keys;
  }();
  const auto found = by_key.find(name_key(header));
  if (found == by_key.end()) return std::nullopt;
  return found->second;
}

std::string_view refusal_header(Language language) {
  return language == Language::zh ? "不予记录的原因" : "refused because";
}

bool is_refusal_header(std::string_view header) {
  const auto key = name_key(header);
  return key == name_key(refusal_header(Language::zh)) || key == name_key(refusal_header(Language::en));
}

std::string name_key(std::string_view name) {
  auto points = to_points(name);
  std::erase_if(points, is_space);
  auto key = to_utf8(half_width(points));
  std::transform(key.begin(), key.end(), key.begin(),
                 [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; });
  return key;
}

}  // namespace ducha::tools
