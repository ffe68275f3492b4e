#include "tools/import/register/columns.h"

#include <algorithm>
#include <bitset>
#include <unordered_map>
#include <utility>

#include "tools/import/headers.h"
#include "tools/import/text.h"

namespace ducha::tools {
namespace {

using Words = std::vector<std::string_view>;

// A header is short; what is longer is a cell.
constexpr std::size_t header_points_max = 24;

const std::array<Words, column_count>& words() {
  static const std::array<Words, column_count> all{
      Words{"编号", "督办编号", "立项编号", "督查编号", "督查事项编号", "事项编号", "任务编号", "台账编号", "立项号",
            "督办号", "工单编号"},
      Words{"序号", "项次", "顺序号", "NO", "NO."},
      Words{"督查事项", "工作任务", "督办事项", "议定事项", "任务内容",     "主要内容",     "事项名称",     "重点任务",
            "任务名称", "事项内容", "督查内容", "督办内容", "重点工作",     "重点工作任务", "工作内容",     "工作事项",
            "项目名称", "事项",     "任务",     "承办任务", "督查督办事项", "督办任务",     "工作单名称",   "决策事项",
            "批示事项", "交办事项", "重点事项", "主要任务", "主要工作任务", "重点督办事项", "会议议定事项", "标题"},
      Words{"具体措施", "工作举措", "目标任务", "年度目标", "考核指标", "形象进度",   "办理要求",
            "工作要求", "办复要求", "工作目标", "主要措施", "工作措施", "批示要求",   "领导批示要求",
            "批示内容", "领导批示", "具体任务", "目标要求", "年度任务", "任务要求",   "具体要求",
            "推进措施", "工作标准", "预期目标", "要求",     "具体举措", "工作单描述", "年度目标任务"},
      Words{"领域", "分类", "类别", "事项分类", "工作类别", "任务类别", "事项类别", "专题", "板块", "任务分类",
            "工作领域", "督查类别"},
      Words{"任务来源", "事项来源", "来源",     "文件依据", "会议名称", "工作依据", "任务依据",
            "政策依据", "依据",     "来源依据", "督办依据", "立项依据", "来文名称", "文件名称",
            "关联会议", "会议",     "文号",     "发文字号", "来文字号", "督查来源", "交办来源"},
      Words{"决策编号", "议定事项编号", "决定编号", "纪要编号", "会议纪要编号"},
      Words{"批示领导", "交办领导", "交办人"},
      Words{"牵头领导",   "分管领导",   "责任领导",   "市领导",     "区领导",     "县领导",
            "市(区)领导", "分管区领导", "牵头区领导", "督办领导",   "挂钩领导",   "包抓领导",
            "责任区领导", "分管市领导", "牵头市领导", "分管县领导", "牵头县领导", "责任市领导",
            "责任县领导", "包联领导",   "挂钩区领导", "分管负责人"},
      Words{"牵头单位", "主办单位", "牵头部门", "主要责任单位", "主办部门", "牵头责任单位", "第一责任单位", "主责单位",
            "主责部门", "牵头", "主办", "牵头责任部门", "主要责任部门"},
      Words{"联合牵头单位", "联合牵头", "共同牵头", "共同牵头单位", "联合主办", "联合主办单位"},
      Words{"配合单位", "协办单位", "协同单位", "会办单位", "责任(配合)单位", "参与单位", "配合部门", "协办部门",
            "参加单位", "协同部门", "配合责任单位", "配合", "协办", "其他责任单位", "配合(责任)单位", "责任配合单位",
            "协助单位", "会办部门", "参与部门"},
      Words{"交办时间", "立项时间", "下达日期", "收文时间", "交办日期", "立项日期", "下达时间", "收文日期", "登记时间",
            "登记日期", "转办时间", "转办日期", "督办时间", "批示时间", "批示日期", "会议时间", "会议日期",
            "任务下达时间", "下发时间"},
      Words{"完成时限",     "办理时限", "办结时限",   "要求完成时间", "时间节点", "反馈时限",     "完成期限",
            "限时办理时间", "时限",     "时间要求",   "计划完成时间", "最后时间", "要求办结时间", "时限要求",
            "办理期限",     "期限",     "截止时间",   "截止日期",     "办结期限", "完成时间节点", "计划完成时限",
            "要求完成时限", "限办时间", "拟完成时间", "预计完成时间"},
      Words{"协办时限", "配合时限", "协办完成时限", "配合完成时限"},
      Words{"反馈周期", "报送频次", "反馈频次", "报送周期", "调度频次", "反馈频率", "报送频率", "调度周期", "报送要求"},
      Words{"进展情况",     "推进情况",     "办理情况",     "落实情况",     "完成情况",     "工作进展",
            "目前进展",     "最新进展",     "办理结果",     "落实进展",     "本月进展",     "当前进展",
            "工作进展情况", "目前进展情况", "最新进展情况", "工作推进情况", "办理进展",     "落实进展情况",
            "进展",         "任务进展",     "进展及成效",   "工作落实情况", "推进落实情况", "办理情况反馈",
            "反馈情况",     "任务进展情况", "任务完成情况", "本月进展情况"},
      Words{"完成率", "完成比例", "进度", "完成进度", "完成百分比", "总体进度", "任务进度", "工作进度"},
      Words{"存在问题", "滞后原因", "未完成原因", "问题及原因", "存在困难", "原因", "困难问题", "存在的问题",
            "存在困难及问题", "存在问题及原因", "问题原因", "困难和问题", "未办结原因", "逾期原因", "存在的困难和问题"},
      Words{"下步打算", "下一步措施", "需协调事项", "下一步工作", "下步措施", "下一步打算", "下一步计划", "下步工作",
            "下步计划", "下一步工作计划", "下一步工作打算", "下步工作打算", "需协调问题", "下步工作计划"},
      Words{"状态", "是否办结", "是否销号", "办结状态", "完成状态", "当前状态", "办理状态", "是否完成", "办结情况",
            "销号情况", "进展状态", "办理进度状态", "是否办结销号", "事项状态", "办理结论"},
      Words{"亮灯", "亮灯情况", "灯号", "预警", "亮灯状态", "红黄绿灯", "预警等级"},
      Words{"办结时间", "实际完成时间", "办结日期", "实际完成日期", "实际办结时间", "销号时间", "办结日",
            "实际办结日期", "销号日期"},
      Words{"备注", "说明", "附注"},
      Words{"责任人",       "联系人",     "联络员",       "联系电话",   "电话",       "具体承办人员", "填报人",
            "负责人",       "主要责任人", "手机",         "姓名",       "联系方式",   "经办人",       "职务",
            "联系人及电话", "督办人",     "责任人及电话", "分管责任人", "直接责任人", "具体责任人",   "工作联络员"},
      Words{"责任单位", "责任部门", "承办单位", "落实单位", "承办部门", "办理单位", "单位", "责任主体"},
      Words{"完成时间", "完成日期"},
  };
  return all;
}

// What a header begins or ends with that says nothing about what the column is: 截至6月底, 2022年, (%), *.
std::u32string core_of(std::string_view header) {
  auto key = to_points(name_key(header));
  while (!key.empty() && std::u32string_view(U"*:※☆").find(key.back()) != std::u32string_view::npos) key.pop_back();
  const auto begins = [&](std::u32string_view word) {
    if (!key.starts_with(word)) return false;
    key.erase(0, word.size());
    return true;
  };
  begins(U"截至") || begins(U"截止到") || begins(U"截止");
  std::size_t at = 0;
  while (at < key.size() && std::u32string_view(U"0123456789年月日底末份度.-/前上下半一二三四季").find(key[at]) !=
                                std::u32string_view::npos)
    ++at;
  if (at > 0 && at < key.size() && key.substr(0, at).find_first_of(U"年月度") != std::u32string::npos) key.erase(0, at);
  return key;
}

}  // namespace

std::span<const std::string_view> aliases_of(Column column) { return words()[static_cast<std::size_t>(column)]; }

std::optional<Column> column_named(std::string_view header) {
  static const auto by_key = [] {
    std::unordered_map<std::string, Column> keys;
    for (std::size_t i = 0; i < column_count; ++i)
      for (const auto word : words()[i]) keys.emplace(name_key(word), static_cast<Column>(i));
    return keys;
  }();
  const auto look = [&](const std::string& key) -> std::optional<Column> {
    const auto found = by_key.find(key);
    return found == by_key.end() ? std::nullopt : std::optional(found->second);
  };
  if (const auto found = look(name_key(header))) return found;
  auto core = core_of(header);
  if (core.size() > header_points_max) return {};
  if (const auto found = look(to_utf8(core))) return found;
  // 完成时限(年月日), 进度(%): what stands in brackets explains.
  const auto open = core.find(U'(');
  if (open == core.npos || open == 0) return {};
  return look(to_utf8(core.substr(0, open)));
}

bool may_repeat(Column column) {
  switch (column) {
    case Column::requirement:
    case Column::supporting:
    case Column::joint:
    case Column::text:
    case Column::cause:
    case Column::next:
    case Column::note:
    case Column::person:
      return true;
    default:
      return false;
  }
}

std::optional<std::size_t> Headings::of(Column column) const {
  const int at = place[static_cast<std::size_t>(column)];
  return at == 0 ? std::nullopt : std::optional(static_cast<std::size_t>(at - 1));
}

std::size_t headers_in(std::span<const std::string> cells) {
  std::bitset<column_count> found;
  for (const auto& cell : cells)
    if (cell.size() < 4 * header_points_max)
      if (const auto column = column_named(cell)) found.set(static_cast<std::size_t>(*column));
  return found.count();
}

bool begins_header(std::span<const std::string> cells) {
  if (headers_in(cells) >= 3) return true;
  bool title = false, lead = false;
  for (const auto& cell : cells) {
    if (cell.size() >= 4 * header_points_max) continue;
    const auto column = column_named(cell);
    title = title || column == Column::title;
    lead = lead || column == Column::lead || column == Column::responsible;
  }
  return title && lead;
}

namespace {

// The word over a cell of the second line: its own, or the one to the left that stretches over it.
std::string over(std::span<const std::string> first, std::size_t at) {
  while (at > 0 && (at >= first.size() || first[at].empty())) --at;
  return at < first.size() ? first[at] : std::string();
}

std::optional<Column> meaning(const std::string& above, const std::string& below) {
  if (below.empty()) return column_named(above);
  if (above.empty()) return column_named(below);
  if (const auto together = column_named(above + below)) return together;
  if (const auto swapped = column_named(below + above)) return swapped;
  if (const auto own = column_named(below)) return own;
  return {};
}

}  // namespace

bool second_line(std::span<const std::string> first, std::span<const std::string> below) {
  std::size_t known = 0;
  for (std::size_t at = 0; at < below.size(); ++at) {
    if (below[at].empty()) continue;
    if (count_points(below[at]) > header_points_max) return false;
    // Under a header that stretches over nothing there is no second one, unless it says the same more exactly.
    const bool stretches =
        at >= first.size() || first[at].empty() ||
        (at + 1 < below.size() && !below[at + 1].empty() && (at + 1 >= first.size() || first[at + 1].empty()));
    if (!stretches) return false;
    if (meaning(over(first, at), below[at])) ++known;
  }
  return known > 0;
}

Headings headings_of(std::span<const std::string> first, std::span<const std::string> second) {
  Headings headings;
  const auto width = std::max(first.size(), second.size());
  for (std::size_t at = 0; at < width; ++at) {
    const std::string below = at < second.size() ? second[at] : std::string();
    const std::string above = below.empty() ? (at < first.size() ? first[at] : std::string()) : over(first, at);
    headings.columns.push_back(
        {above + (above.empty() || below.empty() ? "" : "/") + below, meaning(above, below), {}});
  }
  const auto has = [&](Column column) {
    return std::any_of(headings.columns.begin(), headings.columns.end(),
                       [&](const Heading& heading) { return heading.means == column; });
  };
  const bool led = has(Column::lead), dated = has(Column::due), described = has(Column::title);
  bool responsible_leads = !led;
  for (auto& heading : headings.columns) {
    if (heading.means == Column::responsible) {
      heading.means = responsible_leads ? Column::lead : Column::supporting;
      responsible_leads = false;  // 责任单位 and 承办单位 without 牵头单位: the first one leads
    }
    if (heading.means == Column::finishing) heading.means = dated ? Column::done_on : Column::due;
    if (heading.means == Column::requirement && !described && !headings.of(Column::title)) {
      heading.means = Column::title;  // 目标任务 alone is what is to be done
      headings.place[static_cast<std::size_t>(Column::title)] = 1;
    }
  }
  headings.place.fill(0);
  for (std::size_t at = 0; at < width; ++at) {
    auto& heading = headings.columns[at];
    if (!heading.means) continue;
    // 工作任务 and 主要内容 beside each other: the second one says more of the first.
    if (heading.means == Column::title && headings.of(Column::title)) heading.means = Column::requirement;
    auto& place = headings.place[static_cast<std::size_t>(*heading.means)];
    if (place == 0)
      place = static_cast<int>(at) + 1;
    else if (!may_repeat(*heading.means))
      heading.doubles = std::exchange(heading.means, std::nullopt);
  }
  return headings;
}

}  // namespace ducha::tools
