// Workbooks for the tests: archives put together by hand, as writers other than Excel put them together.

#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace ducha::tools {

// A folder of its own, gone at the end.
class Shelf {
 public:
  Shelf()
      : folder_(std::filesystem::temp_directory_path() / ("ducha-books-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directories(folder_);
  }
  ~Shelf() { std::filesystem::remove_all(folder_); }
  Shelf(const Shelf&) = delete;
  Shelf& operator=(const Shelf&) = delete;

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  std::string write(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return path(name);
  }

 private:
  std::filesystem::path folder_;
};

using Parts = std::vector<std::pair<std::string, std::string>>;

inline void pack(const std::string& path, const Parts& parts) {
  int error = 0;
  auto* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (!archive) throw std::runtime_error("no archive " + path);
  for (const auto& [name, content] : parts) {
    auto* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error("no part " + name);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("not closed " + path);
}

// The parts of a workbook as small as it can be: no styles, no shared strings, targets from the root.
struct Workbook {
  std::vector<std::pair<std::string, std::string>> sheets;  // name, content of its sheetData
  std::string after_rows = {};                              // of the first sheet
  std::string properties = {};                              // within <workbook>, before the sheets
  std::string behind = {};                                  // within <workbook>, behind them
  std::string states = {};                                  // attributes of the first sheet
  std::string styles = {};                                  // content of styleSheet
  std::string strings = {};                                 // content of sst

  Parts parts() const {
    const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    const std::string main = "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    std::string types =
        head +
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" +
        kind + "sheet.main+xml\"/>";
    std::string book = head + "<workbook xmlns=" + main + " xmlns:r=\"" + office + "\">" + properties + "<sheets>";
    std::string relations =
        head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    Parts parts;
    for (std::size_t index = 0; index < sheets.size(); ++index) {
      const auto number = std::to_string(index + 1);
      types +=
          "<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" + kind + "worksheet+xml\"/>";
      book += "<sheet name=\"" + sheets[index].first + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"" +
              (index == 0 ? states : "") + "/>";
      relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + office +
                   "/worksheet\" Target=\"/xl/worksheets/sheet" + number + ".xml\"/>";
      parts.emplace_back("xl/worksheets/sheet" + number + ".xml", head + "<worksheet xmlns=" + main + "><sheetData>" +
                                                                      sheets[index].second + "</sheetData>" +
                                                                      (index == 0 ? after_rows : "") + "</worksheet>");
    }
    if (!styles.empty()) {
      relations += "<Relationship Id=\"rIdStyles\" Type=\"" + office + "/styles\" Target=\"styles.xml\"/>";
      parts.emplace_back("xl/styles.xml", head + "<styleSheet xmlns=" + main + ">" + styles + "</styleSheet>");
    }
    if (!strings.empty()) {
      relations +=
          "<Relationship Id=\"rIdStrings\" Type=\"" + office + "/sharedStrings\" Target=\"../xl/sharedStrings.xml\"/>";
      parts.emplace_back("xl/sharedStrings.xml", head + "<sst xmlns=" + main + ">" + strings + "</sst>");
    }
    parts.emplace_back("xl/workbook.xml", book + "</sheets>" + behind + "</workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
    parts.emplace_back("[Content_Types].xml", types + "</Types>");
    parts.emplace_back("_rels/.rels",
                       head +
                           "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                           "<Relationship Id=\"r1\" Type=\"" +
                           office + "/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
    return parts;
  }
};

// A row of inline strings.
inline std::string inline_row(std::size_t number, const std::vector<std::string>& cells) {
  std::string row = "<row r=\"" + std::to_string(number) + "\">";
  for (const auto& cell : cells) row += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
  return row + "</row>";
}

}  // namespace ducha::tools
