// An entry of a history by the names of its columns, for those who tell it: terminal, page, paper.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "projections/report.h"
#include "tools/language.h"

namespace ducha::tools {

// Views a row of a history; good as long as the report is.
class StoryEntry {
 public:
  StoryEntry(const reports::Report& report, const std::vector<reports::Cell>& row) : report_(&report), row_(&row) {}

  const reports::Cell& operator[](std::string_view name) const;
  std::string text(std::string_view name, Language language) const;
  bool says(std::string_view name) const;
  // 已更正: it no longer counts.
  bool corrected() const;
  // What it says, a phrase each, without the docket, which the report's question names.
  std::vector<std::string> phrases(Language language) const;
  // When it was recorded and by whom: "记于 2022-01-06 09:12:33 记录人 区政府办公室 命令 a1".
  std::string origin(Language language) const;

 private:
  const reports::Report* report_;
  const std::vector<reports::Cell>* row_;
};

}  // namespace ducha::tools
