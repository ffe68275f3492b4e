#include "tools/import/rejects.h"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "tools/import/batch_file.h"
#include "tools/import/complaint_texts.h"
#include "tools/import/csv_cell.h"
#include "tools/import/csv_rows.h"
#include "tools/import/encoding.h"
#include "tools/import/headers.h"
#include "tools/import/pieces.h"
#include "tools/import/table.h"
#include "tools/import/text.h"
#include "tools/import/workbook_file.h"

namespace ducha::tools {
namespace {

using Json = nlohmann::ordered_json;

std::string_view without_line_end(std::string_view source) {
  while (source.ends_with('\n') || source.ends_with('\r')) source.remove_suffix(1);
  return source;
}

// The line with its reason. Written into the text as it is where that is possible, so that everything else stays.
std::string with_reason(std::string_view line, const std::string& reason, Language language) {
  auto json = Json::parse(line, nullptr, false);
  if (!json.is_object()) return std::string(line);
  const auto had = json.size();
  json.erase(std::string(refusal_header(Language::zh)));
  json.erase(std::string(refusal_header(Language::en)));
  const std::string name(refusal_header(language));
  if (json.size() != had) {
    json[name] = reason;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  const Json member{{name, reason}};
  auto text = member.dump(-1, ' ', false, Json::error_handler_t::replace);
  const auto body = trimmed(line);
  return std::string(body.substr(0, body.size() - 1)) + (json.empty() ? "" : ",") + text.substr(1);
}

class Lines {
 public:
  Lines(const Refused& refused, Language language) : refused_(refused), language_(language) {}

  std::string text;

  void read(std::string_view piece) {
    const auto before = lines_;
    LineScan lines(piece);
    while (const auto line = lines.next()) {
      lines_ = before + line->number;
      const auto found = refused_.find(lines_);
      if (found != refused_.end()) text += with_reason(line->text, found->second, language_) + "\n";
    }
  }

 private:
  const Refused& refused_;
  Language language_;
  std::size_t lines_ = 0;
};

// Cells parted by the file's own sign, without the column an earlier reason stood in.
std::string cells_without(const CsvRow& row, std::size_t column, char delimiter) {
  std::string line;
  for (std::size_t at = 0; at < row.cells.size(); ++at) {
    if (at == column) continue;
    if (!line.empty() || at > (column == 0 ? 1U : 0U)) line += delimiter;
    line += csv_field(row.cells[at], delimiter);
  }
  return line;
}

bool is_empty(const std::string& cell) { return trimmed(cell).empty(); }
bool is_empty(const Cell& cell) { return cell.kind == Cell::Kind::empty; }

// Puts what a row took from others into its empty cells; whether there was any.
template <class Cells, class Make>
bool fill(Cells& cells, std::size_t line, const Borrowed& borrowed, Make make) {
  const auto found = borrowed.cells.find(line);
  if (found == borrowed.cells.end()) return false;
  bool any = false;
  for (const auto& [at, text] : found->second) {
    if (cells.size() <= at) cells.resize(at + 1);
    if (!is_empty(cells[at])) continue;
    cells[at] = make(text);
    any = true;
  }
  return any;
}

std::string csv_rejects(std::string_view text, const Batch& batch, const Refused& refused, Language language,
                        const Borrowed& borrowed) {
  const auto delimiter = borrowed.delimiter ? *borrowed.delimiter : csv_delimiter(text);
  std::string out, line_end = "\n";
  std::optional<std::size_t> earlier;  // the column of an earlier reason
  each_csv_row(text, delimiter, [&](CsvRow&& row) {
    const bool header = row.line == batch.header_line;
    const auto found = refused.find(row.line);
    if (row.line > batch.header_line && found == refused.end() && !borrowed.headings.contains(row.line)) return;
    if (header) {
      if (row.source.ends_with("\r\n")) line_end = "\r\n";
      const auto reason = std::find_if(row.cells.begin(), row.cells.end(), is_refusal_header);
      if (reason != row.cells.end()) earlier = static_cast<std::size_t>(reason - row.cells.begin());
    }
    const bool sound = row.damage == CsvRow::Damage::none;
    const bool filled = sound && fill(row.cells, row.line, borrowed, [](const std::string& value) { return value; });
    std::string reason;
    if (header) reason = refusal_header(language);
    if (found != refused.end()) reason = found->second;
    if (sound && earlier)
      out += csv_field(reason, delimiter) + delimiter + cells_without(row, *earlier, delimiter);
    else if (filled)
      out += csv_field(reason, delimiter) + delimiter + cells_without(row, row.cells.size(), delimiter);
    else if (earlier)
      out += without_line_end(row.source);  // has one already, and cannot be told into cells
    else
      out += csv_field(reason, delimiter) + delimiter + std::string(without_line_end(row.source));
    out += line_end;
  });
  return out;
}

// Nothing when it was written.
std::optional<std::string> workbook_rejects(const std::string& from, const BatchOptions& options, const Batch& batch,
                                            const Refused& refused, const std::string& to, Language language,
                                            const Borrowed& borrowed) {
  WorkbookFile book(to, batch.sheet);
  std::optional<std::size_t> earlier;
  read_xlsx(from, {batch.sheet.empty() ? options.sheet : batch.sheet, {}}, language, [&](const Table&, Row&& row) {
    const bool header = row.line == batch.header_line;
    const auto found = refused.find(row.line);
    if (row.line > batch.header_line && found == refused.end() && !borrowed.headings.contains(row.line)) return;
    fill(row.cells, row.line, borrowed, [](const std::string& text) {
      return Cell{Cell::Kind::text, text, std::nullopt};
    });
    if (header)
      for (std::size_t at = 0; at < row.cells.size(); ++at)
        if (is_refusal_header(row.cells[at].text)) earlier = at;
    if (earlier && *earlier < row.cells.size())
      row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(*earlier));
    std::string reason;
    if (header) reason = refusal_header(language);
    if (found != refused.end()) reason = found->second;
    row.cells.insert(row.cells.begin(), Cell{Cell::Kind::text, std::move(reason), std::nullopt});
    book.add(row.cells, header ? WorkbookFile::Row::header : WorkbookFile::Row::plain);
  });
  return book.close();
}

std::optional<std::string> put(const std::filesystem::path& path, const std::string& bytes) {
  errno = 0;
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (file) return std::nullopt;
  return std::generic_category().message(errno);
}

}  // namespace

std::optional<Complaint> write_rejects(const std::string& from, const BatchOptions& options, const Batch& batch,
                                       const Refused& refused, record::DigestAlgorithm algorithm, const std::string& to,
                                       Language language, const Borrowed& borrowed) {
  const std::filesystem::path path(to);
  std::error_code error;
  if (std::filesystem::exists(path, error)) return complain(language, Wrong::rejects_there, {}, to, {to});
  if (!std::filesystem::is_regular_file(from, error))
    return complain(language, Wrong::rejects_of_stream, {}, from, {from});
  if (batch.form == BatchForm::plan) return complain(language, Wrong::rejects_of_plan, {}, to);
  auto beside = path;
  beside += ".part";
  std::optional<std::string> failed;
  if (batch.form == BatchForm::workbook) {
    failed = workbook_rejects(from, options, batch, refused, beside.string(), language, borrowed);
  } else {
    std::string text;
    Lines lines(refused, language);
    auto mark = ByteOrderMark::without;
    const auto survey = batch.form == BatchForm::json_lines && batch.encoding == Encoding::utf8
                            ? survey_json_lines(from, algorithm)
                            : std::nullopt;
    if (survey) {
      each_piece(from, *survey, [&](std::string_view piece) {
        lines.read(to_nfc(piece));
        return true;
      });
      text = std::move(lines.text);
    } else {
      auto file = read_file(from, language);
      if (file.complaint) return file.complaint;
      if (begins_with_mark(file.bytes, batch.encoding)) mark = ByteOrderMark::with;
      const auto asked = options.encoding.empty() ? std::nullopt : encoding_choice(options.encoding);
      const auto decoded = decode_text(file.bytes, asked, language);
      if (decoded.complaint) return decoded.complaint;
      if (batch.form == BatchForm::csv)
        text = csv_rejects(decoded.text, batch, refused, language, borrowed);
      else
        lines.read(decoded.text), text = std::move(lines.text);
    }
    failed = put(beside, encode_text(text, batch.encoding, mark));
  }
  if (!failed) {
    std::filesystem::rename(beside, path, error);
    if (error) failed = error.message();
  }
  if (!failed) return std::nullopt;
  std::filesystem::remove(beside, error);
  return complain(language, Wrong::rejects_unwritable, {}, to, {to, *failed});
}

}  // namespace ducha::tools
