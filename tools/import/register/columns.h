// The columns of a register (台账), found by what offices write over them.
//
// The header may stand under title rows and take two lines (责任单位 over 牵头 and 配合). 责任单位 leads when it stands
// alone and supports beside a column for the lead; 完成时间 is the due day, beside another column for that the day it
// was done.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ducha::tools {

enum class Column : std::uint8_t {
  number,          // 编号
  ordinal,         // 序号
  title,           // 督查事项
  requirement,     // 具体措施, 目标任务
  category,        // 领域
  source,          // 任务来源, 文件依据, 会议名称
  decision,        // 决策编号
  instructor,      // 批示领导
  leader,          // 牵头领导, 分管领导
  lead,            // 牵头单位
  joint,           // 联合牵头单位
  supporting,      // 配合单位
  assigned,        // 交办时间
  due,             // 完成时限
  supporting_due,  // 协办时限
  cadence,         // 报送频次
  text,            // 进展情况
  progress,        // 完成率
  cause,           // 存在问题
  next,            // 下步打算
  status,          // 状态, 是否办结
  light,           // 亮灯
  done_on,         // 办结时间
  note,            // 备注
  person,          // 联系人, 联系电话: known, and not taken in
  responsible,     // 责任单位: becomes lead or supporting by the columns beside it
  finishing,       // 完成时间: becomes due or done_on likewise
};
inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::finishing) + 1;

// The office's words for a column, the usual one first.
std::span<const std::string_view> aliases_of(Column column);
std::optional<Column> column_named(std::string_view header);

// What a header row says, column by column.
struct Heading {
  std::string written;            // as it stands there; of two lines, both
  std::optional<Column> means;    // nothing when it is not known
  std::optional<Column> doubles;  // nothing, or what an earlier column is already: this one is kept out
};

// Columns of which there may be several, read as one: two for the supporting units, two for the measures.
bool may_repeat(Column column);

struct Headings {
  std::vector<Heading> columns;
  std::array<int, column_count> place{};  // index + 1; 0: there is none
  std::optional<std::size_t> of(Column column) const;
};

// How many different columns a row names.
std::size_t headers_in(std::span<const std::string> cells);
// Whether a row is the header of a register, or the first line of it: three columns known, or what is to be done and by
// whom.
bool begins_header(std::span<const std::string> cells);
// Whether the row stands under the first line of a header as its second line.
bool second_line(std::span<const std::string> first, std::span<const std::string> below);
// `second` may be empty.
Headings headings_of(std::span<const std::string> first, std::span<const std::string> second);

}  // namespace ducha::tools
