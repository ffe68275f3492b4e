#include "tools/import/complaint_texts.h"

#include <string>

#include <fmt/args.h>
#include <fmt/core.h>

#include "tools/import/text.h"

namespace ducha::tools {
namespace {

constexpr std::size_t cell_points_max = 80;

struct Sentences {
  std::string_view wrong_zh;
  std::string_view remedy_zh;
  std::string_view wrong_en;
  std::string_view remedy_en;
};

Sentences sentences(Wrong wrong) {
  switch (wrong) {
    case Wrong::file_missing:
      return {"没有文件“{0}”。", "请核对路径和文件名。", "There is no file “{0}”.", "Check the path and the name."};
    case Wrong::file_directory:
      return {"“{0}”是目录，不是文件。", "请给出目录中的一个文件。", "“{0}” is a directory, not a file.",
              "Name a file inside it."};
    case Wrong::file_empty:
      return {"文件“{0}”是空的。", "请核对是否导出完整。", "The file “{0}” is empty.",
              "Check that it was exported whole."};
    case Wrong::file_unreadable:
      return {"文件“{0}”无法读取：{1}。", "请核对文件权限和磁盘。", "The file “{0}” cannot be read: {1}.",
              "Check its permissions and the disk."};
    case Wrong::file_too_large:
      return {"文件“{0}”超过 {1} MiB。", "请拆成几个文件分别导入。", "The file “{0}” is larger than {1} MiB.",
              "Split it and import the parts."};
    case Wrong::bytes_not_in_encoding:
      return {"此处的字节不合指定的编码 {0}。", "请改用 --encoding 指定别的编码，或者另存为 UTF-8。",
              "The bytes here are not {0}, the encoding asked for.",
              "Give another --encoding, or save the file as UTF-8."};
    case Wrong::bytes_in_no_encoding:
      return {"此处的字节既不是 UTF-8，也不能整体读作 GB18030，文件可能混有两种编码或已损坏。",
              "请把整个文件另存为 UTF-8；确知编码时用 --encoding 指定。",
              "The bytes here are not UTF-8, and the file as a whole is not GB18030: it mixes encodings or is damaged.",
              "Save the whole file as UTF-8, or name its encoding with --encoding."};
    case Wrong::json_not_utf8:
      return {"从此处起不是 UTF-8；JSON 只用 UTF-8，这个文件像是 GB18030。",
              "请另存为 UTF-8；确知是 GB18030 时加 --encoding gb18030。",
              "From here on this is not UTF-8, as JSON must be; the file looks like GB18030.",
              "Save it as UTF-8, or if you know it to be GB18030 add --encoding gb18030."};
    case Wrong::json_malformed:
      return {"从此处起不合 JSON 的写法。", "每行写一个对象，如 {{\"do\":\"accept\",\"docket\":\"…\"}}。",
              "From here on this is not JSON.",
              "Write one object per line, as in {{\"do\":\"accept\",\"docket\":\"…\"}}."};
    case Wrong::json_string_open:
      return {"此处开始的字符串没有结束的引号。", "请补上引号；字符串中的引号写作 \\\"，换行写作 \\n。",
              "The string that begins here is not closed.",
              "Close the quotation; inside a string write \\\" for a quote and \\n for a line break."};
    case Wrong::json_not_object:
      return {"这一行不是 JSON 对象。", "每行写一个对象，以 {{ 开头，以 }} 结束。", "This line is not a JSON object.",
              "Write one object per line, from {{ to }}."};
    case Wrong::json_trailing:
      return {"对象之后还有别的内容。", "请另起一行。", "Something follows the object.", "Begin a new line for it."};
    case Wrong::json_nested:
      return {"“{0}”的值是对象，这里只收文字、数字、真假和列表。", "请把它拆成单独的字段。",
              "The value of “{0}” is an object; only text, numbers, true, false and lists are taken.",
              "Give its parts as fields of their own."};
    case Wrong::json_list_member:
      return {"列表“{0}”中有既非文字也非数字的成员。", "列表中只写文字或数字。",
              "The list “{0}” has a member that is neither text nor a number.",
              "Put only texts or numbers into a list."};
    case Wrong::json_repeated:
      return {"“{0}”在同一行中出现两次。", "请只留一个。", "“{0}” is given twice on one line.", "Keep one of them."};
    case Wrong::json_line_too_long:
      return {"这一行超过 {0} MiB。", "每行写一条命令；附件只写其摘要。", "This line is longer than {0} MiB.",
              "Write one command per line, and of an attachment only its digest."};
    case Wrong::header_unknown:
      return {"表头“{0}”不认识。", "相近的有：{1}。", "The header “{0}” is not known.", "The nearest are: {1}."};
    case Wrong::header_unlike_any:
      return {"表头“{0}”不认识。", "请用命令说明中的字段名或其中文表头，或者删去这一列。",
              "The header “{0}” is not known.", "Use a field's name or its Chinese header, or drop the column."};
    case Wrong::header_repeated:
      return {"表头“{0}”与前面的一列同为“{1}”。", "请合并或改名。",
              "The header “{0}” names “{1}”, as an earlier column does.", "Merge or rename one of them."};
    case Wrong::header_without_do:
      return {"表中没有“do”（动作）一列，不知每行是什么命令。", "请加一列“动作”，如 立项、交办、签收。",
              "There is no column “do”, so no row says which command it is.",
              "Add a column “do”, with open, assign, accept and so on."};
    case Wrong::header_missing:
      return {"第 {0} 列没有表头，但下面有内容。", "请补上表头或清空该列。", "Column {0} has content but no header.",
              "Give it a header, or empty it."};
    case Wrong::row_too_short:
      return {"这一行只有 {0} 格，表头有 {1} 列。", "请补齐；没有内容的格也要留出分隔符。",
              "This row has {0} cells, the header {1} columns.",
              "Fill it up; empty cells still need their separators."};
    case Wrong::row_too_long:
      return {"这一行有 {0} 格，表头只有 {1} 列。", "含逗号的内容请加双引号。",
              "This row has {0} cells, the header only {1} columns.",
              "Put quotes around a cell that contains a comma."};
    case Wrong::quote_misplaced:
      return {"双引号的位置不对。", "整格加双引号，格中的双引号写两个。",
              "A quotation mark stands where none may stand.",
              "Quote the whole cell, and write a quote inside it twice."};
    case Wrong::quote_open:
      return {"从这一行开始的双引号到文件结束都没有关闭。", "请补上双引号。",
              "A quotation that begins in this row is never closed.", "Close it."};
    case Wrong::book_is_no_book:
      return {"这不是 XLSX 工作簿。", "请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（*.xlsx）”。",
              "This is no XLSX workbook.", "Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”."};
    case Wrong::book_is_xls:
      return {"这是旧式 Excel 文件（.xls），不予读取。",
              "请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（*.xlsx）”，或者另存为 CSV。",
              "This is an Excel file of the old kind (.xls), which is not read.",
              "Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”, or as CSV."};
    case Wrong::book_is_ods:
      return {"这是 OpenDocument 表格（.ods），不予读取。",
              "请在 LibreOffice 或 WPS 中打开，另存为“Excel 工作簿（*.xlsx）”，或者另存为 CSV。",
              "This is an OpenDocument spreadsheet (.ods), which is not read.",
              "Open it in LibreOffice or WPS and save it as “Excel Workbook (*.xlsx)”, or as CSV."};
    case Wrong::book_is_xlsb:
      return {"这是二进制工作簿（.xlsb），不予读取。", "请在 Excel 中打开，另存为“Excel 工作簿（*.xlsx）”。",
              "This is a binary workbook (.xlsb), which is not read.",
              "Open it in Excel and save it as “Excel Workbook (*.xlsx)”."};
    case Wrong::book_is_html:
      return {"这是网页，只是取了表格文件的名字。", "请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（*.xlsx）”。",
              "This is a web page under the name of a spreadsheet.",
              "Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”."};
    case Wrong::book_is_xml_2003:
      return {"这是 2003 版的 XML 表格，不予读取。", "请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（*.xlsx）”。",
              "This is an XML spreadsheet of 2003, which is not read.",
              "Open it in Excel or WPS and save it as “Excel Workbook (*.xlsx)”."};
    case Wrong::book_is_other:
      return {"这不是工作簿，而是“{0}”。", "请核对文件；表格应另存为“Excel 工作簿（*.xlsx）”。",
              "This is no workbook but “{0}”.", "Check the file; a table is saved as “Excel Workbook (*.xlsx)”."};
    case Wrong::book_encrypted:
      return {"工作簿设有密码，无法读取。", "请在 Excel 或 WPS 中打开，取消密码后再存一次。",
              "The workbook has a password and cannot be read.",
              "Open it in Excel or WPS, take the password off and save it again."};
    case Wrong::book_damaged:
      return {"工作簿已损坏或没有传完（{0}）。", "请重新取得文件，或者在 Excel 中打开后另存一次。",
              "The workbook is damaged or was not received whole ({0}).",
              "Fetch the file again, or open it in Excel and save it anew."};
    case Wrong::book_part_damaged:
      return {"工作簿中的“{0}”已损坏（{1}）。", "请重新取得文件，或者在 Excel 中打开后另存一次。",
              "“{0}” in the workbook is damaged ({1}).", "Fetch the file again, or open it in Excel and save it anew."};
    case Wrong::book_without_part:
      return {"工作簿中缺少“{0}”。", "请在 Excel 中打开后另存一次。", "“{0}” is missing from the workbook.",
              "Open it in Excel and save it anew."};
    case Wrong::book_part_twice:
      return {"工作簿中有两个“{0}”，无法确定以哪一个为准。", "请在 Excel 中打开后另存一次。",
              "The workbook has “{0}” twice, and nobody can say which counts.", "Open it in Excel and save it anew."};
    case Wrong::book_parts_too_many:
      return {"工作簿中的部件超过 {0} 个，不是正常的表格。", "请只留所需的工作表，另存为新文件。",
              "The workbook has more than {0} parts, which no plain table has.",
              "Keep the sheets that are needed and save them as a new file."};
    case Wrong::book_part_too_large:
      return {"工作簿中的“{0}”展开后超过 {1} MiB。", "请拆成几个文件分别导入。",
              "“{0}” in the workbook unpacks to more than {1} MiB.", "Split the table and import the parts."};
    case Wrong::book_too_large:
      return {"工作簿展开后超过 {0} MiB。", "请拆成几个文件分别导入。", "The workbook unpacks to more than {0} MiB.",
              "Split the table and import the parts."};
    case Wrong::book_bomb:
      return {
          "工作簿中的“{0}”展开后是原来的 {1} 倍以上，可能有害，停止读取。",
          "请核对来源；确为正常表格时，在 Excel 中删去空行空列后另存。",
          "“{0}” in the workbook unpacks to more than {1} times its size; it may be meant to do harm and is not read.",
          "Ask where it comes from; if it is a plain table, delete its empty rows and columns in Excel and save it "
          "anew."};
    case Wrong::book_malformed:
      return {"工作簿中的“{0}”第 {1} 行不合 XML（{2}）。", "请在 Excel 中打开后另存一次。",
              "“{0}” in the workbook is not XML at line {1} ({2}).", "Open it in Excel and save it anew."};
    case Wrong::book_doctype:
      return {"工作簿中的“{0}”带有文档类型声明，可能有害，停止读取。", "请核对来源；在 Excel 中打开后另存一次。",
              "“{0}” in the workbook declares a document type; it may be meant to do harm and is not read.",
              "Ask where it comes from; open it in Excel and save it anew."};
    case Wrong::book_too_deep:
      return {"工作簿中的“{0}”嵌套超过 {1} 层，停止读取。", "请核对来源；在 Excel 中打开后另存一次。",
              "“{0}” in the workbook is nested more than {1} deep and is not read.",
              "Ask where it comes from; open it in Excel and save it anew."};
    case Wrong::book_without_sheets:
      return {"工作簿中没有工作表。", "请核对文件。", "The workbook has no worksheet.", "Check the file."};
    case Wrong::book_sheets_too_many:
      return {"工作簿的工作表超过 {0} 张。", "请只留所需的工作表，另存为新文件。",
              "The workbook has more than {0} sheets.", "Keep the sheets that are needed and save them as a new file."};
    case Wrong::book_formats_too_many:
      return {"工作簿的单元格格式超过 {0} 种。", "请清除格式后另存。", "The workbook has more than {0} cell formats.",
              "Clear the formats and save it anew."};
    case Wrong::book_strings_too_many:
      return {"工作簿的文字超过 {0} 条。", "请拆成几个文件分别导入。", "The workbook has more than {0} texts.",
              "Split the table and import the parts."};
    case Wrong::book_strings_too_long:
      return {"工作簿的文字合计超过 {0} MiB。", "请拆成几个文件分别导入。",
              "The texts of the workbook are longer than {0} MiB together.", "Split the table and import the parts."};
    case Wrong::merges_too_many:
      return {"工作表的合并单元格超过 {0} 处。", "请取消不需要的合并后另存。",
              "The sheet has more than {0} merged ranges.", "Undo those that are not needed and save it anew."};
    case Wrong::sheet_unknown:
      return {"没有工作表“{0}”。", "工作簿中有：{1}。", "There is no sheet “{0}”.", "The workbook has: {1}."};
    case Wrong::sheet_several:
      return {"工作簿有几张工作表，看不出应读哪一张：{0}。", "请用 --sheet 写明名称或序号。",
              "The workbook has several sheets and none is plainly the one: {0}.",
              "Name it with --sheet, or give its number."};
    case Wrong::sheet_empty:
      return {"工作表“{0}”是空的。", "请核对工作表，或者用 --sheet 指定另一张。", "The sheet “{0}” is empty.",
              "Check it, or name another with --sheet."};
    case Wrong::sheet_too_wide:
      return {"第 {0} 列以后还有内容，不像表格。", "请删去右边多余的内容。",
              "There is something beyond column {0}, as in no table.", "Delete what stands there."};
    case Wrong::rows_out_of_order:
      return {"工作表的行或单元格次序有误（“{0}”）。", "请在 Excel 中打开后另存一次。",
              "The rows or cells of the sheet are out of order (“{0}”).", "Open it in Excel and save it anew."};
    case Wrong::string_missing:
      return {"单元格所指的第 {0} 条文字不存在，工作簿已损坏。", "请在 Excel 中打开后另存一次。",
              "The cell names text {0}, which is not there: the workbook is damaged.",
              "Open it in Excel and save it anew."};
    case Wrong::cell_too_long:
      return {"单元格的文字超过 {0} KiB。", "请缩短；附件只写其名称或摘要。",
              "The text of a cell is longer than {0} KiB.",
              "Shorten it; of an attachment write only its name or digest."};
    case Wrong::cell_error:
      return {"单元格 {0} 是错误值“{1}”。", "请在表中改正公式，或者直接填写。", "Cell {0} holds the error “{1}”.",
              "Mend its formula in the sheet, or write the value."};
    case Wrong::cell_not_computed:
      return {"单元格 {0} 的公式“{1}”在文件中没有计算结果。", "请在 Excel 或 WPS 中打开并保存一次，或者直接填写。",
              "Cell {0} has the formula “{1}” and no value for it in the file.",
              "Open it in Excel or WPS and save it once, or write the value."};
    case Wrong::rejects_there:
      return {"文件“{0}”已存在，不予覆盖；整批未记录。", "请另取一个文件名，或者先把它改好导入后移走。",
              "“{0}” is there already and is not written over; nothing was recorded.",
              "Give another name, or mend that file, import it and put it away first."};
    case Wrong::rejects_unwritable:
      return {"文件“{0}”无法写入：{1}；整批未记录。", "请核对目录、权限和磁盘。",
              "“{0}” cannot be written: {1}; nothing was recorded.", "Check the folder, its permissions and the disk."};
    case Wrong::rejects_of_plan:
      return {"任务分解不能跳过其中几项导入：一项的单位和编号要看前后文。", "请在原文中改好，整篇导入。",
              "Items of a plan cannot be left out: their units and numbers depend on what stands around them.",
              "Mend the text and import it whole."};
    case Wrong::rejects_of_stream:
      return {"“{0}”不是磁盘上的文件，不能再读一遍以写出不予记录的行。", "请先存为文件再导入。",
              "“{0}” is no file on the disk and cannot be read again to write out what was refused.",
              "Save it as a file first."};
    case Wrong::plan_without_items:
      return {"没有找到写明牵头或责任单位的任务。", "每项任务之后应写明单位，如（区科技局主办，区财政局协办）。",
              "No item names who leads it.", "End each item with its units, as in （区科技局主办，区财政局协办）."};
    case Wrong::item_without_units:
      return {"这一项没有写明由谁办理。", "请在项末写明，如（区科技局主办，区财政局协办）。",
              "This item names no unit.", "Name the units at its end, as in （区科技局主办，区财政局协办）."};
    case Wrong::item_without_text:
      return {"这里写明了单位，却没有写任务。", "请把任务写在单位之前，或者删去这一处。",
              "Units are named here, but no task.", "Write the task before them, or take this out."};
    case Wrong::item_without_lead:
      return {"这一项没有牵头单位。", "请写明由谁牵头。", "This item has no lead.", "Say who leads it."};
  }
  return {};  // not reached: the compiler names a case that is forgotten
}

}  // namespace

Complaint complain(Language language, Wrong wrong, Place place, std::string_view cell,
                   std::initializer_list<std::string_view> details) {
  return complain(language, wrong, place, cell, std::vector<std::string>(details.begin(), details.end()));
}

Complaint complain(Language language, Wrong wrong, Place place, std::string_view cell,
                   const std::vector<std::string>& details) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const auto& detail : details) arguments.push_back(detail);
  const auto& text = sentences(wrong);
  const bool zh = language == Language::zh;
  return {place, std::string(first_points(cell, cell_points_max)),
          fmt::vformat(zh ? text.wrong_zh : text.wrong_en, arguments),
          fmt::vformat(zh ? text.remedy_zh : text.remedy_en, arguments)};
}

}  // namespace ducha::tools
