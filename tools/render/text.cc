#include "tools/render/text.h"

#include <algorithm>
#include <ostream>

#include "tools/render/cells.h"
#include "tools/render/colours.h"
#include "tools/render/columns.h"
#include "tools/render/frame.h"
#include "tools/render/layout.h"
#include "tools/render/list.h"
#include "tools/render/story.h"
#include "tools/render/totals.h"
#include "tools/render/width.h"
#include "tools/render/words.h"

namespace ducha::tools {
namespace {

using reports::Align;
using reports::Column;
using reports::Report;

std::string_view head(const Column& column, Language language) { return in(language, column.zh, column.en); }

// Sets parts one after another, on as many lines as they need; one longer than a line is broken.
void put_parts(const std::vector<std::string>& parts, std::size_t line_width, std::ostream& out) {
  std::size_t used = 0;
  for (const auto& part : parts) {
    const auto lines = wrapped(part, std::max<std::size_t>(line_width, narrowest));
    if (lines.empty()) continue;
    const bool fits = lines.size() == 1 && used + column_gap + display_width(lines.front()) <= line_width;
    if (used > 0) out << (fits ? std::string(column_gap, ' ') : "\n");
    used = used > 0 && fits ? used + column_gap : 0;
    for (const auto& line : lines) out << (&line == &lines.front() ? "" : "\n") << line;
    used += display_width(lines.back());
  }
  if (!parts.empty()) out << '\n';
}

// Writes the lines of a table whose columns are chosen and have their widths.
class Table {
 public:
  Table(const Report& report, const Choice& choice, std::ostream& out) : report_(report), choice_(choice), out_(out) {}

  // `nth` of the choice.
  void put(std::size_t nth, std::string_view text, std::string_view code = {}) {
    const bool last = nth + 1 == choice_.columns.size();
    const auto cut = cut_to_width(text, choice_.widths[nth]);
    const std::string blanks(choice_.widths[nth] - display_width(cut), ' ');
    if (report_.columns[choice_.columns[nth]].align == Align::right) {
      line_ += blanks + coloured(cut, code);
    } else {
      line_ += coloured(cut, code) + blanks;
    }
    if (!last) line_.append(column_gap, ' ');
    if (last) end_line();
  }

 private:
  void end_line() {
    line_.erase(line_.find_last_not_of(' ') + 1);
    out_ << line_ << '\n';
    line_.clear();
  }

  const Report& report_;
  const Choice& choice_;
  std::ostream& out_;
  std::string line_;
};

void put_table(const Report& report, const Choice& choice, const Look& look, std::ostream& out) {
  const Shown shown_cells(report, choice.columns, look);
  Table table(report, choice, out);
  const auto size = choice.columns.size();
  const auto put_rule = [&] {
    for (std::size_t i = 0; i < size; ++i) table.put(i, std::string(choice.widths[i], '-'));
  };
  for (std::size_t i = 0; i < size; ++i) {
    table.put(i, head(report.columns[choice.columns[i]], look.language), wanted(bold_code, look));
  }
  put_rule();
  for (std::size_t row = 0; row < report.rows.size(); ++row) {
    for (std::size_t i = 0; i < size; ++i) {
      const auto column = choice.columns[i];
      table.put(i, shown_cells.text(row, column), shown_cells.colour(row, column));
    }
  }
  if (const auto all = sums(report); !all.empty()) {
    put_rule();
    // Said in the first column that has room for words.
    const auto worded = std::find_if(choice.columns.begin(), choice.columns.end(),
                                     [&](std::size_t i) { return report.columns[i].weight > 0; });
    const auto label = worded == choice.columns.end() ? 0 : static_cast<std::size_t>(worded - choice.columns.begin());
    for (std::size_t i = 0; i < size; ++i) {
      const auto& sum = all[choice.columns[i]];
      const bool none = std::holds_alternative<std::monostate>(sum);
      table.put(i,
                none ? std::string{i == label ? in(look.language, "合计", "Total") : ""} : shown(sum, look.language));
    }
  }
  for (const auto& line : shown_cells.legend()) out << line << '\n';
}

void put_records(const Report& report, const Look& look, std::ostream& out) {
  std::size_t widest = 0;
  for (const auto& column : report.columns) widest = std::max(widest, display_width(head(column, look.language)));
  const auto name_width = widest + std::string_view{": "}.size();
  std::string_view between;
  for (const auto& row : report.rows) {
    out << between;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (report.columns[i].leaves == reports::machines_only) continue;
      out << pad_right(std::string{head(report.columns[i], look.language)} + ": ", name_width)
          << coloured(shown(row[i], look.language), colour_code(row[i], look)) << '\n';
    }
    between = "\n";
  }
}

void put_title(const Report& report, const Look& look, std::ostream& out) {
  out << coloured(std::string{title(report, look.language)}, wanted(bold_code, look)) << '\n';
}

void put_rows(const Report& report, const Look& look, std::ostream& out) {
  if (report.rows.empty()) {
    out << nothing_to_report(look.language) << '\n';
  } else if (report.shape == reports::Shape::story) {
    put_story(report, look, out);
  } else if (report.shape == reports::Shape::list) {
    put_list(report, look, out);
  } else if (const auto choice = choose_columns(report, look)) {
    put_table(report, *choice, look, out);
  } else {
    put_records(report, look, out);
  }
}

}  // namespace

void render_text(const Report& report, const Look& look, std::ostream& out) {
  put_title(report, look, out);
  put_parts(question(report, look.language), look.width, out);
  out << '\n';
  put_rows(report, look, out);
  out << '\n';
  auto counted = counts(report, look.language);
  put_parts(counted, look.width, out);
  if (!counted.empty() && !report.parts.empty()) out << '\n';
  for (const auto& part : report.parts) {
    put_title(part, look, out);
    put_rows(part, look, out);
    out << '\n';
    counted = counts(part, look.language);
    put_parts(counted, look.width, out);
    if (!counted.empty()) out << '\n';
  }
  for (const auto& note : report.notes) put_parts({std::string{in(look.language, note.zh, note.en)}}, look.width, out);
  put_parts(basis(report, look.language), look.width, out);
  out << digest(report) << '\n';
}

}  // namespace ducha::tools
