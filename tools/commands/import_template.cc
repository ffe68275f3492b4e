// import --template: an empty file to be filled in, with headers and one example, as CSV or XLSX.

#include <array>
#include <ostream>
#include <span>
#include <string_view>

#include "ledger/base/fault.h"
#include "tools/commands/commands.h"
#include "tools/import/csv_cell.h"
#include "tools/import/headers.h"
#include "tools/import/workbook_file.h"
#include "tools/output_file.h"

namespace ducha::tools {
namespace {

struct Column {
  std::string_view header;   // of events a field, whose header follows the language
  std::string_view example;  // a day is one to a spreadsheet too
  std::size_t width;         // in characters
};

// The fields of the commands of every day; those of the others may be added, under the names their page gives them.
constexpr std::array events{
    Column{"do", "register-unit", 14},
    Column{"docket", "", 12},
    Column{"on", "2022-01-04", 12},
    Column{"unit", "QZJJ", 14},
    Column{"name", "区住建局", 16},
    Column{"kind", "department", 12},
    Column{"title", "", 40},
    Column{"decision", "", 14},
    Column{"source", "", 12},
    Column{"category", "", 12},
    Column{"leader", "", 12},
    Column{"lead", "", 16},
    Column{"joint", "", 16},
    Column{"supporting", "", 24},
    Column{"due", "", 12},
    Column{"supportingDue", "", 12},
    Column{"cadence", "", 14},
    Column{"progress", "", 8},
    Column{"text", "", 40},
    Column{"period", "", 12},
    Column{"to", "", 12},
    Column{"reason", "", 24},
    Column{"result", "", 12},
    Column{"by", "区政府督查室", 16},
    Column{"note", "此行为示例，填写前请删去", 28},
};

// Chinese in every language: it is a Chinese office's paper.
constexpr std::array a_register{
    Column{"序号", "1", 6},
    Column{"督办编号", "2022-001", 12},
    Column{"任务来源", "区政府常务会议2022年第1次", 24},
    Column{"督查事项", "老旧小区改造", 40},
    Column{"牵头领导", "副区长一", 12},
    Column{"牵头单位", "区住建局", 18},
    Column{"协办单位", "区财政局、各街道", 28},
    Column{"交办时间", "2022-01-11", 12},
    Column{"完成时限", "2022-06-30", 12},
    Column{"反馈周期", "每月25日前", 14},
    Column{"进展情况", "", 40},
    Column{"备注", "此行为示例，填写前请删去", 28},
};

std::string header_of(const Column& column, Language language) {
  if (language == Language::zh)
    for (const auto& known : headers())
      if (known.field == column.header) return std::string(known.chinese.front());
  return std::string(column.header);
}

Cell cell_of(std::string_view text) {
  if (text.empty()) return {};
  const auto day = parse_day(text);
  return {day ? Cell::Kind::date : Cell::Kind::text, std::string(text), day};
}

void write_csv(std::span<const Column> columns, Language language, std::ostream& out) {
  std::string header, example;
  for (const auto& column : columns) {
    const std::string_view comma = header.empty() ? "" : ",";
    header += std::string(comma) + csv_field(header_of(column, language), ',');
    example += std::string(comma) + csv_field(column.example, ',');
  }
  out << "\xEF\xBB\xBF" << header << "\r\n" << example << "\r\n";
}

}  // namespace

Exit import_template(const Context& context, const ImportOptions& options) {
  const auto columns =
      options.blank == "register" ? std::span<const Column>(a_register) : std::span<const Column>(events);
  if (options.output.empty()) {
    write_csv(columns, context.language, context.out);
    return Exit::done;
  }
  if (options.output.ends_with(".xlsx")) {
    WorkbookFile book(options.output, {});
    std::vector<std::size_t> widths;
    std::vector<Cell> header, example;
    for (const auto& column : columns) {
      widths.push_back(column.width);
      header.push_back({Cell::Kind::text, header_of(column, context.language), std::nullopt});
      example.push_back(cell_of(column.example));
    }
    book.set_widths(widths);
    book.add(header, WorkbookFile::Row::header);
    book.add(example, WorkbookFile::Row::plain);
    if (const auto reason = book.close())
      throw Fault(Fault::Kind::disk, "cannot write " + options.output + ": " + *reason);
  } else {
    OutputFile file(options.output);
    write_csv(columns, context.language, file.stream());
    file.finish();
  }
  context.out << options.output << context.say(":空表已写好\n", ": an empty file to fill in\n");
  return Exit::done;
}

}  // namespace ducha::tools
