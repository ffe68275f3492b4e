// 公文: a document as a value, in the order it is read. Whoever writes one says what stands where; how it looks on the
// page of GB/T 9704-2012 is the renderer's (tools/render/document.h).

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ledger/base/day.h"

namespace ducha::tools {

struct Paragraph {
  enum class Style {
    body,     // 正文: set in by two characters
    first,    // 一、 黑体
    second,   // （一） 楷体
    flush,    // from the left edge: 主送机关
    centred,  // a heading in the middle
    small,    // remarks below a table
    annexes,  // 附件说明 (7.3.4): a line each
  };
  Style style = Style::body;
  std::string text;
};

// A table with ruled lines; its head is repeated on every page it runs over.
struct DocumentTable {
  struct Column {
    std::string head;
    double share = 1;      // of the width
    bool centred = false;  // else from the left
  };
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;
  bool dense = false;  // many columns: smaller type
};

// A form: names and what stands beside them, one or two pairs a line.
struct DocumentForm {
  struct Field {
    std::string name, value;
    unsigned lines = 1;  // to be written on by hand: room for so many
  };
  std::vector<std::vector<Field>> lines;
};

struct CutLine {
  std::string text;  // along the line
};
// 署名、成文日期, set in from the right.
struct Signature {
  std::string office;
  Day on;
};
// 附件: begins a page of its own.
struct Annex {
  std::string label;  // 附件1
  std::string title;
};

using Block = std::variant<Paragraph, DocumentTable, DocumentForm, CutLine, Signature, Annex>;

struct Document {
  enum class Layout {
    red_head,  // 版头: red head, number, red line
    letter,    // 信函格式 (10.1): red double lines
    bulletin,  // 简报: red masthead, number of the issue, issuer and day
    file,      // 卷内文件: no head
  };
  Layout layout = Layout::red_head;
  std::string head;     // 发文机关标志, or the masthead
  std::string number;   // 发文字号, or 第N期
  std::string urgency;  // 紧急程度
  std::string colour;   // 督办单: blue, yellow, orange, red; empty: none
  std::string issuer;   // of a bulletin, below the masthead
  Day on;
  std::string title;
  std::vector<Block> body;
  std::string copies;              // 抄送
  std::string printed_by;          // 印发机关; with `on` the last line of the 版记
  std::vector<std::string> basis;  // what the document was computed from
};

// 2022年6月5日: Arabic, without leading zeros (GB/T 9704-2012, 7.3.5.4).
std::string document_day(Day day);

}  // namespace ducha::tools
