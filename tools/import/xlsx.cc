#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <optional>
#include <utility>

#include "tools/import/batch_file.h"
#include "tools/import/complaint_texts.h"
#include "tools/import/table.h"
#include "tools/import/text.h"
#include "tools/import/workbook/sheet.h"
#include "tools/import/workbook/trouble.h"

namespace ducha::tools {
namespace {

using namespace workbook;

// Quoted as the sentences quote.
std::string listed(const std::vector<Sheet>& sheets, Language language) {
  std::string names;
  for (const auto& sheet : sheets) {
    if (!names.empty()) names += language == Language::zh ? "、" : ", ";
    names += sheet.name;
  }
  return names;
}

class Reader {
 public:
  Reader(const std::string& path, std::string_view bytes, Language language)
      : language_(language), package_(path, bytes), book_(read_book(package_)) {
    if (!book_.shared_strings.empty() && package_.has(book_.shared_strings))
      strings_ = read_shared_strings(package_, book_.shared_strings);
  }

  std::vector<SheetStart> starts(const std::string& wanted) {
    std::vector<SheetStart> starts;
    if (wanted.empty())
      for (const auto& sheet : book_.sheets) starts.push_back(start_of(sheet));
    else
      starts.push_back(start_of(named(wanted)));
    return starts;
  }

  void read(const SheetWanted& wanted, const TakeRow& take, TableReading& reading) {
    const auto& sheet = find(wanted, reading);
    reading.table.sheet = sheet.name;
    reading.table.merges = read_merges(package_, sheet);
    read_rows(package_, book_, sheet, strings_, [&](Row&& row) {
      take(reading.table, std::move(row));
      return true;
    });
  }

 private:
  const Sheet& find(const SheetWanted& wanted, TableReading& reading) {
    if (!wanted.named.empty()) return named(wanted.named);
    if (book_.sheets.size() == 1) return book_.sheets.front();
    const auto starts = this->starts({});
    auto chosen = wanted.choose ? wanted.choose(starts) : std::nullopt;
    if (!chosen) chosen = only_filled(starts);
    if (!chosen) throw Trouble{Wrong::sheet_several, {listed(book_.sheets, language_)}};
    const auto& sheet = book_.sheets.at(*chosen);
    const bool zh = language_ == Language::zh;
    reading.remarks.push_back(
        zh ? "读的是工作表“" + sheet.name + "”，共有：" + listed(book_.sheets, language_) + "（可用 --sheet 指定）"
           : "read sheet “" + sheet.name + "” of " + listed(book_.sheets, language_) + " (--sheet names another)");
    return sheet;
  }

  // A name is looked for before a number: a sheet may be called 2022.
  const Sheet& named(const std::string& wanted) const {
    const auto name = to_nfc(trimmed(wanted));
    for (const auto& sheet : book_.sheets)
      if (trimmed(sheet.name) == name) return sheet;
    std::size_t number = 0;
    const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (error == std::errc{} && stop == name.data() + name.size() && number >= 1 && number <= book_.sheets.size())
      return book_.sheets[number - 1];
    throw Trouble{Wrong::sheet_unknown, {wanted, listed(book_.sheets, language_)}};
  }

  SheetStart start_of(const Sheet& sheet) {
    SheetStart start{sheet.name, sheet.hidden, {}};
    read_rows(package_, book_, sheet, strings_, [&](Row&& row) {
      start.rows.push_back(std::move(row));
      return start.rows.size() < sheet_start_rows;
    });
    return start;
  }

  static std::optional<std::size_t> only_filled(const std::vector<SheetStart>& starts) {
    std::optional<std::size_t> only;
    for (std::size_t index = 0; index < starts.size(); ++index) {
      if (starts[index].hidden || starts[index].rows.empty()) continue;
      if (only) return std::nullopt;
      only = index;
    }
    return only;
  }

  Language language_;
  Package package_;
  Book book_;
  SharedStrings strings_;
};

// What the beginning of a file says of it before anything is unpacked. An archive begins with PK; an OLE container is
// what Excel wrote before 2007, and what it puts around a workbook with a password.
void check_beginning(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (bytes.starts_with("PK\3\4"sv)) return;
  if (!bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) throw Trouble{Wrong::book_is_no_book, {}};
  // Its directory names streams in UTF-16.
  if (bytes.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos)
    throw Trouble{Wrong::book_encrypted, {}};
  throw Trouble{Wrong::book_is_xls, {}};
}

// Enough of an OLE container to find its directory in, wherever the writer put it.
constexpr std::size_t beginning_bytes = 8u << 20;

// Opens the workbook and does what is wanted; a Trouble on the way is a complaint.
void with_reader(const std::string& path, Language language, std::vector<Complaint>& complaints,
                 const std::function<void(Reader&)>& act) {
  std::error_code error;
  std::string bytes;
  try {
    const bool regular = std::filesystem::is_regular_file(path, error);
    if (regular) {
      std::ifstream file(path, std::ios::binary);
      if (!file) throw Trouble{Wrong::file_unreadable, {path, "open"}};
      std::string beginning(8, '\0');
      file.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
      if (!beginning.starts_with("PK")) {
        beginning.resize(beginning_bytes);
        file.read(beginning.data() + 8, static_cast<std::streamsize>(beginning_bytes - 8));
      }
      check_beginning(beginning);
    } else {
      auto whole = read_file(path, language);
      if (whole.complaint) return complaints.push_back(std::move(*whole.complaint));
      bytes = std::move(whole.bytes);
      check_beginning(bytes);
    }
    Reader reader(path, bytes, language);
    act(reader);
  } catch (const Trouble& trouble) {
    complaints.push_back(complain(language, trouble.wrong, trouble.place, {}, trouble.details));
  }
}

}  // namespace

TableReading read_xlsx(const std::string& path, const SheetWanted& wanted, Language language, const TakeRow& take) {
  TableReading reading;
  with_reader(path, language, reading.complaints, [&](Reader& reader) { reader.read(wanted, take, reading); });
  return reading;
}

std::vector<SheetStart> xlsx_starts(const std::string& path, const std::string& named) {
  std::vector<SheetStart> starts;
  std::vector<Complaint> complaints;
  with_reader(path, Language::zh, complaints, [&](Reader& reader) { starts = reader.starts(named); });
  return starts;
}

}  // namespace ducha::tools
