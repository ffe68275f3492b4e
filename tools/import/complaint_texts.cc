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
    case Wrong::plan_without_items:
      return {"没有找到写明牵头或责任单位的任务。", "每项任务之后应写明单位，如（区科技局主办，区财政局协办）。",
              "No item names who leads it.", "End each item with its units, as in （区科技局主办，区财政局协办）."};
    case Wrong::item_without_units:
      return {"这一项没有写明由谁办理。", "请在项末写明，如（区科技局主办，区财政局协办）。",
              "This item names no unit.", "Name the units at its end, as in （区科技局主办，区财政局协办）."};
    case Wrong::item_without_lead:
      return {"这一项没有牵头单位。", "请写明由谁牵头。", "This item has no lead.", "Say who leads it."};
  }
  return {};  // not reached: the compiler names a case that is forgotten
}

}  // namespace

Complaint complain(Language language, Wrong wrong, Place place, std::string_view cell,
                   std::initializer_list<std::string_view> details) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const auto detail : details) arguments.push_back(std::string(detail));
  const auto& text = sentences(wrong);
  const bool zh = language == Language::zh;
  return {place, std::string(first_points(cell, cell_points_max)),
          fmt::vformat(zh ? text.wrong_zh : text.wrong_en, arguments),
          fmt::vformat(zh ? text.remedy_zh : text.remedy_en, arguments)};
}

}  // namespace ducha::tools
