#include "tests/support/csv_form.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace ducha::support {
namespace {

struct Name {
  std::string_view english, chinese;
};

constexpr Name columns[] = {
    {"id", "流水号"},           {"on", "办理日期"},
    {"do", "办理环节"},         {"docket", "督办编号"},
    {"unit", "办理单位"},       {"by", "经办"},
    {"decision", "决策编号"},   {"title", "事项名称"},
    {"source", "任务来源"},     {"session", "会议名称"},
    {"item", "议题"},           {"document", "发文字号"},
    {"major", "是否重大"},      {"procedure", "决策程序"},
    {"chair", "主持人"},        {"category", "领域"},
    {"kind", "督查方式"},       {"requirement", "工作要求"},
    {"leader", "责任领导"},     {"parent", "上级事项"},
    {"lead", "主办单位"},       {"joint", "联合主办"},
    {"supporting", "协办单位"}, {"remove", "退出单位"},
    {"due", "办结时限"},        {"supportingDue", "协办时限"},
    {"cadence", "反馈周期"},    {"reason", "原因"},
    {"outcome", "处理结果"},    {"progress", "完成率"},
    {"text", "进展情况"},       {"period", "所属期"},
    {"nothing", "零报告"},      {"light", "自评亮灯"},
    {"cause", "滞后原因"},      {"evidence", "佐证材料"},
    {"channel", "催办方式"},    {"to", "延期至"},
    {"approver", "批准人"},     {"result", "办结结果"},
    {"into", "并入事项"},       {"entry", "更正对象"},
    {"note", "备注"},
};

constexpr Name verbs[] = {
    {"decide", "议定"},         {"open", "立项"},         {"assign", "交办"},     {"accept", "签收"},
    {"object", "提出异议"},     {"settle", "异议处理"},   {"reassign", "改派"},   {"feedback", "反馈"},
    {"contribute", "协办完成"}, {"urge", "催办"},         {"extend", "申请延期"}, {"grant", "批准延期"},
    {"deny", "驳回延期"},       {"complete", "申请办结"}, {"return", "退回重办"}, {"close", "办结"},
    {"correct", "更正"},
};

std::string_view end_of_row(Headers headers) { return headers == Headers::chinese ? "\r\n" : "\n"; }

std::string quoted(std::string cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  for (auto at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2)) cell.insert(at, 1, '"');
  return '"' + cell + '"';
}

std::string cell_of(std::string_view column, const Json& value, Headers headers) {
  const bool chinese = headers == Headers::chinese;
  if (value.is_boolean()) return chinese ? (value.get<bool>() ? "是" : "否") : value.dump();
  if (value.is_number()) return value.dump() + (chinese && column == "progress" ? "%" : "");
  if (value.is_array()) {
    std::string cell;
    for (const auto& each : value) cell += (cell.empty() ? "" : chinese ? "、" : ";") + each.get<std::string>();
    return cell;
  }
  auto cell = value.get<std::string>();
  if (chinese && column == "do") {
    const auto* name =
        std::find_if(std::begin(verbs), std::end(verbs), [&](const Name& verb) { return verb.english == cell; });
    if (name == std::end(verbs)) throw std::logic_error("no Chinese name for the command " + cell);
    cell = name->chinese;
  }
  return cell;
}

}  // namespace

std::string csv_header(Headers headers) {
  std::string row = headers == Headers::chinese ? "\xEF\xBB\xBF" : "";
  for (const auto& column : columns) {
    if (&column != columns) row += ',';
    row += headers == Headers::chinese ? column.chinese : column.english;
  }
  return row += end_of_row(headers);
}

std::string csv_row(const Json& json, Headers headers) {
  std::string row;
  std::size_t written = 0;
  for (const auto& column : columns) {
    if (&column != columns) row += ',';
    const auto found = json.find(std::string(column.english));
    if (found == json.end()) continue;
    row += quoted(cell_of(column.english, *found, headers));
    ++written;
  }
  if (written != json.size()) throw std::logic_error("a field has no column: " + json.dump());
  return row += end_of_row(headers);
}

}  // namespace ducha::support
