#include "tools/import/workbook/book.h"

#include <charconv>
#include <map>
#include <optional>
#include <unordered_map>

#include "tools/import/text.h"
#include "tools/import/workbook/trouble.h"
#include "tools/import/workbook/xml.h"

namespace ducha::tools::workbook {
namespace {

constexpr std::string_view content_types_part = "[Content_Types].xml";

unsigned number(std::string_view text) {
  unsigned value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// A target as written beside `part`, as the name of a part: absolute, relative, with ./ and ../ in it.
std::string resolved(std::string_view part, std::string target) {
  for (char& letter : target)
    if (letter == '\\') letter = '/';
  std::string path =
      target.starts_with('/') ? target.substr(1) : std::string(part.substr(0, part.rfind('/') + 1)) + target;
  std::vector<std::string> steps;
  for (std::size_t at = 0; at <= path.size();) {
    const auto end = std::min(path.find('/', at), path.size());
    const auto step = path.substr(at, end - at);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    at = end + 1;
  }
  std::string name;
  for (const auto& step : steps) name += (name.empty() ? "" : "/") + step;
  return name;
}

std::string relations_of(std::string_view part) {
  const auto slash = part.rfind('/');
  const auto folder = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
}

struct Relation {
  std::string kind;  // the last word of its type, the same in both editions of the standard
  std::string part;
};

class Relations final : public XmlListener {
 public:
  explicit Relations(std::string_view part) : part_(part) {}
  std::map<std::string, Relation, std::less<>> by_id;

  void open(std::string_view element, const Attributes& attributes) override {
    if (element != "Relationship" || attributes["TargetMode"] == "External") return;
    const auto type = attributes["Type"];
    by_id.emplace(attributes["Id"], Relation{std::string(type.substr(type.rfind('/') + 1)),
                                             resolved(part_, std::string(attributes["Target"]))});
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::string first(std::string_view kind) const {
    for (const auto& [id, relation] : by_id)
      if (relation.kind == kind) return relation.part;
    return {};
  }

 private:
  std::string part_;
};

Relations relations(Package& package, std::string_view part) {
  Relations found(part);
  const auto name = part.empty() ? std::string("_rels/.rels") : relations_of(part);
  if (package.has(name)) read_xml(package, name, found);
  return found;
}

class ContentTypes final : public XmlListener {
 public:
  void open(std::string_view element, const Attributes& attributes) override {
    if (element == "Override")
      by_part_.emplace(resolved({}, std::string(attributes["PartName"])), attributes["ContentType"]);
    if (element == "Default") by_ending_.emplace(attributes["Extension"], attributes["ContentType"]);
  }
  void close(std::string_view) override {}
  void text(std::string_view) override {}

  std::string of(const std::string& part) const {
    for (const auto& [name, type] : by_part_)
      if (name_equal(name, part)) return type;
    const auto ending = by_ending_.find(part.substr(part.rfind('.') + 1));
    return ending == by_ending_.end() ? "" : ending->second;
  }

 private:
  static bool name_equal(std::string_view one, std::string_view other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) {
      const auto lower = [](char letter) { return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter + 0; };
      return lower(a) == lower(b);
    });
  }
  std::map<std::string, std::string> by_part_, by_ending_;
};

// The part that is the workbook, once it is sure that it is one: Word and PowerPoint pack their files likewise.
std::string workbook_part(Package& package) {
  if (package.has("mimetype")) {
    const auto type = package.beginning("mimetype", 100);
    if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) throw Trouble{Wrong::book_is_ods, {}};
    throw Trouble{Wrong::book_is_other, {std::string(trimmed(type))}};
  }
  if (!package.has(content_types_part)) throw Trouble{Wrong::book_is_no_book, {}};
  const auto part = relations(package, {}).first("officeDocument");
  if (part.empty()) throw Trouble{Wrong::book_is_no_book, {}};
  ContentTypes types;
  read_xml(package, content_types_part, types);
  const auto type = types.of(part);
  if (type.find("sheet.binary") != std::string::npos) throw Trouble{Wrong::book_is_xlsb, {}};
  const bool sheet = type.find("spreadsheetml") != std::string::npos || type.find("ms-excel") != std::string::npos;
  if (!sheet || type.find("main+xml") == std::string::npos)
    throw Trouble{Wrong::book_is_other, {type.empty() ? part : type}};
  return part;
}

class Workbook final : public XmlListener {
 public:
  struct Named {
    std::string name, relation;
    bool hidden;
  };
  std::vector<Named> sheets;
  Epoch epoch = Epoch::from_1900;
  bool computed_on_load = false;

  void open(std::string_view element, const Attributes& attributes) override {
    if (element == "sheets") inside_ = true;
    if (element == "sheet" && inside_) {
      if (sheets.size() >= sheets_max) throw Trouble{Wrong::book_sheets_too_many, {std::to_string(sheets_max)}};
      const auto state = attributes["state"];
      sheets.push_back(
          {to_nfc(attributes["name"]), std::string(attributes["id"]), !state.empty() && state != "visible"});
    }
    if (element == "workbookPr" && is_true(attributes["date1904"])) epoch = Epoch::from_1904;
    if (element == "calcPr" && is_true(attributes["fullCalcOnLoad"])) computed_on_load = true;
  }
  void close(std::string_view element) override {
    if (element == "sheets") inside_ = false;
  }
  void text(std::string_view) override {}

 private:
  bool inside_ = false;
};

class Styles final : public XmlListener {
 public:
  std::vector<NumberFormat> formats;

  void open(std::string_view element, const Attributes& attributes) override {
    if (element == "numFmt" && custom_.size() < formats_max)
      custom_.emplace(number(attributes["numFmtId"]), format_of(attributes["formatCode"]));
    if (element == "cellXfs") inside_ = true;
    if (element != "xf" || !inside_) return;
    if (formats.size() >= formats_max) throw Trouble{Wrong::book_formats_too_many, {std::to_string(formats_max)}};
    const auto id = number(attributes["numFmtId"]);
    const auto custom = custom_.find(id);
    formats.push_back(custom == custom_.end() ? built_in_format(id) : custom->second);
  }
  void close(std::string_view element) override {
    if (element == "cellXfs") inside_ = false;
  }
  void text(std::string_view) override {}

 private:
  std::unordered_map<unsigned, NumberFormat> custom_;
  bool inside_ = false;
};

}  // namespace

Book read_book(Package& package) {
  const auto part = workbook_part(package);
  Workbook workbook;
  read_xml(package, part, workbook);
  const auto related = relations(package, part);
  Book book;
  book.epoch = workbook.epoch;
  book.computed_on_load = workbook.computed_on_load;
  for (const auto& named : workbook.sheets) {
    const auto relation = related.by_id.find(named.relation);
    if (relation == related.by_id.end()) throw Trouble{Wrong::book_without_part, {named.name}};
    if (relation->second.kind != "worksheet") continue;
    book.sheets.push_back({named.name, relation->second.part, named.hidden});
  }
  if (book.sheets.empty()) throw Trouble{Wrong::book_without_sheets, {}};
  if (const auto styles = related.first("styles"); !styles.empty() && package.has(styles)) {
    Styles listener;
    read_xml(package, styles, listener);
    book.formats = std::move(listener.formats);
  }
  book.shared_strings = related.first("sharedStrings");
  return book;
}

}  // namespace ducha::tools::workbook
